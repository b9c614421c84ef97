using System.Collections.Immutable;
using System.Diagnostics;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tui.Runtime;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Kiosk;

/// <summary>What changes when something happens; pure. Every input becomes an <see cref="Input"/> to the same runner as the chat's.</summary>
public static class KioskUpdate
{
    /// <summary>Controls that hold at every step and have no key of their own, in the order of the menu; "back", which closes it, stands below.</summary>
    public static readonly ImmutableArray<GlobalWord> Everywhere =
        [GlobalWord.Human, GlobalWord.Change, GlobalWord.Menu, GlobalWord.Stop, GlobalWord.Delete, GlobalWord.Language, GlobalWord.Place, GlobalWord.Help];

    /// <summary>The welcome screen for the next visitor. The names of the languages we only greet in are one item: they need no word before them.</summary>
    public static KioskModel Welcome(SecondRing ring, Size size, int visitor) => new()
    {
        Size = size,
        Visitor = visitor,
        Screen = new KioskScreen.Welcome(new ListBox(
            [.. Locale.All.Select(l => new ListItem(l.NativeName)), .. ring.Cards.IsEmpty ? [] : ImmutableArray.Create(new ListItem(string.Join(", ", ring.Cards.Select(c => c.Name))))])
        { Gap = size.Height >= 32 ? 1 : 0 }),
    };

    /// <summary>The next model and what is to be done.</summary>
    public static (KioskModel Model, ImmutableArray<KioskEffect> Effects) Update(KioskModel model, KioskMsg message, Book book) => message switch
    {
        KioskMsg.Event { Input: InputEvent.Resized resized } => (model with { Size = resized.Size }, []),
        KioskMsg.Event when model.Warned => (model with { Warned = false }, []),
        KioskMsg.Event(var input) => Touched(model, input, book.Ring),
        KioskMsg.Control(GlobalWord.Danger) when model.Screen is KioskScreen.Welcome => Begun(model, new Input.Opened(model.Language, Chosen: true, AtSite: true), new Input.Command(GlobalWord.Danger)),
        KioskMsg.Control(var word) => Say(model, new Input.Command(word)),
        KioskMsg.Write when model.Screen is KioskScreen.Talk talk => (model with { Screen = talk with { Writing = talk.Writing ?? new TextField(), Picks = false } }, []),
        KioskMsg.Write => (model, []),
        KioskMsg.More when model.Screen is KioskScreen.Talk { Replies.IsEmpty: false } talk => (model with { Screen = talk with { More = talk.More is null ? Menu(model.Language, book.Texts) : null } }, []),
        KioskMsg.More => (model, []),
        KioskMsg.Heard heard when heard.Visitor != model.Visitor => (model with { Spool = heard.Spool }, []),
        KioskMsg.Heard heard when heard.Replies.Any(r => r.Kind == ReplyKind.Farewell) => Wiped(model, book.Ring),
        KioskMsg.Heard heard => (Shown(model, heard, book.Texts), []),
        KioskMsg.Spooled spooled => (Told(model with { Spool = spooled.Spool }, spooled, book.Texts), []),
        KioskMsg.Idle => (model.Screen is KioskScreen.Talk ? model with { Warned = true } : model, []),
        KioskMsg.Wipe or KioskMsg.Leave => Wiped(model, book.Ring),
        KioskMsg.PackageCame(var came) when model.Screen is KioskScreen.Welcome => Opened(model with { Next = came }),
        KioskMsg.PackageCame(var came) => (model with { Next = came, RefusedPackage = null }, []),
        KioskMsg.PackageRefused(var problem) => (model with { RefusedPackage = problem }, []),
        KioskMsg.Quit => (model with { Over = true }, []),
        _ => throw new UnreachableException(),
    };

    private static (KioskModel, ImmutableArray<KioskEffect>) Wiped(KioskModel model, SecondRing ring)
    {
        if (model.Screen is KioskScreen.Welcome)
            return (Anew(model, ring, model.Visitor), []);
        var (next, effects) = Opened(Anew(model, ring, model.Visitor + 1));
        return (next, [new KioskEffect.Forget(model.Visitor), .. effects]);
    }

    private static KioskModel Anew(KioskModel model, SecondRing ring, int visitor) =>
        Welcome(ring, model.Size, visitor) with { Spool = model.Spool, Shown = model.Shown, Next = model.Next, RefusedPackage = model.RefusedPackage };

    /// <summary>Between visitors the content that came is opened: nobody's conversation changes under their hands.</summary>
    private static (KioskModel, ImmutableArray<KioskEffect>) Opened(KioskModel model) => model.Next is not { } book
        ? (model, [])
        : (Anew(model, book.Ring, model.Visitor) with { Shown = book, Next = null, RefusedPackage = null }, [new KioskEffect.Open(book)]);

    private static KioskModel Told(KioskModel model, KioskMsg.Spooled spooled, Localizer texts) =>
        spooled is { Note: { } note, Visitor: { } visitor } && visitor == model.Visitor && model.Screen is KioskScreen.Talk
            ? model with { Notice = new Notice(texts.Text(model.Language, note.Key, ("reference", note.Reference)), model.Inputs) }
            : model;

