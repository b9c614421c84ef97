using System.Collections.Immutable;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

/// <summary>Urgent danger: seen, acknowledged, answered.</summary>
internal static class AlertsUpdate
{
    /// <summary>A key that moves or writes.</summary>
    public static DeskStep Touched(DeskModel model, DeskScreen.Alerts screen, InputEvent input) => screen.Writing is { } writing
        ? (model with { Screen = screen with { Writing = ComposeUpdate.Touched(model, writing, input) } }).Still()
        : (model with { Screen = screen with { Selected = Moved(model, screen, input) } }).Still();

    /// <summary>A key with a meaning.</summary>
    public static DeskStep Do(DeskModel model, DeskScreen.Alerts screen, DeskCommand command)
    {
        var alert = screen.Selected < model.Alerts.Length ? model.Alerts[screen.Selected] : null;
        return (command, alert) switch
        {
            (DeskCommand.Back, _) when screen.Writing is not null => (model with { Screen = screen with { Writing = null }, Notice = null }).Still(),
            (DeskCommand.Back, _) => (model with { Screen = screen.Behind, Notice = null }).Still(),
            (DeskCommand.Acknowledge, { } seen) => model.Ask(Waiting.Saving, number => new DeskEffect.Acknowledge(number, seen.Number)),
            (DeskCommand.Reply, { CanReply: true }) => (model with
            {
                Number = model.Number + 1,
                Notice = null,
                Screen = screen with { Writing = new Compose(ComposeKind.Reply) { Id = model.Number, Language = model.Language, Text = new TextArea { MaxLength = ReferralLedger.MostCharacters } } },
            }).Still(),
            (DeskCommand.Language, _) when screen.Writing is { } writing => (model with { Screen = screen with { Writing = ComposeUpdate.OtherLanguage(writing) } }).Still(),
            (DeskCommand.Keep, { } answered) when screen.Writing is { } writing => Answer(model, screen, writing, answered),
            _ => model.Still(),
        };
    }

    /// <summary>Alerts came; those acknowledged leave the line on top.</summary>
    public static DeskStep Loaded(DeskModel model, DeskMsg.AlertsLoaded loaded)
    {
        var waited = loaded.Number == model.Awaited && loaded.Number != 0;
        if (!loaded.Answer.Ok)
            return waited ? model.Failed(loaded.Answer.Problems[0]).Still() : model.Still();
        var open = loaded.Answer.Value.Alerts.Where(a => !a.Acknowledged).ToImmutableArray();
        var next = (waited ? model.Heard("desk.done.alert") : model) with { Alerts = open };
        if (next.Counts is { } counts)
            next = next with { Counts = counts with { Alerts = open.Length } };
        if (next.Screen is not DeskScreen.Alerts screen)
            return next.Still();
        return (next with
        {
            Screen = open.IsEmpty ? screen.Behind : screen with { Selected = Math.Clamp(screen.Selected, 0, open.Length - 1), Writing = waited ? null : screen.Writing },
        }).Still();
    }

    private static int Moved(DeskModel model, DeskScreen.Alerts screen, InputEvent input) => input.Key?.Name switch
    {
        KeyName.Down => Math.Min(screen.Selected + 1, Math.Max(0, model.Alerts.Length - 1)),
        KeyName.Up => Math.Max(0, screen.Selected - 1),
        _ => screen.Selected,
    };

    private static DeskStep Answer(DeskModel model, DeskScreen.Alerts screen, Compose writing, AlertDto alert)
    {
        var text = writing.Text.Text.Trim();
        if (text.Length == 0)
            return (model with { Notice = new Notice.Trouble(DeskProblems.NothingTyped()) }).Still();
        var untranslated = writing.Language != alert.Language;
        if (untranslated && !writing.Warned)
            return (model with { Screen = screen with { Writing = writing with { Warned = true } }, Notice = null }).Still();
        var request = new ReplyRequest($"{model.Desk}-{writing.Id}", text, writing.Language!, untranslated);
        return model.Ask(Waiting.Saving, number => new DeskEffect.AnswerAlert(number, alert.Number, request));
    }
}
