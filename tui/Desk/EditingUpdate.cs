using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Editing;
using Outreach.Referrals;
using Outreach.Referrals.Editing;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

/// <summary>Editing what people read: found, written, proposed; and by another person published. Leaving a form loses no word.</summary>
internal static class EditingUpdate
{
    private const int Changed = 3221;

    /// <summary>The list; for who edits and has no queue, the first screen.</summary>
    public static DeskStep Begin(DeskModel model) =>
        Find(model with { Screen = new DeskScreen.Content(model.Me?.May.Contains(StaffAction.SeeQueue) == true ? new DeskScreen.Queue() : new DeskScreen.SignIn()) }, "");

    /// <summary>The sentence after a decision.</summary>
    public static string Done(ChangeDecision decision) => decision switch
    {
        ChangeDecision.Publish => "desk.done.published",
        ChangeDecision.Withdraw => "desk.done.withdrawn",
        _ => "desk.done.proposed",
    };

    /// <summary>A key that moves in the list, or writes what is searched.</summary>
    public static DeskStep Touched(DeskModel model, DeskScreen.Content screen, InputEvent input)
    {
        if (screen.Search is { } search)
            return (model with { Screen = screen with { Search = search.Update(input) } }).Still();
        var moved = EditingLayout.List(model, screen).Update(input, EditingLayout.Rows(model));
        return (model with { Screen = screen with { Selected = moved.Selected, Top = moved.Top } }).Still();
    }

    /// <summary>A key that writes; not while it is being sent: what is kept is what is seen.</summary>
    public static DeskStep Touched(DeskModel model, DeskScreen.Editing screen, InputEvent input)
    {
        if (model.Waiting == Waiting.Saving)
            return model.Still();
        var next = screen.Field == LastField(screen) ? screen with { Reason = screen.Reason.Update(input) }
            : screen.Fields.IsEmpty ? screen with { Text = screen.Text.Update(input, EditingLayout.Text(model)) }
            : screen with { Fields = screen.Fields.SetItem(screen.Field, screen.Fields[screen.Field].Update(input)) };
        return (model with { Screen = next }).Still();
    }

    /// <summary>A key with a meaning in the list.</summary>
    public static DeskStep Do(DeskModel model, DeskScreen.Content screen, DeskCommand command) => command switch
    {
        DeskCommand.Search => (model with { Screen = screen with { Search = TextField.Of(screen.Words) }, Notice = null }).Still(),
        DeskCommand.Back when screen.Search is not null => (model with { Screen = screen with { Search = null }, Notice = null }).Still(),
        DeskCommand.Back => (model with { Screen = screen.Behind, Notice = null }).Still(),
        DeskCommand.Open when screen.Search is { } search => Find(model with { Screen = screen with { Search = null } }, search.Text.Trim()),
        DeskCommand.Open when screen.Selected < screen.Found.Rows.Length => Open(model, screen.Found.Rows[screen.Selected]),
        DeskCommand.Reload => Find(model, screen.Words),
        _ => model.Still(),
    };

    /// <summary>A key with a meaning in a form.</summary>
    public static DeskStep Do(DeskModel model, DeskScreen.Editing screen, DeskCommand command)
    {
        var fields = LastField(screen) + 1;
        return command switch
        {
            DeskCommand.Next => (model with { Screen = screen with { Field = (screen.Field + 1) % fields } }).Still(),
            DeskCommand.Previous => (model with { Screen = screen with { Field = (screen.Field + fields - 1) % fields } }).Still(),
            DeskCommand.History => (model with { Screen = new DeskScreen.Changes(screen.Item.History, screen), Notice = null }).Still(),
            DeskCommand.Back => (Keeping(model, screen) with { Screen = screen.Behind, Notice = null }).Still(),
            DeskCommand.Keep => Propose(model, screen),
            _ => model.Still(),
        };
    }

