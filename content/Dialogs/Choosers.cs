using System.Collections.Immutable;
using System.Diagnostics;
using Outreach.Content.Directory;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>Lists to choose from that are no questions of a dialog: language, place, topic, programme, an answer to change.</summary>
internal static class Choosers
{
    private const string Elsewhere = "other";
    private const string NoneOfThem = "none";
    private const string Unsaid = "unsaid";
    private const string GoOn = "go-on";
    private const string NewCode = "new-code";
    private const string EasySign = "1 · 2 · 3";             // before there is a language

    /// <summary>The list.</summary>
    public static Reply Show(Scene scene, Mode.Choosing choosing) => choosing.What switch
    {
        ChoosingWhat.Language when choosing.Offered is { IsDefault: false } and [var tag] && scene.Book.Ring.ByTag(tag) is { } card => SecondRing.Show(scene, card),
        ChoosingWhat.Language => scene.Reply(ReplyKind.Say, Greeting(scene), [.. Locale.All.Select(l => new Option(l.Tag, l.NativeName)), .. scene.Book.Ring.Names, new Option(GlobalWords.Value(GlobalWord.Easy), EasySign)]),
        ChoosingWhat.Place when IsWriting(choosing) => List(scene, "choose.place.write", [.. choosing.Offered.Where(o => o != Elsewhere).Select(o => new Option(o, Shelf.PlaceName(scene, o))), scene.Option(Unsaid, "choose.place.unsaid")]),
        ChoosingWhat.Place => List(scene, "choose.place", [.. Places(scene, _ => true), scene.Option(Elsewhere, "choose.place.other"), scene.Option(Unsaid, "choose.place.unsaid")]),
        ChoosingWhat.About => List(scene, "choose.about", [.. Places(scene, p => p.Topics.Length > 0), scene.Control(GlobalWord.Menu)]),
        ChoosingWhat.Topic => List(scene, "choose.topic", [.. Shelf.Topics(scene), scene.Control(GlobalWord.Menu)]),
        ChoosingWhat.Programme => List(scene, "choose.programme", [.. FrontDoor.Programmes(scene, choosing), scene.Control(GlobalWord.Menu)]),
        ChoosingWhat.Happened or ChoosingWhat.Need or ChoosingWhat.Doors => FrontDoor.Show(scene, choosing),
        ChoosingWhat.Found => List(scene, "found.several", [.. choosing.Offered.Select(o => Shelf.OptionOf(scene, o)).OfType<Option>(), scene.Option(FrontDoor.Value, "found.doors"), scene.Option(NoneOfThem, "found.none")]),
        ChoosingWhat.Change => List(scene, "change.which", [.. Summary.Changes(scene, choosing.Then), scene.Control(GlobalWord.Back)]),
        ChoosingWhat.Add => List(scene, "add.which", [.. Summary.Additions(scene, choosing.Then), scene.Control(GlobalWord.Back)]),
        ChoosingWhat.Safety => List(scene, "safety.go_on", SafetyOptions(scene, choosing)) with { Whole = true },
        ChoosingWhat.Danger => List(scene, "danger.question", [new Option(GlobalWords.Value(GlobalWord.Danger), scene.Say("danger.yes")), scene.Option(GoOn, "danger.no"), scene.Control(GlobalWord.Exit)]) with { Whole = true },
        ChoosingWhat.Code => List(scene, "code.enter", Humans.HasSomething(scene.State) ? [scene.Option(NewCode, "code.new"), scene.Control(GlobalWord.Menu)] : [scene.Control(GlobalWord.Menu)]),
        ChoosingWhat.Helper => Helping.Show(scene, choosing),
        ChoosingWhat.Services => Looking.Show(scene, choosing),
        ChoosingWhat.Reference => List(scene, "status.enter", [.. scene.State.Hidden ? [] : scene.State.Sent.Select(r => new Option(r, r)), scene.Control(GlobalWord.Menu)]),
        _ => throw new UnreachableException(),
    };

