using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Learning;
using Outreach.Localization;

namespace Outreach.Content.Urgent;

/// <summary>Words that mean danger now.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Sure">False when the words may mean something harmless: then the bot asks, numbers already shown.</param>
public sealed record UrgentHit(UrgentKind Kind, bool Sure);

/// <summary>Why a message was a hit: the phrase of the list, for those who review it. Holds nothing of the message.</summary>
/// <param name="Hit">What was found.</param>
/// <param name="Language">The language of the phrase.</param>
/// <param name="Phrase">The phrase as it stands in the list.</param>
/// <param name="Line">Its line in the file.</param>
public sealed record UrgentReason(UrgentHit Hit, string Language, string Phrase, int Line);

/// <summary>What the list says of a message.</summary>
/// <param name="Hit">The most serious hit.</param>
/// <param name="Signs">A bit for each <see cref="UrgentSign"/>.</param>
/// <param name="First">The first word of the hit.</param>
/// <param name="Last">Its last word.</param>
internal readonly record struct UrgentReading(UrgentHit? Hit, uint Signs, int First, int Last);

/// <summary>
/// Looks for urgent danger in every language at once (DESIGN 6.1), because people mix languages and the one they chose may not be
/// the one they cry for help in. Look-alikes must not trip it. Of several hits a sure one wins over an unsure one, then the more
/// serious: see <see cref="Seriousness"/>.
/// </summary>
public sealed class UrgentWords
{
    private readonly UrgentLexicon _lexicon;
    private readonly UrgentTrie _trie;
    private readonly ImmutableArray<UrgentPhrase> _phrases;
    private readonly ImmutableArray<(UrgentHit Sure, UrgentHit Unsure)> _hits =
        [.. Enum.GetValues<UrgentKind>().Select(k => (new UrgentHit(k, Sure: true), new UrgentHit(k, Sure: false)))];

    private UrgentWords(UrgentTable table) =>
        (_lexicon, _trie, _phrases) = (new UrgentLexicon(table), new UrgentTrie(table), table.Phrases);

    /// <summary>The list's name in the book.</summary>
    public const string File = "safety/urgent.yaml";

    /// <summary>Knows no words.</summary>
    public static UrgentWords None { get; } = new(UrgentTable.Empty);

    /// <summary>
    /// The kinds, most serious first. Minutes decide at sea, where only rescue services help; then under attack, where the numbers shown
    /// include the ambulance; then for a body, then for a mind that may give up. Sexual violence needs care within hours. A child
    /// alone comes before being held, because a child must not be led to the door for adults. A deportation leaves hours or days.
    /// </summary>
    public static ImmutableArray<UrgentKind> Seriousness { get; } =
    [
        UrgentKind.Sea, UrgentKind.Danger, UrgentKind.Medical, UrgentKind.Suicide,
        UrgentKind.Violence, UrgentKind.ChildAlone, UrgentKind.Held, UrgentKind.Deportation,
    ];

