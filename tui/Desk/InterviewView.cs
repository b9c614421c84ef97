using Outreach.Tui.Runtime;

namespace Outreach.Tui.Desk;

/// <summary>Draws an interview: what is read aloud, what can be answered.</summary>
internal sealed class InterviewView(DeskWords words)
{
    /// <summary>Which language, which dialog.</summary>
    public void Draw(DeskModel model, DeskScreen.Choosing screen, Painter painter)
    {
        var body = DeskLayout.Body(model);
        painter.Text(2, body.Y, words.Text(screen.Language is null ? "desk.interview.language" : screen.Spoken is null ? "desk.interview.how" : "desk.interview.dialog"), painter.Theme.Title);
        screen.List.Draw(painter, new Rect(2, body.Y + 2, body.Width - 4, body.Height - 2));
    }

    /// <summary>One step. Consent is read word for word; that it was given by word of mouth is written down.</summary>
    public void Draw(DeskModel model, DeskScreen.Interview screen, Painter painter)
    {
        var body = DeskLayout.Body(model);
        if (screen.AsksConsent)
            painter.Paragraph(new Rect(2, body.Y, body.Width - 4, 4), words.Text("desk.interview.consent"), painter.Theme.Alert, words.At(Align.Start));
        if (screen.HandOver is { } take)
        {
            var told = painter.Paragraph(new Rect(2, body.Y, body.Width - 4, InterviewLayout.Top(model, screen) - 3), words.Text("desk.handover"), painter.Theme.Alert, words.At(Align.Start));
            painter.Text(2, body.Y + told, words.Text("desk.handover.reference", ("reference", take.Reference)), painter.Theme.Title);
            painter.Text(2, body.Y + told + 1, words.Text("desk.handover.code", ("code", take.Code)), painter.Theme.Title);
        }

        var inside = painter.Mirrored(screen.Asking?.Language.IsRightToLeft ?? painter.RightToLeft);
        var text = InterviewLayout.Text(model, screen);
        screen.Text.Draw(inside, text);
        if (screen.Text.Percent(text) < 100)
            painter.Text(new Rect(1, painter.Height - DeskLayout.FootRows, painter.Width - 2, 1), words.Text("desk.interview.more"), painter.Theme.Alert, words.At(Align.End));
        screen.Choices.Draw(inside, InterviewLayout.Choices(model, screen));
        screen.Writing?.Draw(inside, InterviewLayout.Writing(model));
    }
}