    private static (KioskModel, ImmutableArray<KioskEffect>) Touched(KioskModel model, InputEvent input, SecondRing ring) => model.Screen switch
    {
        KioskScreen.Welcome welcome => Choose(model, welcome, input, ring),
        KioskScreen.Talk { More: { } menu } talk => FromMenu(model, talk, menu, input),
        KioskScreen.Talk { Types: true, Writing: { } field } talk when input is not InputEvent.Mouse => Write(model, talk, field, input),
        KioskScreen.Talk talk => Talk(model, talk, input),
        _ => throw new UnreachableException(),
    };

    private static (KioskModel, ImmutableArray<KioskEffect>) Choose(KioskModel model, KioskScreen.Welcome welcome, InputEvent input, SecondRing ring)
    {
        var (list, chosen) = welcome.List.Update(input, KioskLayout.Languages(model, welcome));
        if (welcome.Ring is not null)
            return input.Key is { Name: KeyName.Backspace } ? (Marking(model, welcome with { Ring = null }, ring), [])
                : chosen is { } card ? Begun(model, new Input.Opened(AtSite: true), new Input.Choice(ring.Cards[card].Tag))
                : (Marking(model, welcome with { Ring = list }, ring), []);
        var marking = Marking(model, welcome with { Languages = list }, ring);
        return chosen switch
        {
            null => (marking, []),
            { } index when index < Locale.All.Length => Begun(marking, new Input.Opened(Locale.All[index], Chosen: true, AtSite: true)),
            _ => (Marking(marking, welcome with { Languages = list, Ring = new ListBox([.. ring.Cards.Select(c => new ListItem(c.Name))]) { Gap = list.Gap } }, ring), []),
        };
    }

    /// <summary>The words around the list are in the language that is marked.</summary>
    private static KioskModel Marking(KioskModel model, KioskScreen.Welcome welcome, SecondRing ring) => model with
    {
        Screen = welcome,
        Language = welcome.Ring is { } cards ? ring.Cards[cards.Selected].LaidOutAs
            : welcome.Languages.Selected < Locale.All.Length ? Locale.All[welcome.Languages.Selected]
            : model.Language,
    };

    private static (KioskModel, ImmutableArray<KioskEffect>) Begun(KioskModel model, params ReadOnlySpan<Input> inputs) => Say(model with { Screen = Blank() }, inputs);

    private static ListBox Menu(Locale language, Localizer texts) =>
        new([.. Everywhere.Append(GlobalWord.Back).Select(word => new ListItem(texts.Text(language, GlobalWords.LabelKey(word))))]);

    private static (KioskModel, ImmutableArray<KioskEffect>) FromMenu(KioskModel model, KioskScreen.Talk talk, ListBox menu, InputEvent input)
    {
        var (list, chosen) = menu.Update(input, KioskLayout.Menu(model));
        var closed = model with { Screen = talk with { More = null } };
        if (chosen is { } index && index < Everywhere.Length)
            return Say(closed, new Input.Command(Everywhere[index]));
        return chosen is not null || input.Key is { Name: KeyName.Backspace } ? (closed, []) : (model with { Screen = talk with { More = list } }, []);
    }

    /// <summary>Letters and digits are written. What can be chosen is reached by keys that write nothing: Tab and the arrows.</summary>
    private static (KioskModel, ImmutableArray<KioskEffect>) Write(KioskModel model, KioskScreen.Talk talk, TextField field, InputEvent input)
    {
        if (input.Key is { Modifiers: Modifiers.None, Name: KeyName.Tab or KeyName.Up or KeyName.Down } && talk.Choices.Items.Length > 0)
            return (model with { Screen = talk with { Picks = true } }, []);
        if (input.Key is { Name: KeyName.Backspace } && field.Text.Length == 0)
            return Writes(talk.Asking) ? Say(model, new Input.Command(GlobalWord.Back)) : (model with { Screen = talk with { Writing = null } }, []);
        if (input.Key is { Name: KeyName.PageUp or KeyName.PageDown })
            return (model with { Screen = talk with { Text = talk.Text.Update(input, KioskLayout.Text(model, talk)) } }, []);
        return input.Key is { Name: KeyName.Enter } && field.Text.Trim().Length > 0
            ? Say(model, new Input.Text(field.Text, talk.Asking?.At))
            : (model with { Screen = talk with { Writing = field.Update(input) } }, []);
    }

    private static (KioskModel, ImmutableArray<KioskEffect>) Talk(KioskModel model, KioskScreen.Talk talk, InputEvent input)
    {
        if (input.Key is { Name: KeyName.Backspace })
            return Say(model, new Input.Command(GlobalWord.Back));
        if (input.Key is { Name: KeyName.PageUp or KeyName.PageDown })
            return (model with { Screen = talk with { Text = talk.Text.Update(input, KioskLayout.Text(model, talk)) } }, []);
        if (talk.Writing is not null && input is InputEvent.Mouse { Action: MouseAction.Press } touch && KioskLayout.Writing(model).Contains(touch.X, touch.Y))
            return (model with { Screen = talk with { Picks = false } }, []);
        var (list, chosen) = talk.Choices.Update(input, KioskLayout.Choices(model, talk));
        var moved = talk with { Choices = list };
        return chosen is { } index ? Chosen(model, moved, index) : (model with { Screen = moved }, []);
    }

