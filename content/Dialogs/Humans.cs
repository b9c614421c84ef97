using System.Collections.Immutable;
using Outreach.Content.Directory;
using Outreach.Content.Pages;

namespace Outreach.Content.Dialogs;

/// <summary>A person at the other end: asked for at any time, written to about a request, answering in the same conversation.</summary>
internal static class Humans
{
    /// <summary>The dialog by which anybody can write to a person.</summary>
    public const string TalkDialog = "talk";

    /// <summary>True when there is something to continue elsewhere.</summary>
    public static bool HasSomething(ConversationState state) => state.Sent.Length > 0 || state.Consents.Count > 0;

    /// <summary>"I want to talk to a person."</summary>
    public static Turn Ask(Scene scene)
    {
        if (scene.State.Sent is [.., var reference])
        {
            var writing = scene.In(new Mode.WithHuman(reference));
            return writing.Turn(Prompt(writing));
        }
        var intro = scene.Reply(ReplyKind.Say, [scene.Para("human.how"), .. Numbers(scene)]);
        return Interview.Start(scene, scene.State.Child ? "child" : TalkDialog).After(intro);
    }

    /// <summary>
    /// Numbers of people who can be called, where the person is. Where we know no office of UNHCR or IOM that is said, with where to
    /// look; not a word about IOM's returns to children and to whom return is locked.
    /// </summary>
    public static IEnumerable<PageBlock> Numbers(Scene scene)
    {
        var (contacts, place) = (scene.Book.Contacts, scene.State.Place);
        foreach (var contact in contacts.For(place, "protection", "information", "legal").Take(2))
            yield return Call(scene, contact);
        if (place is null)
            yield break;
        foreach (var block in Missing(scene, place, "unhcr", "human.no_unhcr"))
            yield return block;
        if (!scene.State.ReturnLocked && !scene.State.Child)
            foreach (var block in Missing(scene, place, "iom", "human.no_iom"))
                yield return block;
    }

    private static IEnumerable<PageBlock> Missing(Scene scene, string place, string office, string key) =>
        scene.Book.Contacts.Find($"{place}/{office}") is null && scene.Book.Contacts.Find($"{Contacts.World}/{office}") is { } world ? [scene.Para(key), Call(scene, world)] : [];

    private static PageBlock Call(Scene scene, Contact contact) => ContactText.Call(contact, scene.Book.Texts, scene.Language);

    /// <summary>"Write your message."</summary>
    public static Reply Prompt(Scene scene) => scene.Reply(ReplyKind.Say, [scene.Para("human.write")], [scene.Control(GlobalWord.Menu)]);

    /// <summary>A message of the person to staff.</summary>
    public static Turn Tell(Scene scene, Mode.WithHuman human, string text) =>
        scene.Do(new Effect.TellStaff(human.Reference, text, scene.Language));

    /// <summary>A message of staff to the person.</summary>
    public static Turn Said(Scene scene, Input.StaffSaid said)
    {
        var blocks = ImmutableArray.CreateBuilder<PageBlock>();
        blocks.Add(PageBlock.Paragraph.Of(said.Words));
        if (said.Untranslated)
            blocks.Add(new PageBlock.Fine(scene.Say("staff.untranslated", ("language", said.Language.NativeName))));
        var state = scene.State.Sent is [.., var reference] && scene.State.Mode is Mode.Home ? scene.State with { Mode = new Mode.WithHuman(reference), Readings = [] } : scene.State;
        return scene.With(state).Turn(scene.Reply(ReplyKind.Staff, blocks.ToImmutable()) with { Language = said.Language });
    }
}
