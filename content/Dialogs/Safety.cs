using System.Collections.Immutable;
using Outreach.Content.Directory;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;
using Outreach.Content.Urgent;

namespace Outreach.Content.Dialogs;

/// <summary>Danger, fear, pressure, control by others, childhood: what must happen before anything else (DESIGN section 6).</summary>
internal static class Safety
{
    private const int MostContacts = 4;

    /// <summary>Urgent words were heard. They are not kept: only the kind, place and language go on.</summary>
    public static Turn Heard(Scene scene, UrgentHit hit)
    {
        if (hit.Kind == UrgentKind.ChildAlone)
            scene = Childhood.Heard(scene);
        var paused = Pause(scene, hit.Kind);
        if (hit.Kind == UrgentKind.ChildAlone && !hit.Sure)
            return Modes.Show(paused).After(Help(scene, hit.Kind, "danger.maybe"));
        if (hit.Sure)
            return Modes.Show(paused).After(Help(scene, hit.Kind, "danger.heard")).And(new Effect.Alert(hit.Kind, scene.State.Place, scene.Language, null));
        var asked = scene.In(new Mode.Choosing(ChoosingWhat.Danger, ((Mode.Choosing)paused.State.Mode).Then));
        return Modes.Show(asked).After(Help(scene, hit.Kind, "danger.maybe"));
    }

    /// <summary>The person pressed "danger".</summary>
    public static Turn Pressed(Scene scene) =>
        Modes.Show(Pause(scene, UrgentKind.Danger)).After(Help(scene, UrgentKind.Danger, "danger.heard"))
            .And(new Effect.Alert(UrgentKind.Danger, scene.State.Place, scene.Language, null));

    /// <summary>Numbers of the place where the person is, for this kind of danger; said plainly when there are none.</summary>
    public static Reply Help(Scene scene, UrgentKind kind, string key)
    {
        var blocks = ImmutableArray.CreateBuilder<PageBlock>();
        blocks.Add(scene.Warn(key));
        blocks.Add(scene.Para($"danger.{Name(kind)}"));
        var contacts = scene.Book.Contacts.For(scene.State.Place, KindsFor(kind));
        blocks.AddRange(contacts.Take(MostContacts).Select(c => ContactText.Call(c, scene.Book.Texts, scene.Language)));
        if (contacts.IsEmpty)
        {
            blocks.Add(scene.Para(scene.State.Place is null ? "danger.where" : "danger.no_number"));
            if (scene.State.Place is not null && scene.Book.Countries.MobileNumber is { } mobile)
                blocks.Add(new PageBlock.Call(scene.Say("contact.who.mobile"), mobile, $"tel:{mobile}", [scene.Say("danger.mobile")]) { Fact = new Fact(FactKind.Emergency, scene.Book.Countries.Checked) });
            blocks.AddRange(WorldContacts(scene));
        }
        else if (Service(kind) is var (service, missing) && !contacts.Any(c => c.Kinds.Contains(service)))
            blocks.Insert(2, scene.Para(missing));
        return scene.Reply(ReplyKind.Danger, blocks.ToImmutable(), scene.State.Place is null ? [scene.Control(GlobalWord.Place)] : []);
    }

    /// <summary>Contacts that hold anywhere: links only.</summary>
    public static IEnumerable<PageBlock> WorldContacts(Scene scene) =>
        scene.Book.Contacts.For(Contacts.World, "protection", "return").Take(2).Select(c => ContactText.Call(c, scene.Book.Texts, scene.Language));

    /// <summary>Acts on what an answer means. The scene already holds the answer; null when the interview just goes on.</summary>
    public static Turn? On(Scene scene, string dialog, Signal signal) => signal switch
    {
        Signal.Danger => Modes.Show(Pause(scene, UrgentKind.Danger)).After(Help(scene, UrgentKind.Danger, "danger.heard"))
            .And(new Effect.Alert(scene.State.Child ? UrgentKind.ChildAlone : UrgentKind.Danger, scene.State.Place, scene.Language, null)),
        Signal.Crisis => Modes.Show(Pause(scene, UrgentKind.Suicide)).After(Help(scene, UrgentKind.Suicide, "danger.heard"))
            .And(new Effect.Alert(UrgentKind.Suicide, scene.State.Place, scene.Language, null)),
        Signal.DangerUnsure => Modes.Show(scene).After(Help(scene, UrgentKind.Danger, "danger.maybe")),
        Signal.Doctor => Modes.Show(scene).After(Help(scene, UrgentKind.Medical, "doctor.heard")),
        Signal.Trafficking => Controlled(scene, dialog),
        Signal.Child => ToChildRoute(scene.With(Childhood.Certain(scene.State))),
        Signal.LockReturn => Lock(scene, dialog),
        _ => null,
    };

