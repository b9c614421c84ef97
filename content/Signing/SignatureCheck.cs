using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Signing;

/// <summary>Holds texts against signatures.</summary>
public static class SignatureCheck
{
    /// <summary>Why texts count as unsigned, a problem for each; empty when each has a good signature. Any good one is enough.</summary>
    public static ImmutableArray<Problem> Missing(IEnumerable<Signable> texts, ImmutableArray<Signature> signatures, DateOnly today)
    {
        var byText = signatures.ToLookup(s => s.Signs, StringComparer.Ordinal);
        return [.. texts.Select(text => Missing(text, [.. byText[text.Id].OrderBy(s => s.Date)], today)).OfType<Problem>()];
    }

    /// <summary>Signatures under texts that are not there.</summary>
    public static IEnumerable<Problem> Loose(IEnumerable<Signable> texts, ImmutableArray<Signature> signatures) =>
        signatures.ExceptBy(texts.Select(t => t.Id), s => s.Signs, StringComparer.Ordinal).Select(SigningProblems.NoSuchText);

    private static Problem? Missing(Signable text, ImmutableArray<Signature> all, DateOnly today)
    {
        if (all.IsEmpty)
            return SigningProblems.Unsigned(text);
        ImmutableArray<Signature> ofThisText = [.. all.Where(s => s.Hash == text.Hash)];
        if (ofThisText.IsEmpty)
            return SigningProblems.Changed(text, all[^1]);
        ImmutableArray<Signature> ofRole = [.. ofThisText.Where(s => s.Role == text.Role)];
        if (ofRole.IsEmpty)
            return SigningProblems.OtherRole(text, ofThisText[^1]);
        return ofRole.Any(s => s.Date <= today) ? null : SigningProblems.InFuture(text, ofRole[0]);
    }
}
