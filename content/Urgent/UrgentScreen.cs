using Outreach.Content.Dialogs;
using Outreach.Content.Learning;

namespace Outreach.Content.Urgent;

/// <summary>
/// Every message passes here before anything else (DESIGN 6.1). Two ears: the list of phrases, which alarms at once where its words can
/// mean nothing else; and what was learned from examples, which hears what no list foresaw, and then asks. Where the examples doubt the
/// list, the bot asks too, with the number shown; only where they are all but certain that nobody is in danger it says nothing.
/// </summary>
public sealed class UrgentScreen(UrgentWords words, Ideas ideas, UrgentWeights learned)
{
    /// <summary>A sure phrase is doubted only where more than so many words stand: fewer cannot say that nobody is in danger.</summary>
    private const int Enough = 6;

    /// <summary>
    /// What was learned must be this certain to take a message of one word, or of two or three, in which the list hears nothing, for a
    /// cry: most of them are answers, such as the name of a town.
    /// </summary>
    private const double AskOneWord = 0.85, AskFewWords = 0.6;

    private readonly UrgentModel _model = new(learned);

    /// <summary>Hears nothing.</summary>
    public static UrgentScreen None { get; } = new(UrgentWords.None, Ideas.None, UrgentWeights.None);

    /// <summary>The list of phrases.</summary>
    public UrgentWords Words => words;

    /// <summary>What a message cries for; null when nothing.</summary>
    public UrgentHit? Find(string text)
    {
        var (hit, guess, words) = Listen(text);
        return learned.Table.Length == 0 || !text.Any(char.IsLetter) ? hit : Decide(hit, guess, words, learned.Limits);
    }

    /// <summary>What both ears come to.</summary>
    internal static UrgentHit? Decide(UrgentHit? hit, UrgentGuess guess, int count, UrgentLimitsOfDoubt limits) => hit switch
    {
        { Sure: true } when guess.Danger >= limits.Doubt || count <= Enough => hit,
        { Sure: true } when guess.Danger >= limits.Leave => hit with { Sure = false },
        _ when guess.Danger >= (hit is null ? Math.Max(limits.Ask, Caution(count)) : limits.Ask) => new UrgentHit(hit?.Kind ?? guess.Kind, Sure: false),
        _ => null,
    };

    private static double Caution(int words) => words switch { <= 1 => AskOneWord, <= 3 => AskFewWords, _ => 0 };

    /// <summary>What each ear hears, for those who set the limits.</summary>
    internal (UrgentHit? Hit, UrgentGuess Guess, int Words) Listen(string text)
    {
        var tokens = TextTokens.Of(text);
        var reading = words.Read(tokens);
        var heard = (reading.Hit, _model.Guess(tokens, ideas.Find(tokens), reading), tokens.Count);
        tokens.Return();
        return heard;
    }
}
