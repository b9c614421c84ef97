using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Kiosk;

/// <summary>Draws the kiosk; pure. Large choices, few words, one question a screen; right-to-left languages mirror all of it.</summary>
public sealed class KioskView(Book book, string? emergencyNumber)
{
    private readonly Localizer _texts = book.Texts;

    /// <summary>Draws a model.</summary>
    public void Draw(KioskModel model, Painter screen)
    {
        var painter = screen.Mirrored(model.Screen is KioskScreen.Talk && model.Language.IsRightToLeft);
        Head(model, painter);
        switch (model.Screen)
        {
            case KioskScreen.Welcome welcome: Welcome(model, welcome, painter); break;
            case KioskScreen.Talk talk: Talk(model, talk, painter); break;
        }
        if (model.Notice is { } notice && !model.Warned)
        {
            painter.Paragraph(new Rect(1, painter.Height - 2, painter.Width - 2, 2), notice.Text, painter.Theme.Title);
            return;
        }
        painter.Rule(painter.Height - 2);
        var foot = new Rect(1, painter.Height - 1, painter.Width - 2, 1);
        if (model.Warned)
            painter.Text(foot, _texts.Text(model.Language, "kiosk.idle"), painter.Theme.Alert);
        else
            painter.Text(foot, Help(model), painter.Theme.Quiet);
    }

    private void Head(KioskModel model, Painter painter)
    {
        painter.Text(2, 0, _texts.Text(model.Language, "kiosk.title"), painter.Theme.Title);
        if (model.Screen is KioskScreen.Talk { Asking.Progress: { } progress })
        {
            var place = new Rect(0, 0, painter.Width - 2, 1);
            painter.Text(place, _texts.Text(model.Language, "kiosk.question", ("n", Ascii(progress.Number)), ("of", Ascii(progress.Of))), painter.Theme.Quiet, new Placement(Align.End));
        }
        else if (model.Spool.Waiting > 0)
        {
            painter.Text(new Rect(0, 0, painter.Width - 2, 1), _texts.Plural(model.Language, "kiosk.unsent", model.Spool.Waiting), painter.Theme.Quiet, new Placement(Align.End));
        }
        painter.Rule(1);
    }

    private void Welcome(KioskModel model, KioskScreen.Welcome welcome, Painter painter)
    {
        var body = KioskLayout.Body(model);
        painter.Text(body.Row(0), _texts.Text(Locale.English, "kiosk.choose_language"), painter.Theme.Quiet);
        welcome.Languages.Draw(painter, KioskLayout.Languages(model));
        if (model.Spool.Waiting > 0)
            painter.Text(body.Row(body.Height - 3), string.Join("   ", KioskWords.Spool(_texts, model.Spool)), painter.Theme.Quiet);
        if (emergencyNumber is { } number)
            painter.Text(body.Row(body.Height - 2), _texts.Text(Locale.English, "kiosk.danger", ("number", number)), painter.Theme.Alert);
        if (!book.Office.Live)
            painter.Text(body.Row(body.Height - 1), _texts.Text(Locale.English, "trial"), painter.Theme.Quiet);
    }

    private void Talk(KioskModel model, KioskScreen.Talk talk, Painter painter)
    {
        if (talk.Replies.IsEmpty)
        {
            painter.Text(2, 3, _texts.Text(model.Language, "kiosk.wait"), painter.Theme.Quiet);
            return;
        }
        talk.Text.Draw(painter, KioskLayout.Text(model, talk));
        talk.Choices.Draw(painter, KioskLayout.Choices(model, talk));
        if (talk.Writing is { } field)
            (talk.Asking?.Sensitive == true ? field with { Mask = null } : field).Draw(painter, KioskLayout.Writing(model));
    }

    private string Help(KioskModel model)
    {
        ImmutableArray<string> keys = model.Screen switch
        {
            KioskScreen.Welcome => ["kiosk.key.choose"],
            KioskScreen.Talk { Writing: not null } => ["kiosk.key.danger", "kiosk.key.leave", "kiosk.key.enter", "kiosk.key.back", "kiosk.key.person", "kiosk.key.language"],
            _ => ["kiosk.key.danger", "kiosk.key.leave", "kiosk.key.choose", "kiosk.key.back", "kiosk.key.write", "kiosk.key.person", "kiosk.key.language"],
        };
        return string.Join("   ", keys.Select(k => _texts.Text(model.Language, k)));
    }

    private static string Ascii(int n) => n.ToString(CultureInfo.InvariantCulture);
}
