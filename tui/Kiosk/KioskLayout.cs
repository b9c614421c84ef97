using Outreach.Tui.Runtime;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Kiosk;

/// <summary>Where things stand on the kiosk's screen; the same for drawing and for touch.</summary>
internal static class KioskLayout
{
    private const int Margin = 2;
    private const int HeadRows = 2;
    private const int FootRows = 2;
    private const int Roomy = 24;
    private const int DangerRows = 3;

    /// <summary>The text of the conversation.</summary>
    public static Rect Text(KioskModel model, KioskScreen.Talk talk)
    {
        var body = Body(model);
        var needed = new Pager(talk.Text.Blocks).RowsAt(body.Width);
        var choices = ChoiceRows(talk);
        var most = Math.Max(3, body.Height - Math.Min(choices, body.Height / 2) - 1);
        return body with { Height = Math.Min(needed, most) };
    }

    /// <summary>The choices, below the text.</summary>
    public static Rect Choices(KioskModel model, KioskScreen.Talk talk)
    {
        var body = Body(model);
        var top = Text(model, talk).EndY + 1;
        var rows = talk.Writing is null ? 0 : 2;
        return body with { Y = top, Height = Math.Max(0, body.EndY - top - rows) };
    }

    /// <summary>The line for writing, at the bottom of the body.</summary>
    public static Rect Writing(KioskModel model)
    {
        var body = Body(model);
        return body with { Y = body.EndY - 1, Height = 1 };
    }

    /// <summary>The controls that hold at every step.</summary>
    public static Rect Menu(KioskModel model)
    {
        var body = Body(model);
        return body with { Y = body.Y + 1, Height = Math.Max(1, body.Height - 1) };
    }

    /// <summary>The list of languages: all of it where the terminal has the rows; what to do in danger is never pushed out.</summary>
    public static Rect Languages(KioskModel model, KioskScreen.Welcome welcome)
    {
        var body = Body(model);
        var top = model.Size.Height >= Roomy ? 2 : 1;
        return body with { Y = body.Y + top, Height = Math.Clamp(welcome.List.RowsAt(body.Width), 1, Math.Max(1, body.Height - top - DangerRows)) };
    }

    /// <summary>What stands below the languages.</summary>
    public static Rect BelowLanguages(KioskModel model, KioskScreen.Welcome welcome)
    {
        var (body, list) = (Body(model), Languages(model, welcome));
        return body with { Y = list.EndY, Height = Math.Max(0, body.EndY - list.EndY) };
    }

    /// <summary>Everything between head and foot.</summary>
    public static Rect Body(KioskModel model) =>
        new(Margin, HeadRows, Math.Max(1, model.Size.Width - 2 * Margin), Math.Max(1, model.Size.Height - HeadRows - FootRows));

    private static int ChoiceRows(KioskScreen.Talk talk) => talk.Choices.Items.Length * (1 + talk.Choices.Gap);
}
