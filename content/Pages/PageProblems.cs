using Outreach.Localization;

namespace Outreach.Content.Pages;

/// <summary>What can be wrong with a page file (2001 to 2039). Every message says what to do.</summary>
public static class PageProblems
{
    /// <summary>No front matter.</summary>
    public static Problem NoFrontMatter(string where) => new(2001, "the file must begin with a line '---', the facts about the page, and another line '---'", where);

    /// <summary>Too large.</summary>
    public static Problem TooLarge(string where) => new(2002, $"the file has more than {PageLimits.File} characters; split the page", where);

    /// <summary>Nested beyond reason.</summary>
    public static Problem TooDeep(string where) => new(2003, "the text is nested too deeply; write it flat", where);

    /// <summary>No source.</summary>
    public static Problem NoSource(string where) => new(2004, "the page names no source; add at least one under 'sources'", where);

    /// <summary>A review date before the last review.</summary>
    public static Problem ReviewedLate(string where) => new(2005, "'review-by' must be later than 'reviewed'", where);

    /// <summary>A translation without its mark.</summary>
    public static Problem NoTranslationMark(string where) => new(2006, "a translation says what it translates; add 'translation: {of: 1, status: draft, by: …}'", where);

    /// <summary>The English page is the original.</summary>
    public static Problem OriginalTranslated(string where) => new(2007, "the English page is the original; remove 'translation'", where);

    /// <summary>Something our subset of Markdown does not have.</summary>
    public static Problem NotAllowed(string where, string what, string instead) => new(2010, $"{what} cannot be used on a page; {instead}", where);

    /// <summary>A link to nowhere we know.</summary>
    public static Problem BadLink(string where, string link) =>
        new(2011, $"the link '{link}' is none of https://…, page:place/topic, programme:name; correct it", where);

    /// <summary>A link without words.</summary>
    public static Problem EmptyLink(string where) => new(2012, "a link needs words between the brackets", where);

    /// <summary>A contact inside a text.</summary>
    public static Problem ContactInText(string where) => new(2013, "a contact stands alone on its line, without words: [](contact:de/112)", where);

    /// <summary>A contact that is not in the directory.</summary>
    public static Problem NoSuchContact(string where, string id) => new(2014, $"there is no contact '{id}'; add it under directory/ or correct the name", where);

    /// <summary>Braces that mean nothing.</summary>
    public static Problem BadMark(string where) =>
        new(2026, "braces at the end of a line are one of {fee}, {sum}, {deadline}, {lasting}, with a date where it was checked on another day than the page: {fee 2026-11-21}; nothing else stands in braces", where);

    /// <summary>A page that is looked at again only when something on it has grown old.</summary>
    public static Problem FactOlderThanReview(string where, Fact fact) =>
        new(2027, FormattableString.Invariant($"the {fact.Kind.ToString().ToLowerInvariant()} checked on {fact.Checked:yyyy-MM-dd} grows old on {fact.Until:yyyy-MM-dd}, before 'review-by'; set 'review-by' to that day or earlier"), where);

    /// <summary>A card too long for a message.</summary>
    public static Problem CardTooLong(string where, int length) =>
        new(2015, $"the card has {length} characters; at most {PageLimits.Card}: shorten it or make two cards", where);

    /// <summary>A card without text.</summary>
    public static Problem EmptyCard(string where) => new(2016, "the card has no text; write it or remove its heading", where);

    /// <summary>A page without lead.</summary>
    public static Problem NoLead(string where) => new(2017, "a page begins with a short paragraph that gives the answer; add it before the first '##'", where);

    /// <summary>A page without cards.</summary>
    public static Problem NoCards(string where) => new(2018, "a page needs at least one card; begin it with '## '", where);

    /// <summary>Two cards with one name.</summary>
    public static Problem AnchorTwice(string where, string anchor) => new(2019, $"two cards have the anchor {{#{anchor}}}; anchors must be unique", where);

    /// <summary>Too many cards.</summary>
    public static Problem TooManyCards(string where) => new(2020, $"a page may have at most {PageLimits.Cards} cards; make two pages", where);

    /// <summary>A file in the wrong place or with the wrong name.</summary>
    public static Problem BadFileName(string where) =>
        new(2021, "a page file is named library/<place>/<topic>.<language>.md or programmes/<programme>/<language>.md; rename or move it", where);

    /// <summary>A folder of pages for a place nobody has described.</summary>
    public static Problem NoSuchPlace(string where, string place) => new(2022, $"there is no places/{place}.yaml; add it", where);

    /// <summary>A page of a programme that is not there.</summary>
    public static Problem NoSuchProgramme(string where, string programme) => new(2023, $"there is no programmes/{programme}/programme.yaml; add it", where);

    /// <summary>A programme page without its five cards.</summary>
    public static Problem ProgrammeCards(string where) =>
        new(2024, "the page of a programme has the cards {#who} {#decides} {#next} {#cost} {#elsewhere}, in this order; put the anchors behind the headings", where);

    /// <summary>A folder or file that cannot be read.</summary>
    public static Problem Unreadable(string where, string why) => new(2025, $"cannot be read: {why}", where);
}
