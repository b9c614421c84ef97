using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Outreach.Content.Dialogs;

/// <summary>What the person is told when an effect is done.</summary>
internal static class Results
{
    public static Turn Of(Scene scene, EffectResult result) => result switch
    {
        EffectResult.Submitted sent => Sent(scene, sent),
        EffectResult.Alerted(var reached) => scene.Turn(scene.Reply(ReplyKind.Say, [scene.Para(reached ? "alert.reached" : "alert.nobody")])),
        EffectResult.CodeIssued(var code) => Modes.Show(scene.With(scene.State with { CodeUntil = scene.Now.Utc + Limits.ContinueCode })).After(scene.Reply(ReplyKind.Say, [scene.Para("code.yours"), new Pages.PageBlock.Heading(ContinueCode.Shown(code)), scene.Para("code.keep")])),
        EffectResult.Resumed => Resumed(scene),
        EffectResult.CodeUnknown(var tooMany) when scene.State.Unknown => Sharing.Refused(scene, tooMany ? "code.too_many" : "code.unknown"),
        EffectResult.CodeUnknown(var tooMany) => Modes.Again(scene, tooMany ? "code.too_many" : "code.unknown"),
        EffectResult.Status(var reference, var status) => Modes.Show(scene).After(StatusOf(scene, reference, status)),
        EffectResult.Told => scene.Turn(scene.Reply(ReplyKind.Say, [scene.Para("human.told")], [scene.Control(GlobalWord.Menu)])),
        EffectResult.Withdrawn(_, var how) => Modes.Show(scene).After(scene.Reply(ReplyKind.Say, [scene.Para(Deleted(how))])),
        EffectResult.Quiet => scene.Turn(),
        EffectResult.NotHere => Modes.Show(scene).After(scene.Reply(ReplyKind.Problem, [scene.Para("wrong.not_here")])),
        EffectResult.Failed(var problem) => Modes.Show(scene).After(scene.Reply(ReplyKind.Problem, [scene.Para("wrong.failed", ("n", problem.ToString(CultureInfo.InvariantCulture)))])),
        _ => throw new UnreachableException(),
    };

    private static string Deleted(TakenBack how) => how switch
    {
        TakenBack.LeftQueue => "delete.sent",
        TakenBack.NeverSent => "delete.done",
        TakenBack.OnItsWay => "delete.on_its_way",
        _ => throw new UnreachableException(),
    };

    /// <summary>The register has it: the answers leave the conversation, the reference stays.</summary>
    private static Turn Sent(Scene scene, EffectResult.Submitted sent)
    {
        var dialog = scene.State.Mode is Mode.Confirming(var id) ? id : null;
        var state = dialog is null ? scene.State : Freshness.Without(scene.State, dialog) with { Carried = Helping.Is(scene, dialog) ? null : Carrying.Sent(scene, dialog) };
        var home = scene.With(state with { Sent = state.Sent.Add(sent.Reference) }).In(Mode.Home.Instance);
        var blocks = ImmutableArray.CreateBuilder<Pages.PageBlock>();
        blocks.Add(home.Head(sent.Kept ? "sent.kept" : "sent.title"));
        blocks.Add(home.Para("sent.reference", ("reference", sent.Reference)));
        blocks.Add(home.Para(sent.PromiseHours is { } hours ? "sent.promise" : sent.Kept ? "sent.kept_next" : "sent.no_promise", ("hours", (sent.PromiseHours ?? 0).ToString(CultureInfo.InvariantCulture))));
        blocks.Add(home.Para("sent.free"));
        return home.Turn(home.Reply(ReplyKind.Say, blocks.ToImmutable(), [home.Option(FrontDoor.Value, "sent.more"), .. home.Elsewhere, home.Control(GlobalWord.Human), home.Control(GlobalWord.Menu)]));
    }

    /// <summary>Moved here by a code, which is used up: a new one is made, and what was open is shown after it.</summary>
    private static Turn Resumed(Scene scene)
    {
        var here = scene.With(scene.State with { Hidden = true, Unknown = false, Left = false, Misses = 0, Last = scene.Now.Utc, Spoken = null, AtSite = false });
        return here.Do(new Effect.IssueCode(), here.Reply(ReplyKind.Say, [here.Para("code.welcome")]));
    }

    private static Reply StatusOf(Scene scene, string reference, NeutralStatus? status) => scene.Reply(ReplyKind.Say,
        [scene.Para(status is { } known ? $"status.{known.ToString().ToLowerInvariant()}" : "status.unknown", ("reference", reference))]);
}
