using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

/// <summary>All the desk knows.</summary>
public sealed record DeskModel
{
    /// <summary>The terminal's size.</summary>
    public required Size Size { get; init; }

    /// <summary>The language of the words around the work.</summary>
    public required Locale Language { get; init; }

    /// <summary>What is shown.</summary>
    public required DeskScreen Screen { get; init; }

    /// <summary>Begins the ids of what is sent, so that a repeat is harmless and another desk's ids differ.</summary>
    public required string Desk { get; init; }

    /// <summary>Who is signed in.</summary>
    public MeDto? Me { get; init; }

    /// <summary>Badges.</summary>
    public CountsDto? Counts { get; init; }

    /// <summary>Alerts nobody has acknowledged, newest first.</summary>
    public ImmutableArray<AlertDto> Alerts { get; init; } = [];

    /// <summary>The queue; stays while a referral is open.</summary>
    public QueueState Queue { get; init; } = new();

    /// <summary>How many are due within a day, as far as loaded; "+" when there may be more.</summary>
    public string DueToday { get; init; } = "0";

    /// <summary>The moment of the last answer; due times are counted from it.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Numbers requests and texts.</summary>
    public int Number { get; init; }

    /// <summary>The request that is waited for; answers to others come too late.</summary>
    public int Awaited { get; init; }

    /// <summary>What is waited for.</summary>
    public Waiting Waiting { get; init; }

    /// <summary>Asked the server so many times whether something is new.</summary>
    public int Polls { get; init; }

    /// <summary>One sentence above the keys.</summary>
    public Notice? Notice { get; init; }

    /// <summary>How slow the link is, when it is noticeable.</summary>
    public TimeSpan? RoundTrip { get; init; }

    /// <summary>The keys are explained.</summary>
    public bool Help { get; init; }

    /// <summary>The program is to end.</summary>
    public bool Over { get; init; }
}

/// <summary>What is waited for.</summary>
public enum Waiting
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Something to be shown.</summary>
    Loading,

    /// <summary>Something done to be kept.</summary>
    Saving,

    /// <summary>The end of the session.</summary>
    Leaving,
}

/// <summary>One sentence for the case worker; a closed family.</summary>
public abstract record Notice
{
    private Notice() { }

    /// <summary>Something was done.</summary>
    public sealed record Done(string Key) : Notice;

    /// <summary>Something was not done, and why.</summary>
    public sealed record Trouble(Problem Why) : Notice;
}

/// <summary>The views of the queue.</summary>
public enum QueueTab
{
    /// <summary>My region, open.</summary>
    Region,

    /// <summary>Mine.</summary>
    Mine,

    /// <summary>All I reach, open.</summary>
    All,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>The queue as far as it was loaded.</summary>
public sealed record QueueState
{
    /// <summary>The view.</summary>
    public QueueTab Tab { get; init; }

    /// <summary>Rows, who needs help first on top.</summary>
    public ImmutableArray<QueueRowDto> Rows { get; init; } = [];

    /// <summary>Where the next page begins; null at the end.</summary>
    public string? Next { get; init; }

    /// <summary>The marked row.</summary>
    public int Selected { get; init; }

    /// <summary>A reference that is being typed.</summary>
    public TextField? Search { get; init; }

    /// <summary>The marked row, if there is one.</summary>
    public QueueRowDto? Marked => Selected < Rows.Length ? Rows[Selected] : null;
}

/// <summary>What the desk shows; a closed family.</summary>
public abstract record DeskScreen
{
    private DeskScreen() { }

    /// <summary>Nobody is signed in.</summary>
    public sealed record SignIn : DeskScreen
    {
        /// <summary>The name.</summary>
        public TextField Name { get; init; } = new() { MaxLength = 40 };

        /// <summary>The password.</summary>
        public TextField Password { get; init; } = new() { Mask = '*' };

        /// <summary>The one-time code; null until a sign-in without one was refused.</summary>
        public TextField? Code { get; init; }

