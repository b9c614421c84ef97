using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>What a careful author would see in dialogs that load: ways that lead nowhere, questions nobody needs, screens nobody reads.</summary>
public static class SurveyChecks
{
    private const string ChoicePrefix = "choice.";

    /// <summary>Everything there is to say, ordered by place.</summary>
    /// <param name="book">The dialogs and programmes.</param>
    /// <param name="readByRules">Names of questions that rules look at; content does not know the rules.</param>
    public static ImmutableArray<Remark> Inspect(Book book, IReadOnlySet<string> readByRules) =>
    [
        .. book.Dialogs.Values.OrderBy(d => d.Id, StringComparer.Ordinal).SelectMany(d => Of(book, d, readByRules)).Concat(UnusedChoices(book))
            .Distinct().OrderBy(r => r.Problem.Where, StringComparer.Ordinal).ThenBy(r => r.Problem.Code),
    ];

    private static IEnumerable<Remark> Of(Book book, DialogDefinition dialog, IReadOnlySet<string> readByRules)
    {
        var (file, routes) = ($"{DialogReader.Folder}/{dialog.Id}.yaml", SurveyRoutes.Of(book, dialog));
        string Where(string key) => book.Texts.English.TryGetValue(key, out var entry) && entry.Where.Length > 0 ? entry.Where : file;
        return Routes(book, dialog, routes, file, Where)
            .Concat(Uses(dialog, readByRules, Where))
            .Concat(Halves(dialog, Where))
            .Concat(SurveySize.Screens(dialog).Where(q => SurveySize.RowsOf(book, q) > SurveySize.Rows)
                .Select(q => Remark.Warning(SurveyProblems.TooTall(Where(q.Label), q.Name, SurveySize.RowsOf(book, q)))));
    }

    private static IEnumerable<Remark> Routes(Book book, DialogDefinition dialog, SurveyRoutes routes, string file, Func<string, string> where)
    {
        if (!routes.Complete)
            yield return Remark.Warning(SurveyProblems.TooManyWays(file));
        if (routes.Longest.Length > SurveySize.MostOf(book, dialog))
            yield return Remark.Error(SurveyProblems.TooMany(file, routes.Longest.Length, SurveySize.MostOf(book, dialog)));
        // Anybody can write to a person from everywhere, without a programme.
        if (dialog.Id != Humans.TalkDialog && !book.Programmes.Any(p => p.Id == dialog.Programme && p.Dialog == dialog.Id))
            yield return Remark.Error(SurveyProblems.NotNamed(file, dialog.Id, dialog.Programme));
        foreach (var question in DialogChecks.Flatten(dialog.Items).OfType<DialogItem.Question>().Where(q => q.Type is not AnswerType.Calculate))
        {
            if (!routes.Reached.Contains(question.Name))
                yield return Remark.Error(SurveyProblems.Unreachable(where(question.Label), question.Name));
            else
                foreach (var choice in SurveySize.ListOf(question)?.Choices.Where((c, i) => IsShut(routes, question, c, i)) ?? [])
                    yield return Remark.Error(SurveyProblems.NobodyChooses(where(choice.Label), question.Name, choice.Name));
        }
    }

    private static bool IsShut(SurveyRoutes routes, DialogItem.Question question, Choice choice, int index) =>
        (choice.Signal is not Signal.Watched && !routes.Choosable.Contains((question.Name, choice.Name)))
        || SurveySize.ListOf(question)!.Choices.Take(index).Any(c => c.Name == choice.Name);

    private static IEnumerable<Remark> Uses(DialogDefinition dialog, IReadOnlySet<string> readByRules, Func<string, string> where)
    {
        var looked = DialogChecks.Flatten(dialog.Items).SelectMany(DialogChecks.Expressions).Where(e => !ReferenceEquals(e.Expression, (e.Item as DialogItem.Question)?.Constraint))
            .SelectMany(e => e.Expression.Names).ToHashSet(StringComparer.Ordinal);
        return DialogChecks.Flatten(dialog.Items).OfType<DialogItem.Question>()
            .Where(q => q.Purpose == "triage" && !readByRules.Contains(q.Name) && !looked.Contains(q.Name))
            .Select(q => Remark.Warning(SurveyProblems.NoUse(where(q.Label), q.Name)));
    }

    private static IEnumerable<Remark> Halves(DialogDefinition dialog, Func<string, string> where)
    {
        var all = DialogChecks.Flatten(dialog.Items).ToList();
        var extras = all.OfType<DialogItem.Question>().Where(q => q.Extra).Select(q => q.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var q in all.OfType<DialogItem.Question>())
        {
            if (q.Unlikely is null != q.UnlikelyMessage is null)
                yield return Remark.Warning(q.Unlikely is null ? SurveyProblems.HalfSaid(where(q.Label), q.Name, "unlikely_message", "unlikely") : SurveyProblems.HalfSaid(where(q.Label), q.Name, "unlikely", "unlikely_message"));
            if (q.Constraint is null != q.ConstraintMessage is null)
                yield return Remark.Warning(q.Constraint is null ? SurveyProblems.HalfSaid(where(q.Label), q.Name, "constraint_message", "constraint") : SurveyProblems.HalfSaid(where(q.Label), q.Name, "constraint", "constraint_message"));
            if (q.Extra && (q.Safety || q.Type is AnswerType.Consent or AnswerType.Note or AnswerType.Calculate))
                yield return Remark.Error(SurveyProblems.Extra(where(q.Label), q.Name, "and a safety question, a note, a calculation or the consent; those cannot be left for the end"));
            if (!q.Extra && q.Relevant?.Names.FirstOrDefault(extras.Contains) is { } late)
                yield return Remark.Error(SurveyProblems.Extra(where(all.First(i => i.Name == late).Label), late, $"but decides whether '{q.Name}' is asked; ask it before the summary, or make '{q.Name}' extra too"));
        }
    }

    private static IEnumerable<Remark> UnusedChoices(Book book)
    {
        var offered = book.Dialogs.Values.SelectMany(d => DialogChecks.Flatten(d.Items)).OfType<DialogItem.Question>()
            .SelectMany(q => SurveySize.ListOf(q)?.Choices ?? []).SelectMany(c => (string?[])[c.Label, c.Also]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return book.Texts.English.Values
            .Where(e => e.Key.StartsWith(ChoicePrefix, StringComparison.Ordinal) && e.Where.StartsWith(DialogReader.Folder + "/", StringComparison.Ordinal) && !offered.Contains(e.Key))
            .Select(e => Remark.Warning(SurveyProblems.UnusedChoice(e.Where, e.Key)));
    }
}
