namespace Outreach.Content.Dialogs;

/// <summary>A bare yes, no, hello or thanks where no open question takes it: answered kindly, never searched for.</summary>
internal static class SmallTalk
{
    /// <summary>The answer and what can be done here; null when the message says more.</summary>
    public static Turn? Answer(Scene scene, string text) => scene.Book.Words.Small(scene.State.Language, text) switch
    {
        SmallWord.Hello => Modes.Show(scene).After(scene.Reply(ReplyKind.Say, [scene.Para("small.hello")])),
        SmallWord.Thanks => Modes.Show(scene).After(scene.Reply(ReplyKind.Say, [scene.Para("small.thanks")])),
        SmallWord.Yes or SmallWord.No => Modes.Again(scene, scene.State.Mode is Mode.Choosing ? "small.choose" : "small.nothing_asked"),
        _ => null,
    };
}
