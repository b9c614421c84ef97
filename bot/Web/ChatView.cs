using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Bot.Web;

/// <summary>Everything one chat page or fragment shows.</summary>
internal sealed record ChatView
{
    /// <summary>What is asked now.</summary>
    public required Prompt Prompt { get; init; }

    /// <summary>What is shown, oldest first.</summary>
    public required ImmutableArray<Reply> Replies { get; init; }

    /// <summary>The signed field of its forms.</summary>
    public required string Token { get; init; }

    /// <summary>Turns saved so far, by which the page asks for news; 0 before the first.</summary>
    public required long Version { get; init; }

    /// <summary>The hint carried until the conversation is stored; null after.</summary>
    public Hint? Hint { get; init; }

    /// <summary>What the person wrote and we did not take: stands in the field again, and nowhere else.</summary>
    public string? Draft { get; init; }

    /// <summary>The language of the page around the replies.</summary>
    public Locale Language => Prompt.State.Language ?? Hint?.Language ?? Locale.English;

    /// <summary>Where the person is.</summary>
    public string? Place => Prompt.State.Place;

    /// <summary>True when staff may write.</summary>
    public bool Awaits => !Prompt.State.Sent.IsEmpty;

    /// <summary>What the page around the replies depends on: when it changes, a script loads the page anew.</summary>
    public string Frame => $"{Language.Tag}.{Place}";

    /// <summary>True when a longer text is likely: a question without options, or a message to staff.</summary>
    public bool Long => Prompt.State.Mode is Mode.WithHuman || Prompt.Replies is [.., { Kind: ReplyKind.Ask, Typing: Typing.Words, Options: [] or [{ Value: "/skip" }] }];

    /// <summary>The last reply that asks for something.</summary>
    public Reply? Asking => Prompt.Replies is [.., var last] ? last : null;
}
