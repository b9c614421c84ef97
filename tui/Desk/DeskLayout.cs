using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Desk;

/// <summary>Where things stand on every screen: head, alert line, body, a sentence, the keys.</summary>
internal static class DeskLayout
{
    /// <summary>From so many columns on, two things fit beside each other.</summary>
    public const int Wide = 70;

    /// <summary>Sentence, rule, keys.</summary>
    public const int FootRows = 3;

    /// <summary>True where two things fit beside each other.</summary>
    public static bool IsWide(DeskModel model) => model.Size.Width >= Wide;

    /// <summary>Rows of the alert line.</summary>
    public static int AlertRows(DeskModel model) => model.Alerts.IsEmpty || model.Screen is DeskScreen.SignIn or DeskScreen.Alerts ? 0 : 1;

    /// <summary>Rows above the body: title, on narrow screens the badges, the alert line, a rule.</summary>
    public static int HeadRows(DeskModel model) => (IsWide(model) || model.Screen is DeskScreen.SignIn ? 1 : 2) + AlertRows(model) + 1;

    /// <summary>Everything between head and foot.</summary>
    public static Rect Body(DeskModel model) => Between(model, HeadRows(model));

    /// <summary>Everything between a row and the foot.</summary>
    public static Rect Between(DeskModel model, int top) => new(0, top, model.Size.Width, Math.Max(1, model.Size.Height - top - FootRows));
}

/// <summary>Where things stand on the screen of a referral.</summary>
internal static class ReferralLayout
{
    private const int MostContactRows = 4;

    /// <summary>The safe-contact line, which never scrolls away.</summary>
    public static Rect Contact(DeskModel model, DeskScreen.Referral screen, DeskWords words)
    {
        var width = model.Size.Width - 2;
        var rows = TextLayout.Wrap(words.Contact(screen.Dto), width).Length;
        return new Rect(1, Top(model), width, Math.Min(MostContactRows, rows));
    }

    /// <summary>The lines.</summary>
    public static Rect Body(DeskModel model, DeskScreen.Referral screen, DeskWords words)
    {
        var body = DeskLayout.Between(model, Contact(model, screen, words).EndY + 1);
        return screen.Writing is null ? body : body with { Height = Math.Max(1, ComposeLayout.Panel(model).Y - body.Y) };
    }

    private static int Top(DeskModel model) => (DeskLayout.IsWide(model) ? 1 : 2) + DeskLayout.AlertRows(model);
}

/// <summary>Where one writes: the lower part of the screen, so that what it is about stays in sight.</summary>
internal static class ComposeLayout
{
    private const int HeadRows = 2;

    /// <summary>Rule, heading, text.</summary>
    public static Rect Panel(DeskModel model)
    {
        var rows = HeadRows + (model.Screen is DeskScreen.Referral { Writing: { Kind: ComposeKind.Counsel, Choices: { } all } }
            ? Math.Clamp(all.RowsAt(model.Size.Width - 2), 3, Math.Max(3, model.Size.Height / 2 - (DeskLayout.IsWide(model) ? 1 : 3)))
            : Math.Clamp(model.Size.Height / 4, 3, 6));
        return new Rect(0, model.Size.Height - DeskLayout.FootRows - rows, model.Size.Width, rows);
    }

    /// <summary>The text, or the choices before it.</summary>
    public static Rect Text(DeskModel model)
    {
        var panel = Panel(model);
        return new Rect(1, panel.Y + HeadRows, panel.Width - 2, panel.Height - HeadRows);
    }
}

/// <summary>Where things stand in an interview.</summary>
internal static class InterviewLayout
{
    /// <summary>What is read aloud.</summary>
    public static Rect Text(DeskModel model, DeskScreen.Interview screen)
    {
        var body = DeskLayout.Body(model);
        var top = Top(model, screen);
        var inside = new Rect(2, body.Y + top, body.Width - 4, body.Height - top);
        var needed = screen.Text.RowsAt(inside.Width);
        var rest = Math.Min(ChoiceRows(screen, inside.Width), inside.Height / 2) + (screen.Writing is null ? 0 : 1);
        return inside with { Height = Math.Clamp(needed, 1, Math.Max(1, inside.Height - rest)) };
    }

    /// <summary>Rows above what is read: what consent needs, what is handed over.</summary>
    public static int Top(DeskModel model, DeskScreen.Interview screen) => screen switch
    {
        { HandOver: not null } => DeskLayout.IsWide(model) ? 5 : 7,
        { AsksConsent: true } => DeskLayout.IsWide(model) ? 3 : 5,
        _ => 0,
    };

    /// <summary>What can be answered.</summary>
    public static Rect Choices(DeskModel model, DeskScreen.Interview screen)
    {
        var text = Text(model, screen);
        var body = DeskLayout.Body(model);
        return text with { Y = text.EndY, Height = Math.Max(0, body.EndY - text.EndY - (screen.Writing is null ? 0 : 1)) };
    }

    /// <summary>Where words are written.</summary>
    public static Rect Writing(DeskModel model)
    {
        var body = DeskLayout.Body(model);
        return new Rect(2, body.EndY - 1, body.Width - 4, 1);
    }

    private static int ChoiceRows(DeskScreen.Interview screen, int width) =>
        screen.Choices.Items.Sum(i => TextLayout.Wrap(i.Title, Math.Max(1, width - 5)).Length);
}
