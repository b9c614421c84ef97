using Outreach.Content.Checks;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals.Editing;

namespace Outreach.Referrals.Staff;

/// <summary>What the desk works with.</summary>
public sealed record DeskServices
{
    /// <summary>The content.</summary>
    public required Func<Book> Book { get; init; }

    /// <summary>The register.</summary>
    public required IReferralStore Referrals { get; init; }

    /// <summary>Alerts and unanswered questions.</summary>
    public required INoticeStore Notices { get; init; }

    /// <summary>Conversations, to know which channel one is on.</summary>
    public required IConversationStore Conversations { get; init; }

    /// <summary>Runs interviews and brings answers into conversations.</summary>
    public required TurnRunner Runner { get; init; }

    /// <summary>Accounts and sessions.</summary>
    public required StaffStore Staff { get; init; }

    /// <summary>Signing in.</summary>
    public required SignIn SignIn { get; init; }

    /// <summary>Who is at a desk.</summary>
    public required DutyRoster Duty { get; init; }

    /// <summary>Brings what staff wrote into conversations.</summary>
    public required Deliveries Deliveries { get; init; }

    /// <summary>Editing of what people read.</summary>
    public required ContentEditing Editing { get; init; }

    /// <summary>The text of a content file by its name, to find lines; null where files are not at hand.</summary>
    public Func<string, string?> ContentText { get; init; } = _ => null;

    /// <summary>Glossaries the checks of the content look into.</summary>
    public Func<CheckTools> CheckTools { get; init; } = () => new CheckTools();

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }
}

/// <summary>Who asks, and in which language they read.</summary>
public sealed record Caller(StaffAccount Account, Locale Language);
