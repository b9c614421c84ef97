using System.Globalization;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>What checks can find in content that loads (2040 to 2079). Every message says what to do.</summary>
public static class CheckProblems
{
    /// <summary>Past its date.</summary>
    public static Problem PastReview(Page page) =>
        new(2040, $"to be reviewed by {Day(page.Front.ReviewBy)}; compare it with its sources and set 'reviewed' and 'review-by'", Where(page));

    /// <summary>Reviewed on a day to come.</summary>
    public static Problem ReviewedInFuture(Page page) => new(2041, $"'reviewed: {Day(page.Front.Reviewed)}' has not come yet; correct it", Where(page));

    /// <summary>Too few or too many own words.</summary>
    public static Problem AskedInOwnWords(Page page) =>
        new(2042, $"'also-asked-as' has {page.Front.AlsoAskedAs.Length} lines; write 6 to 12, as people of this language really type", Where(page));

    /// <summary>A topic the place does not list.</summary>
    public static Problem NeverShown(Page page) => new(2043, $"nobody will see this page; add '{page.Id.Topic}' to 'topics' in places/{page.Id.Shelf}.yaml", Where(page));

    /// <summary>A link to a page or programme that is not there.</summary>
    public static Problem BrokenLink(string where, string link) => new(2044, $"the link '{link}' leads nowhere; write the page or correct the link", where);

    /// <summary>A topic without its English page.</summary>
    public static Problem NoOriginal(string where) => new(2045, "the English page is missing; write it, it is what all others translate", where);

    /// <summary>A promised translation that is missing.</summary>
    public static Problem NotTranslated(string where, Locale locale) => new(2046, $"the page in {locale.EnglishName} is missing and promised; translate it", where);

    /// <summary>Translations nobody has promised.</summary>
    public static Problem NotYetTranslated(string where, Locale locale, int missing) =>
        new(2047, $"{missing} pages are not yet in {locale.EnglishName}; readers see English with a note", where);

    /// <summary>A translation of an older revision.</summary>
    public static Problem Stale(Page page, int revision) =>
        new(2048, $"translates revision {page.Front.Revision}, the English page is at {revision}; bring it up to date and set 'of: {revision}'", Where(page));

    /// <summary>Texts of dialogs without translation.</summary>
    public static Problem DialogNotTranslated(string where, Locale locale, int missing) =>
        new(2049, $"{missing} texts are not in {locale.EnglishName}; add them to localization/catalogs/dialogs.{locale.Tag}.po", where);

    /// <summary>Other cards than the English page.</summary>
    public static Problem OtherCards(Page page, int cards, int expected) =>
        new(2050, $"has {cards} cards, the English page {expected}, or other anchors; make them the same", Where(page));

    /// <summary>Other contacts than the English page.</summary>
    public static Problem OtherContacts(string where, string missing, string more) => new(2051, $"contacts differ from the English page{Difference(missing, more)}; make them the same", where);

    /// <summary>Other internal links than the English page.</summary>
    public static Problem OtherLinks(string where, string missing, string more) => new(2052, $"links differ from the English page{Difference(missing, more)}; make them the same", where);

    /// <summary>Other figures than the English page.</summary>
    public static Problem OtherNumbers(string where, string missing, string more) =>
        new(2053, $"figures differ from the English page{Difference(missing, more)}; check them, and write them in digits in both", where);

    /// <summary>Words that promise.</summary>
    public static Problem Promise(string where, string what, string words) => new(2054, $"'{words}' promises {what}; nobody can promise a place, a date or money: say it otherwise", where);

    /// <summary>A phone number in running text.</summary>
    public static Problem PhoneInText(string where, string number) =>
        new(2055, $"'{number}' looks like a phone number; put it into the directory and write [](contact:place/name) on a line of its own", where);

    /// <summary>A page that links to other sites than the English page.</summary>
    public static Problem OtherSites(string where, string missing, string more) =>
        new(2056, $"web addresses lead to other sites than the English page's{Difference(missing, more)}; check them", where);

    /// <summary>A place without anybody to call.</summary>
    public static Problem NobodyInAnEmergency(string place) =>
        new(2057, $"there is no contact of the kind 'emergency' for '{place}'; add one to directory/{place}.yaml", $"places/{place}.yaml");

    /// <summary>A contact nobody has looked at for long.</summary>
    public static Problem CheckedLongAgo(string contact, DateOnly day) =>
        new(2058, $"'{contact}' was last checked on {Day(day)}; look it up again and set 'checked'", $"directory/{contact.Split('/')[0]}.yaml#{contact}");

    /// <summary>The numbers of all countries, when nobody has looked at them for long.</summary>
    public static Problem TableCheckedLongAgo(DateOnly day) =>
        new(2065, $"the numbers of all countries were last looked up on {Day(day)}; look them up again and set 'checked'", Directory.CountryReader.NumbersFile);

    /// <summary>Money or time that nobody will notice growing old.</summary>
    public static Problem Unmarked(string where, string what) =>
        new(2080, $"'{what}' grows old unseen; end the line with {{fee}}, {{sum}} or {{deadline}}, or with {{lasting}} when it never changes, in every language", where);

    /// <summary>Money or time in a heading, which is a button in the chat and has no room for a date.</summary>
    public static Problem OldInHeading(string where, string what) => new(2081, $"'{what}' grows old and stands in a heading; say it below, with its mark", where);

    /// <summary>A translation with other marks.</summary>
    public static Problem OtherMarks(string where, string ours, string theirs) =>
        new(2082, $"the marks of what grows old are {ours}, on the English page {theirs}; mark the same lines", where);

