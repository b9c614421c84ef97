using System.Collections.Immutable;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Desk;

/// <summary>One referral: reading, opening sensitive answers one by one, acting.</summary>
internal sealed class ReferralUpdate(DeskWords words)
{
    private const int NotTheirLanguage = 3016;

    /// <summary>Somebody was quicker: the referral is loaded again behind what is being written.</summary>
    private static readonly ImmutableArray<int> Conflicts = [3010, 3011, 3018];

    /// <summary>A key that moves or writes.</summary>
    public DeskStep Touched(DeskModel model, DeskScreen.Referral screen, InputEvent input)
    {
        if (screen.Writing is { Kind: ComposeKind.Counsel } form)
            return Counsel(model, screen, CounselForm.Touched(model, screen, form, input, words));
        if (screen.Writing is { Kind: ComposeKind.Contact } tried)
            return Contact(model, screen, ComposeUpdate.Touched(model, tried, input));
        if (screen.Writing is { } writing)
            return (model with { Screen = screen with { Writing = ComposeUpdate.Touched(model, writing, input) } }).Still();
        var moved = Lines(model, screen).Update(input, ReferralLayout.Body(model, screen, words));
        return (model with { Screen = screen with { Selected = moved.Selected, Top = moved.Top } }).Still();
    }

    /// <summary>A key with a meaning.</summary>
    public DeskStep Do(DeskModel model, DeskScreen.Referral screen, DeskCommand command) => command switch
    {
        DeskCommand.Back when screen.Writing is { Step: { } step } => (model with { Screen = screen with { Writing = CounselForm.Steps(screen.Dto, words, step) }, Notice = null }).Still(),
        DeskCommand.Back when screen.Writing is { Kind: ComposeKind.Counsel } => (model with { Screen = screen with { Writing = null }, Notice = null }).Still(),
        DeskCommand.Back when screen.Writing is { Ready.IsEmpty: false } offered => (model with { Screen = screen with { Writing = ComposeUpdate.WithoutOffer(offered) } }).Still(),
        DeskCommand.Back when screen.Writing is { } writing => (model with { Screen = screen with { Writing = null, Draft = ComposeUpdate.IsWorthKeeping(writing) ? writing : null }, Notice = null }).Still(),
        DeskCommand.Back => Leave(model, screen),
        DeskCommand.Open => Show(model, screen),
        DeskCommand.Reload => model.Ask(Waiting.Loading, number => new DeskEffect.Open(number, screen.Dto.Reference)),
        DeskCommand.Claim => Act(model, screen, new DeskAct.Claim()),
        DeskCommand.Release => Act(model, screen, new DeskAct.Release()),
        DeskCommand.Note => Write(model, screen, ComposeKind.Note),
        DeskCommand.Status => Write(model, screen, ComposeKind.Status),
        DeskCommand.Priority => Write(model, screen, ComposeKind.Priority),
        DeskCommand.Unlock => Write(model, screen, ComposeKind.Unlock),
        DeskCommand.Counsel => (model with { Screen = screen with { Writing = CounselForm.Steps(screen.Dto, words) }, Notice = null }).Still(),
        DeskCommand.Contact => Write(model, screen, ComposeKind.Contact),
        DeskCommand.Ready when screen.Writing is { } writing => (model with { Screen = screen with { Writing = ComposeUpdate.OfferReady(writing, words) }, Notice = null }).Still(),
        DeskCommand.Reply when screen.Dto.Contact?.CanReply == false => (model with { Notice = new Notice.Trouble(DeskProblems.CannotReplyNow()) }).Still(),
        DeskCommand.Reply => Write(model, screen, ComposeKind.Reply),
        DeskCommand.Language when screen.Writing is { } writing => (model with { Screen = screen with { Writing = ComposeUpdate.OtherLanguage(model, writing) }, Notice = null }).Still(),
        DeskCommand.Keep when screen.Writing is { } writing => Keep(model, screen, writing),
        _ => model.Still(),
    };

