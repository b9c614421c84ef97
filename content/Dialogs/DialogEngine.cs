using System.Collections.Immutable;
using Outreach.Content.Urgent;
using System.Diagnostics;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>
/// The one door of the core: (book, state, input, moment) -> (state', replies, effects). No clock, I/O, logger or task.
/// Order of every message: who is there (a phone may be shared), urgent danger, global words, then what the person is doing (DESIGN sections 3 and 6).
/// </summary>
public static class DialogEngine
{
    /// <summary>One step.</summary>
    public static Turn Step(Book book, ConversationState state, Input input, Moment moment) =>
        Numbers.Kept(book, Easy.Shown(book, Decide(book, state, input, moment), moment), moment);

    private static Turn Decide(Book book, ConversationState state, Input input, Moment moment)
    {
        var scene = Freshness.Of(new Scene(book, state, moment));
        if (input is Input.Opened or Input.Text or Input.Choice or Input.Command && (scene = Sharing.Heard(scene)).State.Unknown)
            return Sharing.Answer(Back(scene), input);
        return input switch
        {
            Input.Opened opened => Menu.Open(Back(scene), opened),
            Input.Text text => Heard(Back(scene), text, scene.State.Readings),
            Input.Choice choice => Chosen(Back(scene), choice),
            Input.Command(var word) => Commands.Do(Back(scene), word),
            Input.EffectDone(var result) => Results.Of(scene, result),
            Input.StaffSaid said => Humans.Said(scene, said),
            Input.LockOpened => scene.With(scene.State with { ReturnLocked = false }).Turn(scene.Reply(ReplyKind.Staff, [scene.Para("return.unlocked")])),
            Input.LockClosed => scene.With(scene.State with { ReturnLocked = true }).Turn(),
            _ => throw new UnreachableException(),
        };
    }

    private static Turn Heard(Scene scene, Input.Text text, ImmutableArray<string> readings)
    {
        if (text.Value.Length > Limits.CharactersPerMessage)
            return Modes.Again(scene, "wrong.too_long");
        var clean = AnswerRule.Clean(text.Value);
        if (clean.Length == 0)
            return Modes.Again(scene, "wrong.empty");
        var hit = scene.Book.Urgent.Find(clean);
        if (hit is { Sure: true })
            return Safety.Heard(scene, hit);
        if (scene.Book.Words.Find(scene.State.Language, clean) is { } word && (!Interview.IsWriting(scene) || Commands.IsMeant(scene, word, clean)))
            return Commands.Do(scene, word);
        // "I am 15" may be a cry for help, but not as the answer to "how old are you?"; and islands are no boats.
        if (hit is not null && !Interview.Understands(scene, clean) && scene.Book.Countries.Named(clean).IsEmpty)
            return Interview.IsWriting(scene) && !IsStale(scene, text.At) ? Written(scene, clean, hit) : Safety.Heard(scene, hit);
        if (IsStale(scene, text.At))
            return Modes.Again(scene, "wrong.stale");
        return AnswerRule.Index(clean, readings.Length) is { } index
            ? Chosen(scene, new Input.Choice(readings[index], text.At))
            : Modes.Answer(scene, clean, chosen: false);
    }

    /// <summary>What may be a cry and is a message all the same: it goes where it was written to, and then the person is asked, with the numbers shown.</summary>
    private static Turn Written(Scene scene, string words, UrgentHit hit)
    {
        var written = Modes.Answer(scene, words, chosen: false);
        var asked = Safety.Heard(scene.With(written.State), hit);
        return asked with { Effects = [.. written.Effects, .. asked.Effects], Forget = written.Forget || asked.Forget };
    }

    private static Turn Chosen(Scene scene, Input.Choice choice)
    {
        if (choice.Value.Length > Limits.CharactersPerMessage)
            return Modes.Again(scene, "wrong.too_long");
        if (GlobalWords.Control(choice.Value) is { } word)
            return Commands.Do(scene, word);
        if (choice.Value.StartsWith(Interview.AskPrefix, StringComparison.Ordinal))
            return Interview.Start(scene, choice.Value[Interview.AskPrefix.Length..]);
        return IsStale(scene, choice.At) ? Modes.Again(scene, "wrong.stale") : Modes.Answer(scene, AnswerRule.Clean(choice.Value), chosen: true);
    }

    /// <summary>True when an input belongs to a question that is not the current one (an old page, a second tab).</summary>
    private static bool IsStale(Scene scene, string? at) => at is not null && at != scene.State.Mode switch
    {
        Mode.Asking(var dialog) => scene.Walk(dialog).Current?.Path.Value,
        Mode.Confirming => Summary.Send,
        _ => null,
    };

    /// <summary>Somebody who writes is back, and the numbers of the last list count for this input only.</summary>
    private static Scene Back(Scene scene) => scene.With(scene.State with { Left = false, Readings = [] });
}
