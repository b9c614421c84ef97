using System.Collections.Immutable;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>The beginning: greeting, language, the start menu.</summary>
internal static class Menu
{
    /// <summary>Opening: a new person chooses a language; one who comes back sees where they were.</summary>
    public static Turn Open(Scene scene, Input.Opened opened)
    {
        if (scene.State.Language is not null)
            return Modes.Show(scene.With(scene.State with { Left = false }));
        var state = scene.State with { Language = opened.Language, Place = scene.State.Place ?? opened.Place ?? scene.Book.Office.Place, Spoken = opened.Spoken, AtSite = opened.AtSite };
        if (scene.Book.Office.OpeningDialog is { } dialog)
            return Modes.Show(scene.With(state with { Language = opened.Language ?? Locale.English, Mode = new Mode.Asking(dialog) }));
        var first = !opened.Chosen ? ChoosingWhat.Language : ChoosingWhat.Place;
        return opened.Chosen && state.Place is not null
            ? Modes.Show(scene.With(state))
            : Modes.Show(scene.With(state with { Mode = new Mode.Choosing(first, Mode.Home.Instance) }));
    }

    /// <summary>The start menu.</summary>
    public static Reply Home(Scene scene)
    {
        var blocks = ImmutableArray.CreateBuilder<PageBlock>();
        blocks.Add(scene.Para("home.hello"));
        blocks.Add(new PageBlock.Fine(scene.Say("home.free")));
        if (!scene.Book.Office.Live)
            blocks.Add(new PageBlock.Fine(scene.Say("trial")));
        return scene.Reply(ReplyKind.Say, blocks.ToImmutable(),
        [
            scene.Option("read", "home.read"),
            scene.Option(FrontDoor.Value, "home.ask"),
            scene.Control(GlobalWord.Danger),
            scene.Control(GlobalWord.Human),
            .. scene.Elsewhere,
            scene.Control(GlobalWord.Status),
            scene.Control(GlobalWord.Place),
            scene.Control(GlobalWord.Language),
            scene.State.Easy ? scene.Option(GlobalWords.Value(GlobalWord.Easy), "easy.stop") : scene.Control(GlobalWord.Easy),
            .. Sharing.Offer(scene),
        ]);
    }

    /// <summary>One of the start menu.</summary>
    public static Turn Choose(Scene scene, string value) => value switch
    {
        "read" => Modes.Show(scene.In(new Mode.Choosing(ChoosingWhat.About, scene.State.Mode))),
        FrontDoor.Value => FrontDoor.Open(scene),
        _ when GlobalWords.Control(value) is { } word => Commands.Do(scene, word),
        _ => Modes.Again(scene, "wrong.choose"),
    };
}
