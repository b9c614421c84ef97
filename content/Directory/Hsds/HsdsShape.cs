using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Outreach.Content.Directory.Hsds;

/// <summary>What a field of HSDS holds.</summary>
public enum HsdsType
{
    /// <summary>A UUID: its own, or of a row of another table.</summary>
    Id,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A day, 2026-11-21.</summary>
    Date,

    /// <summary>A time of day, 09:00 or 09:00:00.</summary>
    Time,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A web address.</summary>
    Link,

    /// <summary>An email address.</summary>
    Email,
}

/// <summary>A field of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Required">True when every row has it.</param>
/// <param name="Words">The words it may hold; empty for any.</param>
/// <param name="Of">The table whose row it names; null for other fields.</param>
public sealed record HsdsField(string Name, HsdsType Type, bool Required, ImmutableArray<string> Words, string? Of);

/// <summary>Rows that stand inside rows of another table in JSON, and beside them in CSV.</summary>
/// <param name="Property">The property in JSON.</param>
/// <param name="Table">Their table.</param>
/// <param name="Many">True for a list, false for one object.</param>
/// <param name="Link">The field that ties the two in CSV: of the inner rows for a list, of the outer row for one object.</param>
public sealed record HsdsNested(string Property, string Table, bool Many, string Link);

/// <summary>A table of HSDS.</summary>
public sealed record HsdsTable(string Name, string File, ImmutableArray<HsdsField> Fields, ImmutableArray<HsdsNested> Nested);

/// <summary>
/// The tables of the Human Services Data Specification 3.0 that we read and write, with all their fields: what the published schemas ask for,
/// as far as a directory of services needs it. A test compares this with those schemas where they are at hand.
/// </summary>
public static class HsdsShape
{
    /// <summary>The version.</summary>
    public const string Version = "3.0";

    /// <summary>The table that everything else hangs on.</summary>
    public const string Service = "service";

    /// <summary>All tables, each before those it hangs on nothing of.</summary>
    public static ImmutableArray<HsdsTable> Tables { get; } =
    [
        Table("organization", "organizations.csv", "id! name! alternate_name description! email:email website:link tax_status tax_id year_incorporated:number legal_status logo uri:link parent_organization_id:organization"),
        Table(Service, "services.csv",
            "id! organization_id!:organization program_id:program name! alternate_name description url:link email:email status!=active|inactive|defunct|temporarily_closed interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age:number maximum_age:number assured_date:date assurer_email:email licenses alert last_modified",
            new("organization", "organization", Many: false, "organization_id"), new("phones", "phone", Many: true, "service_id"), new("schedules", "schedule", Many: true, "service_id"),
            new("service_areas", "service_area", Many: true, "service_id"), new("service_at_locations", "service_at_location", Many: true, "service_id"),
            new("languages", "language", Many: true, "service_id"), new("attributes", "attribute", Many: true, "link_id")),
        Table("attribute", "attributes.csv", "id! link_id!:service taxonomy_term_id!:taxonomy_term link_type link_entity! value", new HsdsNested("taxonomy_term", "taxonomy_term", Many: false, "taxonomy_term_id")),
        Table("service_at_location", "service_at_location.csv", "id! service_id!:service location_id!:location description",
            new("location", "location", Many: false, "location_id"), new("phones", "phone", Many: true, "service_at_location_id"), new("schedules", "schedule", Many: true, "service_at_location_id")),
        Table("location", "locations.csv", "id! location_type!=physical|postal|virtual url:link organization_id:organization name alternate_name description transportation latitude:number longitude:number external_identifier external_identifier_type",
            new HsdsNested("addresses", "address", Many: true, "location_id")),
        Table("phone", "phones.csv", "id! location_id:location service_id:service organization_id:organization contact_id:contact service_at_location_id:service_at_location number! extension:number type description"),
        Table("address", "addresses.csv", "id! location_id:location attention address_1! address_2 city! region state_province! postal_code! country! address_type!=physical|postal|virtual"),
        Table("schedule", "schedules.csv",
            "id! service_id:service location_id:location service_at_location_id:service_at_location valid_from:date valid_to:date dtstart:date timezone:number until:date count:number wkst=MO|TU|WE|TH|FR|SA|SU freq=WEEKLY|MONTHLY interval:number byday byweekno bymonthday byyearday description opens_at:time closes_at:time schedule_link:link attending_type notes"),
        Table("service_area", "service_areas.csv", "id! service_id:service name description extent extent_type uri"),
        Table("language", "languages.csv", "id! service_id:service location_id:location phone_id:phone name code note"),
        Table("taxonomy_term", "taxonomy_terms.csv", "id! code name! description! parent_id:taxonomy_term taxonomy language taxonomy_id:taxonomy term_uri:link", new HsdsNested("taxonomy_detail", "taxonomy", Many: false, "taxonomy_id")),
        Table("taxonomy", "taxonomies.csv", "id! name! description! uri:link version"),
    ];

    private static readonly FrozenDictionary<string, HsdsTable> ByName = Tables.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>A table by name; null for one we do not use.</summary>
    public static HsdsTable? Find(string name) => ByName.GetValueOrDefault(name);

    private static HsdsTable Table(string name, string file, string fields, params ImmutableArray<HsdsNested> nested) => new(name, file, [.. fields.Split(' ').Select(Field)], nested);

    /// <summary>"name!:type" or "name!=word|word"; '!' for what every row has.</summary>
    private static HsdsField Field(string text)
    {
        var (name, rest) = text.IndexOfAny([':', '=']) is >= 0 and var at ? (text[..at], text[at..]) : (text, "");
        var required = name.EndsWith('!');
        name = name.TrimEnd('!');
        ImmutableArray<string> words = rest.StartsWith('=') ? [.. rest[1..].Split('|').Select(w => w.Replace('_', ' '))] : [];
        var type = rest.StartsWith(':') ? rest[1..] : name == "id" ? "id" : "";
        return type switch
        {
            "" => new(name, HsdsType.Text, required, words, null),
            "id" => new(name, HsdsType.Id, required, words, null),
            "date" => new(name, HsdsType.Date, required, words, null),
            "time" => new(name, HsdsType.Time, required, words, null),
            "number" => new(name, HsdsType.Number, required, words, null),
            "link" => new(name, HsdsType.Link, required, words, null),
            "email" => new(name, HsdsType.Email, required, words, null),
            _ => new(name, HsdsType.Id, required, words, type),
        };
    }
}
