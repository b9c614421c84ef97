using System.Text.Json;
using Outreach.Content.Checks;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Tests.Support;

/// <summary>Plays transcripts on the core alone. After every step the state goes through JSON, as a store would make it.</summary>
public sealed class CoreHost(Book book, Transcript transcript) : ITranscriptHost
{
    /// <summary>The person goes on with another phone, which knows nothing of the first.</summary>
    public const string AnotherPhone = "(another phone)";

    private readonly Rehearsal _rehearsal = new(book, Begun(transcript), transcript.Begins) { Kept = Json };

    /// <summary>The state after the last step.</summary>
    public ConversationState State => _rehearsal.State;

    /// <inheritdoc/>
    public string Channel => Channels.Core;

    /// <summary>The core keeps nothing a stop could lose: it says the same.</summary>
    public Task<IReadOnlyList<string>> DoAndStop(string input) => Do(input);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> Do(string input) =>
        Task.FromResult<IReadOnlyList<string>>([.. _rehearsal.Do(input).SelectMany(t => t.Replies.Select(r => $"< {ReplyLine.Of(r)}").Concat(t.Effects.Select(e => $"! {EffectLine.Of(e)}")))]);

    /// <summary>What a line of a transcript means.</summary>
    public static Input InputOf(string input) => Rehearsal.InputOf(input);

    /// <summary>"(later) 3 days", "(later) 1 hour".</summary>
    public static TimeSpan Later(string input) => Rehearsal.Later(input);

    private static ConversationState Begun(Transcript transcript) => ConversationState.New with
    {
        Language = Locale.TryParse(transcript.Setting("language") ?? "", out var locale) ? locale : null,
        Place = transcript.Setting("place"),
    };

    private static ConversationState Json(ConversationState state) =>
        JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(state, DialogJson.Plain.ConversationState), DialogJson.Plain.ConversationState)!;
}
