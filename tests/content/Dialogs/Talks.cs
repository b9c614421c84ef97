using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>A conversation on the core with the real content, input by input.</summary>
internal sealed class Talks
{
    private static readonly Moment Now = new(new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), TimeSpan.Zero);

    private Talks(ConversationState state) => State = state;

    /// <summary>The state after the last input.</summary>
    public ConversationState State { get; private set; }

    /// <summary>The last turn.</summary>
    public Turn Last { get; private set; } = new(ConversationState.New, [], []);

    /// <summary>The options of the last reply.</summary>
    public IEnumerable<string> Offered => Last.Replies[^1].Options.Select(o => o.Value);

    /// <summary>Where the question asked now keeps its answer; null when none is asked.</summary>
    public string? Asks => Last.Replies[^1].At;

    /// <summary>Begins in a language and a place, perhaps at a kiosk.</summary>
    public static Talks In(string language, string place, bool atSite = false)
    {
        Assert.True(Locale.TryParse(language, out var locale));
        return new(ConversationState.New with { Language = locale, Place = place, AtSite = atSite });
    }

    /// <summary>Goes on from a state.</summary>
    public static Talks In(ConversationState state) => new(state);

    /// <summary>Chooses "[value]" or writes words, one after the other.</summary>
    public Talks Does(params ReadOnlySpan<string> inputs)
    {
        foreach (var input in inputs)
        {
            Last = DialogEngine.Step(TestBook.Real, State, CoreHost.InputOf(input), Now);
            State = Last.State;
        }
        return this;
    }

    /// <summary>An effect came back.</summary>
    public Talks Hears(EffectResult result)
    {
        Last = DialogEngine.Step(TestBook.Real, State, new Input.EffectDone(result), Now);
        State = Last.State;
        return this;
    }

    /// <summary>True when a text of the catalogs was just said.</summary>
    public bool Says(string key) => Last.Replies.Any(r => r.Blocks.Any(b => ReplyLine.Text(b) == TestBook.Real.Texts.Text(State.Language!, key)));
}