    /// <summary>Leaves every dialog for adults. What was answered there is dropped, except the age.</summary>
    public static Turn ToChildRoute(Scene scene)
    {
        var child = scene.Book.Programmes.FirstOrDefault(p => p.Kind == ProgrammeKind.Child);
        var state = scene.State;
        if (child?.Dialog is not { } route)
            return Modes.Show(scene.In(Mode.Home.Instance));
        var known = Carrying.Over(scene, route, consented: false);
        foreach (var dialog in state.Dialogs.Keys.Where(d => d != route))
            state = Freshness.Without(state, dialog);
        if (scene.State.Mode is Mode.Asking(var from) && scene.State.Helped.TryGetValue(from, out var helper))
            state = state with { Helped = state.Helped.SetItem(route, helper) };
        state = state with { Dialogs = state.Dialogs.SetItem(route, known), Since = state.Since ?? scene.Now.Utc, Mode = new Mode.Asking(route), Misses = 0 };
        var turn = Modes.Show(scene.With(state));
        return (scene.State.Mode == state.Mode ? turn : turn.After(scene.Reply(ReplyKind.Say, [scene.Para("child.route")]))) with { Forget = true };
    }

    /// <summary>Why a return programme cannot be asked for now, and the door that is open instead.</summary>
    public static Turn LockedReply(Scene scene)
    {
        var home = scene.In(new Mode.Reading($"{Library.ProgrammeShelf}/protection-talk", Shelf.Overview));
        return Modes.Show(home).After(home.Reply(ReplyKind.Say, [home.Para("return.locked"), home.Para("return.locked.why")]));
    }

    private static Turn Lock(Scene scene, string dialog)
    {
        var locked = scene.With(scene.State with { ReturnLocked = true });
        var turn = IsReturn(scene, dialog)
            ? LockedReply(locked.With(Freshness.Without(locked.State, dialog) with { Carried = Carrying.Safely(locked, dialog) })) with { Forget = true }
            : Modes.Show(locked).After(locked.Reply(ReplyKind.Say, [locked.Para("return.locked.other")]));
        // Whoever works on a return that was asked for before must not go on as if nothing had been said.
        return scene.State.Sent.IsEmpty ? turn : turn.And(new Effect.LockReturn(scene.State.Sent));
    }

    private static Turn Controlled(Scene scene, string dialog)
    {
        var help = Help(scene, UrgentKind.Held, "held.heard");
        if (dialog == "counter-trafficking")
            return Modes.Show(scene).After(help);
        var paused = scene.In(new Mode.Choosing(ChoosingWhat.Safety, scene.State.Mode, ["counter-trafficking"]));
        return Modes.Show(paused).After(help);
    }

    /// <summary>Stops the interview until the person says how to go on.</summary>
    private static Scene Pause(Scene scene, UrgentKind kind)
    {
        var then = scene.State.Mode is Mode.Choosing { Then: var before } ? before : scene.State.Mode;
        ImmutableArray<string> offers = kind switch
        {
            UrgentKind.Held => ["counter-trafficking"],
            UrgentKind.ChildAlone => ["child"],
            UrgentKind.Deportation => ["protection-talk"],
            _ => [],
        };
        return scene.In(new Mode.Choosing(ChoosingWhat.Safety, then, offers));
    }

    internal static bool IsReturn(Scene scene, string dialog) =>
        scene.Book.Programmes.Any(p => p.Dialog == dialog && p.Kind == ProgrammeKind.Return);

    /// <summary>Who is there for just this danger; where we know no number of theirs, that is said before another one is shown.</summary>
    private static (string Service, string Missing)? Service(UrgentKind kind) => kind switch
    {
        UrgentKind.Medical => ("ambulance", "danger.no_ambulance"),
        UrgentKind.Sea => ("sea", "danger.no_sea"),
        UrgentKind.Danger => null,
        _ => (KindsFor(kind)[0], "danger.no_line"),
    };

    private static string Name(UrgentKind kind) => kind.ToString().ToLowerInvariant();

    private static string[] KindsFor(UrgentKind kind) => kind switch
    {
        UrgentKind.Medical => ["ambulance", "emergency", "doctor"],
        UrgentKind.Suicide => ["crisis", "emergency", "ambulance"],
        UrgentKind.ChildAlone => ["child", "emergency", "police", "protection"],
        UrgentKind.Held => ["trafficking", "emergency", "police", "protection"],
        UrgentKind.Sea => ["sea", "emergency"],
        UrgentKind.Violence => ["violence", "women", "emergency", "ambulance", "police"],
        UrgentKind.Deportation => ["legal", "protection", "emergency"],
        _ => ["emergency", "police", "ambulance", "protection"],
    };
}
