using System.Collections.Immutable;

namespace Outreach.Content.Dialogs;

/// <summary>One question as it stands in a walk: with its path, and whether it is the "another?" of a repeat.</summary>
/// <param name="Path">Where its answer is kept.</param>
/// <param name="Question">The question; for "another?" a yes-or-no question made up by the walk.</param>
/// <param name="Answer">What was answered; null when it was not.</param>
/// <param name="Repeats">Repeat instances around it, outermost first, each counted from 1.</param>
public sealed record WalkPoint(AnswerPath Path, DialogItem.Question Question, Answer? Answer, ImmutableArray<int> Repeats)
{
    /// <summary>True when something must be answered: no note, no calculation, nothing that is spared (<see cref="Helping"/>).</summary>
    public bool Asks => Question.Type is not (AnswerType.Note or AnswerType.Calculate) && Answer is not Answer.Seen;
}

/// <summary>
/// Definition + answers = where the person is. Nothing of it is stored, so going back, changing an answer, another language,
/// next week and a new revision of the dialog all just work (DESIGN section 5).
/// </summary>
public sealed class DialogWalk
{
    /// <summary>The name of the made-up choice list of "another?".</summary>
    public const string AnotherList = "another";

    private static readonly ChoiceList YesNo = new(AnotherList,
    [
        new Choice("yes", "choice.another.yes", null, ImmutableDictionary<string, string>.Empty),
        new Choice("no", "choice.another.no", null, ImmutableDictionary<string, string>.Empty),
    ]);

    private readonly AnswerScope _scope;
    private readonly ImmutableArray<WalkPoint>.Builder _points = ImmutableArray.CreateBuilder<WalkPoint>();

    private DialogWalk(DialogDefinition dialog, Answers answers, Moment now, string seed)
    {
        Dialog = dialog;
        Answers = answers;
        _scope = new AnswerScope(dialog, answers, now, seed);
        Visit(dialog.Items, default, []);
        Points = _points.ToImmutable();
        Current = (answers.Revisited is { } again ? Points.FirstOrDefault(p => p.Path == again) : null)
            ?? Points.FirstOrDefault(p => p.Answer is null && p.Question is { Extra: false, Type: not AnswerType.Calculate });
    }

    /// <summary>The dialog.</summary>
    public DialogDefinition Dialog { get; }

    /// <summary>The answers the walk was made from.</summary>
    public Answers Answers { get; }

    /// <summary>Every relevant point in order.</summary>
    public ImmutableArray<WalkPoint> Points { get; }

    /// <summary>What is to be asked or shown now; null when the dialog is complete.</summary>
    public WalkPoint? Current { get; }

    /// <summary>Walks a dialog.</summary>
    /// <param name="dialog">The dialog.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="now">When.</param>
    /// <param name="seed">What random() and uuid() are made of; the same for one conversation.</param>
    public static DialogWalk Of(DialogDefinition dialog, Answers answers, Moment now, string seed = "") => new(dialog, answers, now, seed);

    /// <summary>"3 of 9": counts relevant questions; the total may still change, as it does on paper.</summary>
    public Progress Progress
    {
        get
        {
            var asked = Points.Where(p => p.Asks && (!p.Question.Extra || p.Answer is not null || p.Path == Current?.Path)).ToList();
            var at = Current is null ? asked.Count : asked.FindIndex(p => p.Path == Current.Path) + 1;
            return new Progress(Math.Max(1, at), Math.Max(1, asked.Count));
        }
    }

    /// <summary>The answered question before the current one; null at the first.</summary>
    public WalkPoint? Previous
    {
        get
        {
            var until = Current is null ? Points.Length : Points.IndexOf(Current);
            return Points.Take(until).LastOrDefault(p => p.Asks && p.Answer is not null);
        }
    }

    /// <summary>The point at a path, when it is relevant.</summary>
    public WalkPoint? Find(AnswerPath path) => Points.FirstOrDefault(p => p.Path == path);

    /// <summary>The choices of a select question that its filter allows now.</summary>
    public ImmutableArray<Choice> Choices(WalkPoint point) => point.Question.Type switch
    {
        AnswerType.SelectOne one => Allowed(point, one.List, one.Filter),
        AnswerType.SelectMultiple many => Allowed(point, many.List, many.Filter),
        AnswerType.AgeBand age => age.List.Choices,
        _ => [],
    };

    /// <summary>Whether an answer keeps the question's constraint.</summary>
    public bool Keeps(WalkPoint point, string value) =>
        point.Question.Constraint is not { } constraint || constraint.IsTrue(_scope.At(point, value));

    /// <summary>Whether an answer is possible but hardly true.</summary>
    public bool Doubts(WalkPoint point, string value) =>
        point.Question.Unlikely is { } unlikely && unlikely.IsTrue(_scope.At(point, value));

    /// <summary>Questions nobody was asked yet, which the summary offers.</summary>
    public IEnumerable<WalkPoint> Extras => Points.Where(p => p.Question.Extra && p.Answer is null);

    /// <summary>What a calculation gives now.</summary>
    public string Calculate(WalkPoint point) => point.Question.Type is AnswerType.Calculate c ? c.Formula.AsText(_scope.At(point)) : "";

    /// <summary>The value of a name, for holes in labels ("${called}").</summary>
    public string ValueOf(string name) => _scope.Plain(name);

    private void Visit(ImmutableArray<DialogItem> items, AnswerPath at, ImmutableArray<int> repeats)
    {
        foreach (var item in items)
        {
            if (!_scope.IsRelevant(item, repeats))
                continue;
            switch (item)
            {
                case DialogItem.Question q:
                    var path = at.Then(q.Name);
                    _points.Add(new WalkPoint(path, q, _scope.AnswerAt(q, at), repeats));
                    break;
                case DialogItem.Group g:
                    Visit(g.Items, at.Then(g.Name), repeats);
                    break;
                case DialogItem.Repeat r:
                    VisitRepeat(r, at, repeats);
                    break;
            }
        }
    }

    private void VisitRepeat(DialogItem.Repeat repeat, AnswerPath at, ImmutableArray<int> repeats)
    {
        for (var i = 1; i <= Limits.RepeatInstances; i++)
        {
            if (repeat.Count is null)
            {
                var more = Another(repeat, at, i, repeats);
                _points.Add(more);
                if (more.Answer is not Answer.Given { Value: "yes" })
                    return;
            }
            else if (i > _scope.Instances(repeat, at, repeats))
            {
                return;
            }
            Visit(repeat.Items, at.Then($"{repeat.Name}[{i}]"), repeats.Add(i));
        }
    }

    private WalkPoint Another(DialogItem.Repeat repeat, AnswerPath at, int instance, ImmutableArray<int> repeats)
    {
        var path = at.Then(AnswerScope.MoreName(repeat.Name, instance));
        var question = new DialogItem.Question
        {
            Name = path.Name,
            Label = instance == 1 ? repeat.Label : $"{repeat.Label}.again",
            Type = new AnswerType.SelectOne(YesNo, null),
            InSummary = false,
        };
        return new WalkPoint(path, question, Answers.At(path), repeats);
    }

    private ImmutableArray<Choice> Allowed(WalkPoint point, ChoiceList list, Expressions.Expression? filter) =>
        filter is null ? list.Choices : [.. list.Choices.Where(c => filter.IsTrue(_scope.At(point, choice: c)))];
}