    /// <summary>A referral was opened, or came again.</summary>
    public static DeskStep Opened(DeskModel model, DeskMsg.Opened opened)
    {
        if (opened.Number != 0 && opened.Number != model.Awaited)
            return model.Still();
        if (!opened.Answer.Ok)
            return opened.Number == 0 ? model.Still() : model.Failed(opened.Answer.Problems[0]).Still();
        var dto = opened.Answer.Value;
        var next = (opened.Number == 0 ? model : model.Heard()) with { Now = opened.Now };
        return model.Screen switch
        {
            DeskScreen.Referral same when same.Dto.Reference == dto.Reference => (next with { Screen = same with { Dto = dto } }).WithRow(dto).Still(),
            _ when opened.Number == 0 => model.Still(),
            _ => (next with { Screen = new DeskScreen.Referral(dto) { Draft = next.Drafts.GetValueOrDefault(dto.Reference) } }).WithRow(dto).Still(),
        };
    }

    /// <summary>A sensitive answer was opened, or not.</summary>
    public static DeskStep AnswerOpened(DeskModel model, DeskMsg.AnswerOpened opened)
    {
        if (opened.Number != model.Awaited)
            return model.Still();
        if (!opened.Answer.Ok)
            return model.Failed(opened.Answer.Problems[0]).Still();
        var answer = opened.Answer.Value;
        return model.Heard() is var next && next.Screen is DeskScreen.Referral same && same.Dto.Reference == opened.Reference
            ? (next with { Screen = same with { Opened = same.Opened.SetItem(answer.Path, answer.Answer ?? "") } }).Still()
            : next.Still();
    }

    /// <summary>Something was done, or not.</summary>
    public DeskStep Acted(DeskModel model, DeskMsg.Acted acted) => acted.Answer.Ok
        ? Kept(model, acted.Number, acted.Answer.Value, acted.Now, $"desk.done.{acted.Act.GetType().Name.ToLowerInvariant()}").Still()
        : NotKept(model, acted.Number, acted.Answer.Problems[0]);

    /// <summary>The person was answered, or not.</summary>
    public DeskStep Replied(DeskModel model, DeskMsg.Replied replied) => replied.Answer.Ok
        ? Kept(model, replied.Number, replied.Answer.Value.Referral, replied.Now, replied.Answer.Value.Delivered ? "desk.done.reply" : "desk.done.reply.gone").Still()
        : NotKept(model, replied.Number, replied.Answer.Problems[0]);

    private DeskModel Kept(DeskModel model, int number, ReferralDto dto, DateTimeOffset now, string done)
    {
        var next = model.WithRow(dto) with { Now = now };
        if (number == model.Awaited)
            next = next.Heard(done) with { Drafts = next.Drafts.Remove(dto.Reference) };
        return next.Screen is DeskScreen.Referral same && same.Dto.Reference == dto.Reference
            ? next with { Screen = number == model.Awaited ? same with { Dto = dto, Writing = Next(same, dto), Draft = same.Writing?.Kind == ComposeKind.Counsel ? same.Draft : null } : same with { Dto = dto } }
            : next;
    }

    /// <summary>Counselling goes on with the next step until the case worker leaves it or it ended the case; what was written is kept.</summary>
    private Compose? Next(DeskScreen.Referral screen, ReferralDto dto) =>
        screen.Writing?.Kind == ComposeKind.Counsel && Lifecycle.IsOpen(dto.Status) ? CounselForm.Steps(dto, words) : null;

    /// <summary>What was typed stays; where a colleague was quicker the referral is loaded again behind it.</summary>
    private static DeskStep NotKept(DeskModel model, int number, Problem why)
    {
        if (number != model.Awaited)
            return model.Still();
        var next = model.Failed(why);
        if (next.Screen is not DeskScreen.Referral screen)
            return next.Still();
        if (why.Code == NotTheirLanguage && screen.Writing is { } writing)
            next = next with { Screen = screen with { Writing = writing with { Warned = true } } };
        return Conflicts.Contains(why.Code) ? (next, [new DeskEffect.Open(0, screen.Dto.Reference)]) : next.Still();
    }

    private LineList Lines(DeskModel model, DeskScreen.Referral screen) => ReferralLines.Of(words, model, screen);

