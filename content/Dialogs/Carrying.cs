namespace Outreach.Content.Dialogs;

/// <summary>
/// What was answered is not asked again where it can be helped: an answer to a shared question goes along into the next dialog. Before the consent of that
/// dialog only age and fear do, and what keeps people safe if it was said just now; the rest follows with the yes.
/// </summary>
internal static class Carrying
{
    private const string SharedPrefix = "part.";

    /// <summary>The answers of a dialog, with those given elsewhere to the same questions.</summary>
    public static Answers Over(Scene scene, string dialog, bool consented)
    {
        var answers = scene.AnswersOf(dialog);
        if (Helping.Is(scene, dialog))
            return answers;
        foreach (var question in DialogChecks.Flatten(scene.Book.Dialogs[dialog].Items).OfType<DialogItem.Question>())
        {
            var path = new AnswerPath(question.Name);
            if (answers.At(path) is null && (consented || question.Safety) && Known(scene, dialog, question, path) is { } known)
                answers = answers.With(path, known);
        }
        return answers;
    }

    /// <summary>
    /// What a sent request leaves for the next: nothing sensitive, no number, no name, no words of the person's own. A conversation that
    /// nobody comes back to keeps it until it expires, because an hour passes only with the next message.
    /// </summary>
    public static Carried Sent(Scene scene, string dialog) => Choices(scene, dialog, _ => true);

    /// <summary>What a request that was shut leaves for the open door beside it: it has no consent any more, so only what keeps people safe.</summary>
    public static Carried Safely(Scene scene, string dialog) => Choices(scene, dialog, question => question.Safety);

    private static Carried Choices(Scene scene, string dialog, Func<DialogItem.Question, bool> which)
    {
        var kept = Answers.None;
        foreach (var point in scene.Walk(dialog).Points)
            if (point is { Answer: { } answer, Question: { Sensitive: false, Type: AnswerType.SelectOne or AnswerType.SelectMultiple or AnswerType.AgeBand } question } && which(question))
                kept = kept.With(point.Path, answer);
        return new Carried(dialog, kept, scene.Now.Utc);
    }

    private static Answer? Known(Scene scene, string dialog, DialogItem.Question question, AnswerPath path)
    {
        if (scene.State.Carried is { } sent && IsSame(scene, sent.Dialog, dialog, question) && sent.Answers.At(path) is { } just)
            return just;
        var lasting = question.Collects is "age-band" or "fear" || !question.Safety;       // "alone?" and "in danger?" are about this moment
        return lasting
            ? scene.State.Dialogs.Where(d => d.Key != dialog && !Helping.Is(scene, d.Key) && IsSame(scene, d.Key, dialog, question)).Select(d => d.Value.At(path)).FirstOrDefault(a => a is not null)
            : null;
    }

    /// <summary>
    /// The age is one question wherever it is asked; others are the same when both dialogs take them from the shared parts. Between
    /// offices that share no agency only safety goes along: a complaint without a name must not bring the phone number of another request.
    /// </summary>
    private static bool IsSame(Scene scene, string other, string into, DialogItem.Question question) => question is { Safety: true, Collects: "age-band" or "fear" }
        || question.Label.StartsWith(SharedPrefix, StringComparison.Ordinal)
            && scene.Book.Dialogs.TryGetValue(other, out var dialog)
            && (question.Safety || dialog.Agencies.Intersect(scene.Book.Dialogs[into].Agencies).Any())
            && DialogChecks.Flatten(dialog.Items).Any(i => i.Name == question.Name && i.Label.StartsWith(SharedPrefix, StringComparison.Ordinal));
}
