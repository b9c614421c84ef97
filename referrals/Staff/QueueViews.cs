using System.Collections.Immutable;
using System.Globalization;

namespace Outreach.Referrals.Staff;

/// <summary>Which page of the queue is asked for.</summary>
public sealed record QueueRequest(string View = "open", string? Region = null, string? Programme = null, ReferralStatus? Status = null, string? After = null, int Take = 50);

/// <summary>Turns what staff ask for into a view of what they reach.</summary>
internal static class QueueViews
{
    /// <summary>The view; null when there is nothing this account could see.</summary>
    public static QueueView? Of(StaffAccount account, QueueRequest request, DateTimeOffset now)
    {
        var every = account.Regions.Contains("*");
        QueueView? view = AccessPolicy.Of(account.Role).Reach switch
        {
            Reach.OwnRegions when every => new QueueView(),
            Reach.OwnRegions when account.Regions.Length > 0 => new QueueView { Regions = account.Regions },
            Reach.Everywhere => new QueueView(),
            Reach.OtherOfficesComplaints => new QueueView { Queue = QueueName.Complaints, NotRegions = account.Regions.Remove("*") },
            _ => null,
        };
        if (view is null || (request.Region is { } wanted && !view.Regions.IsEmpty && !view.Regions.Contains(wanted)))
            return null;
        view = view with { Programme = request.Programme, Status = request.Status, Regions = request.Region is { } one ? [one] : view.Regions };
        return request.View switch
        {
            "mine" => view with { Assignee = account.Id },
            "unassigned" => view with { Unassigned = true },
            "due" => view with { DueBefore = now.AddDays(1) },
            "closed" => view with { ClosedSince = now - ReferralLedger.ClosedKept },
            _ => view,
        };
    }

    public static string TextOf(QueueCursor cursor) => $"{(int)cursor.Priority}.{cursor.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}.{cursor.Id.Value}";

    /// <summary>A cursor from its text; null begins at the top.</summary>
    public static QueueCursor? CursorOf(string? text) =>
        text?.Split('.') is [var p, var due, var reference]
        && int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var priority) && Enum.IsDefined((Priority)priority)
        && long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        && ReferralId.TryParse(reference, out var id)
            ? new QueueCursor((Priority)priority, DateTimeOffset.FromUnixTimeMilliseconds(ms), id)
            : null;
}