    /// <summary>How many phrases the list has, by language.</summary>
    public ImmutableSortedDictionary<string, int> Counts => _phrases.Where(p => p.Role == UrgentRole.Hit).GroupBy(p => p.Language, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    /// <summary>Reads the list, <c>content/book/safety/urgent.yaml</c>.</summary>
    public static Result<UrgentWords> Read(string text, string file)
    {
        var table = Compile(text, file);
        return table.Ok ? Of(table.Value) : table.Problems;
    }

    /// <summary>Reads the list into the form that a package holds.</summary>
    public static Result<UrgentTable> Compile(string text, string file) => UrgentReader.Read(text, file);

    /// <summary>The list as it was compiled.</summary>
    public static UrgentWords Of(UrgentTable table) => new(table);

    /// <summary>Whether every language we speak has every kind of danger; the problems say what is missing.</summary>
    public ImmutableArray<Problem> Missing(string file) =>
    [
        .. from locale in Locale.All
           from kind in Seriousness
           where !_phrases.Any(p => p.Role == UrgentRole.Hit && p.Sure && p.Kind == kind && p.Language == locale.Tag)
           select UrgentProblems.Missing(file, locale.Tag, UrgentReader.Key(kind)),
    ];

    /// <summary>The most serious hit; null when there is none.</summary>
    public UrgentHit? Find(string text) => Best(text) is var (match, sure) ? Hit(_phrases[match.Phrase], sure) : null;

    /// <summary>The hit and the phrase that made it.</summary>
    public UrgentReason? Explain(string text) => Best(text) is var (match, sure) && _phrases[match.Phrase] is var phrase
        ? new UrgentReason(Hit(phrase, sure), phrase.Language, phrase.Text, phrase.Line)
        : null;

    private UrgentHit Hit(UrgentPhrase phrase, bool sure) => sure ? _hits[(int)phrase.Kind].Sure : _hits[(int)phrase.Kind].Unsure;

    private (UrgentMatch Match, bool Sure)? Best(string text)
    {
        if (_phrases.IsEmpty || text.Length == 0)
            return null;
        var tokens = TextTokens.Of(text);
        var best = Best(Matches(tokens));
        tokens.Return();
        return best;
    }

    /// <summary>The hit in words read already, and the signs for those who weigh it further.</summary>
    internal UrgentReading Read(TextTokens tokens)
    {
        if (_phrases.IsEmpty || tokens.Count == 0)
            return default;
        var found = Matches(tokens);
        var signs = 0u;
        foreach (var match in found)
            if (_phrases[match.Phrase].Role is not UrgentRole.Hit and var role)
                signs |= 1u << UrgentSign.Of(role);
        // The beginning of the message is a place of its own: words count from one there.
        return Best(found) is var (best, sure) && Hit(_phrases[best.Phrase], sure) is var hit
            ? new UrgentReading(hit, signs | (1u << UrgentSign.Of(hit)), best.Start - 1, best.End - 1)
            : new UrgentReading(null, signs, 0, 0);
    }

    private (UrgentMatch Match, bool Sure)? Best(List<UrgentMatch> found)
    {
        (UrgentMatch Match, bool Sure)? best = null;
        foreach (var match in found)
        {
            var phrase = _phrases[match.Phrase];
            var calm = phrase.Role == UrgentRole.Hit && IsCalm(found, match);
            if (phrase.Role != UrgentRole.Hit || Any(found, UrgentRole.But, match) || (calm && !phrase.Sure))
                continue;
            var sure = phrase.Sure && !calm && !Any(found, UrgentRole.Past, match) && !Any(found, UrgentRole.If, match);
            if (best is not { } before || Rank(phrase.Kind, sure) < Rank(_phrases[before.Match.Phrase].Kind, before.Sure))
                best = (match, sure);
        }

        return best;
    }

    private List<UrgentMatch> Matches(TextTokens tokens)
    {
        var found = new List<UrgentMatch>();
        var places = new PlaceList(tokens.Count + 2, _lexicon.Count);
        _lexicon.FindEdge(first: true, ref places);
        places.Close();
        for (var i = 0; i < tokens.Count; i++)
        {
            _lexicon.Find(tokens[i], ref places);
            if (!tokens.Tail(i).IsEmpty)
                _lexicon.Find(tokens.Tail(i), ref places);
            places.Close();
        }

        _lexicon.FindEdge(first: false, ref places);
        places.Close();
        _trie.Find(ref places, found);
        places.Return();
        return found;
    }

    /// <summary>Whether a phrase of this role stands where it bears on a hit.</summary>
    private bool Any(List<UrgentMatch> found, UrgentRole role, UrgentMatch hit)
    {
        foreach (var match in found)
            if (_phrases[match.Phrase].Role == role && Bears(role, match, hit) && (role != UrgentRole.If || SameLanguage(match, hit)))
                return true;
        return false;
    }

    /// <summary>Whether the message says itself that nothing happens now. It never silences a plain cry ("safe now, but he is outside"): that is then asked about, numbers shown.</summary>
    private bool IsCalm(List<UrgentMatch> found, UrgentMatch hit) => Any(found, UrgentRole.Calm, hit) && !Any(found, UrgentRole.Now, hit);

    /// <summary>"Je" asks in Swahili and means "I" in French: an "if" counts in its own language only.</summary>
    private bool SameLanguage(UrgentMatch a, UrgentMatch b) =>
        _phrases[a.Phrase].Language.AsSpan(0, 2).SequenceEqual(_phrases[b.Phrase].Language.AsSpan(0, 2));

    private static bool Bears(UrgentRole role, UrgentMatch match, UrgentMatch hit) => role switch
    {
        UrgentRole.But => match.Start <= hit.End && match.End >= hit.Start,
        UrgentRole.Calm or UrgentRole.Now => match.Start <= hit.End + UrgentLimits.CalmReach && match.End >= hit.Start - UrgentLimits.CalmReach,
        UrgentRole.Past => match.Start <= hit.End + UrgentLimits.PastReach && match.End >= hit.Start - UrgentLimits.PastReach,
        UrgentRole.If => match.Start <= hit.Start && match.End >= hit.Start - UrgentLimits.IfReach,
        _ => false,
    };

    private static int Rank(UrgentKind kind, bool sure) => Seriousness.IndexOf(kind) + (sure ? 0 : Seriousness.Length);
}