    /// <summary>A key with a meaning among changes.</summary>
    public static DeskStep Do(DeskModel model, DeskScreen.Changes screen, DeskCommand command) => command switch
    {
        DeskCommand.Back => (model with { Screen = screen.Behind, Notice = null }).Still(),
        DeskCommand.Open when screen.Marked is { } marked => (model with { Screen = screen with { Opened = screen.Opened == marked.Number ? null : marked.Number } }).Still(),
        DeskCommand.Publish => Decide(model, screen, ChangeDecision.Publish),
        DeskCommand.Withdraw => Decide(model, screen, ChangeDecision.Withdraw),
        DeskCommand.PutBack => Decide(model, screen, ChangeDecision.PutBack),
        _ => model.Still(),
    };

    /// <summary>What was found.</summary>
    public static DeskStep Loaded(DeskModel model, DeskMsg.ContentLoaded loaded)
    {
        if (loaded.Number != model.Awaited)
            return model.Still();
        if (!loaded.Answer.Ok)
            return model.Failed(loaded.Answer.Problems[0]).Still();
        return model.Screen is DeskScreen.Content screen ? (model.Heard() with { Screen = screen with { Found = loaded.Answer.Value, Words = loaded.Words, Selected = 0, Top = 0 } }).Still() : model.Heard().Still();
    }

    /// <summary>A page or contact came; what was begun about it goes on.</summary>
    public static DeskStep Opened(DeskModel model, DeskMsg.ContentOpened opened)
    {
        if (opened.Number != model.Awaited)
            return model.Still();
        if (!opened.Answer.Ok)
            return model.Failed(opened.Answer.Problems[0]).Still();
        var item = opened.Answer.Value;
        if (model.Screen is not DeskScreen.Content behind)
            return model.Heard().Still();
        var screen = model.Edits.TryGetValue(NameOf(item), out var begun) ? begun with { Behind = behind } : Form(item, behind);
        return (model.Heard() with { Screen = screen }).Still();
    }

    /// <summary>Changes came, perhaps after something was done; a text that has changed meanwhile must be opened again.</summary>
    public static DeskStep Loaded(DeskModel model, DeskMsg.ChangesLoaded loaded)
    {
        if (loaded.Number != model.Awaited)
            return model.Still();
        if (!loaded.Answer.Ok)
        {
            var failed = model.Failed(loaded.Answer.Problems[0]);
            return (failed.Screen is DeskScreen.Editing editing && loaded.Answer.Problems[0].Code == Changed ? failed with { Screen = editing with { Outdated = true } } : failed).Still();
        }
        var heard = model.Heard(loaded.Done) with { Now = loaded.Now };
        var rows = loaded.Answer.Value.Rows;
        return (model.Screen switch
        {
            DeskScreen.Editing proposed => heard with { Screen = Among(rows, proposed.Behind, loaded.Answer.Value.Item), Edits = heard.Edits.Remove(NameOf(proposed.Item)) },
            DeskScreen.Changes changes => heard with { Screen = Among(rows, Underneath(changes.Behind), loaded.Answer.Value.Item ?? changes.Marked?.Number) },
            var other => heard with { Screen = Among(rows, other, null) },
        }).Still();
    }

    /// <summary>Questions came.</summary>
    public static DeskStep Loaded(DeskModel model, DeskMsg.UnansweredLoaded loaded) =>
        loaded.Number != model.Awaited ? model.Still()
        : !loaded.Answer.Ok ? model.Failed(loaded.Answer.Problems[0]).Still()
        : (model.Heard() with { Screen = new DeskScreen.Unanswered(loaded.Answer.Value, model.Screen) }).Still();

    /// <summary>True where leaving would lose words.</summary>
    public static bool IsBegun(DeskScreen.Editing screen) => !screen.Outdated && (Written(screen) != Written(Form(screen.Item, screen.Behind)) || screen.Reason.Text.Length > 0);

    private static DeskScreen.Changes Among(ImmutableArray<ChangeDto> rows, DeskScreen behind, long? marked) =>
        new(rows, behind) { Selected = Math.Max(0, rows.Select(r => (long?)r.Number).ToList().IndexOf(marked)), Opened = marked };

    /// <summary>From a history one goes back to the list: the form behind it shows another text now.</summary>
    private static DeskScreen Underneath(DeskScreen behind) => behind is DeskScreen.Editing editing ? editing.Behind : behind;

    private static DeskStep Find(DeskModel model, string words) => model.Ask(Waiting.Loading, number => new DeskEffect.LoadContent(number, words));

