using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Directory.Services;
using Outreach.Localization;

namespace Outreach.Content.Directory.Hsds;

/// <summary>
/// Our contacts as rows of HSDS. What HSDS has a field for stands there; what it has none for (who answers in eight languages, whether calling may
/// expose somebody, how sure we are, the source) stands in attributes of a taxonomy of ours, so that nothing is lost on the way back.
/// Ids are made of what they name and stay the same from export to export.
/// </summary>
public sealed class HsdsExport
{
    /// <summary>The name of our taxonomy.</summary>
    public const string Taxonomy = "Outreach directory";

    private readonly Localizer _texts;
    private readonly Func<string, string> _country;
    private readonly ServiceTable _services;
    private readonly List<HsdsRow> _rows = [];

    private HsdsExport(Localizer texts, Func<string, string> country, ServiceTable services) => (_texts, _country, _services) = (texts, country, services);

    /// <summary>The rows of contacts.</summary>
    /// <param name="contacts">Whom.</param>
    /// <param name="texts">The catalogs.</param>
    /// <param name="country">The English name of a place.</param>
    /// <param name="services">Names of towns.</param>
    public static HsdsData Of(IEnumerable<Contact> contacts, Localizer texts, Func<string, string> country, ServiceTable services)
    {
        var export = new HsdsExport(texts, country, services);
        foreach (var contact in contacts)
            export.Add(contact);
        return new HsdsData(export._rows);
    }

