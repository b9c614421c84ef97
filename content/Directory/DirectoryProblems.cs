using Outreach.Localization;

namespace Outreach.Content.Directory;

/// <summary>What can be wrong with contacts, places and programmes (2250 to 2279). Every message says what to do.</summary>
public static class DirectoryProblems
{
    /// <summary>An id that does not say its place.</summary>
    public static Problem BadContactId(string where, string id, string place) =>
        new(2250, $"'id: {id}' must be '{place}/' and a short name in small letters, digits and '-'", where);

    /// <summary>An id twice.</summary>
    public static Problem Twice(string where, string id) => new(2251, $"the id '{id}' is used twice; ids must be unique", where);

    /// <summary>A number nobody can dial.</summary>
    public static Problem NotDialable(string where, string number) =>
        new(2252, $"'number: {number}' cannot be dialled; write 2 to 15 digits in groups with single spaces, with '+' in front only for international numbers", where);

    /// <summary>Nothing to turn to.</summary>
    public static Problem NoWay(string where) => new(2253, "a contact needs 'number' or 'link'; 'by: voice' needs a number, 'by: web' a link", where);

    /// <summary>A number where none may stand.</summary>
    public static Problem WorldNumber(string where) =>
        new(2254, "contacts of 'world' are links only, because a number holds in one country; remove 'number'", where);

    /// <summary>Hours that cannot be read.</summary>
    public static Problem BadHours(string where, string hours) =>
        new(2255, $"'hours: {hours}' cannot be read; write always, unknown, or days and times: \"Mo-Fr 09:00-17:00\"", where);

    /// <summary>A language tag that is none.</summary>
    public static Problem BadLanguage(string where, string tag) => new(2256, $"'{tag}' is no language tag; write two or three small letters, for example ar or ckb", where);

    /// <summary>An id that is not the file's name.</summary>
    public static Problem BadId(string where, string id, string expected) => new(2257, $"'id: {id}' must be '{expected}', as the file or folder is named", where);

    /// <summary>A time zone that does not exist.</summary>
    public static Problem BadZone(string where, string zone) => new(2258, $"there is no time zone '{zone}'; use names such as Europe/Berlin", where);

    /// <summary>A calling code that is none.</summary>
    public static Problem BadCallingCode(string where, string code) => new(2259, $"'calling-code: {code}' must be 1 to 3 digits in quotes, without +", where);

    /// <summary>A folder or file in the wrong place.</summary>
    public static Problem BadFileName(string where, string expected) => new(2260, $"this file has no meaning here; files are named {expected}", where);

    /// <summary>A dialog where nobody can ask.</summary>
    public static Problem CannotAsk(string where) => new(2261, "nobody can ask for a programme that staff or a state selects for; remove 'dialog', or set 'openness: open'", where);

    /// <summary>A programme without its file.</summary>
    public static Problem NoProgrammeFile(string where) => new(2262, "the folder of a programme holds programme.yaml; add it", where);

    /// <summary>Two programmes in one place of the list.</summary>
    public static Problem SameOrder(string where, int order, string other) => new(2265, $"'order: {order}' is the order of '{other}' too; choose a number of its own", where);

    /// <summary>A sensitive programme at the top of the list.</summary>
    public static Problem SensitiveFirst(string where) => new(2266, "a programme with 'sensitive: true' must not be offered first; give it a higher 'order'", where);

    /// <summary>An id that is no country's.</summary>
    public static Problem BadCountryId(string where, string id) => new(2267, $"'id: {id}' must be two small letters, as ISO 3166-1 has them", where);

    /// <summary>A number of nowhere.</summary>
    public static Problem NoSource(string where, string number) => new(2268, $"'{number}' names no source; write where it was found under 'from', or remove it", where);

    /// <summary>A source that is not listed.</summary>
    public static Problem NoSuchSource(string where, string source) => new(2269, $"there is no source '{source}'; add it under 'sources'", where);

    /// <summary>Numbers of no country.</summary>
    public static Problem NoSuchCountry(string where, string country) => new(2270, $"there is no country '{country}' in {CountryReader.NamesFile}; add it or correct the id", where);

    /// <summary>Half of the table of countries.</summary>
    public static Problem HalfATable(string where) => new(2271, $"{CountryReader.NamesFile} and {CountryReader.NumbersFile} are read together; add the other one", where);

    /// <summary>An unknown place.</summary>
    public static Problem NoSuchPlace(string where, string place) => new(2263, $"there is no places/{place}.yaml; add it or correct the name", where);

    /// <summary>An unknown contact.</summary>
    public static Problem NoSuchContact(string where, string contact) => new(2264, $"there is no contact '{contact}'; add it under directory/ or correct the name", where);

    /// <summary>A channel that leads nowhere.</summary>
    public static Problem BadChannel(string where, string by, string at) =>
        new(2272, $"'at: {at}' is nothing to reach somebody by {by}; write a number to dial for voice and text, name@domain for email, https://… for chat and web", where);

    /// <summary>A town nobody can name.</summary>
    public static Problem NoSuchTown(string where, string contact, string town) => new(2273, $"'{contact}' is in '{town}', which is not in {Services.ServiceReader.TownsFile}; add it there or correct it", where);

    /// <summary>A holiday that is no rule.</summary>
    public static Problem BadHoliday(string where, string rule) =>
        new(2274, $"'day: {rule}' is no holiday; write 12-25, easter+1, orthodox-2, \"1 Mo 09\" (first Monday of September), \"-1 Mo 05\" (last of May) or 2026-03-20", where);

    /// <summary>Half of what questions for services need.</summary>
    public static Problem NoServiceFile(string file) => new(2275, "this file is missing; the folder services holds all its files or none", file);

    /// <summary>Words that can never be heard.</summary>
    public static Problem NoWord(string where, string word) => new(2276, $"'{word}' has no letters; write words separated by '|', with '*' behind the beginning of a word", where);

    /// <summary>A kind that is described twice, or not at all.</summary>
    public static Problem KindsDiffer(string where, string kinds) => new(2277, $"the kinds of services must each stand here once; look at: {kinds}", where);
}
