using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>What became of something a person typed or chose as an answer.</summary>
internal abstract record Reading
{
    private Reading() { }

    /// <summary>It is an answer; stored like this.</summary>
    public sealed record Accepted(string Value) : Reading;

    /// <summary>It is not; the key of the sentence that says why, with one hole {n}.</summary>
    public sealed record Rejected(string Key, string N = "") : Reading;

    /// <summary>It can mean several things; the values to ask about, the protective one first.</summary>
    public sealed record Ambiguous(string Key, ImmutableArray<string> Values) : Reading;
}

/// <summary>Reads what people type into what is stored, per type of question and language. Any digits are accepted.</summary>
internal static class AnswerRule
{
    private const int LongestName = 8;                               // of a choice, in words

    public static Reading Read(Scene scene, DialogWalk walk, WalkPoint point, string typed, bool chosen)
    {
        var text = Clean(typed);
        if (text.Length == 0)
            return new Reading.Rejected("wrong.empty");
        return point.Question.Type switch
        {
            AnswerType.SelectOne => One(scene, scene.Offered(walk, point), text, chosen),
            AnswerType.AgeBand age => Age(scene, age.List.Choices, text, chosen),
            AnswerType.SelectMultiple => Many(scene, scene.Offered(walk, point), text, chosen),
            AnswerType.Text rule => text.Length <= rule.MaxLength ? new Reading.Accepted(text) : new Reading.Rejected("wrong.long", Ascii(rule.MaxLength)),
            AnswerType.Integer => Whole(text),
            AnswerType.Phone => Phone(text),
            AnswerType.Date => DateRule.Read(scene, text, day => walk.Doubts(point, day)),
            _ => new Reading.Rejected("wrong.choose"),
        };
    }

    /// <summary>The text without control characters and with single spaces, so that nothing strange is stored or shown.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune))
                clean.Append(clean.Length > 0 && clean[^1] == ' ' ? "" : " ");
            else if (kind is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned)
                     && !IsBidiControl(rune))
                clean.Append(rune);
        }
        return clean.ToString().Trim();
    }

    /// <summary>The choice a text names: its number in the list, its label, another word for it, or the beginning of one label only.</summary>
    public static Choice? Match(Scene scene, ImmutableArray<Choice> choices, string text)
    {
        if (Index(text, choices.Length) is { } index)
            return choices[index];
        var folded = Fold.Text(text);
        if (folded.Length == 0)
            return null;
        var labels = choices.Select(c => Fold.Text(scene.Say(c.Label))).ToList();
        var exact = labels.FindIndex(l => l == folded);
        if (exact >= 0)
            return choices[exact];
        if (choices.FirstOrDefault(c => c.Also is { } also && scene.Say(also).Split('|').Any(w => Fold.Text(w) == folded)) is { } said)
            return said;
        return YesNo(scene, choices, labels, folded) ?? Only(choices, labels, l => folded.Length > 2 && StartsWithWords(l, folded));
    }

    private static Reading One(Scene scene, ImmutableArray<Choice> choices, string text, bool chosen)
    {
        var found = chosen ? choices.FirstOrDefault(c => c.Name == text) : Match(scene, choices, text);
        return found is not null ? new Reading.Accepted(found.Name)
            : Words(text) > 4 ? new Reading.Rejected("wrong.choose.kept", Ascii(choices.Length))
            : new Reading.Rejected("wrong.choose", Ascii(choices.Length));
    }

    private static Reading Many(Scene scene, ImmutableArray<Choice> choices, string text, bool chosen)
    {
        if (!chosen && Match(scene, choices, text) is { } whole)
            return new Reading.Accepted(whole.Name);
        var parts = text.Split([' ', ',', ';', '،', '፣', '+', '&'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = chosen ? parts.Select(p => choices.FirstOrDefault(c => c.Name == p)).ToList() : Several(scene, choices, parts);
        return found.Count == 0 || found.Contains(null)
            ? new Reading.Rejected("wrong.many", Ascii(choices.Length))
            : new Reading.Accepted(string.Join(' ', choices.Where(found.Contains).Select(c => c.Name)));
    }

    /// <summary>"Food and a place to sleep": from each word on the longest stretch that names one choice; words for "and" name none.</summary>
    private static List<Choice?> Several(Scene scene, ImmutableArray<Choice> choices, string[] words)
    {
        var and = JoiningWords.Of(scene.Say("say.and"));
        var found = new List<Choice?>();
        for (var at = 0; at < words.Length; at++)
        {
            if (found.Count > 0 && and.Is(words[at]))
                continue;
            var (named, length) = Enumerable.Range(1, Math.Min(LongestName, words.Length - at)).Reverse()
                .Select(n => (Match(scene, choices, string.Join(' ', words[at..(at + n)])) ?? Match(scene, choices, and.Bare(words[at..(at + n)])), n))
                .FirstOrDefault(m => m.Item1 is not null, (null, 1));
            found.Add(named);
            at += length - 1;
        }
        return found;
    }

    private static Reading Age(Scene scene, ImmutableArray<Choice> bands, string text, bool chosen)
    {
        if (chosen)
            return One(scene, bands, text, chosen: true);
        if (Index(text, bands.Length) is { } index)
            return new Reading.Accepted(bands[index].Name);
        return AgeWords.Read(text, scene.Language, scene.Now.Today, scene.State.Misses > 0) is { } reading
            ? reading
            : One(scene, bands, text, chosen: false);
    }

    private static Reading Whole(string text) =>
        int.TryParse(Digits.ToAscii(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
            ? new Reading.Accepted(Ascii(n))
            : new Reading.Rejected("wrong.number");

    private static Reading Phone(string text)
    {
        var ascii = Digits.ToAscii(text);
        var digits = new string([.. ascii.Where((c, i) => char.IsAsciiDigit(c) || (c == '+' && ascii[..i].Trim().Length == 0))]);
        var other = ascii.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or ' ' or '-' or '(' or ')' or '.' or '/'));
        return !other && digits.Count(char.IsAsciiDigit) is >= 6 and <= 15 ? new Reading.Accepted(digits) : new Reading.Rejected("wrong.phone");
    }

    /// <summary>A number on its own that is a place in a list of this length.</summary>
    internal static int? Index(string text, int length) =>
        int.TryParse(Digits.ToAscii(text).Trim('.', ')', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= length ? n - 1 : null;

    private static Choice? YesNo(Scene scene, ImmutableArray<Choice> choices, List<string> labels, string folded)
    {
        foreach (var key in (string[])["say.yes", "say.no"])
        {
            var words = scene.Say(key).Split('|').Select(Fold.Text).ToList();
            if (words.Contains(folded, StringComparer.Ordinal))
                return Only(choices, labels, l => words.Exists(w => StartsWithWords(l, w)));
        }
        return null;
    }

    private static Choice? Only(ImmutableArray<Choice> choices, List<string> labels, Func<string, bool> fits)
    {
        var matches = Enumerable.Range(0, choices.Length).Where(i => fits(labels[i])).Take(2).ToList();
        return matches is [var one] ? choices[one] : null;
    }

    private static bool StartsWithWords(string label, string start) =>
        label.StartsWith(start, StringComparison.Ordinal) && (label.Length == start.Length || label[start.Length] == ' ');

    private static bool IsBidiControl(Rune rune) => rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static int Words(string text) => text.Count(c => c == ' ') + 1;

    private static string Ascii(int n) => n.ToString(CultureInfo.InvariantCulture);
}