    private static DeskStep Open(DeskModel model, ContentRow row) => model.Ask(Waiting.Loading, number => new DeskEffect.OpenContent(number, row.File, row.Contact));

    private static DeskScreen.Editing Form(ContentItemDto item, DeskScreen.Content behind) => new(item, behind)
    {
        Fields = item.Form is not { } form ? [] : [Field(form.Number ?? ""), Field(form.Link ?? ""), Field(form.Hours), Field(form.ClosedUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "")],
        Text = new TextArea { MaxLength = ContentEditing.MostCharacters, Text = item.Form is null ? item.Text : "" },
    };

    private static TextField Field(string text) => TextField.Of(text) with { Flow = Text.Flow.LeftToRight };

    private static int LastField(DeskScreen.Editing screen) => Math.Max(1, screen.Fields.Length);

    private static DeskModel Keeping(DeskModel model, DeskScreen.Editing screen) =>
        model with { Edits = IsBegun(screen) ? model.Edits.SetItem(NameOf(screen.Item), screen) : model.Edits.Remove(NameOf(screen.Item)) };

    private static string NameOf(ContentItemDto item) => new TextPart(item.File, item.Contact).ToString();

    private static string Written(DeskScreen.Editing screen) => string.Join('\n', screen.Fields.Select(f => f.Text.Trim()).Append(screen.Text.Text).Append(screen.Reason.Text.Trim()));

    private static DeskStep Propose(DeskModel model, DeskScreen.Editing screen)
    {
        if (screen.Reason.Text.Trim().Length == 0)
            return (model with { Screen = screen with { Field = LastField(screen) }, Notice = new Notice.Trouble(ReferralProblems.ReasonMissing("change")) }).Still();
        DateOnly day = default;
        var closed = screen.Fields.IsEmpty ? "" : screen.Fields[^1].Text.Trim();
        if (closed.Length > 0 && !DateOnly.TryParseExact(closed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return (model with { Screen = screen with { Field = screen.Fields.Length - 1 }, Notice = new Notice.Trouble(EditingProblems.NotADay()) }).Still();
        var named = screen.Sent == Written(screen) ? screen : screen with { Sent = Written(screen), Id = model.Number + 1 };
        var form = screen.Fields.IsEmpty ? null : new ContactForm(Given(0), Given(1), screen.Fields[2].Text.Trim(), closed.Length > 0 ? day : null);
        var request = new ChangeRequest($"{model.Desk}-{DeskWords.Ascii(named.Id)}", screen.Item.File, screen.Item.Contact, screen.Item.Seen, screen.Reason.Text.Trim(), form is null ? screen.Text.Text : null, form);
        return (model with { Screen = named }).Ask(Waiting.Saving, number => new DeskEffect.Propose(number, request));

        string? Given(int field) => screen.Fields[field].Text.Trim() is { Length: > 0 } text ? text : null;
    }

    private static DeskStep Decide(DeskModel model, DeskScreen.Changes screen, ChangeDecision decision) => screen.Marked is { } change && change.May.Contains(decision)
        ? model.Ask(Waiting.Saving, number => new DeskEffect.Decide(number, change.Number, new ChangeAct(decision, $"{model.Desk}-{decision}-{change.Number.ToString(CultureInfo.InvariantCulture)}")))
        : model.Still();
}

/// <summary>Moving among changes and questions.</summary>
internal sealed class ChangesUpdate(DeskWords words)
{
    /// <summary>A key that moves.</summary>
    public DeskStep Touched(DeskModel model, DeskScreen.Changes screen, InputEvent input)
    {
        var moved = EditingLayout.List(words, model, screen).Update(input, DeskLayout.Body(model));
        return (model with { Screen = screen with { Selected = moved.Selected, Top = moved.Top } }).Still();
    }

    /// <summary>The same among questions.</summary>
    public DeskStep Touched(DeskModel model, DeskScreen.Unanswered screen, InputEvent input)
    {
        var moved = EditingLayout.List(words, screen).Update(input, EditingLayout.Rows(model));
        return (model with { Screen = screen with { Selected = moved.Selected, Top = moved.Top } }).Still();
    }
}