    private static DeskStep Leave(DeskModel model, DeskScreen.Referral screen)
    {
        var back = model.Keeping(screen.Dto.Reference, screen.Draft) with { Screen = new DeskScreen.Queue(), Notice = null, Waiting = model.Waiting == Waiting.Saving ? Waiting.Saving : Waiting.Nothing, Awaited = model.Waiting == Waiting.Saving ? model.Awaited : 0 };
        return (back, [QueueUpdate.Refresh(back)]);
    }

    /// <summary>Opens the marked answer, one at a time: the server sends it when it has written down who asked.</summary>
    private DeskStep Show(DeskModel model, DeskScreen.Referral screen) => Lines(model, screen).Marked?.Hidden is { } path
        ? model.Ask(Waiting.Loading, number => new DeskEffect.OpenAnswer(number, screen.Dto.Reference, path))
        : model.Still();

    private static DeskStep Act(DeskModel model, DeskScreen.Referral screen, DeskAct act) =>
        (model with { Screen = screen }).Ask(Waiting.Saving, number => new DeskEffect.Act(number, screen.Dto.Reference, act));

    private static DeskStep Counsel(DeskModel model, DeskScreen.Referral screen, (Compose Form, CounselRequest? Recorded) touched)
    {
        var next = screen with { Writing = touched.Form };
        return touched.Recorded is { } recorded ? Act(model, next, new DeskAct.Counsel(recorded)) : (model with { Screen = next }).Still();
    }

    /// <summary>Kept as soon as it is chosen.</summary>
    private static DeskStep Contact(DeskModel model, DeskScreen.Referral screen, Compose form)
    {
        if (form.Chosen is not { } chosen || screen.Dto.Contact?.Now is not ContactDecision.Allowed(var way))
            return (model with { Screen = screen with { Writing = form } }).Still();
        var named = ComposeUpdate.Named(model, form);
        return Act(model, screen with { Writing = named with { Chosen = null } }, new DeskAct.Contact(new ContactRequest(way, ComposeUpdate.Reached[chosen], ComposeUpdate.IdOf(model, named))));
    }

    private DeskStep Write(DeskModel model, DeskScreen.Referral screen, ComposeKind kind)
    {
        var writing = screen.Draft?.Kind == kind ? screen.Draft : ComposeUpdate.Begin(kind, screen.Dto, model, words);
        return (model with { Screen = screen with { Writing = writing, Draft = null }, Notice = null }).Still();
    }

    private static DeskStep Keep(DeskModel model, DeskScreen.Referral screen, Compose writing)
    {
        var text = writing.Text.Text.Trim();
        if (writing is { Choices: not null, Chosen: null })
            return model.Still();
        if (text.Length == 0 && writing.Kind != ComposeKind.Status)
            return (model with { Notice = new Notice.Trouble(DeskProblems.NothingTyped()) }).Still();
        if (writing.Kind == ComposeKind.Reply)
            return Reply(model, screen, writing, text);
        var named = ComposeUpdate.Named(model, writing);
        var id = ComposeUpdate.IdOf(model, named);
        return Act(model, screen with { Writing = named }, writing.Kind switch
        {
            ComposeKind.Note => new DeskAct.Note(new NoteRequest(text, id)),
            ComposeKind.Unlock => new DeskAct.Unlock(new UnlockRequest(text, id)),
            ComposeKind.Status => new DeskAct.Status(new StatusRequest(ComposeUpdate.Moves(screen.Dto)[writing.Chosen!.Value], text, id)),
            _ => new DeskAct.Priority(new PriorityRequest(ComposeUpdate.Priorities[writing.Chosen!.Value], text, id)),
        });
    }

    /// <summary>In another language than theirs only after the case worker has read the warning.</summary>
    private static DeskStep Reply(DeskModel model, DeskScreen.Referral screen, Compose writing, string text)
    {
        var untranslated = writing.Language != screen.Dto.Language;
        if (untranslated && !writing.Warned)
            return (model with { Screen = screen with { Writing = writing with { Warned = true } }, Notice = null }).Still();
        var named = ComposeUpdate.Named(model, writing);
        var request = new ReplyRequest(ComposeUpdate.IdOf(model, named), text, named.Language!, untranslated);
        return (model with { Screen = screen with { Writing = named } }).Ask(Waiting.Saving, number => new DeskEffect.Reply(number, screen.Dto.Reference, request));
    }
}
