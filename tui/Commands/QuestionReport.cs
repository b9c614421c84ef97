using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Search;

namespace Outreach.Tui.Commands;

/// <summary>What a table of questions came to, for reading.</summary>
internal static class QuestionReport
{
    private const int Bands = 10;

    /// <summary>Every question whose first card does not answer it.</summary>
    public static void Misses(ImmutableArray<QuestionOutcome> outcomes, TextWriter say)
    {
        foreach (var o in outcomes.Where(o => o.Place != 1))
            say.WriteLine($"{(o.Place == 0 ? "missed" : $"at {o.Place}")} {o.Row.Id} {o.Row.Language.Tag} {o.Row.Style}: wanted {string.Join('|', o.Row.Topics)}, {Said(o.Found)} | {o.Row.Text}");
        if (outcomes.Any(o => o.Place != 1))
            say.WriteLine();
    }

    /// <summary>Per language, style and topic, then how far its confidence can be trusted, then all.</summary>
    public static void Figures(ImmutableArray<QuestionOutcome> outcomes, TextWriter say)
    {
        say.WriteLine("                n   hit@1   hit@3     mrr");
        foreach (var groups in (Func<QuestionOutcome, string>[])[o => o.Row.Language.Tag, o => o.Row.Style, o => o.Row.Topics[0]])
        {
            foreach (var group in outcomes.GroupBy(groups, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
                say.WriteLine(Line(group.Key, QuestionFigures.Of([.. group])));
            say.WriteLine();
        }
        foreach (var sureness in outcomes.GroupBy(o => o.Found.Sureness).OrderByDescending(g => g.Key))
            say.WriteLine(Line(Name(sureness.Key), QuestionFigures.Of([.. sureness])));
        say.WriteLine();
        Calibration(outcomes, say);
        var all = QuestionFigures.Of(outcomes);
        say.WriteLine();
        say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hit@1 {all.First:0.00} hit@3 {all.Three:0.00} mrr {all.Reciprocal:0.00} n {all.Rows}"));
    }

    /// <summary>Whether "70 percent sure" is right seven times in ten: by bands of confidence, how many questions, and how often the first card answers.</summary>
    private static void Calibration(ImmutableArray<QuestionOutcome> outcomes, TextWriter say)
    {
        say.WriteLine("confidence      n   first card right");
        foreach (var band in outcomes.GroupBy(o => Math.Clamp((int)(o.Found.Confidence * Bands), 0, Bands - 1)).OrderByDescending(g => g.Key))
            say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{band.Key / (double)Bands:0.0} to {(band.Key + 1) / (double)Bands:0.0}  {band.Count(),5}  {QuestionFigures.Of([.. band]).First:0.00}"));
    }

    private static string Said(SearchResult found) => $"{Name(found.Sureness)}: {(found.Cards.IsEmpty ? "nothing" : string.Join(", ", found.Cards.Select(c => c.Page.Value)))}";

    private static string Name(Sureness sureness) => sureness switch { Sureness.Answer => "answered", Sureness.Offer => "offered", _ => "asked back" };

    private static string Line(string name, QuestionFigures f) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-12}{f.Rows,5}{f.First,8:0.00}{f.Three,8:0.00}{f.Reciprocal,8:0.00}");
}
