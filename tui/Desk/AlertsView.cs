using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Desk;

/// <summary>Alerts as lines: the same for drawing and for moving.</summary>
internal static class AlertLines
{
    /// <summary>Where they stand.</summary>
    public static Rect Place(DeskModel model, DeskScreen.Alerts screen)
    {
        var body = DeskLayout.Body(model);
        return screen.Writing is null ? body : body with { Height = Math.Max(1, ComposeLayout.Panel(model).Y - body.Y) };
    }

    /// <summary>The lines; while one is answered, that one alone.</summary>
    public static LineList Of(DeskWords words, DeskModel model, DeskScreen.Alerts screen) => screen is { Writing: not null, About: { } about }
        ? new LineList([Line(words, model, about)], 0)
        : new LineList([.. model.Alerts.Select(a => Line(words, model, a))], 0) { Selected = screen.Selected, Top = screen.Top };

    private static DeskLine Line(DeskWords words, DeskModel model, AlertDto alert)
    {
        var where = alert.Whereabouts is { Length: > 0 } told ? Sanitizer.Clean(told) : words.Text("desk.alert.nowhere");
        return new DeskLine($"{words.Alert(alert, model.Now)}\n{where}\n{words.Text(alert.CanReply ? "desk.alert.reply" : "desk.alert.noreply")}", "", default, null, words.Flow);
    }
}

/// <summary>Draws alerts: the few facts there are, and whether one can answer.</summary>
internal sealed class AlertsView(DeskWords words)
{
    /// <summary>Draws them below the head.</summary>
    public void Draw(DeskModel model, DeskScreen.Alerts screen, Painter painter)
    {
        var place = AlertLines.Place(model, screen);
        var lines = AlertLines.Of(words, model, screen);
        if (lines.Lines.IsEmpty)
            painter.Text(2, place.Y + 1, words.Text("desk.alert.none"));
        lines.Draw(painter, place);
        if (screen.Writing is { } writing)
            new ComposeView(words).Draw(model, writing, painter);
    }
}
