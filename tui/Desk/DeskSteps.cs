global using DeskStep = (Outreach.Tui.Desk.DeskModel Model, System.Collections.Immutable.ImmutableArray<Outreach.Tui.Desk.DeskEffect> Effects);
using System.Collections.Immutable;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

/// <summary>What the updates of all screens share: asking, failing, losing and finding the session.</summary>
internal static class DeskSteps
{
    /// <summary>Nothing to be done outside.</summary>
    public static DeskStep Still(this DeskModel model) => (model, []);

    /// <summary>Asks the server; while something is being kept nothing else is asked.</summary>
    public static DeskStep Ask(this DeskModel model, Waiting waiting, Func<int, DeskEffect> effect)
    {
        if (model.Waiting is Waiting.Saving or Waiting.Leaving)
            return (model, []);
        var number = model.Number + 1;
        return (model with { Number = number, Awaited = number, Waiting = waiting, Notice = null }, [effect(number)]);
    }

    /// <summary>The answer that was waited for has come.</summary>
    public static DeskModel Heard(this DeskModel model, string? done = null) =>
        model with { Waiting = Waiting.Nothing, Offline = false, Notice = done is null ? null : new Notice.Done(done) };

    /// <summary>Why not; without a session one signs in again and finds everything as it was.</summary>
    public static DeskModel Failed(this DeskModel model, Problem why)
    {
        var told = model with { Waiting = Waiting.Nothing, Offline = DeskProblems.IsLink(why), Notice = new Notice.Trouble(why) };
        return why.Code == DeskProblems.SessionOverCode ? told.Locked() : told;
    }

    /// <summary>Signed out; what was open waits for the same person.</summary>
    public static DeskModel Locked(this DeskModel model) => model.Screen is DeskScreen.SignIn ? model : model with
    {
        Screen = new DeskScreen.SignIn { Name = TextField.Of(model.Me?.Name ?? ""), Field = 1, Behind = model.Screen, BehindWhom = model.Me?.Id ?? 0 },
        Help = false,
        Waiting = Waiting.Nothing,
    };

    /// <summary>The next language of the desk; what is on the screen comes again in it.</summary>
    public static DeskStep InNextLanguage(this DeskModel model)
    {
        var language = Locale.All[(model.Language.Index + 1) % Locale.All.Length];
        var next = model with { Language = language };
        if (model.Screen is DeskScreen.SignIn signIn)
            return (next with { Screen = signIn with { LanguageChosen = true } }, [new DeskEffect.Speak(language)]);
        if (model.Waiting != Waiting.Nothing || model.Me?.May.Contains(StaffAction.SeeQueue) != true)
            return (next, [new DeskEffect.Speak(language)]);
        var (loading, effects) = QueueUpdate.Load(next);
        return (loading, effects.Insert(0, new DeskEffect.Speak(language)));
    }

    /// <summary>The row of a referral that changed; a closed one leaves the queue, an opened one the closed.</summary>
    public static DeskModel WithRow(this DeskModel model, ReferralDto dto)
    {
        var queue = model.Queue;
        var index = queue.Rows.IndexOf(queue.Rows.FirstOrDefault(r => r.Reference == dto.Reference)!);
        if (index < 0)
            return model;
        var rows = Lifecycle.IsOpen(dto.Status) != (queue.Tab == QueueTab.Closed)
            ? queue.Rows.SetItem(index, queue.Rows[index] with { Priority = dto.Priority, Due = dto.Due, Status = dto.Status, Assignee = dto.Assignee, AssigneeName = dto.AssigneeName, Locked = dto.Locked })
            : queue.Rows.RemoveAt(index);
        return model with { Queue = queue with { Rows = rows, Selected = Math.Clamp(queue.Selected, 0, Math.Max(0, rows.Length - 1)) } };
    }
}
