using Outreach.Tui.Runtime;

namespace Outreach.Tui.Desk;

/// <summary>What the checks of the content say: loaded, walked through, left.</summary>
internal sealed class ChecksUpdate(DeskWords words)
{
    /// <summary>Asks for them.</summary>
    public static DeskStep Load(DeskModel model) => model.Ask(Waiting.Loading, number => new DeskEffect.LoadChecks(number));

    /// <summary>They came.</summary>
    public static DeskStep Loaded(DeskModel model, DeskMsg.ChecksLoaded loaded)
    {
        if (!loaded.Answer.Ok)
            return model.Failed(loaded.Answer.Problems[0]).Still();
        var behind = model.Screen is DeskScreen.Checks again ? again.Behind : model.Screen;
        return (model.Heard() with { Screen = new DeskScreen.Checks(loaded.Answer.Value, behind) }).Still();
    }

    /// <summary>A key that moves.</summary>
    public DeskStep Touched(DeskModel model, DeskScreen.Checks screen, InputEvent input)
    {
        var moved = CheckLines.Of(words, screen).Update(input, DeskLayout.Body(model));
        return (model with { Screen = screen with { Selected = moved.Selected, Top = moved.Top } }).Still();
    }

    /// <summary>A key with a meaning.</summary>
    public static DeskStep Do(DeskModel model, DeskScreen.Checks screen, DeskCommand command) => command switch
    {
        DeskCommand.Back => (model with { Screen = screen.Behind, Notice = null }).Still(),
        DeskCommand.Reload => Load(model),
        _ => model.Still(),
    };
}
