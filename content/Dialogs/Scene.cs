using System.Collections.Immutable;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>What every part of the core works with: the book, the state so far and the moment. Immutable; helpers make replies from catalog keys.</summary>
/// <param name="Book">The frozen content.</param>
/// <param name="State">The state so far.</param>
/// <param name="Now">The moment of the turn.</param>
internal sealed record Scene(Book Book, ConversationState State, Moment Now)
{
    /// <summary>The language to speak: the person's, or English until one is known.</summary>
    public Locale Language => State.Language ?? Locale.English;

    /// <summary>A text of the catalogs.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> args) => Book.Texts.Text(Language, key, args);

    /// <summary>A text that counts.</summary>
    public string Count(string key, long count, params ReadOnlySpan<(string Name, string Value)> args) => Book.Texts.Plural(Language, key, count, args);

    /// <summary>A paragraph of a text.</summary>
    public PageBlock Para(string key, params ReadOnlySpan<(string Name, string Value)> args) => PageBlock.Paragraph.Of(Say(key, args));

    /// <summary>A warning of a text.</summary>
    public PageBlock Warn(string key, params ReadOnlySpan<(string Name, string Value)> args) => new PageBlock.Warning([new Run(Say(key, args))]);

    /// <summary>A heading of a text.</summary>
    public PageBlock Head(string key, params ReadOnlySpan<(string Name, string Value)> args) => new PageBlock.Heading(Say(key, args));

    /// <summary>An option whose label is a text.</summary>
    public Option Option(string value, string key) => new(value, Say(key));

    /// <summary>The option of a control.</summary>
    public Option Control(GlobalWord word) => new(GlobalWords.Value(word), Say(GlobalWords.LabelKey(word)));

    /// <summary>The control to go on with another phone: not where codes can be neither made nor taken.</summary>
    public ImmutableArray<Option> Elsewhere => State.AtSite ? [] : [Control(GlobalWord.Continue)];

    /// <summary>A reply in the person's language.</summary>
    public Reply Reply(ReplyKind kind, ImmutableArray<PageBlock> blocks, ImmutableArray<Option> options = default) =>
        new() { Kind = kind, Language = Language, Blocks = OldFacts.At(blocks, Now.Today, Book.Texts, Language), Options = options.IsDefault ? [] : options };

    /// <summary>The same scene in another state.</summary>
    public Scene With(ConversationState state) => this with { State = state };

    /// <summary>The same scene in another mode, with no misses.</summary>
    public Scene In(Mode mode) => this with { State = State with { Mode = mode, Misses = 0 } };

    /// <summary>The end of a turn.</summary>
    public Turn Turn(params ReadOnlySpan<Reply> replies) => new(State, [.. replies], []);

    /// <summary>The end of a turn with an effect.</summary>
    public Turn Do(Effect effect, params ReadOnlySpan<Reply> replies) => new(State, [.. replies], [effect]);

    /// <summary>The answers of a dialog.</summary>
    public Answers AnswersOf(string dialog) => State.Dialogs.GetValueOrDefault(dialog) ?? Answers.None;

    /// <summary>The choices of a question that can be kept where the person is: nobody comes back to a kiosk for an answer.</summary>
    public ImmutableArray<Choice> Offered(DialogWalk walk, WalkPoint point) => [.. walk.Choices(point).Where(c => c.AtSite is not { } atSite || atSite == State.AtSite)];

    /// <summary>The walk of a dialog with the answers of this state.</summary>
    public DialogWalk Walk(string dialog) => DialogWalk.Of(Book.Dialogs[dialog], AnswersOf(dialog), Now);
}

/// <summary>Joins turns.</summary>
internal static class Turns
{
    /// <summary>The same turn with replies before its own.</summary>
    public static Turn After(this Turn turn, params ReadOnlySpan<Reply> before) => turn with { Replies = [.. before, .. turn.Replies] };

    /// <summary>The same turn with one more effect.</summary>
    public static Turn And(this Turn turn, Effect effect) => turn with { Effects = turn.Effects.Add(effect) };
}
