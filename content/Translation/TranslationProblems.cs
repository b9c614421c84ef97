using Outreach.Localization;

namespace Outreach.Content.Translation;

/// <summary>What can be wrong with glossaries and with what translators send back (2700 to 2739).</summary>
public static class TranslationProblems
{
    /// <summary>A glossary of no language.</summary>
    public static Problem GlossaryName(string where) => new(2700, "a glossary is named LANGUAGE.yaml with one of our languages; rename it", where);

    /// <summary>A term twice.</summary>
    public static Problem TermTwice(string where, string id) => new(2701, $"the term '{id}' stands twice; keep one", where);

    /// <summary>A term that is used and avoided.</summary>
    public static Problem UsedAndAvoided(string where, string id) => new(2702, $"the term '{id}' avoids the word it uses; choose one", where);
}
