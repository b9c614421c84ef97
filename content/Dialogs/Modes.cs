using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>What each mode shows, and what it does with an answer.</summary>
internal static class Modes
{
    /// <summary>Shows what the person is doing, again.</summary>
    public static Turn Show(Scene scene) => scene.State.Mode switch
    {
        Mode.Asking(var dialog) when Childhood.Shuts(scene, dialog) => Safety.ToChildRoute(scene),
        Mode.Confirming(var dialog) when Childhood.Shuts(scene, dialog) => Safety.ToChildRoute(scene),
        Mode.Home => scene.Turn(Menu.Home(scene)),
        Mode.Choosing choosing => scene.Turn(Choosers.Show(scene, choosing)),
        Mode.Reading reading => scene.Turn(Shelf.Show(scene, reading)),
        Mode.Asking(var dialog) => Interview.Ask(scene, dialog),
        Mode.Confirming(var dialog) => scene.Turn(Summary.Show(scene, dialog)),
        Mode.WithHuman => scene.Turn(Humans.Prompt(scene)),
        _ => throw new UnreachableException(),
    };

    /// <summary>Says why the input cannot be used, then shows where the person is.</summary>
    public static Turn Again(Scene scene, string key, string n = "")
    {
        var missed = scene.With(scene.State with { Misses = scene.State.Misses + 1 });
        var options = missed.State.Misses >= Limits.MissesBeforeHuman ? ImmutableArray.Create(missed.Control(GlobalWord.Human)) : [];
        var blocks = options.IsEmpty ? [missed.Para(key, ("n", n))] : ImmutableArray.Create(missed.Para(key, ("n", n)), missed.Para("wrong.offer_human"));
        return Show(missed).After(missed.Reply(ReplyKind.Problem, blocks, options));
    }

    /// <summary>Takes words or a choice.</summary>
    public static Turn Answer(Scene scene, string text, bool chosen) => scene.State.Mode switch
    {
        Mode.Asking(var dialog) when Childhood.Shuts(scene, dialog) => Safety.ToChildRoute(scene),
        Mode.Confirming(var dialog) when Childhood.Shuts(scene, dialog) => Safety.ToChildRoute(scene),
        Mode.Asking(var dialog) => Interview.Answer(scene, dialog, text, chosen),
        Mode.WithHuman human => Humans.Tell(scene, human, text),
        Mode.Confirming(var dialog) => Summary.Answer(scene, dialog, text, chosen),
        Mode.Home => Pick(Menu.Home(scene).Options, text, chosen) is { } value ? Menu.Choose(scene, value) : Elsewhere(scene, text, chosen),
        Mode.Reading reading when chosen && Helpfulness.Answers(reading, text) => Helpfulness.Take(scene, reading, text == Helpfulness.Yes),
        Mode.Reading reading => Pick(Shelf.Show(scene, reading).Options, text, chosen) is { } value ? Shelf.Choose(scene, reading, value) : Elsewhere(scene, text, chosen),
        Mode.Choosing choosing => Choosers.Answer(scene, choosing, text, chosen),
        _ => throw new UnreachableException(),
    };

    /// <summary>Words are searched for; the value of a button that is not there now is nothing anybody wrote.</summary>
    private static Turn Elsewhere(Scene scene, string text, bool chosen) => chosen ? Again(scene, "wrong.stale") : Finding.Search(scene, text);

    /// <summary>The value of the option a text names: its value when chosen, its number or label when typed.</summary>
    public static string? Pick(ImmutableArray<Option> options, string text, bool chosen)
    {
        if (chosen)
            return options.FirstOrDefault(o => o.Value == text)?.Value;
        if (int.TryParse(Digits.ToAscii(text), NumberStyles.None, CultureInfo.InvariantCulture, out var n))
            return n >= 1 && n <= options.Length ? options[n - 1].Value : null;
        var folded = Fold.Text(text);
        return options.FirstOrDefault(o => Fold.Text(o.Label) == folded)?.Value;
    }
}