    /// <summary>A programme whose dialog is not there, or belongs to another.</summary>
    public static Problem NoSuchDialog(string programme, string dialog) =>
        new(2059, $"there is no dialog '{dialog}' for this programme; add dialogs/{dialog}.yaml with 'programme: {programme}' or remove 'dialog'", $"programmes/{programme}/programme.yaml");

    /// <summary>Its date comes soon.</summary>
    public static Problem SoonPastReview(Page page) =>
        new(2060, $"to be reviewed by {Day(page.Front.ReviewBy)}, which is soon; compare it with its sources and set 'reviewed' and 'review-by'", Where(page));

    /// <summary>Pages no speaker has read.</summary>
    public static Problem Drafts(string shelf, Locale locale, int drafts) =>
        new(2061, $"{drafts} pages in {locale.EnglishName} are drafts that no speaker has signed, and say so; let one read them and set 'translation: status: reviewed'", shelf);

    /// <summary>A catalog no speaker has read.</summary>
    public static Problem DraftCatalog(PoFile file, Locale locale) =>
        new(2062, $"the texts in {locale.EnglishName} are drafts that no speaker has signed; let one read them and set the header field '{PoFile.ReviewField}: reviewed by NAME'", $"catalogs/{file.Name}");

    /// <summary>Texts of a catalog without a translation, or with one of an older English.</summary>
    public static Problem CatalogNotTranslated(string template, Locale locale, int missing) =>
        new(2063, $"{missing} texts are not in {locale.EnglishName}, or translate an older English; readers see English", $"catalogs/{template}");

    /// <summary>A translation that cannot be used.</summary>
    public static Problem BrokenTranslation(Problem problem) => new(2064, $"{problem.Message}; correct the translation ({problem.Code})", $"catalogs/{problem.Where}");

    /// <summary>Other host-language terms than the English page.</summary>
    public static Problem OtherNames(string where, string missing, string more) =>
        new(2066, $"names in the language of the place differ from the English page{Difference(missing, more)}; keep them as they stand on doors and letters", where);

    /// <summary>A card that a channel cuts.</summary>
    public static Problem CardOverChannel(string where, int length, ChannelLimits channel) =>
        new(2067, $"the card has {length} characters with its contacts, {channel.Name} shows {channel.Text} beside buttons; shorten it or make two cards", where);

    /// <summary>Choices that a channel cuts.</summary>
    public static Problem ChoicesOverChannel(string where, string list, Locale locale, (int Many, string Longest) cut, (ChannelLimits Channel, int Room) limit) =>
        new(2068, $"{cut.Many} choices of '{list}' in {locale.EnglishName} have more than the {limit.Room} characters {limit.Channel.Name} shows of one; shorten them, the longest is '{cut.Longest}'", where);

    /// <summary>Cards that are dear as SMS.</summary>
    public static Problem ManySmsParts(string where, int cards, int most, bool unicode) =>
        new(2069, $"{cards} cards need more than {ChannelLimits.SmsParts} SMS parts, one {most}{(unicode ? $" (this writing has {SmsSegments.PartSize(unicode: true)} characters a part)" : "")}; shorten them", where);

    /// <summary>A number nobody gets through with.</summary>
    public static Problem NoSuchNumber(string contact, string number) =>
        new(2070, $"'{number}' cannot be dialled there: a digit too few or too many, or the prefix is wrong; compare it with its source", $"directory/{contact.Split('/')[0]}.yaml#{contact}");

    /// <summary>A page that is hard to read.</summary>
    public static Problem HardToRead(Page page, int age) =>
        new(2071, $"reads like a text for the age of {age}, by the formula for {page.Locale.EnglishName}; write shorter sentences and words, for the age of {Readability.Age}", Where(page));

    /// <summary>Words no dictionary has.</summary>
    public static Problem Misspelt(string where, IEnumerable<string> words) =>
        new(2072, $"not in the dictionary: {string.Join(", ", words)}; correct them, or add names and terms to localization/words", where);

    /// <summary>A word the glossary avoids.</summary>
    public static Problem Avoided(string where, string word, string instead, string term) => new(2073, $"the glossary avoids '{word}'; write '{instead}' ({term})", where);

    /// <summary>A language nobody could look up.</summary>
    public static Problem NotSpelled(Locale locale, string why) => new(2074, $"the spelling of {locale.EnglishName} was not looked at: {why}", $"words/{locale.Tag}.txt");

    /// <summary>More choices than a channel has room for.</summary>
    public static Problem ManyChoices(string where, string list, int choices, ChannelLimits channel) =>
        new(2075, $"'{list}' has {choices} choices; {channel.Name} lists {channel.Rows}, the others are typed as numbers: group them if you can", where);

    /// <summary>The file of a page.</summary>
    public static string Where(Page page) => Where(page.Id, page.Locale);

    /// <summary>The file of a page.</summary>
    public static string Where(PageId id, Locale locale) =>
        id.Shelf == Library.ProgrammeShelf ? $"programmes/{id.Topic}/{locale.Tag}.md" : $"library/{id.Shelf}/{id.Topic}.{locale.Tag}.md";

    /// <summary>A card of a page.</summary>
    public static string Where(Page page, Card card) => $"{Where(page)}#{card.Anchor}";

    private static string Difference(string missing, string more) =>
        (missing.Length == 0 ? "" : $", missing: {missing}") + (more.Length == 0 ? "" : $", only here: {more}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
