using System.Collections.Immutable;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Desk;

/// <summary>Urgent danger: seen, acknowledged, answered. An answer belongs to the alert it was begun for, whatever arrives meanwhile.</summary>
internal sealed class AlertsUpdate(DeskWords words)
{
    /// <summary>A key that moves or writes.</summary>
    public DeskStep Touched(DeskModel model, DeskScreen.Alerts screen, InputEvent input)
    {
        if (screen.Writing is { } writing)
            return (model with { Screen = screen with { Writing = ComposeUpdate.Touched(model, writing, input) } }).Still();
        var moved = AlertLines.Of(words, model, screen).Update(input, AlertLines.Place(model, screen));
        return (model with { Screen = screen with { Selected = moved.Selected, Top = moved.Top } }).Still();
    }

    /// <summary>A key with a meaning.</summary>
    public DeskStep Do(DeskModel model, DeskScreen.Alerts screen, DeskCommand command)
    {
        var marked = screen.Selected < model.Alerts.Length ? model.Alerts[screen.Selected] : null;
        return command switch
        {
            DeskCommand.Back when screen.Writing is { Ready.IsEmpty: false } offered => (model with { Screen = screen with { Writing = ComposeUpdate.WithoutOffer(offered) } }).Still(),
            DeskCommand.Ready when screen.Writing is { } writing => (model with { Screen = screen with { Writing = ComposeUpdate.OfferReady(writing, words) }, Notice = null }).Still(),
            DeskCommand.Back when screen is { Writing: { } writing, About: { } about } =>
                (model.Keeping(DraftOf(about), writing) with { Screen = screen with { Writing = null, About = null }, Notice = null }).Still(),
            DeskCommand.Back => (model with { Screen = screen.Behind, Notice = null }).Still(),
            DeskCommand.Acknowledge when marked is not null => model.Ask(Waiting.Saving, number => new DeskEffect.Acknowledge(number, marked.Number)),
            DeskCommand.Reply when marked is { CanReply: true } => Begin(model, screen, marked).Still(),
            DeskCommand.Language when screen.Writing is { } writing => (model with { Screen = screen with { Writing = ComposeUpdate.OtherLanguage(model, writing) }, Notice = null }).Still(),
            DeskCommand.Keep when screen is { Writing: { } writing, About: { } about } => Answer(model, screen, writing, about),
            _ => model.Still(),
        };
    }

    /// <summary>Alerts came; those acknowledged leave the line on top, the marked one stays marked.</summary>
    public static DeskStep Loaded(DeskModel model, DeskMsg.AlertsLoaded loaded)
    {
        var waited = loaded.Number == model.Awaited && loaded.Number != 0;
        if (!loaded.Answer.Ok)
            return waited ? model.Failed(loaded.Answer.Problems[0]).Still() : model.Still();
        var open = loaded.Answer.Value.Alerts.Where(a => !a.Acknowledged).ToImmutableArray();
        // One may have been seen, and the answer to the next begun, before the server has said so: only what was sent is "sent".
        var answered = waited && model.Screen is DeskScreen.Alerts { About: { } about } && about.Number == loaded.Answered ? about : null;
        var next = (waited ? model.Heard(loaded.Answered is null ? "desk.done.alert" : "desk.done.reply") : model) with { Alerts = open };
        if (answered is not null)
            next = next with { Drafts = next.Drafts.Remove(DraftOf(answered)) };
        if (next.Counts is { } counts)
            next = next with { Counts = counts with { Alerts = open.Length } };
        if (next.Screen is not DeskScreen.Alerts screen)
            return next.Still();
        var shown = screen with { Selected = Found(open, model, screen), Writing = answered is null ? screen.Writing : null, About = answered is null ? screen.About : null };
        return (next with { Screen = open.IsEmpty && shown.Writing is null ? screen.Behind : shown }).Still();
    }

    private static string DraftOf(AlertDto alert) => $"alert {DeskWords.Ascii((int)alert.Number)}";

    private static int Found(ImmutableArray<AlertDto> open, DeskModel before, DeskScreen.Alerts screen)
    {
        var marked = screen.Selected < before.Alerts.Length ? before.Alerts[screen.Selected].Number : 0;
        var same = open.Select(a => a.Number).ToList().IndexOf(marked);
        return same >= 0 ? same : Math.Clamp(screen.Selected, 0, Math.Max(0, open.Length - 1));
    }

    private static DeskModel Begin(DeskModel model, DeskScreen.Alerts screen, AlertDto about) => model with
    {
        Notice = null,
        Screen = screen with { About = about, Writing = model.Drafts.GetValueOrDefault(DraftOf(about)) ?? ComposeUpdate.Reply(model, about.Language) },
    };

    private static DeskStep Answer(DeskModel model, DeskScreen.Alerts screen, Compose writing, AlertDto alert)
    {
        var text = writing.Text.Text.Trim();
        if (text.Length == 0)
            return (model with { Notice = new Notice.Trouble(DeskProblems.NothingTyped()) }).Still();
        var untranslated = writing.Language != alert.Language;
        if (untranslated && !writing.Warned)
            return (model with { Screen = screen with { Writing = writing with { Warned = true } }, Notice = null }).Still();
        var named = ComposeUpdate.Named(model, writing);
        var request = new ReplyRequest(ComposeUpdate.IdOf(model, named), text, named.Language!, untranslated);
        return (model with { Screen = screen with { Writing = named } }).Ask(Waiting.Saving, number => new DeskEffect.AnswerAlert(number, alert.Number, request));
    }
}
