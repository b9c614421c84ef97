using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Kiosk;

/// <summary>Draws the kiosk; pure. Large choices, few words, one question a screen; right-to-left languages mirror all of it.</summary>
public sealed class KioskView(Book book, TimeProvider clock)
{
    /// <summary>On the first screen, which is not mirrored, each language begins at its own edge.</summary>
    private static readonly Placement Own = new(Align.Natural);

    private const int Narrow = 60;

    private readonly Localizer _texts = book.Texts;

    /// <summary>What it draws the words of.</summary>
    public Book Book => book;

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
        Foot(model, screen.Mirrored(model.Language.IsRightToLeft));
    }

    /// <summary>The keys; instead of them the warning or what arrived, whole, although it may cover the last rows.</summary>
    private void Foot(KioskModel model, Painter painter)
    {
        var foot = new Rect(1, painter.Height - 1, painter.Width - 2, 1);
        if ((model.Warned ? _texts.Text(model.Language, "kiosk.idle") : model.Notice?.Text) is { } said)
        {
            var rows = Math.Max(2, Rows(said, foot, painter));
            var place = foot with { Y = painter.Height - rows, Height = rows };
            painter.Fill(new Rect(0, place.Y, painter.Width, rows));
            painter.Paragraph(place, said, model.Warned ? painter.Theme.Alert : painter.Theme.Title);
            return;
        }
        painter.Rule(painter.Height - 2);
        Keys(model, painter, foot);
    }

    private void Head(KioskModel model, Painter painter)
    {
        var row = new Rect(2, 0, painter.Width - 4, 1);
        var beside = model.Screen is KioskScreen.Talk { Asking.Progress: { } progress } ? _texts.Text(model.Language, "kiosk.question", ("n", Ascii(progress.Number)), ("of", Ascii(progress.Of)))
            : model.Spool.Waiting > 0 ? _texts.Plural(model.Language, "kiosk.unsent", model.Spool.Waiting)
            : "";
        var taken = painter.Text(row, beside, painter.Theme.Quiet, new Placement(Align.End));
        painter.Text(row with { Width = row.Width - (taken > 0 ? taken + 2 : 0) }, _texts.Text(model.Language, "kiosk.title"), painter.Theme.Title, model.Screen is KioskScreen.Welcome ? Own : default);
        painter.Rule(1);
    }

    private void Welcome(KioskModel model, KioskScreen.Welcome welcome, Painter painter)
    {
        painter.Text(KioskLayout.Body(model).Row(0), _texts.Text(model.Language, "kiosk.choose_language"), painter.Theme.Quiet, Own);
        welcome.List.Draw(painter, KioskLayout.Languages(model, welcome));
        var place = KioskLayout.BelowLanguages(model, welcome);
        var card = welcome.Ring is { } ring ? book.Ring.Cards[ring.Selected] : null;
        var lines = KioskWords.Below(book, model, card, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), lines => lines.Sum(l => Rows(l.Text, place, painter)) <= place.Height);
        var y = Math.Max(place.Y, place.EndY - lines.Sum(l => Rows(l.Text, place, painter)));
        foreach (var line in lines)
            y += painter.Paragraph(place with { Y = y, Height = Math.Max(0, place.EndY - y) }, line.Text, line.Urgent ? painter.Theme.Alert : painter.Theme.Quiet, Own);
    }

    private static int Rows(string text, Rect place, Painter painter) => TextLayout.Wrap(text, place.Width, Flow.Auto, painter.Typesetting).Length;

    private void Talk(KioskModel model, KioskScreen.Talk talk, Painter painter)
    {
        if (talk.Replies.IsEmpty)
        {
            painter.Text(2, 3, _texts.Text(model.Language, "kiosk.wait"), painter.Theme.Quiet);
            return;
        }
        if (talk.More is { } menu)
        {
            menu.Draw(painter, KioskLayout.Menu(model));
            return;
        }
        var text = KioskLayout.Text(model, talk);
        talk.Text.Draw(painter, text);
        if (talk.Text.Percent(text) < 100)
            painter.Text(text.Row(text.Height), _texts.Text(model.Language, "kiosk.key.read_on"), painter.Theme.Marker, new Placement(Align.End));
        (talk.Types ? talk.Choices with { ReachedBy = Key.Tab.Label } : talk.Choices).Draw(painter, KioskLayout.Choices(model, talk));
        talk.Writing?.Draw(painter, KioskLayout.Writing(model), talk.Types ? Focus.Here : Focus.Elsewhere);
    }

    /// <summary>The keys that do something now, danger and leaving first; whole ones only. Each is a line of its own: beside Arabic the name of a key must not slip to the next one's word.</summary>
    private void Keys(KioskModel model, Painter painter, Rect foot)
    {
        ImmutableArray<string> keys = model.Screen switch
        {
            KioskScreen.Welcome { Ring: not null } => ["kiosk.key.danger", "kiosk.key.choose", "kiosk.key.back"],
            KioskScreen.Welcome => ["kiosk.key.danger", "kiosk.key.choose"],
            KioskScreen.Talk { More: not null } => ["kiosk.key.danger", "kiosk.key.leave", "kiosk.key.choose", "kiosk.key.back"],
            KioskScreen.Talk { Types: true, Options.IsEmpty: true } => ["kiosk.key.danger", "kiosk.key.leave", "kiosk.key.more", "kiosk.key.enter", "kiosk.key.back", "kiosk.key.language"],
            KioskScreen.Talk { Types: true } => ["kiosk.key.danger", "kiosk.key.leave", "kiosk.key.more", "kiosk.key.list", "kiosk.key.enter", "kiosk.key.back", "kiosk.key.language"],
            _ => ["kiosk.key.danger", "kiosk.key.leave", "kiosk.key.more", "kiosk.key.choose", "kiosk.key.back", "kiosk.key.write", "kiosk.key.language"],
        };
        var gap = foot.Width < Narrow ? 2 : 3;
        var own = new Placement(Align.Start, model.Language.IsRightToLeft ? Flow.RightToLeft : Flow.LeftToRight);
        foreach (var key in keys)
        {
            var text = _texts.Text(model.Language, key);
            if (foot.Width < TextLayout.Width(text))
                break;
            var taken = painter.Text(foot, text, painter.Theme.Quiet, own) + gap;
            foot = foot with { X = foot.X + taken, Width = Math.Max(0, foot.Width - taken) };
        }
    }

    private static string Ascii(int n) => n.ToString(CultureInfo.InvariantCulture);
}
