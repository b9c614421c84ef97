using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Desk;

/// <summary>Draws alerts: the few facts there are, and whether one can answer.</summary>
internal sealed class AlertsView(DeskWords words)
{
    /// <summary>Draws them below the head.</summary>
    public void Draw(DeskModel model, DeskScreen.Alerts screen, Painter painter)
    {
        var body = DeskLayout.Body(model);
        var shown = screen is { Writing: not null, About: { } about } ? [about] : model.Alerts;
        var lines = shown.Select(a => new DeskLine(
            $"{words.Alert(a, model.Now)}\n{(a.Whereabouts is { Length: > 0 } where ? Sanitizer.Clean(where) : words.Text("desk.alert.nowhere"))}\n{words.Text(a.CanReply ? "desk.alert.reply" : "desk.alert.noreply")}", "", default, null, words.Flow));
        if (shown.IsEmpty)
            painter.Text(2, body.Y + 1, words.Text("desk.alert.none"));
        var place = screen.Writing is null ? body : body with { Height = Math.Max(1, ComposeLayout.Panel(model).Y - body.Y) };
        new LineList([.. lines], 0) { Selected = screen.Writing is null ? screen.Selected : 0 }.Draw(painter, place);
        if (screen.Writing is { } writing)
            new ComposeView(words).Draw(model, writing, painter);
    }
}