    /// <summary>An id that is always the same for the same thing (UUID version 8 of RFC 9562, from SHA-256).</summary>
    public static string IdOf(string table, string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"outreach/{table}/{key}"))[..16];
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    private void Add(Contact contact)
    {
        var service = IdOf(HsdsShape.Service, contact.Id);
        var runs = contact.Organization ?? contact.Name;
        var organization = IdOf("organization", $"{contact.Place}/{runs}");
        if (!_rows.Exists(r => r.Table.Name == "organization" && r.Id == organization))
            Row("organization", ("id", organization), ("name", runs), ("description", $"{runs} ({_country(contact.Place)})"));
        Row(HsdsShape.Service, ("id", service), ("organization_id", organization), ("name", contact.Name), ("description", contact.Who[Locale.English]), ("url", contact.Link?.OriginalString),
            ("email", contact.Channels.FirstOrDefault(c => c.By == "email")?.At), ("status", "active"), ("fees_description", contact.Costs switch { Known.No => "free of charge", Known.Yes => "costs money", _ => null }),
            ("eligibility_description", contact.For.IsEmpty ? null : string.Join(", ", contact.For.Select(g => _texts.Text(Locale.English, $"contact.for.{g}")))),
            ("assured_date", contact.Checked.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        if (contact.Number is { } number)
            Row("phone", ("id", IdOf("phone", $"{contact.Id}/{number}")), ("service_id", service), ("number", number), ("type", contact.By == "text" ? "text" : "voice"));
        foreach (var (index, time) in HsdsHours.Of(contact.Hours).Index())
            Row("schedule", ("id", IdOf("schedule", $"{contact.Id}/{index}")), ("service_id", service), ("wkst", "MO"), ("freq", "WEEKLY"), ("interval", "1"), ("byday", time.Days),
                ("opens_at", time.Opens), ("closes_at", time.Closes), ("notes", contact.Zone));
        foreach (var tag in contact.Languages)
            Row("language", ("id", IdOf("language", $"{contact.Id}/{tag}")), ("service_id", service), ("name", LanguageNames.Of(tag)), ("code", tag));
        if (contact.Place != Contacts.World)
            Row("service_area", ("id", IdOf("service_area", contact.Id)), ("service_id", service), ("name", contact.Region ?? _country(contact.Place)));
        Locations(contact, service, organization);
        Attributes(contact, service);
    }

    /// <summary>Where it is. Streets without a postal code are no address of HSDS, which asks for one: they stand in the description.</summary>
    private void Locations(Contact contact, string service, string organization)
    {
        var towns = contact.Towns.IsEmpty && contact.Address is not null ? [""] : contact.Towns;
        foreach (var town in towns)
        {
            var location = IdOf("location", $"{contact.Id}/{town}");
            Row("location", ("id", location), ("location_type", "physical"), ("organization_id", organization),
                ("name", _services.Towns.FirstOrDefault(t => t.Place == contact.Place && t.Name == town) is { } known ? ServiceText.Name(known.Words, Locale.English) : null), ("description", towns.Length == 1 ? contact.Address : null));
            Row("service_at_location", ("id", IdOf("service_at_location", $"{contact.Id}/{town}")), ("service_id", service), ("location_id", location));
        }
    }

    private void Attributes(Contact contact, string service)
    {
        Attribute(contact, service, "id", contact.Id);
        foreach (var kind in contact.Kinds)
            Attribute(contact, service, $"kind:{kind}", null);
        foreach (var kind in contact.Services)
            Attribute(contact, service, $"service:{kind}", null);
        foreach (var group in contact.For)
            Attribute(contact, service, $"for:{group}", null);
        foreach (var town in contact.Towns)
            Attribute(contact, service, $"town:{town}", null);
        Attribute(contact, service, $"by:{contact.By}", null);
        Attribute(contact, service, $"call-free:{Word(contact.Free)}", null);
        Attribute(contact, service, $"exposes:{Word(contact.Exposes)}", null);
        Attribute(contact, service, $"costs:{Word(contact.Costs)}", null);
        Attribute(contact, service, $"on-holidays:{Word(contact.OnHolidays)}", null);
        Attribute(contact, service, $"confidence:{contact.Confidence.ToString().ToLowerInvariant()}", null);
        foreach (var (locale, who) in contact.Who.Where(w => w.Key != Locale.English).OrderBy(w => w.Key.Index))
            Attribute(contact, service, $"who:{locale.Tag}", who);
        Attribute(contact, service, "source:title", contact.Source.Title);
        Attribute(contact, service, "source:url", contact.Source.Url.OriginalString);
        Attribute(contact, service, "source:date", contact.Source.Date);
        Attribute(contact, service, "region", contact.Region);
        Attribute(contact, service, "address", contact.Address);
        Attribute(contact, service, "zone", contact.Zone);
        Attribute(contact, service, "owner", contact.Owner);
        foreach (var (index, channel) in contact.Channels.Index())
            Attribute(contact, service, $"channel:{channel.By}", channel.At, index);
    }

    /// <summary>A word of our taxonomy for a service; with a value where the word is the name of one. Empty values are not there.</summary>
    private void Attribute(Contact contact, string service, string code, string? value, int index = 0)
    {
        if (value is null ? !code.Contains(':') : value.Length == 0)
            return;
        var (taxonomy, term) = (IdOf("taxonomy", Taxonomy), IdOf("taxonomy_term", code));
        if (!_rows.Exists(r => r.Id == taxonomy))
            Row("taxonomy", ("id", taxonomy), ("name", Taxonomy), ("description", "What the Outreach directory says of a service beyond HSDS"), ("version", "1"));
        if (!_terms.Contains(term) && _terms.Add(term))
            Row("taxonomy_term", ("id", term), ("code", code), ("name", code[(code.IndexOf(':') + 1)..]), ("description", $"{code.Split(':')[0]} of a service"), ("taxonomy", Taxonomy), ("taxonomy_id", taxonomy));
        Row("attribute", ("id", IdOf("attribute", $"{contact.Id}/{code}/{index}")), ("link_id", service), ("taxonomy_term_id", term), ("link_type", code.Split(':')[0]), ("link_entity", HsdsShape.Service), ("value", value));
    }

    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);

    private static string Word(Known known) => known.ToString().ToLowerInvariant();

    private void Row(string table, params ReadOnlySpan<(string Field, string? Value)> fields)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (field, value) in fields)
            if (value is { Length: > 0 })
                values[field] = value;
        _rows.Add(new HsdsRow(HsdsShape.Find(table)!, table, values.ToImmutable()));
    }
}
