using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>
/// A written conversation played on the core alone, line by line: nothing is kept or sent, what the world would do is pretended. How the lines
/// are written says tests/testdata/transcripts/README.md.
/// </summary>
public sealed class Rehearsal(Book book, ConversationState begun, DateTimeOffset begins)
{
    private const string Code = "0123456789ABCDE";            // and one more letter, a new one each time
    private const string AnotherPhone = "(another phone)";

    private readonly ConversationState _begun = begun;
    private DateTimeOffset _now = begins;
    private ConversationState? _elsewhere;
    private bool _codeIsElsewhere;
    private (string Last, string Before) _shown = ("", "");
    private string _codeNow = "";
    private int _issued;
    private int _sent;

    /// <summary>The state after the last step; may be put through a store in between.</summary>
    public ConversationState State { get; private set; } = begun;

    /// <summary>What the state goes through after every step: a store, in tests.</summary>
    public Func<ConversationState, ConversationState> Kept { get; init; } = state => state;

    /// <summary>The time in the conversation.</summary>
    public DateTimeOffset Now => _now;

    /// <summary>Does one line and gives its turns: the answer, then what followed from each of its effects.</summary>
    public ImmutableArray<Turn> Do(string input)
    {
        var turns = ImmutableArray.CreateBuilder<Turn>();
        if (input.StartsWith("(later) ", StringComparison.Ordinal))
            _now += Later(input);
        else if (input == AnotherPhone)
            (_elsewhere, _codeIsElsewhere, State) = (State, true, _begun);
        else
            Take(Step(Typed(input)), turns);
        return turns.ToImmutable();
    }

    /// <summary>What a line means.</summary>
    public static Input InputOf(string input) => input switch
    {
        "(open)" => new Input.Opened(),
        "(unlock)" => new Input.LockOpened(),
        _ when input.StartsWith("(staff) ", StringComparison.Ordinal) => new Input.StaffSaid(input[8..], Locale.English, Untranslated: false),
        _ when input.StartsWith('(') => throw new FormatException($"no conversation knows \"{input}\""),
        _ when input.StartsWith('[') && input.EndsWith(']') => new Input.Choice(input[1..^1]),
        _ => new Input.Text(input),
    };

    /// <summary>"(later) 3 days", "(later) 1 hour".</summary>
    public static TimeSpan Later(string input)
    {
        var count = int.Parse(input.Split(' ')[1], CultureInfo.InvariantCulture);
        return input.Contains("hour", StringComparison.Ordinal) ? TimeSpan.FromHours(count) : TimeSpan.FromDays(count);
    }

    private Input Typed(string input) => input switch
    {
        "(the code)" => new Input.Text(_shown.Last),
        "(the old code)" => new Input.Text(_shown.Before),
        _ => InputOf(input),
    };

    private Turn Step(Input input)
    {
        var turn = DialogEngine.Step(book, State, input, new Moment(_now, TimeSpan.Zero));
        if (turn.Anew)
            (_elsewhere, _codeIsElsewhere) = (State, true);
        State = Kept(turn.State);
        return turn;
    }

    /// <summary>A turn stands before those of its effects; each effect is done before the next.</summary>
    private void Take(Turn turn, ImmutableArray<Turn>.Builder turns)
    {
        turns.Add(turn with { Effects = [] });
        foreach (var effect in turn.Effects)
        {
            turns.Add(turn with { Replies = [], Effects = [effect] });
            Take(Step(new Input.EffectDone(Result(effect))), turns);
        }
    }

    private EffectResult Result(Effect effect) => effect switch
    {
        Effect.Submit => new EffectResult.Submitted($"R-TEST-{++_sent:D4}", Kept: false, PromiseHours: null),
        Effect.Alert => new EffectResult.Alerted(Reached: false),
        Effect.IssueCode => Issued(),
        Effect.Resume(var code) when code == _codeNow && _codeIsElsewhere => Moved(),
        Effect.Resume(var code) when code == _codeNow => new EffectResult.Resumed(),
        Effect.Resume => new EffectResult.CodeUnknown(TooManyTries: false),
        Effect.LookUp(var reference) => new EffectResult.Status(reference, _sent > 0 ? NeutralStatus.Received : null),
        Effect.TellStaff => new EffectResult.Told(OnDuty: false),
        Effect.Withdraw(var references) => new EffectResult.Withdrawn(references.Length),
        _ => new EffectResult.Quiet(),
    };

    private EffectResult.CodeIssued Issued()
    {
        _codeNow = $"{Code}{_issued++}";
        _codeIsElsewhere = false;
        _shown = (ContinueCode.Shown(_codeNow), _shown.Last);
        return new EffectResult.CodeIssued(_codeNow);
    }

    /// <summary>As the runner does it: the older conversation goes on here.</summary>
    private EffectResult.Resumed Moved()
    {
        (State, _elsewhere) = (_elsewhere! with { Language = State.Language ?? _elsewhere!.Language }, State);
        return new EffectResult.Resumed();
    }
}
