using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Search;

/// <summary>A row of a table of questions.</summary>
/// <param name="Id">Its own id.</param>
/// <param name="Language">Language it is asked in.</param>
/// <param name="Text">The question.</param>
/// <param name="Topics">Topics that answer it; the best first.</param>
/// <param name="Style">plain, typo, dialect, translit, oblique, long, or what its author called it.</param>
public sealed record QuestionRow(string Id, Locale Language, string Text, ImmutableArray<string> Topics, string Style);

/// <summary>What the search made of it.</summary>
/// <param name="Row">The question.</param>
/// <param name="Found">What it was answered with.</param>
public sealed record QuestionOutcome(QuestionRow Row, SearchResult Found)
{
    /// <summary>Where the first card stands that answers, from 1; 0 when none does. A programme in between takes its place.</summary>
    public int Place => Found.Cards.Select((card, i) => (Answers: card.Page.Shelf != Library.ProgrammeShelf && Row.Topics.Contains(card.Page.Topic), At: i + 1)).FirstOrDefault(c => c.Answers).At;
}

/// <summary>Figures over some questions. Of nothing they are zero.</summary>
public sealed record QuestionFigures(int Rows, double First, double Three, double Reciprocal)
{
    /// <summary>Counts them.</summary>
    public static QuestionFigures Of(IReadOnlyCollection<QuestionOutcome> outcomes) => outcomes.Count == 0 ? new(0, 0, 0, 0) : new(
        outcomes.Count,
        outcomes.Count(o => o.Place == 1) / (double)outcomes.Count,
        outcomes.Count(o => o.Place is >= 1 and <= SearchIndex.MostFound) / (double)outcomes.Count,
        outcomes.Sum(o => o.Place == 0 ? 0 : 1.0 / o.Place) / outcomes.Count);
}

/// <summary>Measures the search on questions of an author who did not know what it learned from.</summary>
public static class QuestionEvaluation
{
    /// <summary>The rows of a table with tabs and a line of column names; or every line that cannot be used.</summary>
    public static Result<ImmutableArray<QuestionRow>> Read(string text, string file)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var names = lines[0].Split('\t').Select(n => n.Trim()).ToImmutableArray();
        var missing = ((string[])["id", "lang", "text", "topic"]).Where(n => !names.Contains(n)).ToList();
        if (missing.Count > 0)
            return SearchProblems.BadColumns($"{file}:1", string.Join(", ", missing));
        var rows = lines.Index().Skip(1).Where(l => l.Item.Trim().Length > 0).Select(l => Row(l.Item.Split('\t'), names, $"{file}:{l.Index + 1}")).ToList();
        var problems = rows.SelectMany(r => r.Problems).Concat(Twice(rows, file)).ToImmutableArray();
        return problems.Length > 0 ? problems
            : rows.Count == 0 ? SearchProblems.BadQuestion($"{file}:1", "there is no row below the names of the columns; write one question a line")
            : rows.Select(r => r.Value!).ToImmutableArray();
    }

    /// <summary>Asks each question of the book, for a person in the place.</summary>
    public static ImmutableArray<QuestionOutcome> Ask(SearchIndex search, IEnumerable<QuestionRow> rows, string place) =>
        [.. rows.Select(r => new QuestionOutcome(r, search.Find(r.Language, AnswerRule.Clean(r.Text), place)))];

    private static Result<QuestionRow> Row(string[] cells, ImmutableArray<string> names, string where)
    {
        string Cell(string name) => names.IndexOf(name) is >= 0 and var at && at < cells.Length ? cells[at].Trim() : "";
        if (cells.Length > names.Length)
            return SearchProblems.BadQuestion(where, "more cells than columns; a question may hold no tab, write a space instead");
        if (((string[])["id", "lang", "text", "topic"]).FirstOrDefault(n => Cell(n).Length == 0) is { } empty)
            return SearchProblems.BadQuestion(where, $"'{empty}' is empty; every row needs id, lang, text and topic, with tabs between them");
        if (!Locale.TryParse(Cell("lang"), out var locale))
            return SearchProblems.BadQuestion(where, $"'{Cell("lang")}' is no language we speak; write one of {string.Join(", ", Locale.All.Select(l => l.Tag))}");
        ImmutableArray<string> topics = [Cell("topic"), .. Cell("also").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return topics.FirstOrDefault(t => !Topics.All.Contains(t)) is { } unknown
            ? SearchProblems.BadQuestion(where, $"'{unknown}' is no topic; topics are {string.Join(", ", Topics.Ordered)}")
            : new QuestionRow(Cell("id"), locale, Cell("text"), topics, Cell("style") is { Length: > 0 } style ? style : "-");
    }

    private static IEnumerable<Problem> Twice(IEnumerable<Result<QuestionRow>> rows, string file) => rows.Where(r => r.Ok).GroupBy(r => r.Value!.Id, StringComparer.Ordinal)
        .Where(g => g.Count() > 1).Select(g => SearchProblems.BadQuestion(file, $"the id '{g.Key}' stands {g.Count()} times; give every question its own"));
}
