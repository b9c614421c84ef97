using Outreach.Tui.Runtime;
using Outreach.Tui.Text;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

/// <summary>Draws the desk; pure. Right-to-left languages mirror all of it.</summary>
public sealed class DeskView(DeskWords words)
{
    private readonly QueueView _queue = new(words);
    private readonly ReferralView _referral = new(words);
    private readonly AlertsView _alerts = new(words);
    private readonly ChecksView _checks = new(words);
    private readonly EditingView _editing = new(words);
    private readonly InterviewView _interview = new(words);

    /// <summary>Draws a model.</summary>
    public void Draw(DeskModel model, Painter screen)
    {
        var painter = screen.Mirrored(model.Language.IsRightToLeft);
        if (model.Help)
            Explain(model, painter);
        else
            Show(model, painter);
        Foot(model, painter);
    }

    private void Show(DeskModel model, Painter painter)
    {
        if (model.Screen is not DeskScreen.Referral)
            Head(model, painter);
        if (DeskLayout.AlertRows(model) > 0)
            painter.Text(new Rect(1, DeskLayout.IsWide(model) ? 1 : 2, painter.Width - 2, 1), Danger(model), painter.Theme.Alert, words.At(Align.Start));
        switch (model.Screen)
        {
            case DeskScreen.SignIn signIn: SignIn(signIn, painter); break;
            case DeskScreen.Queue: _queue.Draw(model, painter); break;
            case DeskScreen.Referral referral: _referral.Draw(model, referral, painter); break;
            case DeskScreen.Alerts alerts: _alerts.Draw(model, alerts, painter); break;
            case DeskScreen.Checks checks: _checks.Draw(model, checks, painter); break;
            case DeskScreen.Choosing choosing: _interview.Draw(model, choosing, painter); break;
            case DeskScreen.Interview interview: _interview.Draw(model, interview, painter); break;
            case DeskScreen.Content content: _editing.Draw(model, content, painter); break;
            case DeskScreen.Editing editing: _editing.Draw(model, editing, painter); break;
            case DeskScreen.Changes changes: _editing.Draw(model, changes, painter); break;
            case DeskScreen.Unanswered unanswered: _editing.Draw(model, unanswered, painter); break;
        }
    }

    private string Danger(DeskModel model) => $"! {words.Alert(model.Alerts[0], model.Now)}" + (model.Alerts.Length > 1 ? $" (+{DeskWords.Ascii(model.Alerts.Length - 1)})" : "");

    private void Head(DeskModel model, Painter painter)
    {
        var row = new Rect(1, 0, painter.Width - 2, 1);
        var title = model.Me is { } me && model.Screen is not DeskScreen.SignIn ? $"{words.Text("desk.title")}   {Sanitizer.Line(me.Name)}" : words.Text("desk.title");
        var used = painter.Text(row, title, painter.Theme.Title, words.At(Align.Start));
        if (model.Me is { Trial: true })
            used += 3 + painter.Text(row with { X = row.X + used + 3, Width = row.Width - used - 3 }, words.Text("desk.trial"), painter.Theme.Quiet, words.At(Align.Start));
        if (model.RoundTrip is { } slow && slow > TimeSpan.FromMilliseconds(100))
            painter.Text(row with { X = row.X + used + 3, Width = row.Width - used - 3 }, words.Text("desk.link", ("ms", DeskWords.Ascii((int)slow.TotalMilliseconds))), painter.Theme.Quiet);
        if (model.Counts is { } counts && model.Screen is not DeskScreen.SignIn)
        {
            var badges = $"{words.Plural("desk.critical", counts.Critical)}   {words.Text("desk.today", ("n", model.DueToday))}   {words.Plural("desk.alerts", counts.Alerts)}";
            painter.Text(DeskLayout.IsWide(model) ? row : row.Moved(0, 1), badges, counts.Critical + counts.Alerts > 0 ? painter.Theme.Alert : painter.Theme.Normal, words.At(DeskLayout.IsWide(model) ? Align.End : Align.Start));
        }
        if (model.Screen is not DeskScreen.Queue)
            painter.Rule(DeskLayout.HeadRows(model) - 1);
    }

