using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Tests.Support;

/// <summary>Plays transcripts on the core alone. After every step the state goes through JSON, as a store would make it.</summary>
public sealed class CoreHost(Book book, Transcript transcript) : ITranscriptHost
{
    private const string Code = "0123456789ABCDE";            // and one more letter, a new one each time
    /// <summary>The person goes on with another phone, which knows nothing of the first.</summary>
    public const string AnotherPhone = "(another phone)";

    private DateTimeOffset _now = transcript.Begins;
    private ConversationState? _elsewhere;
    private bool _codeIsElsewhere;
    private readonly ShownCodes _codes = new();
    private string _codeNow = "";
    private int _issued;
    private int _sent;

    /// <summary>The state after the last step.</summary>
    public ConversationState State { get; private set; } = Begun(transcript);

    /// <inheritdoc/>
    public string Channel => Channels.Core;

    /// <summary>The core keeps nothing a stop could lose: it says the same.</summary>
    public Task<IReadOnlyList<string>> DoAndStop(string input) => Do(input);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> Do(string input)
    {
        var lines = new List<string>();
        if (input.StartsWith("(later) ", StringComparison.Ordinal))
            _now += Later(input);
        else if (input == AnotherPhone)
            (_elsewhere, _codeIsElsewhere, State) = (State, true, Begun(transcript));
        else
            Take(Step(_codes.Typed(input) is { } code ? new Input.Text(code) : InputOf(input)), lines);
        return Task.FromResult<IReadOnlyList<string>>(lines);
    }

    /// <summary>What a line of a transcript means.</summary>
    public static Input InputOf(string input) => input switch
    {
        "(open)" => new Input.Opened(),
        "(unlock)" => new Input.LockOpened(),
        _ when input.StartsWith("(staff) ", StringComparison.Ordinal) => new Input.StaffSaid(input[8..], Locale.English, Untranslated: false),
        _ when input.StartsWith('(') => throw new FormatException($"no transcript knows \"{input}\""),
        _ when input.StartsWith('[') && input.EndsWith(']') => new Input.Choice(input[1..^1]),
        _ => new Input.Text(input),
    };

    /// <summary>"(later) 3 days", "(later) 1 hour".</summary>
    public static TimeSpan Later(string input)
    {
        var count = int.Parse(input.Split(' ')[1], CultureInfo.InvariantCulture);
        return input.Contains("hour", StringComparison.Ordinal) ? TimeSpan.FromHours(count) : TimeSpan.FromDays(count);
    }

    private Turn Step(Input input)
    {
        var turn = DialogEngine.Step(book, State, input, new Moment(_now, TimeSpan.Zero));
        if (turn.Anew)
            (_elsewhere, _codeIsElsewhere) = (State, true);
        State = Json(turn.State);
        return turn;
    }

    private void Take(Turn turn, List<string> lines)
    {
        lines.AddRange(turn.Replies.Select(r => $"< {ReplyLine.Of(r)}"));
        foreach (var effect in turn.Effects)
        {
            lines.Add($"! {EffectLine.Of(effect)}");
            Take(Step(new Input.EffectDone(Result(effect))), lines);
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
        _codes.Saw(ContinueCode.Shown(_codeNow));
        return new EffectResult.CodeIssued(_codeNow);
    }

    /// <summary>As the runner does it: the older conversation goes on here.</summary>
    private EffectResult.Resumed Moved()
    {
        (State, _elsewhere) = (_elsewhere! with { Language = State.Language ?? _elsewhere!.Language }, State);
        return new EffectResult.Resumed();
    }

    private static ConversationState Begun(Transcript transcript) => ConversationState.New with
    {
        Language = Locale.TryParse(transcript.Setting("language") ?? "", out var locale) ? locale : null,
        Place = transcript.Setting("place"),
    };

    private static ConversationState Json(ConversationState state) =>
        JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(state, DialogJson.Plain.ConversationState), DialogJson.Plain.ConversationState)!;
}
