using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Editing;
using Outreach.Referrals.Staff;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

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

        /// <summary>The language was chosen here: it goes before the one the account remembers.</summary>
        public bool LanguageChosen { get; init; }

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
        /// <summary>Sensitive answers that were opened, by path.</summary>
        public ImmutableDictionary<string, string> Opened { get; init; } = ImmutableDictionary<string, string>.Empty;

        /// <summary>The marked line.</summary>
        public int Selected { get; init; }

        /// <summary>The first row that showed last.</summary>
        public int Top { get; init; }

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

        /// <summary>The first row that showed last.</summary>
        public int Top { get; init; }

        /// <summary>An answer being written; null where none is.</summary>
        public Compose? Writing { get; init; }

        /// <summary>The alert it answers: others may come and go meanwhile.</summary>
        public AlertDto? About { get; init; }
    }

    /// <summary>What the checks of the content say, and what it was opened from.</summary>
    public sealed record Checks(ChecksDto Found, DeskScreen Behind) : DeskScreen
    {
        /// <summary>The marked line.</summary>
        public int Selected { get; init; }

        /// <summary>The first row that showed last.</summary>
        public int Top { get; init; }
    }

    /// <summary>A new referral for somebody who is present or on the phone: which language, how they talk, which dialog.</summary>
    public sealed record Choosing(ListBox List, Locale? Language = null, Spoken? Spoken = null) : DeskScreen;

    /// <summary>Pages and contacts that can be edited.</summary>
    public sealed record Content(DeskScreen Behind) : DeskScreen
    {
        /// <summary>What was found.</summary>
        public ContentDto Found { get; init; } = new([], More: false);

        /// <summary>The words it was found by.</summary>
        public string Words { get; init; } = "";

        /// <summary>Words that are being typed.</summary>
        public TextField? Search { get; init; }

        /// <summary>The marked one.</summary>
        public int Selected { get; init; }

        /// <summary>The first row that showed last.</summary>
        public int Top { get; init; }
    }

    /// <summary>A contact's form or a page's text; stays until it is proposed.</summary>
    public sealed record Editing(ContentItemDto Item, Content Behind) : DeskScreen
    {
        /// <summary>Number, address, hours, closed until; empty for a page.</summary>
        public ImmutableArray<TextField> Fields { get; init; } = [];

        /// <summary>The text of a page.</summary>
        public TextArea Text { get; init; } = new();

        /// <summary>Why.</summary>
        public TextField Reason { get; init; } = new() { MaxLength = ContentEditing.MostReason };

        /// <summary>The field with the caret, from 0; the reason is the last one.</summary>
        public int Field { get; init; }

        /// <summary>The server has another text by now: what was written cannot be proposed any more.</summary>
        public bool Outdated { get; init; }

        /// <summary>What was sent under <see cref="Id"/>; null before.</summary>
        public string? Sent { get; init; }

        /// <summary>Makes its id: another text is another proposal.</summary>
        public int Id { get; init; }
    }

    /// <summary>Changes: of everything, or the history of one page or contact.</summary>
    public sealed record Changes(ImmutableArray<ChangeDto> Rows, DeskScreen Behind) : DeskScreen
    {
        /// <summary>The marked one.</summary>
        public int Selected { get; init; }

        /// <summary>The one whose lines are shown: what was not looked at is not published.</summary>
        public long? Opened { get; init; }

        /// <summary>The first row that showed last.</summary>
        public int Top { get; init; }

        /// <summary>The marked one, if there is one.</summary>
        public ChangeDto? Marked => Selected < Rows.Length ? Rows[Selected] : null;
    }

    /// <summary>Questions that several people asked and nobody could answer, and which pages helped.</summary>
    public sealed record Unanswered(UnansweredDto Counts, DeskScreen Behind) : DeskScreen
    {
        /// <summary>The marked one.</summary>
        public int Selected { get; init; }

        /// <summary>The first row that showed last.</summary>
        public int Top { get; init; }
    }

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

        /// <summary>What the person takes along once it was sent.</summary>
        public HandOver? HandOver { get; init; }

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

    /// <summary>A step of counselling and what was said; nothing is typed.</summary>
    Counsel,

    /// <summary>Whether a call or message outside the conversation reached the person; nothing is typed.</summary>
    Contact,
}

/// <summary>Something being written; stays until it is kept.</summary>
public sealed record Compose(ComposeKind Kind)
{
    /// <summary>What can be chosen first; null where nothing is.</summary>
    public ListBox? Choices { get; init; }

    /// <summary>The choice that was made.</summary>
    public int? Chosen { get; init; }

    /// <summary>The step of counselling whose answers are offered; null while the steps are.</summary>
    public CounsellingStep? Step { get; init; }

    /// <summary>Ready answers in the language of the person, in the order of the choices; empty while none are offered.</summary>
    public ImmutableArray<string> Ready { get; init; } = [];

    /// <summary>The text.</summary>
    public TextArea Text { get; init; } = new();

    /// <summary>The language it is written in, as far as its letters tell or Tab has said; null for colleagues.</summary>
    public Locale? Language { get; init; }

    /// <summary>The language the person reads; null for colleagues.</summary>
    public Locale? Theirs { get; init; }

    /// <summary>The language was chosen with Tab; letters do not change it any more.</summary>
    public bool ByHand { get; init; }

    /// <summary>The case worker was told that the person reads another language.</summary>
    public bool Warned { get; init; }

    /// <summary>What was sent under <see cref="Id"/>; null before.</summary>
    public string? Sent { get; init; }

    /// <summary>Makes its id: another text is another message.</summary>
    public int Id { get; init; }

    /// <summary>True where Enter keeps it; longer texts have lines.</summary>
    public bool IsShort => Kind is ComposeKind.Status or ComposeKind.Priority or ComposeKind.Unlock;
}
