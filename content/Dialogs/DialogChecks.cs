using Outreach.Content.Dialogs.Expressions;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>What must hold of a whole dialog: unique names, known names in expressions, no circles, consent before answers.</summary>
internal static class DialogChecks
{
    public static IEnumerable<Problem> Check(DialogDefinition dialog, string file)
    {
        var all = Flatten(dialog.Items).ToList();
        foreach (var twice in all.GroupBy(i => i.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return DialogProblems.Twice(file, twice.Key);
        var names = all.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (item, expression) in all.SelectMany(Expressions))
            foreach (var unknown in expression.Names.Where(n => !names.Contains(n)))
                if (!Filters(item, expression, unknown))
                    yield return DialogProblems.UnknownName($"{file} ({item.Name})", unknown);
        foreach (var (item, expression) in all.SelectMany(Expressions))
            foreach (var column in expression.Columns.Where(c => !Filters(item, expression, c)))
                yield return DialogProblems.UnknownColumn($"{file} ({item.Name})", column);
        foreach (var circle in Circles(all))
            yield return DialogProblems.Circle(file, circle);
        foreach (var problem in ConsentFirst(dialog, all, file))
            yield return problem;
        foreach (var age in all.OfType<DialogItem.Question>().Select(q => q.Type).OfType<AnswerType.AgeBand>())
            if (!age.List.Choices.Any(c => c.Signal == Signal.Child))
                yield return DialogProblems.NoChildSignal(file, age.List.Name);
    }

    /// <summary>True when the expression is the choice_filter of the question and the name a column of its choices.</summary>
    private static bool Filters(DialogItem item, Expression expression, string name)
    {
        var (list, filter) = (item as DialogItem.Question)?.Type switch
        {
            AnswerType.SelectOne one => (one.List, one.Filter),
            AnswerType.SelectMultiple many => (many.List, many.Filter),
            _ => (null, null),
        };
        return ReferenceEquals(filter, expression) && (name == "name" || list!.Choices.Any(c => c.Filter.ContainsKey(name)));
    }

    /// <summary>All items, containers before what they contain.</summary>
    public static IEnumerable<DialogItem> Flatten(IEnumerable<DialogItem> items) => items.SelectMany(item => item switch
    {
        DialogItem.Group g => Flatten(g.Items).Prepend(g),
        DialogItem.Repeat r => Flatten(r.Items).Prepend(r),
        _ => [item],
    });

    /// <summary>Every expression of an item.</summary>
    public static IEnumerable<(DialogItem Item, Expression Expression)> Expressions(DialogItem item)
    {
        IEnumerable<Expression?> found = item switch
        {
            DialogItem.Question q => [q.Relevant, q.Constraint, q.Unlikely, (q.Type as AnswerType.Calculate)?.Formula, (q.Type as AnswerType.SelectOne)?.Filter, (q.Type as AnswerType.SelectMultiple)?.Filter],
            DialogItem.Repeat r => [r.Relevant, r.Count],
            _ => [item.Relevant],
        };
        return found.OfType<Expression>().Select(e => (item, e));
    }

    private static IEnumerable<string> Circles(List<DialogItem> all)
    {
        var needs = all.GroupBy(i => i.Name, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => g.SelectMany(i => (i.Relevant?.Names ?? new HashSet<string>()).Concat(((i as DialogItem.Question)?.Type as AnswerType.Calculate)?.Formula.Names ?? new HashSet<string>())).ToList(),
            StringComparer.Ordinal);
        return needs.Keys.Where(name => Reaches(name, name, []));

        bool Reaches(string from, string to, HashSet<string> seen) =>
            needs.TryGetValue(from, out var next) && next.Any(n => n == to || (seen.Add(n) && Reaches(n, to, seen)));
    }

    private static IEnumerable<Problem> ConsentFirst(DialogDefinition dialog, List<DialogItem> all, string file)
    {
        var consent = all.FindIndex(i => i is DialogItem.Question { Type: AnswerType.Consent });
        if (dialog.NeedsConsent && consent < 0)
            yield return DialogProblems.NoConsent(file);
        foreach (var early in all.Take(Math.Max(consent, 0)).OfType<DialogItem.Question>())
            if (early is { Safety: false, Type: not (AnswerType.Note or AnswerType.Calculate) })
                yield return DialogProblems.BeforeConsent(file, early.Name);
    }
}
