using System.Collections.Immutable;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

/// <summary>Signing in. The server never says which of name, password and code was wrong, so the code is asked for after a refusal.</summary>
internal static class SignInUpdate
{
    private const int NotSignedIn = 3050;
    private const string StillLocked = "desk.signin.locked";         // Esc is what hands do before they look; what was begun is not thrown away for it

    /// <summary>A key in a field.</summary>
    public static DeskStep Touched(DeskModel model, DeskScreen.SignIn screen, InputEvent input) => (model with
    {
        Screen = screen.Field switch
        {
            0 => screen with { Name = screen.Name.Update(input) },
            1 => screen with { Password = screen.Password.Update(input) },
            _ => screen with { Code = screen.Code?.Update(input) },
        },
    }).Still();

    /// <summary>A key with a meaning.</summary>
    public static DeskStep Do(DeskModel model, DeskScreen.SignIn screen, DeskCommand command)
    {
        var fields = screen.Code is null ? 2 : 3;
        return command switch
        {
            DeskCommand.Next => (model with { Screen = screen with { Field = (screen.Field + 1) % fields } }).Still(),
            DeskCommand.Previous => (model with { Screen = screen with { Field = (screen.Field + fields - 1) % fields } }).Still(),
            DeskCommand.SignIn when screen.Name.Text.Trim().Length == 0 => (model with { Screen = screen with { Field = 0 } }).Still(),
            DeskCommand.SignIn when screen.Password.Text.Length == 0 => (model with { Screen = screen with { Field = 1 } }).Still(),
            DeskCommand.SignIn when model.Waiting == Waiting.Nothing => model.Ask(Waiting.Loading, number => new DeskEffect.SignIn(number,
                new SignInRequest(screen.Name.Text.Trim(), screen.Password.Text, screen.Code?.Text.Trim() is { Length: > 0 } code ? code : null))),
            DeskCommand.Back when screen.Behind is not null => (model with { Notice = new Notice.Done(StillLocked), Screen = screen with { Password = screen.Password with { Text = "", Caret = 0 }, Field = 1 } }).Still(),
            _ => model.Still(),
        };
    }

    /// <summary>The answer: the queue, or what was open before; or why not.</summary>
    public static DeskStep Answered(DeskModel model, DeskMsg.SignedIn signed)
    {
        if (model.Screen is not DeskScreen.SignIn screen)
            return model.Still();
        if (!signed.Answer.Ok)
        {
            var why = signed.Answer.Problems[0];
            var again = screen with { Password = screen.Password with { Text = "", Caret = 0 }, Field = 1 };
            if (why.Code == NotSignedIn)
                again = again with { Code = new TextField { MaxLength = 10 } };
            return (model.Failed(why) with { Screen = why.Code == NotSignedIn ? again : screen }).Still();
        }

        var me = signed.Answer.Value.Me;
        var same = screen.Behind is { } && screen.BehindWhom == me.Id;
        var language = screen.LanguageChosen ? model.Language : me.Language ?? model.Language;
        var next = model.Heard() with { Me = me, Now = signed.Now, Language = language, Screen = same ? screen.Behind! : new DeskScreen.Queue() };
        var fresh = next with { Queue = new QueueState { Tab = QueueUpdate.FirstTab(me) }, Alerts = [], Drafts = next.Drafts.Clear(), Edits = next.Edits.Clear() };
        var queue = me.May.Contains(StaffAction.SeeQueue);
        var (shown, effects) = same ? (next, queue ? [QueueUpdate.Refresh(next)] : [])
            : !queue && me.May.Contains(StaffAction.ProposeChange) ? EditingUpdate.Begin(fresh with { Counts = null })      // who edits has no queue
            : QueueUpdate.Load(fresh);
        return (shown, screen.LanguageChosen || language != model.Language ? effects.Insert(0, new DeskEffect.Speak(language)) : effects);
    }
}
