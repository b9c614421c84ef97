using Outreach.Localization;

namespace Outreach.Content.Directory.Hsds;

/// <summary>What can be wrong with data from elsewhere (2280 to 2293): file, row, field, and what to do.</summary>
public static class HsdsProblems
{
    /// <summary>Nothing to read.</summary>
    public static Problem NoData(string path) => new(2280, "there is nothing to import here; name a folder with services.json, or with datapackage.json and its tables, or one of these files", path);

    /// <summary>No JSON.</summary>
    public static Problem BadJson(string where, string why) => new(2281, $"this is no JSON of HSDS {HsdsShape.Version}: {why}", where);

    /// <summary>A field that must be there.</summary>
    public static Problem Missing(string where, string field) => new(2282, $"'{field}' is missing or empty; HSDS {HsdsShape.Version} asks for it in every row", where);

    /// <summary>A value of another type.</summary>
    public static Problem WrongType(string where, string field, string expected) => new(2283, $"'{field}' must be {expected}", where);

    /// <summary>A word that is not on the list.</summary>
    public static Problem NotOneOf(string where, string field, IEnumerable<string> words) => new(2284, $"'{field}' must be one of: {string.Join(", ", words)}", where);

    /// <summary>An id twice.</summary>
    public static Problem Twice(string where, string id) => new(2285, $"the id {id} stands in this table twice, with different values; give each row its own", where);

    /// <summary>A row that is not there.</summary>
    public static Problem NoSuchRow(string where, string field, string id, string table) => new(2286, $"'{field}' names {id}, and no row of '{table}' has that id; add the row or correct the id", where);

    /// <summary>A table that cannot be read.</summary>
    public static Problem BadCsv(string where, string why) => new(2287, why, where);

    /// <summary>Too much.</summary>
    public static Problem TooLarge(string where) => new(2288, $"a file of more than {HsdsReader.MostBytes / 1_000_000} MB is not read; split it", where);

    /// <summary>Of no country.</summary>
    public static Problem NoPlace(string where, string name) => new(2289, $"nothing says in which country '{name}' is; name it with --place", where);

    /// <summary>A file that is in the way, or cannot be read.</summary>
    public static Problem Unreadable(string where, string why) => new(2290, $"this cannot be read: {why}", where);
}
