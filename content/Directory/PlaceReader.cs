using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using Outreach.Content.Pages;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Directory;

/// <summary>Reads place files.</summary>
public static class PlaceReader
{
    private static readonly FrozenSet<string> Tags = Locale.All.Select(l => l.Tag).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The place of one file; the file is named as its id.</summary>
    public static Result<Place> Read(string yaml, string file)
    {
        var problems = new List<Problem>();
        if (YamlFields.Of(yaml, file, problems) is not { } fields)
            return problems.ToImmutableArray();
        var place = new Place
        {
            Id = fields.Text("id"),
            Names = fields.ByLanguage("name"),
            HostLanguages = fields.Texts("host"),
            Zones = fields.Texts("zones"),
            Destination = fields.OneOf("kind", ("destination", true), ("transit", false)),
            Topics = fields.Words("topics", Topics.All),
            Promised = [.. fields.Words("promised", Tags).Select(t => Locale.All.FirstOrDefault(l => l.Tag == t)).OfType<Locale>()],
            CallingCode = fields.Text("calling-code"),
        };
        fields.End();
        problems.AddRange(Check(place, fields, Path.GetFileNameWithoutExtension(file)));
        return problems.Count > 0 ? problems.ToImmutableArray() : place;
    }

    private static IEnumerable<Problem> Check(Place place, YamlFields fields, string name)
    {
        if (place.Id.Length > 0 && (place.Id != name || name.Length != 2 || !name.All(char.IsAsciiLetterLower)))
            yield return DirectoryProblems.BadId(fields.WhereOf("id"), place.Id, name);
        if (place.HostLanguages.IsEmpty)
            yield return FieldProblems.Missing(fields.WhereOf("host"), "host");
        if (place.Zones.IsEmpty)
            yield return FieldProblems.Missing(fields.WhereOf("zones"), "zones");
        foreach (var zone in place.Zones.Where(z => DateTimeZoneProviders.Tzdb.GetZoneOrNull(z) is null))
            yield return DirectoryProblems.BadZone(fields.WhereOf("zones"), zone);
        if (place.CallingCode.Length is not (>= 1 and <= 3) || !place.CallingCode.All(char.IsAsciiDigit))
            yield return DirectoryProblems.BadCallingCode(fields.WhereOf("calling-code"), place.CallingCode);
        foreach (var twice in place.Topics.GroupBy(t => t, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            yield return DirectoryProblems.Twice(fields.WhereOf("topics"), twice.Key);
    }
}
