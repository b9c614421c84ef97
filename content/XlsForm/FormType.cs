using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Outreach.Content.Yaml;

namespace Outreach.Content.XlsForm;

/// <summary>What the type of a row asks for.</summary>
/// <param name="Kind">How it is taken.</param>
/// <param name="Word">Our type, or for <see cref="FormTypeKind.Undecided"/> the type as written.</param>
/// <param name="List">The list of a select.</param>
/// <param name="OrOther">True for <c>or_other</c>.</param>
internal sealed partial record FormType(FormTypeKind Kind, string Word, string List = "", bool OrOther = false)
{
    private static readonly FrozenDictionary<string, string> Ours = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["text"] = "text",
        ["string"] = "text",
        ["q string"] = "text",
        ["add text prompt"] = "text",
        ["integer"] = "integer",
        ["int"] = "integer",
        ["q int"] = "integer",
        ["add integer prompt"] = "integer",
        ["date"] = "date",
        ["q date"] = "date",
        ["add date prompt"] = "date",
        ["note"] = "note",
        ["q note"] = "note",
        ["add note prompt"] = "note",
        ["calculate"] = "calculate",
        ["q calculate"] = "calculate",
        ["add calculate prompt"] = "calculate",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Filled by the telephone, not by a person: nothing of it exists in a conversation.</summary>
    private static readonly FrozenSet<string> FromDevice = FrozenSet.ToFrozenSet(
    [
        "start", "end", "today", "deviceid", "device id", "imei", "subscriberid", "subscriber id", "simserial", "sim id", "phonenumber", "username", "email",
        "audit", "uri:deviceid", "uri:subscriberid", "uri:simserial", "uri:phonenumber", "uri:username", "uri:email", "start-geopoint", "start_geopoint", "background-audio",
        "background-geopoint", "start time", "end time", "get start time", "get end time", "get today", "get device id", "get subscriber id", "get sim id", "get phone number", "add end time",
    ], StringComparer.Ordinal);

    /// <summary>Asked of a person, but with an answer the bot does not take.</summary>
    private static readonly FrozenSet<string> Unanswerable = FrozenSet.ToFrozenSet(
    [
        "decimal", "q decimal", "add decimal prompt", "time", "q time", "datetime", "date time", "q datetime", "add datetime prompt", "geopoint", "gps", "location", "q geopoint", "q location",
        "add location prompt", "q gps", "geotrace", "geoshape", "image", "q image", "q picture", "photo", "picture", "add image prompt", "add photo prompt", "audio", "q audio",
        "add audio prompt", "video", "q video", "add video prompt", "file", "q file", "add file prompt", "barcode", "q barcode", "add barcode prompt", "bar code", "acknowledge", "q acknowledge",
        "add acknowledge prompt", "trigger", "range", "hidden", "rank", "osm", "xml-external", "csv-external", "matrix", "phone number prompt", "percentage", "q percentage", "signature", "tel", "phone number", "add date time prompt", "q date time", "q geotrace", "q geoshape",
        "number of days in last month", "number of days in last six months", "number of days in last year",
    ], StringComparer.Ordinal);

    /// <summary>Reads a cell; null for a word that is no type.</summary>
    public static FormType? Read(string cell)
    {
        var text = string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var word = text.ToLowerInvariant();
        if (Ours.TryGetValue(word, out var ours))
            return new FormType(FormTypeKind.Question, ours);
        if (FromDevice.Contains(word))
            return new FormType(FormTypeKind.FromDevice, text);
        if (Container().Match(word) is { Success: true } container)
            return new FormType(container.Groups["edge"].Value == "begin" ? FormTypeKind.Begin : FormTypeKind.End, container.Groups["kind"].Value is "lgroup" or "looped group" ? "repeat" : container.Groups["kind"].Value);
        if (Select().Match(text) is { Success: true } select)
        {
            var one = select.Groups["many"].Value.ToLowerInvariant() is "one" or "1";
            var list = select.Groups["list"].Value;
            return list.Contains("${", StringComparison.Ordinal)
                ? new FormType(FormTypeKind.Undecided, text)
                : new FormType(FormTypeKind.Question, one ? "select_one" : "select_multiple", list, select.Groups["other"].Success);
        }
        if (Unanswerable.Contains(word) || OtherSelect().IsMatch(word))
            return new FormType(FormTypeKind.Undecided, text);
        return null;
    }

    /// <summary>The type that may be meant by a word that is none; null when none is near.</summary>
    public static string? Near(string cell) =>
        Nearest.Of(cell, Ours.Keys.Concat(FromDevice).Concat(Unanswerable).Concat(["begin_group", "end_group", "begin_repeat", "end_repeat"])) ?? Nearest.Of(cell.Split(' ')[0], ["select_one", "select_multiple"]);

    [GeneratedRegex("^(?<edge>begin|end)[ _]?(?<kind>group|repeat|lgroup|looped group|loop)\\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Container();

    [GeneratedRegex("^(add )?(q )?select[ _]?(?<many>one|1|multiple|all that apply|all_that_apply)( prompt)?( using)?( from)?( (?<list>\\S+))?(?<other> or[ _](specify[ _])?other)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Select();

    [GeneratedRegex("^(select[ _](one|multiple)[ _](from[ _]file|external)|rank|osm) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherSelect();
}

/// <summary>How a row is taken.</summary>
internal enum FormTypeKind
{
    /// <summary>A question the bot can ask.</summary>
    Question,

    /// <summary>A group or repeat begins.</summary>
    Begin,

    /// <summary>It ends.</summary>
    End,

    /// <summary>Filled by the telephone: dropped, unless another row needs it.</summary>
    FromDevice,

    /// <summary>The bot takes no such answer: kept with its type, which the bot refuses until an author decides.</summary>
    Undecided,
}
