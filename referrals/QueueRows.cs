namespace Outreach.Referrals;

/// <summary>How a referral looks in the queue, and which view shows it.</summary>
public static class QueueRows
{
    /// <summary>What the row shows beyond what sorts it.</summary>
    public static RowSummary SummaryOf(Referral referral) => new()
    {
        Called = referral.Draft.Person.Called,
        Why = [.. referral.Rules.Select(r => r.Id)],
        Locked = referral.ReturnLocked,
        Child = referral.Draft.Child,
        Waiting = referral.Waiting,
    };

    /// <summary>The row.</summary>
    public static QueueRow Of(Referral referral) => new()
    {
        Id = referral.Id,
        Priority = referral.Priority,
        Due = referral.Due,
        Received = referral.Received,
        Programme = referral.Draft.Programme,
        Region = referral.Draft.Region,
        Status = referral.Status,
        Assignee = referral.Assignee,
        Language = referral.Draft.Language,
        Channel = referral.Origin.Channel,
        Closed = referral.Closed,
        Summary = SummaryOf(referral),
    };

    /// <summary>Whether a view shows it.</summary>
    public static bool Shows(QueueView view, Referral referral) =>
        (view.ClosedSince is { } since ? referral.Closed >= since : Lifecycle.IsOpen(referral.Status))
        && referral.Draft.Queue == view.Queue
        && (view.Regions.IsEmpty || view.Regions.Contains(referral.Draft.Region))
        && !view.NotRegions.Contains(referral.Draft.Region)
        && (view.Programme is null || view.Programme == referral.Draft.Programme)
        && (view.Assignee is null || view.Assignee == referral.Assignee)
        && (!view.Unassigned || referral.Assignee is null)
        && (view.Status is null || view.Status == referral.Status)
        && (view.DueBefore is null || referral.Due < view.DueBefore);

    /// <summary>The cursor behind a row.</summary>
    public static QueueCursor CursorOf(QueueRow row) => new(row.Priority, row.Closed ?? row.Due, row.Id);

    /// <summary>What of an act must be delivered into the conversation.</summary>
    public static bool IsDelivered(ReferralEvent happened) => happened is ReferralEvent.MessageToPerson or ReferralEvent.ReturnLockOpened or ReferralEvent.ReturnLocked;
}
