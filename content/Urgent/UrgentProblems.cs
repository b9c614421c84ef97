using Outreach.Localization;

namespace Outreach.Content.Urgent;

/// <summary>What can be wrong with the list of urgent words (2202 to 2239). Every message says what to do.</summary>
public static class UrgentProblems
{
    /// <summary>A set that is not there.</summary>
    public static Problem UnknownSet(string where, string set) => new(2202, $"there is no set <{set}>; add it under 'sets' of this language or under 'shared'", where);

    /// <summary>Nothing is left of a phrase when it is folded.</summary>
    public static Problem NoWords(string where, string phrase) => new(2203, $"'{phrase}' holds no letters or digits; correct or remove it", where);

    /// <summary>A gap where nothing stands on one side of it.</summary>
    public static Problem LooseGap(string where, string phrase) => new(2204, $"'{phrase}' begins or ends with _; a gap stands between words", where);

    /// <summary>A stem that would match almost anything.</summary>
    public static Problem ShortStem(string where, string word) => new(2205, $"'{word}' is too short for *; give it at least {UrgentLimits.ShortestStem} letters (2 in Ethiopic script)", where);

    /// <summary>More alternatives than anybody can review.</summary>
    public static Problem TooManyForms(string where, string phrase) => new(2206, $"'{phrase}' stands for more than {UrgentLimits.FormsPerPhrase} different phrases; write it as several", where);

    /// <summary>Longer than a phrase may be.</summary>
    public static Problem TooLong(string where, string phrase) => new(2207, $"'{phrase}' has more than {UrgentLimits.StepsPerPhrase} words; the shortest part that means danger is enough", where);

    /// <summary>One short word of few letters would trip on ordinary messages of another language.</summary>
    public static Problem TooBroad(string where, string phrase) => new(2208, $"'{phrase}' is one short word and would be found in messages of other languages too; add the word before or after it", where);

    /// <summary>The same phrase twice with different meanings.</summary>
    public static Problem Twice(string where, string phrase) => new(2209, $"'{phrase}' stands in this language already with another meaning; keep one", where);

    /// <summary>A language we promise lacks a kind of danger.</summary>
    public static Problem Missing(string where, string language, string kind) => new(2210, $"language '{language}' has no sure phrase for '{kind}'; every language we speak needs one for every kind", where);

    /// <summary>The file is larger than it may be.</summary>
    public static Problem TooMany(string where) => new(2211, $"the list holds more than {UrgentLimits.Phrases} phrases; remove those that others cover", where);

    /// <summary>A set that contains something a set cannot.</summary>
    public static Problem BadSet(string where, string member) => new(2212, $"'{member}' cannot be a member of a set; members are words, separated by commas, without < > _ ? ^ $ &", where);

    /// <summary>A line of examples that cannot be used.</summary>
    public static Problem BadExample(string where, string why) => new(2213, why, where);

    /// <summary>Weights that belong to other examples.</summary>
    public static Problem Stale(string where) => new(2214, "the examples of urgent messages were changed after this was learned from them; run 'outreach urgent learn'", where);

    /// <summary>Weights that cannot be read.</summary>
    public static Problem BadWeights(string where) => new(2215, "this is not what 'outreach urgent learn' writes; run it again, or put the file back", where);

    /// <summary>An idea that one language has no words for.</summary>
    public static Problem NoIdea(string where, string idea) => new(2216, $"there are no words for '{idea}', which other languages have; add a line '{idea}: ...'", where);
}
