using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using Outreach.Content.Pages;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Directory;

/// <summary>
/// Reads the table of all countries: "countries/names.yaml" says what they are called, "countries/numbers.yaml" whom to turn to.
/// As strict as <see cref="ContactReader"/>: a number that names no source is refused.
/// </summary>
internal sealed partial class CountryReader(ICollection<Problem> problems)
{
    /// <summary>The folder of the table.</summary>
    public const string Folder = "countries";

    /// <summary>The file of names.</summary>
    public const string NamesFile = Folder + "/names.yaml";

    /// <summary>The file of numbers and offices.</summary>
    public const string NumbersFile = Folder + "/numbers.yaml";

    /// <summary>The table of both files.</summary>
    public static Result<CountryTable> Read(string names, string numbers)
    {
        var problems = new List<Problem>();
        var table = new CountryReader(problems).Table(names, numbers);
        return problems.Count > 0 ? problems.ToImmutableArray() : table;
    }

    private CountryTable Table(string names, string numbers)
    {
        ImmutableArray<Country> named = [.. YamlFields.ListOf(names, NamesFile, problems).Select(Named)];
        var byId = new Dictionary<string, Country>(StringComparer.Ordinal);
        foreach (var country in named.Where(c => !byId.TryAdd(c.Place.Id, c)))
            problems.Add(DirectoryProblems.Twice(NamesFile, country.Place.Id));
        if (YamlFields.Of(numbers, NumbersFile, problems) is not { } fields)
            return CountryTable.Empty;
        var day = fields.Date("checked");
        var sources = fields.Maps("sources").Select(f => (Id: f.Text("id"), Source: SourceReader.Read(f))).ToArray();
        foreach (var twice in sources.GroupBy(s => s.Id, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            problems.Add(DirectoryProblems.Twice(NumbersFile, twice.Key));
        var known = sources.Select(s => s.Id).ToFrozenSet(StringComparer.Ordinal);
        var mobile = fields.Map("mobile") is { } map ? Mobile(map, known) : null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in fields.Maps("countries"))
            Fill(entry, byId, seen, known);
        fields.End();
        return new CountryTable
        {
            Checked = day,
            Mobile = mobile,
            Sources = [.. sources.Select(s => new NamedSource(s.Id, s.Source))],
            Countries = [.. byId.Values.OrderBy(c => c.Place.Id, StringComparer.Ordinal)],
        };
    }

    private Country Named(YamlFields fields)
    {
        var place = new Place
        {
            Id = fields.Text("id"),
            Names = fields.ByLanguage("name"),
            HostLanguages = Few(fields, "host"),
            Zones = Few(fields, "zones"),
            Destination = false,
            Topics = [],
            Promised = [],
            CallingCode = fields.Optional("calling-code") ?? "",
        };
        if (place.Id.Length > 0 && !Id().IsMatch(place.Id))
            problems.Add(DirectoryProblems.BadCountryId(fields.WhereOf("id"), place.Id));
        foreach (var zone in place.Zones.Where(z => DateTimeZoneProviders.Tzdb.GetZoneOrNull(z) is null))
            problems.Add(DirectoryProblems.BadZone(fields.WhereOf("zones"), zone));
        if (place.CallingCode.Length > 0 && !CallingCode().IsMatch(place.CallingCode))
            problems.Add(DirectoryProblems.BadCallingCode(fields.WhereOf("calling-code"), place.CallingCode));
        var country = new Country { Place = place, Also = Few(fields, "also") };
        fields.End();
        return country;
    }

    private void Fill(YamlFields fields, Dictionary<string, Country> byId, HashSet<string> seen, FrozenSet<string> known)
    {
        var id = fields.Text("id");
        var unhcr = fields.Link("unhcr");
        var iom = fields.Link("iom");
        var redCross = fields.Optional("red-cross");
        ImmutableArray<CountryNumber> numbers = fields.Has("numbers") ? [.. fields.Maps("numbers").Select(n => Number(n, known))] : [];
        fields.End();
        if (!byId.TryGetValue(id, out var country))
            problems.Add(DirectoryProblems.NoSuchCountry(fields.WhereOf("id"), id));
        else if (!seen.Add(id))
            problems.Add(DirectoryProblems.Twice(fields.WhereOf("id"), id));
        else
            byId[id] = country with { Unhcr = unhcr, Iom = iom, RedCross = redCross, Numbers = numbers };
        foreach (var twice in numbers.GroupBy(n => n.Number, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            problems.Add(DirectoryProblems.Twice(fields.WhereOf("numbers"), twice.Key));
        foreach (var (office, source) in new[] { (unhcr is not null, CountryContacts.Unhcr), (iom is not null, CountryContacts.Iom), (redCross is not null, CountryContacts.RedCross) })
            if (office && !known.Contains(source))
                problems.Add(DirectoryProblems.NoSuchSource(fields.Where, source));
    }

    private CountryNumber Number(YamlFields fields, FrozenSet<string> known)
    {
        var kinds = fields.Words("kinds", ContactReader.Kinds);
        if (kinds.IsEmpty)
            problems.Add(FieldProblems.Missing(fields.WhereOf("kinds"), "kinds"));
        var confidence = fields.OneOf("confidence", ("low", Confidence.Low), ("medium", Confidence.Medium), ("high", Confidence.High));
        var number = new CountryNumber(Dialable(fields), kinds, confidence, From(fields, known));
        fields.End();
        return number;
    }

    private CountryNumber Mobile(YamlFields fields, FrozenSet<string> known)
    {
        var number = new CountryNumber(Dialable(fields), ["emergency"], Confidence.Low, From(fields, known));
        fields.End();
        return number;
    }

    private string Dialable(YamlFields fields)
    {
        var number = fields.Text("number");
        if (number.Length > 0 && !ContactReader.IsDialable(number))
            problems.Add(DirectoryProblems.NotDialable(fields.WhereOf("number"), number));
        return number;
    }

    private ImmutableArray<string> From(YamlFields fields, FrozenSet<string> known)
    {
        var from = Few(fields, "from");
        if (from.IsEmpty)
            problems.Add(DirectoryProblems.NoSource(fields.Where, fields.Optional("number") ?? "?"));
        foreach (var source in from.Where(s => !known.Contains(s)))
            problems.Add(DirectoryProblems.NoSuchSource(fields.WhereOf("from"), source));
        return from;
    }

    private static ImmutableArray<string> Few(YamlFields fields, string key) => fields.Has(key) ? fields.Texts(key) : [];

    [GeneratedRegex("^[a-z]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("^[1-9][0-9]{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex CallingCode();
}
