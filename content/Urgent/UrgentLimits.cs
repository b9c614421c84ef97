namespace Outreach.Content.Urgent;

/// <summary>Every loop over what a person wrote, and over the list itself, has an end.</summary>
internal static class UrgentLimits
{
    /// <summary>Characters of a message that are looked at; the engine refuses longer ones before.</summary>
    public const int Characters = 4_000;

    /// <summary>Nodes visited for one message; an ordinary one needs under a thousand.</summary>
    public const int Visits = 200_000;

    /// <summary>Phrases found in one message; more say nothing new.</summary>
    public const int Matches = 512;

    /// <summary>Phrases in the list.</summary>
    public const int Phrases = 20_000;

    /// <summary>Words, gaps and anchors in one phrase.</summary>
    public const int StepsPerPhrase = 12;

    /// <summary>Different phrases one line may stand for, after optional words and members of several words.</summary>
    public const int FormsPerPhrase = 512;

    /// <summary>Letters before or after a *.</summary>
    public const int ShortestStem = 3;

    /// <summary>Words one _ may stand for.</summary>
    public const int WordsPerGap = 2;

    /// <summary>Gaps that may stand between the parts of "a &amp; b".</summary>
    public const int NearGap = 5;

    /// <summary>How many words away a calm phrase still cancels a hit, and a word of now still saves it.</summary>
    public const int CalmReach = 30;

    /// <summary>How many words away a word of the past still makes a hit unsure.</summary>
    public const int PastReach = 12;

    /// <summary>How many words before a hit an "if" still makes it unsure.</summary>
    public const int IfReach = 4;
}
