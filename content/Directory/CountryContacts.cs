using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Directory;

/// <summary>
/// The table of countries as contacts. Who answers is said by the catalogs, once a kind and not once a country; of what nobody has
/// told us (hours, languages, cost, what happens to people without papers) the contact says that we do not know.
/// </summary>
internal sealed class CountryContacts(CountryTable table, Localizer texts)
{
    /// <summary>The source of help pages.</summary>
    public const string Unhcr = "unhcr";

    /// <summary>The source of offices of UN Migration.</summary>
    public const string Iom = "iom";

    /// <summary>The source of National Societies.</summary>
    public const string RedCross = "ifrc";

    private readonly FrozenDictionary<string, Source> _sources = table.Sources.ToFrozenDictionary(s => s.Id, s => s.Source, StringComparer.Ordinal);
    private readonly Dictionary<string, FrozenDictionary<Locale, string>> _who = new(StringComparer.Ordinal);

    /// <summary>Whom to turn to in one country: numbers first, then offices.</summary>
    public IEnumerable<Contact> Of(Country country)
    {
        foreach (var number in country.Numbers)
            yield return Numbered(country, number);
        if (country.Unhcr is { } unhcr)
            yield return Office(country, "unhcr", unhcr, ["protection", "information"], Unhcr) with { Exposes = Known.No };
        if (country.Iom is { } iom)
            yield return Office(country, "iom", iom, ["return", "protection"], Iom);
        if (country.RedCross is { } society)
            yield return Office(country, "red_cross", _sources[RedCross].Url, ["missing", "information"], RedCross) with { Name = society };
    }

    private Contact Numbered(Country country, CountryNumber number) => With(country, WhoAnswers(number.Kinds), number.From[0]) with
    {
        Id = $"{country.Place.Id}/{number.Number.Replace(" ", "")}",
        Number = number.Number,
        Kinds = number.Kinds,
        Confidence = number.Confidence,
    };

    private Contact Office(Country country, string key, Uri link, ImmutableArray<string> kinds, string source) => With(country, key, source) with
    {
        Link = link,
        Kinds = kinds,
        By = "web",
        Confidence = Confidence.Medium,
    };

    private Contact With(Country country, string key, string source)
    {
        var who = Who(key);
        return new Contact
        {
            Id = $"{country.Place.Id}/{key.Replace('_', '-')}",
            Kinds = [],
            Name = who[Locale.English],
            Who = who,
            By = "voice",
            Hours = OpeningHours.Unknown,
            Checked = table.Checked,
            Source = _sources[source],
            Confidence = Confidence.Low,
        };
    }

    private FrozenDictionary<Locale, string> Who(string key)
    {
        if (!_who.TryGetValue(key, out var who))
            _who[key] = who = Locale.All.ToFrozenDictionary(l => l, l => texts.Text(l, $"contact.who.{key}"));
        return who;
    }

    private static string WhoAnswers(ImmutableArray<string> kinds) =>
        (kinds.Contains("police"), kinds.Contains("ambulance"), kinds.Contains("fire")) switch
        {
            (true, true, true) => "all",
            (true, true, false) => "police_ambulance",
            (true, false, true) => "police_fire",
            (false, true, true) => "ambulance_fire",
            (true, false, false) => "police",
            (false, true, false) => "ambulance",
            (false, false, true) => "fire",
            _ when kinds.Contains("sea") => "sea",
            _ when kinds.Contains("child") && kinds.Contains("violence") => "child_violence",
            _ when kinds.Contains("child") => "child",
            _ when kinds.Contains("violence") => "violence",
            _ => "unknown",
        };
}
