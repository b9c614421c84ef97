using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Content.Urgent;
using Outreach.Localization;

namespace Outreach.Content.Signing;

/// <summary>The texts of a book that must be signed: each dialog, each language of the urgent words, the cards of the second ring, the consent text in each language.</summary>
public static partial class SignedTexts
{
    /// <summary>Everything, in the order it is shown.</summary>
    public static ImmutableArray<Signable> Of(Book book) => [.. book.ToSign, .. Locale.All.Select(l => Consent(book, l))];

    /// <summary>The consent text as people of this office read it: with its name, and the agencies of each dialog.</summary>
    public static Signable Consent(Book book, Locale locale) => Signable.Of(
        $"consent/{locale.Tag}",
        locale == Locale.English ? "catalogs/app.pot" : $"catalogs/app.{locale.Tag}.po",
        SignerRole.DataProtectionReviewer,
        ConsentGate.WholeText(book, locale));

    /// <summary>Dialogs, urgent words and cards of the second ring, from their files.</summary>
    internal static ImmutableArray<Signable> Of(ContentFiles files) =>
    [
        .. files.Under("dialogs").Select(f => Signable.Of($"dialogs/{f.Name}", $"dialogs/{f.Name}", SignerRole.ProtectionReviewer, f.Text)),
        .. files.All.Where(f => f.Name == UrgentWords.File).SelectMany(Languages),
        .. files.Under(UrgentExamples.Folder).Select(f => Signable.Of($"urgent-examples/{Path.GetFileNameWithoutExtension(f.Name)}", $"{UrgentExamples.Folder}/{f.Name}", SignerRole.ProtectionReviewer, f.Text)),
        .. files.Under(UrgentExamples.IdeasFolder).Select(f => Signable.Of($"urgent-ideas/{Path.GetFileNameWithoutExtension(f.Name)}", $"{UrgentExamples.IdeasFolder}/{f.Name}", SignerRole.ProtectionReviewer, f.Text)),
        .. files.Under("safety/ring").Select(f => Signable.Of($"ring/{Path.GetFileNameWithoutExtension(f.Name)}", $"safety/ring/{f.Name}", SignerRole.ProtectionReviewer, f.Text)),
    ];

    /// <summary>A list of urgent words is read by speakers of one language: each signs their part.</summary>
    private static IEnumerable<Signable> Languages(NamedText file)
    {
        var text = file.Text.ReplaceLineEndings("\n");
        var keys = TopKey().Matches(text);
        for (var i = 0; i < keys.Count; i++)
        {
            var end = i + 1 < keys.Count ? keys[i + 1].Index : text.Length;
            yield return Signable.Of($"{Path.GetFileNameWithoutExtension(file.Name)}/{keys[i].Groups["key"].Value}", file.Name, SignerRole.ProtectionReviewer, text[keys[i].Index..end]);
        }
    }

    [GeneratedRegex("^(?<key>[a-z][a-z-]*):", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TopKey();
}