    private void SignIn(DeskScreen.SignIn screen, Painter painter)
    {
        var y = 4;
        Field("desk.signin.name", screen.Name, 0);
        Field("desk.signin.password", screen.Password, 1);
        if (screen.Code is { } code)
            Field("desk.signin.code", code, 2);
        painter.Text(2, y, words.Text("desk.signin.language", ("language", words.Language.NativeName)));
        painter.Paragraph(new Rect(2, y + 2, painter.Width - 4, 4), words.Text(screen.Behind is null ? "desk.signin.audit" : "desk.signin.kept"), painter.Theme.Quiet, words.At(Align.Start));

        void Field(string key, TextField field, int index)
        {
            painter.Text(2, y, words.Text(key));
            field.Draw(painter, new Rect(2, y + 1, Math.Min(40, painter.Width - 4), 1), screen.Field == index ? Focus.Here : Focus.Elsewhere);
            y += 3;
        }
    }

    /// <summary>All keys of the screen, one a line.</summary>
    private void Explain(DeskModel model, Painter painter)
    {
        painter.Text(1, 0, words.Text("desk.help.title"), painter.Theme.Title);
        painter.Rule(1);
        var y = 2;
        foreach (var binding in DeskKeys.Of(model with { Help = false }).Where(b => b.Help.Length > 0))
        {
            painter.Text(new Rect(2, y, 9, 1), binding.Key.Label, painter.Theme.Title, Placement.Code);
            painter.Text(12, y++, words.Text(binding.Help));
        }

        var room = painter.Height - DeskLayout.FootRows - y - 1;
        if (room > 0)
            painter.Paragraph(new Rect(2, y + 1, painter.Width - 4, room), words.Text("desk.help.audit"), painter.Theme.Quiet, words.At(Align.Start));
    }

    private void Foot(DeskModel model, Painter painter)
    {
        var sentence = new Rect(1, painter.Height - DeskLayout.FootRows, painter.Width - 2, 1);
        if (model.Waiting != Waiting.Nothing)
            painter.Text(sentence, words.Text($"desk.{model.Waiting.ToString().ToLowerInvariant()}"), painter.Theme.Quiet, words.At(Align.Start));
        else if (model.Notice is Notice.Done(var key))
            painter.Text(sentence, words.Text(key), default, words.At(Align.Start));
        else if (model.Notice is Notice.Trouble(var why))
            Trouble(DeskProblems.IsLink(why) && IsWriting(model) ? $"{words.Problem(why)}\n{words.Text("desk.kept")}" : words.Problem(why), sentence, painter);
        else if (model.Offline)
            painter.Text(sentence, words.Text("desk.offline"), painter.Theme.Alert, words.At(Align.Start));
        painter.Rule(painter.Height - 2);
        painter.Text(new Rect(1, painter.Height - 1, painter.Width - 2, 1), DeskKeys.Line(DeskKeys.Of(model), painter.Width - 2, key => words.Text(key)), painter.Theme.Quiet, words.At(Align.Start));
    }

    private static bool IsWriting(DeskModel model) => model.Screen is DeskScreen.Referral { Writing: not null } or DeskScreen.Alerts { Writing: not null } or DeskScreen.Interview or DeskScreen.Editing;

    /// <summary>A sentence too long for its row grows upwards: it must be readable.</summary>
    private void Trouble(string why, Rect row, Painter painter)
    {
        var rows = TextLayout.Wrap(why, row.Width, words.Flow, painter.Typesetting).Length;
        var place = row with { Y = row.Y - rows + 1, Height = rows };
        painter.Fill(place with { X = 0, Width = painter.Width });
        painter.Paragraph(place, why, painter.Theme.Alert, words.At(Align.Start));
    }
}
