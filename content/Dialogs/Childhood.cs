using Outreach.Content.Programmes;

namespace Outreach.Content.Dialogs;

/// <summary>
/// Who is, or may be, under 18 and what is shut for them (DESIGN 6.4). An answered age shuts the dialogs for adults for good;
/// words alone ("15 and alone here") shut them until an age is answered, because a parent may have written them.
/// </summary>
internal static class Childhood
{
    /// <summary>What a person chooses who is no child.</summary>
    public const string AdultChoice = "adult";

    private static readonly string[] AgeQuestions = ["age"];
    private static readonly string[] AdultBands = ["18_59", "60_plus", "unsure_adult"];

    /// <summary>True for a dialog that somebody under 18 is not led through.</summary>
    public static bool Shuts(Scene scene, string dialog) => scene.State.Child && dialog != Humans.TalkDialog && dialog != scene.Book.Office.OpeningDialog
        && scene.Book.Programmes.FirstOrDefault(p => p.Dialog == dialog) is not { Kind: ProgrammeKind.Child or ProgrammeKind.Anyone };

    /// <summary>Words of a child alone were heard; an age answered before says more than they do.</summary>
    public static Scene Heard(Scene scene) => scene.State.Child || AgeIsKnown(scene.State)
        ? scene
        : scene.With(scene.State with { Child = true, ChildByWords = true });

    /// <summary>The age was answered: a child for certain.</summary>
    public static ConversationState Certain(ConversationState state) => state with { Child = true, ChildByWords = false };

    /// <summary>The state after an answer: an adult age takes back what only words had said, nothing else.</summary>
    public static Scene Answered(Scene scene, string question, string value) =>
        AgeQuestions.Contains(question) && AdultBands.Contains(value) ? Adult(scene) : scene;

    /// <summary>The person says to be 18 or older. That opens what words alone had shut, and staff are told that it did.</summary>
    public static Scene Adult(Scene scene) =>
        scene.State.ChildByWords ? scene.With(scene.State with { Child = false, ChildByWords = false, SaysAdult = true }) : scene;

    private static bool AgeIsKnown(ConversationState state) => state.Dialogs.Values.Any(answers =>
        AgeQuestions.Any(q => answers.At(new AnswerPath(q)) is Answer.Given { Value: var value } && AdultBands.Contains(value)));
}
