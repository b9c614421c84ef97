namespace Outreach.Content.Dialogs;

/// <summary>Every loop and every text has an end; reaching one is a Problem or a plain sentence, never a hang.</summary>
public static class Limits
{
    /// <summary>A list of programmes up to so long is shown whole, a longer one by groups.</summary>
    public const int ProgrammesWithoutGroups = 8;

    /// <summary>Characters of one message that are looked at; a longer one is answered, not cut.</summary>
    public const int CharactersPerMessage = 2_000;

    /// <summary>A global word of more words than this is a sentence, and no command where a message is written.</summary>
    public const int WordsOfShortCommand = 2;

    /// <summary>Characters of a text answer where the question sets none.</summary>
    public const int CharactersPerAnswer = 300;

    /// <summary>Instances of one repeat.</summary>
    public const int RepeatInstances = 20;

    /// <summary>Items in one dialog, parts included.</summary>
    public const int ItemsPerDialog = 200;

    /// <summary>Steps a turn may take by itself (notes that only need to be shown).</summary>
    public const int StepsPerTurn = 50;

    /// <summary>Answers in a row that could not be used before a human is offered.</summary>
    public const int MissesBeforeHuman = 3;

    /// <summary>How long a conversation without consent is kept.</summary>
    public static readonly TimeSpan WithoutConsent = TimeSpan.FromHours(24);

    /// <summary>
    /// How long one sitting is. An interview takes a quarter of an hour and staff answer into a conversation within another; whoever is away for an hour has
    /// put the phone down, and in a family or a camp somebody else may have taken it up. Shorter would ask people back who only looked for a paper.
    /// </summary>
    public static readonly TimeSpan Sitting = TimeSpan.FromHours(1);

    /// <summary>How long what was said in one request spares questions in the next: a sitting.</summary>
    public static readonly TimeSpan Carried = Sitting;

    /// <summary>How long an unsent draft is kept.</summary>
    public static readonly TimeSpan Draft = TimeSpan.FromDays(30);

    /// <summary>How long a continue code lives.</summary>
    public static readonly TimeSpan ContinueCode = TimeSpan.FromDays(30);

    /// <summary>How long a reply can be fetched again.</summary>
    public static readonly TimeSpan Replies = TimeSpan.FromDays(7);

    /// <summary>How long a conversation that has sent something is kept after its last turn, so that staff can answer.</summary>
    public static readonly TimeSpan Sent = TimeSpan.FromDays(90);
}
