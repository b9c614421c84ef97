using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

/// <summary>A referral for somebody who is present or on the phone: the same dialog as everywhere, read aloud.</summary>
internal sealed class InterviewUpdate(DeskWords words, ImmutableArray<string> programmes)
{
    /// <summary>How staff and the person talk, in the order offered; it becomes part of the consent.</summary>
    private static readonly ImmutableArray<Spoken> Ways = [new(SpokenWay.Present), new(SpokenWay.Present, Interpreter: true), new(SpokenWay.Phone), new(SpokenWay.Phone, Interpreter: true)];

    private const string LeaveAgain = "desk.interview.leave";

    /// <summary>Which language?</summary>
    public DeskModel Begin(DeskModel model) => model with
    {
        Notice = null,
        Screen = new DeskScreen.Choosing(List(Locale.All.Select(l => $"{words.LanguageName(l)}  {l.NativeName}"))),
    };

    /// <summary>A key while choosing: first the language, then how they talk, then the dialog.</summary>
    public DeskStep Chosen(DeskModel model, DeskScreen.Choosing screen, InputEvent input)
    {
        var (list, chosen) = screen.List.Update(input, DeskLayout.Body(model));
        if (chosen is not { } index)
            return (model with { Screen = screen with { List = list } }).Still();
        if (screen is { Language: { } language, Spoken: { } spoken })
            return model.Ask(Waiting.Loading, number => new DeskEffect.Begin(number, new InterviewStart(language, null, index == 0 ? null : programmes[index - 1], spoken)));
        var next = screen.Language is { } theirs
            ? new DeskScreen.Choosing(List(programmes.Select(words.Programme).Prepend(words.Text("desk.interview.menu"))), theirs, Ways[index])
            : new DeskScreen.Choosing(List(Ways.Select(words.Spoken)), Locale.All[index]);
        return (model with { Screen = next }).Still();
    }

    /// <summary>A key that answers.</summary>
    public DeskStep Touched(DeskModel model, DeskScreen.Interview screen, InputEvent input)
    {
        if (input.Key is { Name: KeyName.PageUp or KeyName.PageDown })
            return (model with { Screen = screen with { Text = screen.Text.Update(input, InterviewLayout.Text(model, screen)) } }).Still();
        if (screen.Writing is { } field && !(input.Key is { Name: KeyName.Up or KeyName.Down } && screen.Choices.Items.Length > 0))
            return (model with { Screen = screen with { Writing = field.Update(input) } }).Still();
        var (list, chosen) = screen.Choices.Update(input, InterviewLayout.Choices(model, screen));
        var moved = screen with { Choices = list };
        return chosen is { } index ? Choose(model, moved, index) : (model with { Screen = moved }).Still();
    }

    /// <summary>A key with a meaning.</summary>
    public DeskStep Do(DeskModel model, DeskScreen.Interview screen, DeskCommand command) => command switch
    {
        DeskCommand.Back when screen.Writing is not null && screen.Choices.Items.Length > 0 && !Writes(screen.Asking) => (model with { Screen = screen with { Writing = null } }).Still(),
        DeskCommand.Back when screen.Asking?.At is not null && model.Notice is not Notice.Done { Key: LeaveAgain } => (model with { Notice = new Notice.Done(LeaveAgain) }).Still(),
        DeskCommand.Back => QueueUpdate.Load(model with { Screen = new DeskScreen.Queue(), Waiting = Waiting.Nothing }),
        DeskCommand.Previous => Say(model, screen, new InterviewStep("", Word: GlobalWord.Back)),
        DeskCommand.Write => (model with { Screen = screen with { Writing = new TextField { MaxLength = Limits.CharactersPerMessage } } }).Still(),
        DeskCommand.Keep when screen.Writing is { Text: var text } && text.Trim().Length > 0 => Say(model, screen, new InterviewStep("", Text: text.Trim())),
        DeskCommand.Keep when screen.Choices.Items.Length > 0 => Choose(model, screen, screen.Choices.Selected),
        _ => model.Still(),
    };

    /// <summary>What the dialog says next.</summary>
    public DeskStep Heard(DeskModel model, DeskMsg.Heard heard)
    {
        if (!heard.Answer.Ok)
            return model.Failed(heard.Answer.Problems[0]).Still();
        var (id, replies, handOver) = heard.Answer.Value;
        if (model.Screen is not (DeskScreen.Choosing or DeskScreen.Interview))
            return model.Still();
        return (model.Heard() with { Screen = Shown(new DeskScreen.Interview(id, replies) { HandOver = handOver }) }).Still();
    }

    private DeskScreen.Interview Shown(DeskScreen.Interview screen)
    {
        var asking = screen.Asking;
        var items = (screen.HandOver is null ? asking?.Options ?? [] : []).Select(o => new ListItem(Sanitizer.Line(o.Label))).ToImmutableArray();
        if (asking?.Many == true)
            items = items.Add(new ListItem(words.Text("desk.interview.done")));
        var next = screen with
        {
            Text = new Pager([.. screen.Replies.SelectMany(PageLines.Of)]),
            Choices = new ListBox(items) { Numbering = Writes(asking) ? Numbering.None : Numbering.Digits },
            Writing = Writes(asking) && screen.HandOver is null ? new TextField { MaxLength = Limits.CharactersPerMessage, Flow = asking!.Typing is Typing.Phone ? Flow.LeftToRight : Flow.Auto } : null,
        };
        return asking?.Many == true ? WithMarks(next, []) : next;
    }

    private static DeskStep Choose(DeskModel model, DeskScreen.Interview screen, int index)
    {
        var asking = screen.Asking!;
        if (index >= asking.Options.Length)
            return screen.Marked.IsEmpty ? model.Still() : Say(model, screen, new InterviewStep("", Choice: string.Join(' ', screen.Marked.Select(i => asking.Options[i].Value)), At: asking.At));
        if (GlobalWords.Control(asking.Options[index].Value) is { } word)
            return Say(model, screen, new InterviewStep("", Word: word));
        return asking.Many
            ? (model with { Screen = WithMarks(screen, screen.Marked.SymmetricExcept([index])) }).Still()
            : Say(model, screen, new InterviewStep("", Choice: asking.Options[index].Value, At: asking.At));
    }

    /// <summary>The same step once more keeps its id: a repeat after a broken link hears the same again.</summary>
    private static DeskStep Say(DeskModel model, DeskScreen.Interview screen, InterviewStep step)
    {
        var id = screen.Sent is { } sent && sent with { Id = "" } == step ? sent.Id : $"{model.Desk}-{model.Number + 1}";
        var named = step with { Id = id };
        return (model with { Screen = screen with { Sent = named } }).Ask(Waiting.Saving, number => new DeskEffect.Step(number, screen.Id, named));
    }

    private static DeskScreen.Interview WithMarks(DeskScreen.Interview screen, ImmutableSortedSet<int> marked)
    {
        var options = screen.Asking!.Options;
        var items = screen.Choices.Items.Select((item, i) => i < options.Length && GlobalWords.Control(options[i].Value) is null
            ? item with { Title = $"[{(marked.Contains(i) ? 'x' : ' ')}] {Sanitizer.Line(options[i].Label)}" }
            : item);
        return screen with { Marked = marked, Choices = screen.Choices with { Items = [.. items] } };
    }

    private static ListBox List(IEnumerable<string> items) => new([.. items.Select(i => new ListItem(i))]);

    private static bool Writes(Reply? asking) =>
        asking is not null && asking.Options.All(o => GlobalWords.Control(o.Value) is not null) && (asking.At is not null || asking.Options.Length is 1);
}
