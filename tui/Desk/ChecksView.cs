using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Desk;

/// <summary>Remarks as lines: how many of each kind, then each with file and line.</summary>
internal static class CheckLines
{
    /// <summary>The lines.</summary>
    public static LineList Of(DeskWords words, DeskScreen.Checks screen) =>
        new([.. screen.Found.Counts.Select(c => Count(words, c)), .. screen.Found.Rows.Select(Row)], 0) { Selected = screen.Selected, Top = screen.Top };

    private static DeskLine Count(DeskWords words, CheckCount count) => new(
        words.Text("desk.checks.count", ("kind", words.Text($"desk.check.{count.Kind.ToString().ToLowerInvariant()}")), ("errors", DeskWords.Ascii(count.Errors)), ("reports", DeskWords.Ascii(count.Reports))),
        Flow: words.Flow);

    /// <summary>In English, left to right, whatever the desk speaks: it names files.</summary>
    private static DeskLine Row(CheckRow row) => new(Sanitizer.Line($"{(row.Error ? "! " : "")}{row.Where}: {row.Message}"), Flow: Flow.LeftToRight);
}

/// <summary>Draws what the checks of the content say.</summary>
internal sealed class ChecksView(DeskWords words)
{
    /// <summary>Draws them below the head.</summary>
    public void Draw(DeskModel model, DeskScreen.Checks screen, Painter painter)
    {
        var place = DeskLayout.Body(model);
        var lines = CheckLines.Of(words, screen);
        if (lines.Lines.IsEmpty)
            painter.Text(2, place.Y + 1, words.Text("desk.checks.none"));
        lines.Draw(painter, place);
    }
}
