using System.Collections.Immutable;
using System.Text;
using Outreach.Content.Learning;
using Outreach.Localization;

namespace Outreach.Content.Urgent;

/// <summary>
/// Reads one line of the list. Words stand for themselves; <c>kill*</c> for any ending, <c>*nipiga*</c> for any beginning and
/// ending; <c>a|b</c> for either; <c>&lt;set&gt;</c> for any member; <c>word?</c> may be missing; <c>_</c> is up to two words of
/// any kind; <c>^</c> and <c>$</c> are the beginning and end of the message. <c>a &amp; b</c> is both in either order with up to ten
/// words between: people in fear tell what happens in any order. A member of several words makes several forms.
/// </summary>
internal sealed class UrgentPhraseParser(IReadOnlyDictionary<string, ImmutableArray<string>> sets)
{
    public const string NumberSet = "number";

    /// <summary>The forms a line stands for.</summary>
    public Result<ImmutableArray<ImmutableArray<UrgentStep>>> Parse(string line, string where)
    {
        var parts = new List<ImmutableArray<ImmutableArray<UrgentStep>>>();
        foreach (var text in line.Split(" & "))
        {
            var part = ParsePart(text, where);
            if (!part.Ok)
                return part.Problems;
            parts.Add(part.Value);
        }

        var forms = parts is [var only] ? only : [.. InAnyOrder(parts)];
        return Checked(line, where, forms);
    }

    /// <summary>All forms of the parts one after the other, the first part first, then the second, and so on.</summary>
    private static IEnumerable<ImmutableArray<UrgentStep>> InAnyOrder(List<ImmutableArray<ImmutableArray<UrgentStep>>> parts)
    {
        if (parts is [var last])
            return last;
        return from first in parts
               from rest in InAnyOrder([.. parts.Where(p => p != first)])
               from form in first
               select form.AddRange(rest.SetItem(0, rest[0] with { Gap = UrgentLimits.NearGap }));
    }

    private Result<ImmutableArray<ImmutableArray<UrgentStep>>> ParsePart(string line, string where)
    {
        var forms = new List<Form> { new([], 0) };
        foreach (var item in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (item == "_")
            {
                forms = [.. forms.Select(f => f with { Gap = f.Gap + 1 })];
                continue;
            }

            var ways = Ways(item, line, where);
            if (!ways.Ok)
                return ways.Problems;
            forms = [.. from form in forms from way in ways.Value select form.Then(way)];
            if (forms.Count > UrgentLimits.FormsPerPhrase)
                return UrgentProblems.TooManyForms(where, line);
        }

        return IsLoose(line, forms) ? UrgentProblems.LooseGap(where, line) : forms.Select(f => f.Steps).ToImmutableArray();
    }

    /// <summary>The text of a word or several as the matcher will see it.</summary>
    public static ImmutableArray<string> Words(string text)
    {
        var tokens = TextTokens.Of(text);
        var words = ImmutableArray.CreateBuilder<string>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
            words.Add(tokens[i].ToString());
        tokens.Return();
        return words.DrainToImmutable();
    }

    private static bool IsLoose(string line, List<Form> forms) => line.TrimStart().StartsWith("_ ", StringComparison.Ordinal) || forms.Exists(f => f.Gap > 0);

    private static Result<ImmutableArray<ImmutableArray<UrgentStep>>> Checked(string line, string where, ImmutableArray<ImmutableArray<UrgentStep>> forms)
    {
        if (forms.Length > UrgentLimits.FormsPerPhrase)
            return UrgentProblems.TooManyForms(where, line);
        if (forms.Any(f => f.Length > UrgentLimits.StepsPerPhrase))
            return UrgentProblems.TooLong(where, line);
        if (!forms.All(HasWords))
            return UrgentProblems.NoWords(where, line);
        return forms;
    }

    private static bool HasWords(ImmutableArray<UrgentStep> form) =>
        form.Any(s => s.Forms.Any(w => w.Shape is not (WordShape.First or WordShape.Last)));

    /// <summary>A phrase so far, and the gap before what comes next.</summary>
    private sealed record Form(ImmutableArray<UrgentStep> Steps, int Gap)
    {
        public Form Then(ImmutableArray<UrgentStep> way) =>
            way.IsEmpty ? this : new([.. Steps, way[0] with { Gap = Steps.IsEmpty ? 0 : Gap }, .. way[1..]], 0);
    }

    /// <summary>All ways one item may be said: one with all its single words, one for each member of several words, one without it.</summary>
    private Result<ImmutableArray<ImmutableArray<UrgentStep>>> Ways(string item, string line, string where)
    {
        var optional = item.Length > 1 && item[^1] == '?';
        var single = ImmutableArray.CreateBuilder<WordForm>();
        var ways = new List<ImmutableArray<UrgentStep>>();
        foreach (var choice in (optional ? item[..^1] : item).Split('|'))
        {
            var members = Members(choice, where);
            if (!members.Ok)
                return members.Problems;
            foreach (var member in members.Value)
                if (Forms(member, line, where) is { Ok: true } forms)
                    Sort(forms.Value, single, ways);
                else
                    return Forms(member, line, where).Problems;
        }

        if (single.Count > 0)
            ways.Insert(0, [new UrgentStep(0, single.ToImmutable())]);
        if (optional)
            ways.Add([]);
        return ways.ToImmutableArray();
    }

    private static void Sort(ImmutableArray<WordForm> forms, ImmutableArray<WordForm>.Builder single, List<ImmutableArray<UrgentStep>> ways)
    {
        if (forms.Length == 1)
            single.Add(forms[0]);
        else
            ways.Add([.. forms.Select(f => new UrgentStep(0, [f]))]);
    }

    private Result<ImmutableArray<string>> Members(string choice, string where)
    {
        if (choice is not ['<', .., '>'])
            return ImmutableArray.Create(choice);
        var name = choice[1..^1];
        if (name == NumberSet)
            return ImmutableArray.Create(choice);
        return sets.TryGetValue(name, out var members) ? members : UrgentProblems.UnknownSet(where, name);
    }

    /// <summary>The words of one member; only its last may end, and only a single word may begin, with *.</summary>
    private static Result<ImmutableArray<WordForm>> Forms(string member, string line, string where)
    {
        switch (member)
        {
            case "^":
                return ImmutableArray.Create(new WordForm("", WordShape.First));
            case "$":
                return ImmutableArray.Create(new WordForm("", WordShape.Last));
            case $"<{NumberSet}>":
                return ImmutableArray.Create(new WordForm("", WordShape.Number));
        }

        var inside = member.StartsWith('*');
        var begin = member.EndsWith('*');
        var words = Words(member.Trim('*'));
        if (words.IsEmpty || (inside && words.Length > 1))
            return UrgentProblems.NoWords(where, line);
        if ((inside || begin) && TooShort(words[^1]))
            return UrgentProblems.ShortStem(where, member);
        var last = new WordForm(words[^1], inside ? WordShape.Inside : begin ? WordShape.Begin : WordShape.Whole);
        return ImmutableArray.CreateRange(words.SkipLast(1).Select(w => new WordForm(w, WordShape.Whole)).Append(last));
    }

    private static bool TooShort(string stem) =>
        stem.Length < (Rune.GetRuneAt(stem, 0).Value is >= 0x1200 and < 0x1400 ? UrgentLimits.ShortestStem - 1 : UrgentLimits.ShortestStem);
}
