using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Outreach.Content.Dialogs;
using Outreach.Content.Dialogs.Expressions;
using Outreach.Content.Programmes;

namespace Outreach.Content.Checks;

/// <summary>
/// Every way through a dialog, walked by the same walk that people are led by. It branches where an expression looks at an
/// answer; an answer that leads out of the dialog (a child in a dialog for adults, fear in a return dialog) ends the way.
/// </summary>
public sealed partial class SurveyRoutes
{
    /// <summary>Ways that are walked at most; a dialog with more is said to have too many.</summary>
    private const int MostWays = 20_000;
    private const int MostSteps = 400;

    private static readonly Moment Noon = new(new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero), TimeSpan.Zero);
    private static readonly int[] DaysAround = [-400, -61, -1, 0, 1, 8, 400];

    private readonly DialogDefinition _dialog;
    private readonly ProgrammeKind _kind;
    private readonly ImmutableArray<Expression> _expressions;
    private readonly HashSet<string> _deciding;
    private readonly HashSet<string> _reached = new(StringComparer.Ordinal);
    private readonly HashSet<(string Question, string Choice)> _choosable = [];
    private int _ways;

    private SurveyRoutes(DialogDefinition dialog, ProgrammeKind kind)
    {
        (_dialog, _kind) = (dialog, kind);
        _expressions = [.. DialogChecks.Flatten(dialog.Items).SelectMany(DialogChecks.Expressions).Select(e => e.Expression)];
        _deciding = _expressions.SelectMany(e => e.Names).ToHashSet(StringComparer.Ordinal);
        Go(Answers.None, [], MostSteps);
    }

    /// <summary>The ways through a dialog of a book.</summary>
    public static SurveyRoutes Of(Book book, DialogDefinition dialog) =>
        new(dialog, book.Programmes.FirstOrDefault(p => p.Dialog == dialog.Id)?.Kind ?? ProgrammeKind.Anyone);

    /// <summary>Names of the questions and notes that some way leads to.</summary>
    public IReadOnlySet<string> Reached => _reached;

    /// <summary>Choices that can be taken on some way.</summary>
    public IReadOnlySet<(string Question, string Choice)> Choosable => _choosable;

    /// <summary>The questions of the longest way to the summary, the consent counted, extras not.</summary>
    public ImmutableArray<string> Longest { get; private set; } = [];

    /// <summary>False when there are too many ways to walk them all.</summary>
    public bool Complete => _ways <= MostWays;

    private void Go(Answers answers, ImmutableArray<string> asked, int steps)
    {
        if (_ways > MostWays)
            return;
        var walk = DialogWalk.Of(_dialog, answers, Noon);
        if (walk.Current is null && asked.Length > Longest.Length)
            Longest = asked;
        if ((walk.Current ?? walk.Extras.FirstOrDefault(p => p.Question.Type is not AnswerType.Calculate)) is not { } point || steps == 0)
        {
            _ways++;
            return;
        }
        _reached.Add(point.Question.Name);
        var then = point.Asks && !point.Question.Extra ? asked.Add(point.Question.Name) : asked;
        foreach (var answer in Given(walk, point))
            Go(answers.With(point.Path, answer), then, steps - 1);
    }

    private IEnumerable<Answer> Given(DialogWalk walk, WalkPoint point)
    {
        if (point.Question.Type is AnswerType.Note)
            return [Answer.Seen.Instance];
        if (point.Question.Type is AnswerType.Consent)
            return [new Answer.Given("yes")];
        if (point.Path.Value.EndsWith("]?", StringComparison.Ordinal))                    // "another?": one, and then no more
            return [new Answer.Given(point.Path.Value.EndsWith("[1]?", StringComparison.Ordinal) ? "yes" : "no")];
        var possible = Values(walk, point).Where(v => walk.Keeps(point, v)).Distinct(StringComparer.Ordinal).ToList();
        var choices = walk.Choices(point);
        _choosable.UnionWith(choices.Where(c => c.Signal is not Signal.Watched && possible.Contains(c.Name)).Select(c => (point.Question.Name, c.Name)));
        var answers = possible.Where(v => !v.Split(' ').Any(name => choices.FirstOrDefault(c => c.Name == name) is { Signal: { } signal } && Leaves(signal)))
            .Select(Answer (v) => new Answer.Given(v)).Append(Answer.Skipped.Instance);
        return _deciding.Contains(point.Question.Name) ? answers : answers.Take(1);
    }

    private bool Leaves(Signal signal) => signal switch
    {
        Signal.Watched => true,
        Signal.Child => _kind is ProgrammeKind.Adult or ProgrammeKind.Return,
        Signal.LockReturn => _kind is ProgrammeKind.Return,
        _ => false,
    };

    /// <summary>Answers worth trying: every choice, and around every value that an expression compares with.</summary>
    private IEnumerable<string> Values(DialogWalk walk, WalkPoint point)
    {
        var choices = walk.Choices(point).Select(c => c.Name).ToList();
        return point.Question.Type switch
        {
            AnswerType.SelectMultiple when choices.Count > 1 => choices.Append(string.Join(' ', choices)).Append(string.Join(' ', choices.Take(2))),
            AnswerType.SelectOne or AnswerType.SelectMultiple or AnswerType.AgeBand => choices,
            AnswerType.Date => DaysAround.Select(d => Noon.Today.AddDays(d).ToString("O", CultureInfo.InvariantCulture)),
            AnswerType.Integer => Numbers(point).SelectMany(n => (long[])[n, n - 1, n + 1]).Prepend(1).Select(n => n.ToString(CultureInfo.InvariantCulture)),
            AnswerType.Phone => ["+218910000000"],
            _ => About(point).SelectMany(e => Quoted().Matches(e.Text)).Select(m => m.Groups["text"].Value).Where(t => t.Length > 0).Prepend("some words"),
        };
    }

    private IEnumerable<long> Numbers(WalkPoint point) => About(point).SelectMany(e => Digits().Matches(e.Text)).Select(m => long.Parse(m.Value, CultureInfo.InvariantCulture));

    private IEnumerable<Expression> About(WalkPoint point) =>
        _expressions.Where(e => e.Names.Contains(point.Question.Name) || ReferenceEquals(e, point.Question.Constraint));

    [GeneratedRegex("(?<![0-9])[0-9]{1,9}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex("['\"](?<text>[^'\"]*)['\"]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
