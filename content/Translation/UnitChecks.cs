using System.Text.RegularExpressions;
using Outreach.Localization;
using Outreach.Localization.Exchange;

namespace Outreach.Content.Translation;

/// <summary>Why a unit that came back cannot be taken.</summary>
internal static partial class UnitChecks
{
    /// <summary>Every reason; none when it can be taken, or was not worked on.</summary>
    public static IEnumerable<Problem> Refused(Locale locale, TranslationUnit ours, TranslationUnit sent)
    {
        if (Same(ours.Source) != Same(sent.Source))
            return [ExchangeProblems.SourceChanged(ours.Id, WordDifference.Shown(sent.Source, ours.Source))];
        if (ours.State == UnitState.Unneeded)
            return sent.Target.Length == 0 || Same(sent.Target) == Same(ours.Source) ? [] : [ExchangeProblems.Unneeded(ours.Id)];
        if (sent.Target.Length == 0 || sent.State != UnitState.Translated)
            return [];
        return ours.File.EndsWith(".pot", StringComparison.Ordinal) ? Message(locale, ours, sent.Target) : Block(ours, sent.Target);
    }

    private static IEnumerable<Problem> Message(Locale locale, TranslationUnit ours, string target)
    {
        var (english, text) = (MessageTemplate.Parse(ours.Source), MessageTemplate.Parse(target));
        var saysTheNumber = ours.Id.EndsWith(']') && PluralRule.Of(locale).SingleNumber.Contains(PluralRule.Of(locale).Forms[ours.Id[^2] - '0']);
        // Of a counted message only the forms for one number may leave the number out.
        if (!text.IsWellFormed || !Holes(text).SequenceEqual(Holes(english)))
            yield return ExchangeProblems.HolesChanged(ours.Id, string.Join(", ", text.Holes), string.Join(", ", english.Holes));
        if (Space(target) != Space(ours.Source))
            yield return ExchangeProblems.SpaceChanged(ours.Id);

        IEnumerable<string> Holes(MessageTemplate template) => template.Holes.Where(h => !saysTheNumber || h != CatalogCheck.CountHole);
    }

    private static IEnumerable<Problem> Block(TranslationUnit ours, string target)
    {
        var (links, theirs) = (Addresses(ours.Source, "contact:"), Addresses(target, "contact:"));
        if (!links.Other.SequenceEqual(theirs.Other, StringComparer.Ordinal))
            yield return ExchangeProblems.LinksChanged(ours.Id, string.Join(", ", theirs.Other), string.Join(", ", links.Other));
        if (!links.Contacts.SequenceEqual(theirs.Contacts, StringComparer.Ordinal))
            yield return ExchangeProblems.ContactsChanged(ours.Id);
        if (!ours.Source.Contains('\n') && target.Trim().Contains('\n'))
            yield return ExchangeProblems.ManyLines(ours.Id);
    }

    /// <summary>Internal addresses must be the same; a site may have the same page in another language: of it the host counts.</summary>
    private static (List<string> Other, List<string> Contacts) Addresses(string text, string contact)
    {
        var all = Address().Matches(text).Select(m => m.Groups["to"].Value).ToList();
        return ([.. all.Where(a => !a.StartsWith(contact, StringComparison.Ordinal)).Select(a => Uri.TryCreate(a, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? uri.Host : a).Order(StringComparer.Ordinal)],
            [.. all.Where(a => a.StartsWith(contact, StringComparison.Ordinal))]);
    }

    private static string Same(string text) => string.Join(' ', text.Split([' ', '\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private static (string Before, string After) Space(string text) => (text[..(text.Length - text.TrimStart().Length)], text[text.TrimEnd().Length..]);

    [GeneratedRegex(@"\]\((?<to>[^()\s]*)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