    private static (KioskModel, ImmutableArray<KioskEffect>) Chosen(KioskModel model, KioskScreen.Talk talk, int index)
    {
        var asking = talk.Asking!;
        var marks = asking.Many && index < asking.Options.Length && GlobalWords.Control(asking.Options[index].Value) is null;
        if (marks)
            return (model with { Screen = Marked(talk, talk.Marked.SymmetricExcept([index])) }, []);
        if (index >= talk.Options.Length)                      // "done", after the options
            return talk.Marked.IsEmpty ? (model, []) : Say(model, new Input.Choice(string.Join(' ', talk.Marked.Select(i => asking.Options[i].Value)), asking.At));
        return Say(model, new Input.Choice(talk.Options[index].Value, index < asking.Options.Length ? asking.At : null));
    }

    private static KioskScreen.Talk Marked(KioskScreen.Talk talk, ImmutableSortedSet<int> marked)
    {
        var items = talk.Choices.Items.Select((item, i) => i < talk.Asking!.Options.Length && GlobalWords.Control(talk.Asking.Options[i].Value) is null
            ? item with { Title = $"[{(marked.Contains(i) ? 'x' : ' ')}] {talk.Asking.Options[i].Label}" }
            : item);
        return talk with { Marked = marked, Choices = talk.Choices with { Items = [.. items] } };
    }

    private static (KioskModel, ImmutableArray<KioskEffect>) Say(KioskModel model, params ReadOnlySpan<Input> inputs) => model.Busy || model.Screen is not KioskScreen.Talk
        ? (model, [])
        : (model with { Busy = true, Inputs = model.Inputs + inputs.Length }, [new KioskEffect.Say(model.Visitor, model.Inputs + 1, [.. inputs])]);

    private static KioskModel Shown(KioskModel model, KioskMsg.Heard heard, Localizer texts)
    {
        var language = heard.Replies.LastOrDefault(r => r.Kind != ReplyKind.Staff)?.Language ?? model.Language;
        var talk = Blank() with { Replies = heard.Replies };
        var asking = talk.Asking;
        var options = OptionsOf(heard.Replies, asking);
        var items = options.Select(o => new ListItem(o.Label)).ToImmutableArray();
        if (asking?.Many == true)
            items = items.Add(new ListItem(texts.Text(language, "kiosk.done")));
        talk = talk with
        {
            Options = options,
            Text = new Pager([.. heard.Replies.SelectMany(PageLines.Of)]),
            Choices = new ListBox(items) { Gap = items.Length <= 5 && model.Size.Height >= 24 ? 1 : 0 },
            Writing = Writes(asking) ? new TextField { MaxLength = Limits.CharactersPerMessage, Flow = asking!.Typing is Typing.Phone ? Text.Flow.LeftToRight : Text.Flow.Auto } : null,
        };
        if (asking?.Many == true)
            talk = Marked(talk, Ticked(model, talk));
        return model with { Busy = false, Language = language, Spool = heard.Spool, Notice = model.Notice?.Since == model.Inputs ? model.Notice : null, Warned = false, Screen = talk };
    }

    /// <summary>While the same question stands (an answer was refused, help was asked for) what was ticked stays ticked.</summary>
    private static ImmutableSortedSet<int> Ticked(KioskModel model, KioskScreen.Talk now)
    {
        if (model.Screen is not KioskScreen.Talk { Asking: { Many: true } asked } before || asked.At != now.Asking!.At)
            return [];
        var ticked = before.Marked.Select(i => asked.Options[i].Value).ToHashSet(StringComparer.Ordinal);
        return [.. now.Asking.Options.Index().Where(o => ticked.Contains(o.Item.Value)).Select(o => o.Index)];
    }

    /// <summary>The answers first, so that their numbers are the same on every channel.</summary>
    private static ImmutableArray<Option> OptionsOf(ImmutableArray<Reply> replies, Reply? asking)
    {
        ImmutableArray<Option> own = asking?.Options ?? [];
        return [.. own, .. replies.Where(r => r != asking).SelectMany(r => r.Options).Where(o => !own.Contains(o)).Distinct(), .. Beside(asking?.Aside)];
    }

    /// <summary>A small question last, so that it takes no number from an answer; each line says what it answers.</summary>
    private static IEnumerable<Option> Beside(Aside? aside) => aside?.Options.Select(o => o with { Label = $"{aside.Question} {o.Label}" }) ?? [];

    /// <summary>True where words are the answer: a question whose only options are controls.</summary>
    private static bool Writes(Reply? asking) =>
        asking is not null && asking.Options.All(o => GlobalWords.Control(o.Value) is not null) && (asking.At is not null || asking.Options.Length <= 1);

    private static KioskScreen.Talk Blank() => new() { Replies = [], Text = new Pager([]), Choices = new ListBox([]) };
}