        /// <summary>The field with the caret, from 0.</summary>
        public int Field { get; init; }

        /// <summary>What was open when the session ended; comes back for the same person only.</summary>
        public DeskScreen? Behind { get; init; }

        /// <summary>Who had it open.</summary>
        public int BehindWhom { get; init; }
    }

    /// <summary>The queue.</summary>
    public sealed record Queue : DeskScreen;

    /// <summary>One referral.</summary>
    public sealed record Referral(ReferralDto Dto) : DeskScreen
    {
        /// <summary>Paths of sensitive answers that were opened.</summary>
        public ImmutableHashSet<string> Opened { get; init; } = [];

        /// <summary>The marked line.</summary>
        public int Selected { get; init; }

        /// <summary>What is being written; null where nothing is.</summary>
        public Compose? Writing { get; init; }

        /// <summary>What was being written when the case worker looked away.</summary>
        public Compose? Draft { get; init; }
    }

    /// <summary>Alerts, and what they were opened from.</summary>
    public sealed record Alerts(DeskScreen Behind) : DeskScreen
    {
        /// <summary>The marked one.</summary>
        public int Selected { get; init; }

        /// <summary>An answer being written; null where none is.</summary>
        public Compose? Writing { get; init; }
    }

    /// <summary>A new referral for somebody who is present or on the phone: which language, which dialog.</summary>
    public sealed record Choosing(ListBox List, Locale? Language = null) : DeskScreen;

    /// <summary>The interview.</summary>
    public sealed record Interview(string Id, ImmutableArray<Reply> Replies) : DeskScreen
    {
        /// <summary>What is to be read aloud.</summary>
        public Pager Text { get; init; } = new([]);

        /// <summary>What can be answered.</summary>
        public ListBox Choices { get; init; } = new([]);

        /// <summary>Answers chosen together, where several can be.</summary>
        public ImmutableSortedSet<int> Marked { get; init; } = [];

        /// <summary>What is being written.</summary>
        public TextField? Writing { get; init; }

        /// <summary>The step that is on its way, or failed on it.</summary>
        public InterviewStep? Sent { get; init; }

        /// <summary>The reply that asks.</summary>
        public Reply? Asking => Replies.LastOrDefault(r => r.Options.Length > 0 || r.At is not null) ?? Replies.LastOrDefault();

        /// <summary>True where the answer is consent: the text is read aloud word for word.</summary>
        public bool AsksConsent => Asking is { Kind: ReplyKind.Ask, Options: [{ Value: "yes" }, { Value: "no" }, ..], Blocks: [PageBlock.Heading, PageBlock.Bullets, ..] };
    }
}

/// <summary>What is written.</summary>
public enum ComposeKind
{
    /// <summary>For colleagues.</summary>
    Note,

    /// <summary>Another status, perhaps with a reason.</summary>
    Status,

    /// <summary>Another priority, with a reason.</summary>
    Priority,

    /// <summary>To the person.</summary>
    Reply,

    /// <summary>Why the return lock is opened.</summary>
    Unlock,
}

/// <summary>Something being written; stays until it is kept.</summary>
public sealed record Compose(ComposeKind Kind)
{
    /// <summary>What can be chosen first; null where nothing is.</summary>
    public ListBox? Choices { get; init; }

    /// <summary>The choice that was made.</summary>
    public int? Chosen { get; init; }

    /// <summary>The text.</summary>
    public TextArea Text { get; init; } = new();

    /// <summary>The language it is written in; null for colleagues.</summary>
    public Locale? Language { get; init; }

    /// <summary>The case worker was told that the person reads another language.</summary>
    public bool Warned { get; init; }

    /// <summary>Makes its id: another text is another message.</summary>
    public int Id { get; init; }

    /// <summary>True where Enter keeps it; longer texts have lines.</summary>
    public bool IsShort => Kind is ComposeKind.Status or ComposeKind.Priority or ComposeKind.Unlock;
}
