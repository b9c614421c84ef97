using System.Collections.Immutable;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;

namespace Outreach.Content.Dialogs;

/// <summary>
/// "What happened?", "what do you need most?", and then programmes with why this one and why not that one. The two answers stand in the
/// choice itself and are gone with it. Whoever no programme fits is led to a talk with a person, never to a dead end.
/// </summary>
internal static class FrontDoor
{
    /// <summary>The option that opens it; the start menu has it too.</summary>
    public const string Value = "ask";

    private const string WholeList = "list";
    private const string GroupPrefix = "group:";
    private const string LastResort = "protection-talk";
    private const int MostOpen = 3;
    private const int MostBarred = 2;

    /// <summary>The first question; a child, and a book without a front door, get the list of what is open to them.</summary>
    public static Turn Open(Scene scene) => Modes.Show(scene.In(scene switch
    {
        { State.Child: true } or { Book.Doors.Rules: [] } => new Mode.Choosing(ChoosingWhat.Programme, Mode.Home.Instance),
        { State.Place: null } => new Mode.Choosing(ChoosingWhat.Place, new Mode.Choosing(ChoosingWhat.Happened, Mode.Home.Instance)),
        _ => new Mode.Choosing(ChoosingWhat.Happened, Mode.Home.Instance),
    }));

    /// <summary>A question, or the programmes found.</summary>
    public static Reply Show(Scene scene, Mode.Choosing choosing) => choosing.What switch
    {
        ChoosingWhat.Happened => Choosers.List(scene, "doors.happened", [.. Options(scene, scene.Book.Doors.Happened), scene.Option(WholeList, "doors.list"), scene.Control(GlobalWord.Menu)]),
        ChoosingWhat.Need => Choosers.List(scene, "doors.need", [.. Options(scene, scene.Book.Doors.Needs), scene.Control(GlobalWord.Back)]),
        _ => Found(scene, choosing),
    };

    /// <summary>What was chosen.</summary>
    public static Turn Choose(Scene scene, Mode.Choosing choosing, string value) => (choosing.What, value) switch
    {
        (_, WholeList) => Modes.Show(scene.In(new Mode.Choosing(ChoosingWhat.Programme, choosing))),
        (ChoosingWhat.Programme, _) when value.StartsWith(GroupPrefix, StringComparison.Ordinal) => Modes.Show(scene.In(new Mode.Choosing(ChoosingWhat.Programme, choosing, [value[GroupPrefix.Length..]]))),
        (ChoosingWhat.Happened, _) => Modes.Show(scene.In(new Mode.Choosing(ChoosingWhat.Need, choosing, [value]))),
        (ChoosingWhat.Need, _) => Modes.Show(scene.In(new Mode.Choosing(ChoosingWhat.Doors, choosing, [choosing.Offered[0], value]))),
        _ => Shelf.Open(scene, value),
    };

    /// <summary>Groups of programmes, or the programmes of one; a short list is not grouped. A child sees what is open to children only.</summary>
    public static IEnumerable<Option> Programmes(Scene scene, Mode.Choosing choosing)
    {
        var shown = scene.Book.Programmes.Where(p => !scene.State.Child || p.Kind is ProgrammeKind.Child or ProgrammeKind.Anyone).ToList();
        if (!choosing.Offered.IsDefaultOrEmpty)
            shown = [.. shown.Where(p => NameOf(p.Group) == choosing.Offered[0])];
        else if (shown.Count > Limits.ProgrammesWithoutGroups)
            return shown.Select(p => p.Group).Distinct().Order().Select(g => scene.Option($"{GroupPrefix}{NameOf(g)}", $"doors.group.{NameOf(g)}"));
        return shown.Select(p => OptionOf(scene, p)).OfType<Option>();
    }

    private static Reply Found(Scene scene, Mode.Choosing choosing)
    {
        var facts = new DoorFacts(choosing.Offered[0], choosing.Offered[1], scene.State.Place ?? "", scene.State.ReturnLocked, scene.Now);
        var ranked = DoorFinder.Rank(scene.Book.Doors, scene.Book.Programmes, facts);
        var open = ranked.Where(d => d.WhyNot.IsEmpty).Take(MostOpen).ToList();
        var barred = ranked.Where(d => !d.WhyNot.IsEmpty).Take(MostBarred).ToList();
        var blocks = ImmutableArray.CreateBuilder<PageBlock>();
        blocks.Add(scene.Para(open.Count > 0 ? "doors.found" : "doors.none"));
        if (open.Count > 0)
            blocks.Add(new PageBlock.Bullets(true, [.. open.Select(d => Line(scene, d.Programme, d.Why))]));
        if (barred.Count > 0)
        {
            blocks.Add(scene.Para("doors.not"));
            blocks.Add(new PageBlock.Bullets(false, [.. barred.Select(d => Line(scene, d.Programme, d.WhyNot))]));
        }
        var offered = open.Concat(barred).Select(d => d.Programme).ToList();
        if (scene.Book.Programmes.FirstOrDefault(p => p.Id == LastResort) is { } talk && !offered.Contains(talk))
            offered.Add(talk);
        return scene.Reply(ReplyKind.Say, blocks.ToImmutable(),
            [.. offered.Select(p => OptionOf(scene, p)).OfType<Option>(), scene.Option(WholeList, "doors.list"), scene.Control(GlobalWord.Human), scene.Control(GlobalWord.Back), scene.Control(GlobalWord.Menu)]);
    }

    private static ImmutableArray<Run> Line(Scene scene, Programme programme, ImmutableArray<string> reasons) =>
        [new Run(OptionOf(scene, programme)?.Label ?? programme.Id, Emphasis.Strong), new Run($" · {string.Join(' ', reasons.Take(2).Select(r => scene.Say(r)))}")];

    private static IEnumerable<Option> Options(Scene scene, ChoiceList list) => list.Choices.Select(c => scene.Option(c.Name, c.Label));

    private static Option? OptionOf(Scene scene, Programme programme) => Shelf.OptionOf(scene, $"{Library.ProgrammeShelf}/{programme.Id}");

    private static string NameOf(DoorGroup group) => group.ToString().ToLowerInvariant();
}
