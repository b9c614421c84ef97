using Outreach.Localization;

namespace Outreach.Content.Search;

/// <summary>What can be wrong with what the search learns from (2241 to 2245), and with a table of questions. Every message says what to do.</summary>
public static class SearchProblems
{
    /// <summary>A line of examples that cannot be used.</summary>
    public static Problem BadExample(string where, string why) => new(2241, why, where);

    /// <summary>Weights that belong to other examples.</summary>
    public static Problem Stale(string where) => new(2242, "the examples of questions were changed after this was learned from them; run 'outreach search learn'", where);

    /// <summary>Weights that cannot be read.</summary>
    public static Problem BadWeights(string where) => new(2243, "this is not what 'outreach search learn' writes; run it again, or put the file back", where);

    /// <summary>A table of questions whose first line names no columns.</summary>
    public static Problem BadColumns(string where, string missing) =>
        new(2244, $"the first line must name the columns id, lang, text, topic, also, style, with tabs between them; missing: {missing}", where);

    /// <summary>A question that cannot be measured.</summary>
    public static Problem BadQuestion(string where, string why) => new(2245, why, where);
}
