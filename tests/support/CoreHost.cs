using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Tests.Support;

/// <summary>Plays transcripts on the core alone. After every step the state goes through JSON, as a store would make it.</summary>
public sealed class CoreHost(Book book, Transcript transcript) : ITranscriptHost
{
    private DateTimeOffset _now = transcript.Begins;
    private int _sent;

    /// <summary>The state after the last step.</summary>
    public ConversationState State { get; private set; } = ConversationState.New with
    {
        Language = Locale.TryParse(transcript.Setting("language") ?? "", out var locale) ? locale : null,
        Place = transcript.Setting("place"),
    };

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> Do(string input)
    {
        var lines = new List<string>();
        if (input.StartsWith("(later) ", StringComparison.Ordinal))
        {
            var days = int.Parse(input[8..].Split(' ')[0], CultureInfo.InvariantCulture);
            _now += input.Contains("hour", StringComparison.Ordinal) ? TimeSpan.FromHours(days) : TimeSpan.FromDays(days);
        }
        else if (InputOf(input) is { } step)
        {
            Take(Step(step), lines);
        }
        return Task.FromResult<IReadOnlyList<string>>(lines);
    }

    /// <summary>What a line of a transcript means; null where it concerns hosts only.</summary>
    public static Input? InputOf(string input) => input switch
    {
        "(open)" => new Input.Opened(),
        "(unlock)" => new Input.LockOpened(),
        _ when input.StartsWith("(open) ", StringComparison.Ordinal) => new Input.Opened(Locale.TryParse(input[7..], out var l) ? l : null),
        _ when input.StartsWith("(staff) ", StringComparison.Ordinal) => new Input.StaffSaid(input[8..], Locale.English, Untranslated: false),
        _ when input.StartsWith('(') => null,
        _ when input.StartsWith('[') && input.EndsWith(']') => new Input.Choice(input[1..^1]),
        _ => new Input.Text(input),
    };

    private Turn Step(Input input)
    {
        var turn = DialogEngine.Step(book, State, input, new Moment(_now, TimeSpan.Zero));
        State = Json(turn.State);
        return turn;
    }

    private void Take(Turn turn, List<string> lines)
    {
        lines.AddRange(turn.Replies.Select(r => $"< {ReplyLine.Of(r)}"));
        foreach (var effect in turn.Effects)
        {
            lines.Add($"! {EffectLine(effect)}");
            Take(Step(new Input.EffectDone(Result(effect))), lines);
        }
    }

    private EffectResult Result(Effect effect) => effect switch
    {
        Effect.Submit => new EffectResult.Submitted($"R-TEST-{++_sent:D4}", Kept: false, PromiseHours: null),
        Effect.Alert => new EffectResult.Alerted(Reached: false),
        Effect.IssueCode => new EffectResult.CodeIssued("0123456789ABCDEF"),
        Effect.Resume => new EffectResult.CodeUnknown(TooManyTries: false),
        Effect.LookUp(var reference) => new EffectResult.Status(reference, _sent > 0 ? NeutralStatus.Received : null),
        Effect.TellStaff => new EffectResult.Told(OnDuty: false),
        Effect.Withdraw(var references) => new EffectResult.Withdrawn(references.Length),
        _ => new EffectResult.Quiet(),
    };

    private static string EffectLine(Effect effect) => ReplyLine.Masked(effect switch
    {
        Effect.Submit(var s) => $"submit {s.Dialog} {{{string.Join(", ", s.Answers.Select(a => $"{a.Key}: {a.Value}"))}}}{(s.Child ? " child" : "")}{(s.ReturnLocked ? " locked" : "")}",
        Effect.Alert(var kind, var place, var language, _) => $"alert {kind} in {place ?? "?"}, {language.Tag}",
        Effect.TellStaff(var reference, var text, _) => $"tell staff about {reference}: {text}",
        Effect.Withdraw(var references) => $"withdraw {references.Length}",
        Effect.NoteUnanswered => "note unanswered question",
        Effect.LookUp => "look up a reference",
        Effect.IssueCode => "make a continue code",
        Effect.Resume => "continue by code",
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    private static ConversationState Json(ConversationState state) =>
        JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(state, DialogJson.Plain.ConversationState), DialogJson.Plain.ConversationState)!;
}
