using System.Collections.Immutable;
using System.Text.Json;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Tests.Support;

/// <summary>Turns as the runner would save them, for tests of stores.</summary>
public static class StoredTurns
{
    public static DateTimeOffset Start { get; } = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static ConversationKey Address(string name) => new("web", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))));

    /// <summary>The next turn of a conversation: its state says so, its reply says <paramref name="words"/>.</summary>
    public static TurnWrite Next(Conversation before, string input, string words, DateTimeOffset at, ConversationKey? bind = null) => new()
    {
        After = before with { Version = before.Version + 1, State = State(before.State, before.Version + 1, words) },
        Input = new InputId(input),
        Replies = Replies(words),
        At = at,
        Expires = at.AddDays(30),
        Bind = bind,
    };

    /// <summary>The same turn wanting effects too.</summary>
    public static TurnWrite Wanting(this TurnWrite write, params Effect[] effects) => write with
    {
        After = write.After with
        {
            Pending =
            [
                .. write.After.Pending,
                .. effects.Select((e, i) => new PendingEffect(new EffectId(write.After.Id, write.After.Version, i), write.Input, e)),
            ],
        },
    };

    public static ImmutableArray<Reply> Replies(string words) =>
    [
        new() { Kind = ReplyKind.Ask, Language = Locale.Arabic, Blocks = [new PageBlock.Heading("سؤال"), PageBlock.Paragraph.Of(words)], Options = [new Option("yes", "نعم"), new Option("no", "لا")] },
    ];

    public static string Json(ConversationState state) => JsonSerializer.Serialize(state, DialogJson.Plain.ConversationState);

    public static string? Json(ImmutableArray<Reply>? replies) => replies is { } said ? JsonSerializer.Serialize(said, DialogJson.Plain.ImmutableArrayReply) : null;

    public static string Json(Effect effect) => JsonSerializer.Serialize(effect, DialogJson.Plain.Effect);

    private static ConversationState State(ConversationState before, long version, string words)
    {
        var answers = before.Dialogs.GetValueOrDefault("intake", Answers.None).With(new AnswerPath($"q{version % 12}"), new Answer.Given(words));
        return before with { Language = Locale.Arabic, Place = "de", Mode = new Mode.Asking("intake"), Dialogs = before.Dialogs.SetItem("intake", answers), Since = Start };
    }
}
