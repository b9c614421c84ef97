using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals.Sync;
using Outreach.Tui.Runtime;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Kiosk;

/// <summary>What the kiosk shows; a closed family.</summary>
public abstract record KioskScreen
{
    private KioskScreen() { }

    /// <summary>Nobody is here: languages in their own script.</summary>
    /// <param name="Languages">Ours; the last item stands for those we only greet in.</param>
    /// <param name="Ring">The languages we only greet in, when that item was opened.</param>
    public sealed record Welcome(ListBox Languages, ListBox? Ring = null) : KioskScreen
    {
        /// <summary>The list that keys go to.</summary>
        public ListBox List => Ring ?? Languages;

        /// <summary>Somebody has moved here; the next person is to find it as it was.</summary>
        public bool IsTouched => Ring is not null || Languages.Selected > 0;
    }

    /// <summary>In a conversation: what was said, what can be chosen, what can be written.</summary>
    public sealed record Talk : KioskScreen
    {
        /// <summary>The replies to the last input.</summary>
        public required ImmutableArray<Reply> Replies { get; init; }

        /// <summary>Their text.</summary>
        public required Pager Text { get; init; }

        /// <summary>All that can be chosen: the answers to what is asked, then what earlier replies offer ("talk to a person").</summary>
        public ImmutableArray<Option> Options { get; init; } = [];

        /// <summary>The options as a list; where several can be chosen, "done" stands below.</summary>
        public required ListBox Choices { get; init; }

        /// <summary>Options chosen together, where several can be.</summary>
        public ImmutableSortedSet<int> Marked { get; init; } = [];

        /// <summary>What is being written; null where nothing is.</summary>
        public TextField? Writing { get; init; }

        /// <summary>Whether keys go to the choices although a line is open.</summary>
        public bool Picks { get; init; }

        /// <summary>Controls that hold at every step (change an answer, stop, delete everything); null while they are not shown.</summary>
        public ListBox? More { get; init; }

        /// <summary>Letters and digits are written: no key that types may choose.</summary>
        public bool Types => Writing is not null && !Picks;

        /// <summary>The reply that asks.</summary>
        public Reply? Asking => Replies.LastOrDefault(r => r.Options.Length > 0 || r.At is not null) ?? Replies.LastOrDefault();
    }
}

/// <summary>All the kiosk knows. Wiping is replacing it: a conversation lives in memory only (DESIGN 6.13).</summary>
public sealed record KioskModel
{
    /// <summary>The terminal's size.</summary>
    public required Size Size { get; init; }

    /// <summary>What is shown.</summary>
    public required KioskScreen Screen { get; init; }

    /// <summary>The language of the words around the conversation.</summary>
    public Locale Language { get; init; } = Locale.English;

    /// <summary>Which visitor this is; answers to an earlier one are dropped.</summary>
    public int Visitor { get; init; }

    /// <summary>Inputs of this visitor so far.</summary>
    public int Inputs { get; init; }

    /// <summary>An input is on its way.</summary>
    public bool Busy { get; init; }

    /// <summary>The idle warning is shown.</summary>
    public bool Warned { get; init; }

    /// <summary>How much waits in the spool; shown without content.</summary>
    public SpoolState Spool { get; init; } = SpoolState.Empty;

    /// <summary>The content shown; null for what the program began with.</summary>
    public Book? Shown { get; init; }

    /// <summary>Content that has come and waits for the visitor to go; null when there is none.</summary>
    public Book? Next { get; init; }

    /// <summary>The problem of a package that was refused since the last good one; null when there was none.</summary>
    public int? RefusedPackage { get; init; }

    /// <summary>Something of this visitor got somewhere; null when there is nothing to tell.</summary>
    public Notice? Notice { get; init; }

    /// <summary>The program is to end (staff key).</summary>
    public bool Over { get; init; }
}

/// <summary>A calm sentence below the conversation; stays until the answer to the visitor's next input.</summary>
/// <param name="Text">In the visitor's language.</param>
/// <param name="Since">The input it came after.</param>
public sealed record Notice(string Text, int Since);

/// <summary>What can happen at the kiosk.</summary>
public abstract record KioskMsg
{
    private KioskMsg() { }

    /// <summary>A key or a touch.</summary>
    public sealed record Event(InputEvent Input) : KioskMsg;

    /// <summary>A control word by its key.</summary>
    public sealed record Control(GlobalWord Word) : KioskMsg;

    /// <summary>Begin writing words, or go on.</summary>
    public sealed record Write : KioskMsg;

    /// <summary>Show the controls that hold at every step, or put them away.</summary>
    public sealed record More : KioskMsg;

    /// <summary>What the conversation answered.</summary>
    public sealed record Heard(int Visitor, ImmutableArray<Reply> Replies, SpoolState Spool) : KioskMsg;

    /// <summary>The spool has changed; perhaps with a word for a visitor.</summary>
    public sealed record Spooled(SpoolState Spool) : KioskMsg
    {
        /// <summary>Whom the note is for.</summary>
        public int? Visitor { get; init; }

        /// <summary>What they are told.</summary>
        public KioskNote? Note { get; init; }
    }

    /// <summary>A later package has come, verified.</summary>
    public sealed record PackageCame(Book Book) : KioskMsg;

    /// <summary>A package was refused.</summary>
    public sealed record PackageRefused(int Problem) : KioskMsg;

    /// <summary>Nobody has touched a key for a while.</summary>
    public sealed record Idle : KioskMsg;

    /// <summary>Nobody came back: clear everything.</summary>
    public sealed record Wipe : KioskMsg;

    /// <summary>Leave now.</summary>
    public sealed record Leave : KioskMsg;

    /// <summary>Staff end the program.</summary>
    public sealed record Quit : KioskMsg;
}

/// <summary>What the kiosk wants done outside the loop.</summary>
public abstract record KioskEffect
{
    private KioskEffect() { }

    /// <summary>What a visitor says; of several inputs, one after the other, the last is answered.</summary>
    /// <param name="Visitor">Who.</param>
    /// <param name="Number">The number of the first input.</param>
    /// <param name="Inputs">What.</param>
    public sealed record Say(int Visitor, int Number, ImmutableArray<Input> Inputs) : KioskEffect;

    /// <summary>Send what waits, for as long as the program runs.</summary>
    public sealed record Follow : KioskEffect;

    /// <summary>Speak from this book from the next visitor on.</summary>
    public sealed record Open(Book Book) : KioskEffect;

    /// <summary>Forget a visitor's conversation.</summary>
    public sealed record Forget(int Visitor) : KioskEffect;
}
