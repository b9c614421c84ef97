using System.Collections.Immutable;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

/// <summary>The queue as a table: the same for drawing and for moving.</summary>
internal static class QueueTable
{
    /// <summary>Where it stands, headings included.</summary>
    public static Rect Place(DeskModel model)
    {
        var body = DeskLayout.Between(model with { Screen = new DeskScreen.Queue() }, DeskLayout.HeadRows(model with { Screen = new DeskScreen.Queue() }) + 1);
        return model.Queue.Search is null ? body : body with { Height = Math.Max(1, body.Height - 1) };
    }

    /// <summary>The table with the texts a function makes.</summary>
    public static Table Of(DeskModel model, Func<QueueRowDto, ImmutableArray<string>> texts, ImmutableArray<Column> columns = default) =>
        new(columns.IsDefault ? [] : columns, [.. model.Queue.Rows.Select(r => new TableRow(texts(r), default, r.Priority == Priority.Critical ? Theme.Plain.Alert : default))]) { Selected = model.Queue.Selected, Top = model.Queue.Top };
}

/// <summary>Draws the queue.</summary>
internal sealed class QueueView(DeskWords words)
{
    private const int PriorityWidth = 4;
    private const int DueWidth = 9;
    private const int ReferenceStart = 6;

    /// <summary>Draws it below the head.</summary>
    public void Draw(DeskModel model, Painter painter)
    {
        var top = DeskLayout.HeadRows(model) - 1;
        var tab = words.Text($"desk.view.{model.Queue.Tab.ToString().ToLowerInvariant()}", ("region", model.Me is { Regions: [var region, ..] } ? region : ""));
        painter.Text(new Rect(1, top, painter.Width - 2, 1), words.Text("desk.view", ("view", tab)), painter.Theme.Quiet, words.At(Align.Start));
        if (model.Counts is { } counts)
            painter.Text(new Rect(1, top, painter.Width - 2, 1), words.Plural("desk.open", counts.Critical + counts.High + counts.Medium + counts.Low), painter.Theme.Quiet, words.At(Align.End));
        painter.Rule(top + 1);
        var place = QueueTable.Place(model);
        if (model.Queue.Rows.IsEmpty)
            painter.Paragraph(new Rect(2, place.Y + 1, painter.Width - 4, 3), words.Text(model.Waiting == Waiting.Loading ? "desk.loading" : model.Queue.Tab == QueueTab.Closed ? "desk.empty.closed" : "desk.empty"), default, words.At(Align.Start));
        else
            QueueTable.Of(model, DeskLayout.IsWide(model) ? r => Wide(model, r) : r => Narrow(model, r), DeskLayout.IsWide(model) ? WideColumns(model) : NarrowColumns(model)).Draw(painter, place);
        if (model.Queue.Search is { } search)
        {
            var row = new Rect(1, place.EndY, painter.Width - 2, 1);
            var used = painter.Text(row, words.Text("desk.search")) + 1;
            search.Draw(painter, row with { X = row.X + used, Width = row.Width - used });
        }
    }

    /// <summary>How soon, and why: what is read first stands first. The region shows only where several can.</summary>
    private ImmutableArray<Column> WideColumns(DeskModel model) =>
    [
        .. NarrowColumns(model), new(words.Text("desk.column.who"), 7), new(words.Text("desk.column.programme"), 12), new(words.Text("desk.column.language"), 4, Placement.Code),
        .. ShowsRegion(model) ? [new Column(words.Text("desk.column.region"), 6, Placement.Code)] : Array.Empty<Column>(), new(words.Text("desk.column.ref"), ReferenceStart, Placement.Code),
    ];

    private ImmutableArray<Column> NarrowColumns(DeskModel model) =>
        [new(words.Text("desk.column.priority"), PriorityWidth), new(words.Text(model.Queue.Tab == QueueTab.Closed ? "desk.column.closed" : "desk.column.due"), DueWidth), new(words.Text("desk.column.why"), 0)];

    private ImmutableArray<string> Wide(DeskModel model, QueueRowDto row) =>
    [
        words.PriorityShort(row.Priority), When(model, row), Why(row), row.AssigneeName is { } name ? Sanitizer.Line(name) : "-", words.Programme(row.Programme), row.Language.Tag,
        .. ShowsRegion(model) ? [Sanitizer.Line(row.Region)] : Array.Empty<string>(), row.Reference[..Math.Min(ReferenceStart, row.Reference.Length)],
    ];

    /// <summary>Few columns: who has it stands behind the reason, the reference on the screen that Enter opens.</summary>
    private ImmutableArray<string> Narrow(DeskModel model, QueueRowDto row) =>
        [words.PriorityShort(row.Priority), When(model, row), row.AssigneeName is { } name ? $"{Why(row)} ({Sanitizer.Line(name)})" : Why(row)];

    private string When(DeskModel model, QueueRowDto row) => row.Closed is { } closed ? words.Day(closed) : words.Due(row.Due, model.Now);

    private static bool ShowsRegion(DeskModel model) => model.Queue.Tab != QueueTab.Region;

    /// <summary>The reason for its place: marks first, then the rules that fired, the deciding one before the others.</summary>
    private string Why(QueueRowDto row)
    {
        var parts = new List<string>();
        if (row.Status == ReferralStatus.Withdrawn) parts.Add(words.Status(row.Status));
        if (row.Locked) parts.Add(words.Text("desk.mark.locked"));
        if (row.Waiting) parts.Add(words.Text("desk.mark.waiting"));
        // "under 18, alone" says "under 18" too, and the column is narrow.
        foreach (var why in row.Why.Select(words.Rule))
            if (!parts.Exists(p => p.Contains(why, StringComparison.Ordinal)))
                parts.Add(why);
        return words.Language.Join(parts);
    }
}
