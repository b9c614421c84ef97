using System.Collections.Immutable;
using Outreach.Content.Editing;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

/// <summary>Where things stand while content is edited, and its lines: the same for drawing and for moving.</summary>
internal static class EditingLayout
{
    private const int LabelWidth = 26;

    /// <summary>Below the line that says what was searched.</summary>
    public static Rect Rows(DeskModel model) => DeskLayout.Body(model) is var body ? body with { Y = body.Y + 1, Height = Math.Max(1, body.Height - 1) } : default;

    /// <summary>A page's text: between its title and the reason.</summary>
    public static Rect Text(DeskModel model)
    {
        var body = DeskLayout.Body(model);
        return new Rect(1, body.Y + 1, body.Width - 2, Math.Max(1, body.Height - 1 - RowsOf(model)));
    }

    /// <summary>The row of a field, from 0.</summary>
    public static (Rect Label, Rect Field) Field(DeskModel model, int top, int index)
    {
        var row = new Rect(2, top + index * RowsOf(model), model.Size.Width - 4, 1);
        return DeskLayout.IsWide(model)
            ? (row with { Width = LabelWidth }, row with { X = row.X + LabelWidth, Width = row.Width - LabelWidth })
            : (row, row.Moved(0, 1));
    }

    /// <summary>Rows of a field with its label.</summary>
    public static int RowsOf(DeskModel model) => DeskLayout.IsWide(model) ? 1 : 2;

    /// <summary>What was found.</summary>
    public static LineList List(DeskModel model, DeskScreen.Content screen) => new([.. screen.Found.Rows.Select(r => Line(model, r))], 0) { Selected = screen.Selected, Top = screen.Top };

    /// <summary>Changes; the opened one with the lines that differ.</summary>
    public static LineList List(DeskWords words, DeskModel model, DeskScreen.Changes screen) =>
        new([.. screen.Rows.Select(c => new DeskLine(c.Number == screen.Opened ? $"{words.Change(c, model.Now)}\n{Lines(c)}" : words.Change(c, model.Now), "", default, null, words.Flow))], 0)
        {
            Selected = screen.Selected,
            Top = screen.Top,
        };

    /// <summary>Questions nobody could answer, and below them the pages that helped least.</summary>
    public static LineList List(DeskWords words, DeskScreen.Unanswered screen) =>
        new([.. screen.Counts.Rows.Select(r => new DeskLine(words.Unanswered(r))), .. screen.Counts.Helped.Select(h => new DeskLine(words.Helped(h)))], 0) { Selected = screen.Selected, Top = screen.Top };

    private static DeskLine Line(DeskModel model, ContentRow row) =>
        new($"{(row.Waiting ? "* " : "")}{(model.Edits.ContainsKey(new TextPart(row.File, row.Contact).ToString()) ? "+ " : "")}{DeskWords.Titled(row.Title, row.File, row.Contact)}");

    private static string Lines(ChangeDto change) =>
        string.Join('\n', change.Lines.Select(l => $"{l.Fate switch { LineFate.Goes => "- ", LineFate.Comes => "+ ", _ => "  " }}{Sanitizer.Line(l.Text)}"));
}

/// <summary>Draws the list, the form or the page, and the changes.</summary>
internal sealed class EditingView(DeskWords words)
{
    private static readonly ImmutableArray<string> Labels = ["desk.content.number", "desk.content.link", "desk.content.hours", "desk.content.closed"];

    /// <summary>The list.</summary>
    public void Draw(DeskModel model, DeskScreen.Content screen, Painter painter)
    {
        var row = DeskLayout.Body(model).Row(0);
        var find = new Rect(2, row.Y, row.Width - 4, 1);
        var taken = painter.Text(find, words.Text("desk.content.find"), painter.Theme.Quiet, words.At(Align.Start)) + 1;
        var place = find with { X = find.X + taken, Width = Math.Max(2, find.Width - taken) };
        if (screen.Search is { } search)
            search.Draw(painter, place);
        else
            painter.Text(place, Sanitizer.Line(screen.Words), painter.Theme.Title);
        var rows = EditingLayout.Rows(model);
        if (screen.Found.Rows.IsEmpty)
            painter.Text(2, rows.Y + 1, words.Text("desk.content.none"));
        var more = screen.Found.More && rows.Height > 3;
        EditingLayout.List(model, screen).Draw(painter, more ? rows with { Height = rows.Height - 1 } : rows);
        if (more)
            painter.Text(new Rect(2, rows.EndY - 1, rows.Width - 4, 1), words.Text("desk.content.more"), painter.Theme.Quiet, words.At(Align.Start));
    }

    /// <summary>A contact's form or a page.</summary>
    public void Draw(DeskModel model, DeskScreen.Editing screen, Painter painter)
    {
        var body = DeskLayout.Body(model);
        painter.Text(new Rect(1, body.Y, body.Width - 2, 1), DeskWords.Titled(screen.Item.Title, screen.Item.File, screen.Item.Contact), painter.Theme.Title);
        var top = body.Y + 1;
        if (screen.Fields.IsEmpty)
        {
            var text = EditingLayout.Text(model);
            screen.Text.Draw(painter, text, screen.Field == 0 ? Focus.Here : Focus.Elsewhere);
            Field(model, painter, (text.EndY, 0), "desk.content.reason", screen.Reason, screen.Field == 1);
            return;
        }
        foreach (var (index, field) in screen.Fields.Index())
            Field(model, painter, (top, index), Labels[index], field, screen.Field == index);
        Field(model, painter, (top, screen.Fields.Length), "desk.content.reason", screen.Reason, screen.Field == screen.Fields.Length);
        var below = top + (screen.Fields.Length + 1) * EditingLayout.RowsOf(model);
        painter.Paragraph(new Rect(2, below + 1, body.Width - 4, Math.Max(0, body.EndY - below - 1)), words.Text("desk.content.hint"), painter.Theme.Quiet, words.At(Align.Start));
    }

    /// <summary>Changes.</summary>
    public void Draw(DeskModel model, DeskScreen.Changes screen, Painter painter)
    {
        var body = DeskLayout.Body(model);
        if (screen.Rows.IsEmpty)
            painter.Text(2, body.Y + 1, words.Text("desk.change.none"));
        EditingLayout.List(words, model, screen).Draw(painter, body);
    }

    /// <summary>Questions nobody could answer.</summary>
    public void Draw(DeskModel model, DeskScreen.Unanswered screen, Painter painter)
    {
        var row = DeskLayout.Body(model).Row(0);
        painter.Text(new Rect(2, row.Y, row.Width - 4, 1), words.Text(screen.Counts.Rows.IsEmpty ? "desk.unanswered.none" : "desk.unanswered.title"), painter.Theme.Quiet, words.At(Align.Start));
        EditingLayout.List(words, screen).Draw(painter, EditingLayout.Rows(model));
    }

    private void Field(DeskModel model, Painter painter, (int Top, int Index) at, string label, TextField field, bool here)
    {
        var (text, place) = EditingLayout.Field(model, at.Top, at.Index);
        painter.Text(text, words.Text(label), here ? painter.Theme.Title : default, words.At(Align.Start));
        field.Draw(painter, place, here ? Focus.Here : Focus.Elsewhere);
    }
}