    /// <summary>What was chosen or typed.</summary>
    public static Turn Answer(Scene scene, Mode.Choosing choosing, string text, bool chosen)
    {
        var value = Modes.Pick(Show(scene, choosing).Options, text, chosen) ?? (chosen ? null : YesNo(scene, choosing.What, text));
        if (value is not null && GlobalWords.Control(value) is { } word)
            return Commands.Do(scene, word);
        if (value is not null && value.StartsWith(Interview.AskPrefix, StringComparison.Ordinal))
            return Interview.Start(scene, value[Interview.AskPrefix.Length..]);
        return choosing.What switch
        {
            ChoosingWhat.Language => Language(scene, choosing, value, text),
            ChoosingWhat.Place when value == Elsewhere => Modes.Show(scene.In(choosing with { Offered = [Elsewhere] })),
            ChoosingWhat.Place when value == Unsaid => Unplaced(scene, choosing),
            ChoosingWhat.Place when value is not null => Placed(scene, choosing, value),
            ChoosingWhat.Place when !chosen && scene.Book.Countries.Named(text) is { IsEmpty: false } named => Placed(scene, choosing, named),
            ChoosingWhat.Place when !chosen && IsWriting(choosing) => Modes.Again(scene, "wrong.country"),
            ChoosingWhat.About when value is not null => Modes.Show(scene.With(scene.State with { About = value, Mode = new Mode.Choosing(ChoosingWhat.Topic, choosing.Then) })),
            ChoosingWhat.Topic when value is not null => Shelf.Open(scene, value),
            ChoosingWhat.Programme or ChoosingWhat.Happened or ChoosingWhat.Need or ChoosingWhat.Doors when value is not null => FrontDoor.Choose(scene, choosing, value),
            ChoosingWhat.Found when value == FrontDoor.Value => FrontDoor.Open(scene.In(choosing.Then)),
            ChoosingWhat.Found when value == NoneOfThem => Finding.None(scene.In(choosing.Then)),
            ChoosingWhat.Found when value is not null => Shelf.Open(scene, value),
            ChoosingWhat.Change or ChoosingWhat.Add when (value ?? (chosen ? null : Meant(Show(scene, choosing).Options, text))) is { } path => Summary.Change(scene, choosing.Then, path),
            ChoosingWhat.Change or ChoosingWhat.Add when !chosen => SmallTalk.Answer(scene, text) ?? Modes.Again(scene, "add.choose"),     // never left for the search: an answer waits behind it
            ChoosingWhat.Safety when value == Childhood.AdultChoice => Modes.Show(Childhood.Adult(scene).In(choosing.Then)),
            ChoosingWhat.Safety or ChoosingWhat.Danger when value == GoOn => Modes.Show(scene.In(choosing.Then)),
            ChoosingWhat.Safety or ChoosingWhat.Danger when !chosen && SmallTalk.Answer(scene, text) is { } small => small,   // a "yes" to this is no answer to the question before it
            ChoosingWhat.Safety or ChoosingWhat.Danger => Modes.Answer(scene.In(choosing.Then), text, chosen),
            ChoosingWhat.Code when value == NewCode => scene.In(choosing.Then).Do(new Effect.IssueCode()),
            ChoosingWhat.Code when ContinueCode.Looks(text) => scene.In(choosing.Then).Do(new Effect.Resume(ContinueCode.Normal(text))),
            ChoosingWhat.Code => Modes.Again(scene, "code.unknown"),
            ChoosingWhat.Helper when value is not null => Helping.Choose(scene, choosing, value),
            ChoosingWhat.Services when value is not null => Looking.Choose(scene, choosing, value),
            ChoosingWhat.Reference => scene.In(choosing.Then).Do(new Effect.LookUp(value ?? text)),
            _ when chosen => Modes.Again(scene, "wrong.stale"),
            _ => Finding.Search(scene, text),
        };
    }

    /// <summary>What yes or no means where the list is a question that takes it; null elsewhere.</summary>
    private static string? YesNo(Scene scene, ChoosingWhat what, string text) => (what, scene.Book.Words.Small(scene.State.Language, text)) switch
    {
        (ChoosingWhat.Danger, SmallWord.Yes) => GlobalWords.Value(GlobalWord.Danger),
        (ChoosingWhat.Danger, SmallWord.No) => GoOn,
        (ChoosingWhat.Found, SmallWord.No) => NoneOfThem,
        _ => null,
    };

    /// <summary>The one option that words are about: each word of more than two letters stands in it, and together in no other.</summary>
    private static string? Meant(ImmutableArray<Option> options, string text)
    {
        var words = Words(text);
        var about = words.Count == 0 ? [] : options.Where(o => GlobalWords.Control(o.Value) is null && words.IsSubsetOf(Words(o.Label))).Take(2).ToList();
        return about is [var only] ? only.Value : null;

        static HashSet<string> Words(string s) => [.. Fold.Text(s).Split(' ').Where(w => w.Length > 2)];
    }

