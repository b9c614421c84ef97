namespace Outreach.Content.Dialogs;

/// <summary>Makes a loaded state fit today's book and today's date: expired drafts go, a changed consent is asked again.</summary>
public static class Freshness
{
    /// <summary>How long a conversation is kept when nothing more happens (DESIGN 6.2, 6.11).</summary>
    public static DateTimeOffset Expires(ConversationState state, DateTimeOffset now) =>
        state.Sent.Length > 0 ? now + Limits.Sent
        : state.Consents.Count > 0 ? now + Limits.Draft
        : now + Limits.WithoutConsent;

    internal static Scene Of(Scene scene)
    {
        var state = scene.State;
        if (state.Carried is { } carried && scene.Now.Utc - carried.At > Limits.Carried)
            state = state with { Carried = null };
        foreach (var (id, answers) in state.Dialogs)
        {
            if (!scene.Book.Dialogs.TryGetValue(id, out var dialog) || IsOver(scene, id))
                state = Without(state, id);
            else if (state.Consents.TryGetValue(id, out var consent) && consent.TextHash != ConsentGate.TextHash(scene.Book, dialog))
                state = ConsentGate.AskAgain(state, dialog, answers);
        }
        if (state.Mode is Mode.Asking(var asked) && !scene.Book.Dialogs.ContainsKey(asked)
            || state.Mode is Mode.Confirming(var confirmed) && !scene.Book.Dialogs.ContainsKey(confirmed))
            state = state with { Mode = Mode.Home.Instance };
        return ReferenceEquals(state, scene.State) ? scene : scene.With(state);
    }

    /// <summary>The state without anything of one dialog.</summary>
    internal static ConversationState Without(ConversationState state, string dialog) => state with
    {
        Dialogs = state.Dialogs.Remove(dialog),
        Consents = state.Consents.Remove(dialog),
        Helped = state.Helped.Remove(dialog),
        Since = state.Dialogs.Count <= 1 ? null : state.Since,
    };

    private static bool IsOver(Scene scene, string dialog) =>
        scene.State.Since is { } since
        && scene.Now.Utc - since > (scene.State.Consents.ContainsKey(dialog) ? Limits.Draft : Limits.WithoutConsent);
}
