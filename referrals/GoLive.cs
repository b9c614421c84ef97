using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Signing;
using Outreach.Localization;

namespace Outreach.Referrals;

/// <summary>
/// Whether an office may work with people in earnest (DESIGN 6.12): dialogs, rules, urgent words and the consent text must be
/// signed. Commands and hosts ask here and nowhere else; while anything is unsigned every surface says that this is a trial.
/// </summary>
public static class GoLive
{
    /// <summary>Every text that must be signed, in the order it is shown.</summary>
    /// <param name="book">The content, with the name of the office: it is part of the consent text.</param>
    /// <param name="rulesFolder">The published rules and offices.</param>
    public static ImmutableArray<Signable> Texts(Book book, string rulesFolder) => [.. SignedTexts.Of(book), .. Rules(rulesFolder)];

    /// <summary>Why the office may not go live, a problem for each unsigned text; empty when it may.</summary>
    public static ImmutableArray<Problem> Unsigned(Book book, string rulesFolder, DateOnly today) =>
        SignatureCheck.Missing(Texts(book, rulesFolder), book.Signatures, today);

    /// <summary>Files of rules; whatever orders or routes requests is signed, the list of offices too.</summary>
    private static IEnumerable<Signable> Rules(string folder) =>
        from file in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
        let name = $"rules/{Path.GetFileName(file)}"
        select Signable.Of(name, name, SignerRole.ProtectionReviewer, File.ReadAllText(file));
}