    internal static Reply List(Scene scene, string key, ImmutableArray<Option> options) => scene.Reply(ReplyKind.Say, [scene.Para(key)], options);

    private static ImmutableArray<PageBlock> Greeting(Scene scene) => scene.Book.Office.Live
        ? [scene.Para("greeting"), new PageBlock.Fine(scene.Say("home.free"))]
        : [scene.Para("greeting"), new PageBlock.Fine(scene.Say("home.free")), new PageBlock.Fine(scene.Say("trial"))];

    private static IEnumerable<Option> Places(Scene scene, Func<Directory.Place, bool> which) =>
        scene.Book.Places.Values.Where(which).Select(p => new Option(p.Id, Shelf.PlaceName(scene, p.Id))).OrderBy(o => o.Label, StringComparer.Ordinal);

    private static ImmutableArray<Option> SafetyOptions(Scene scene, Mode.Choosing choosing)
    {
        var options = ImmutableArray.CreateBuilder<Option>();
        options.Add(scene.Option(GoOn, "safety.continue"));
        if (!choosing.Offered.IsDefault)
            options.AddRange(choosing.Offered.Select(p => scene.Option($"{Interview.AskPrefix}{p}", $"programme.{p}.ask")));
        if (scene.State.ChildByWords)
            options.Add(scene.Option(Childhood.AdultChoice, "safety.adult"));
        options.Add(scene.Control(GlobalWord.Human));
        options.Add(scene.Control(GlobalWord.Exit));
        return options.ToImmutable();
    }

    private static Turn Language(Scene scene, Mode.Choosing choosing, string? value, string text)
    {
        if ((Locale.TryParse(value, out var picked) ? picked : scene.Book.Words.Language(scene.State.Language, text)) is { } locale)
            return Speaking(scene, choosing, locale);
        if ((scene.Book.Ring.ByTag(value ?? text.ToLowerInvariant()) ?? scene.Book.Ring.Of(text)) is { } card)
            return Greet(scene, card, choosing.Then);
        var small = scene.Book.Words.SmallIn(text);                    // "bonjour" tells a language; "no" is a word of several
        if (small is [var only] && choosing.Then is Mode.Home)
            return Speaking(scene, choosing, only);
        if (!small.IsEmpty || choosing.Then is not Mode.Home || LanguageGuess.Of(text) is not { } guess)
            return Modes.Again(scene, "wrong.language");
        return Modes.Answer(scene.With(scene.State with { Language = guess }).In(Mode.Home.Instance), text, chosen: false);
    }

    private static Turn Speaking(Scene scene, Mode.Choosing choosing, Locale locale)
    {
        var known = scene.With(scene.State with { Language = locale, Misses = 0, Mode = choosing.Then });
        var turn = choosing.Then is Mode.Home && known.State.Place is null
            ? Modes.Show(known.In(new Mode.Choosing(ChoosingWhat.Place, Mode.Home.Instance)))
            : Modes.Show(known);
        return !choosing.Offered.IsDefaultOrEmpty && known.State.CallLanguage is { } tag
            ? turn.After(known.Reply(ReplyKind.Say, [known.Para("ring.human", ("language", LanguageNames.Of(tag)))], [known.Control(GlobalWord.Human)]))
            : turn;
    }

    /// <summary>Greets in a language we do not speak yet and lets the person choose one of ours.</summary>
    internal static Turn Greet(Scene scene, RingCard card, Mode then) => Modes.Show(scene.With(scene.State with { CallLanguage = card.Tag }).In(new Mode.Choosing(ChoosingWhat.Language, then, [card.Tag])));

    /// <summary>After "another country": we wait for its name, and a list of 250 would help nobody.</summary>
    private static bool IsWriting(Mode.Choosing choosing) => !choosing.Offered.IsDefaultOrEmpty;

    private static Turn Placed(Scene scene, Mode.Choosing choosing, params ImmutableArray<string> named) => named is [var place]
        ? Modes.Show(scene.With(scene.State with { Place = place }).In(choosing.Then))
        : Modes.Show(scene.In(choosing with { Offered = [Elsewhere, .. named] }));

    private static Turn Unplaced(Scene scene, Mode.Choosing choosing)
    {
        var told = scene.With(scene.State with { Place = null }).In(choosing.Then);
        return Modes.Show(told).After(told.Reply(ReplyKind.Say, [told.Para("choose.place.unknown"), .. Safety.WorldContacts(told)]));
    }
}
