using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Directory.Hsds;

/// <summary>A contact made of somebody else's data: complete enough for an author to finish.</summary>
/// <param name="Contact">What is known; texts may be missing.</param>
/// <param name="Remarks">What was not taken over, or has to be found out.</param>
public sealed record HsdsDraft(Contact Contact, ImmutableArray<string> Remarks);

/// <summary>Rows of HSDS as drafts of contacts. What the data does not say stays unknown.</summary>
public static class HsdsImport
{
    private static readonly Uri Nowhere = new("https://invalid.example");

    /// <summary>The drafts, in the order of the services.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="place">The place of services that do not say it; null when that is refused.</param>
    public static Result<ImmutableArray<HsdsDraft>> Of(HsdsData data, string? place)
    {
        var (drafts, problems) = (ImmutableArray.CreateBuilder<HsdsDraft>(), new List<Problem>());
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var service in data.Of(HsdsShape.Service))
            if (IdOf(data, service, place) is not { } id)
                problems.Add(HsdsProblems.NoPlace(service.Where, service["name"] ?? ""));
            else
                drafts.Add(Draft(data, service, ids.Add(id) ? id : Unused(ids, id)));
        return problems.Count > 0 ? problems.ToImmutableArray() : drafts.ToImmutable();
    }

    private static HsdsDraft Draft(HsdsData data, HsdsRow service, string id)
    {
        var ours = new Signs(data, service);
        var phones = data.Of("phone", "service_id", service.Id).ToList();
        var (name, runs) = (service["name"]!, data.Find("organization", service["organization_id"])?["name"]);
        var hours = HsdsHours.Of([.. data.Of("schedule", "service_id", service.Id)]);
        var languages = data.Of("language", "service_id", service.Id).ToList();
        var remarks = new List<string>();
        if (hours is null)
            remarks.Add("hours: the schedules are no weekly days and times; ask and write them");
        remarks.AddRange(languages.Where(l => l["code"] is null).Select(l => $"languages: '{l["name"]}' has no code; add its tag"));
        remarks.AddRange(phones.Skip(1).Select(p => $"number: there is also {p["number"]}; add it under channels"));
        var address = data.Of("service_at_location", "service_id", service.Id).SelectMany(l => data.Of("address", "location_id", l["location_id"])).FirstOrDefault();
        var contact = new Contact
        {
            Id = id,
            Number = phones.FirstOrDefault()?["number"],
            Link = service["url"] is { } url ? new Uri(url) : null,
            Kinds = ours.Words("kind"),
            Name = name,
            Who = Who(service, ours, remarks),
            By = ours.Word("by") ?? (phones.Count == 0 ? "web" : phones[0]["type"] == "text" ? "text" : "voice"),
            Hours = hours ?? OpeningHours.Unknown,
            Languages = [.. languages.Select(l => l["code"]).OfType<string>()],
            Free = ours.Known("call-free"),
            Exposes = ours.Known("exposes"),
            Checked = service["assured_date"] is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : default,
            Source = new Source(ours.Value("source:title") ?? "", ours.Value("source:url") is { } source ? new Uri(source) : Nowhere, ours.Value("source:date") ?? ""),
            Confidence = Enum.TryParse<Confidence>(ours.Word("confidence"), ignoreCase: true, out var sure) ? sure : Confidence.Low,
            Services = ours.Words("service"),
            Organization = runs == name ? null : runs,
            Towns = ours.Words("town"),
            Region = ours.Value("region"),
            Address = ours.Value("address") ?? (address is null ? null : string.Join(", ", new[] { address["address_1"], address["address_2"], $"{address["postal_code"]} {address["city"]}".Trim() }.Where(p => !string.IsNullOrEmpty(p)))),
            For = ours.Words("for"),
            Costs = ours.Known("costs"),
            Channels = ours.Channels,
            Zone = ours.Value("zone"),
            OnHolidays = ours.Known("on-holidays"),
            Owner = ours.Value("owner"),
        };
        if (ours.IsEmpty && service["eligibility_description"] is { } eligibility)
            remarks.Add($"for: {eligibility}");
        return new HsdsDraft(contact, [.. remarks]);
    }

    /// <summary>Who answers: a description that fits a button, else the name; the longer text goes into a remark.</summary>
    private static FrozenDictionary<Locale, string> Who(HsdsRow service, Signs ours, List<string> remarks)
    {
        var who = Locale.All.Where(l => ours.Value($"who:{l.Tag}") is not null).ToDictionary(l => l, l => ours.Value($"who:{l.Tag}")!);
        if (service["description"] is { Length: <= ContactReader.LongestWho } fits)
            who[Locale.English] = fits;
        else if (service["description"] is { } longer)
            remarks.Add($"who: {longer.ReplaceLineEndings(" ")}");
        return who.ToFrozenDictionary();
    }

    private static string? IdOf(HsdsData data, HsdsRow service, string? place)
    {
        if (new Signs(data, service).Value("id") is { } own)
            return own;
        var country = data.Of("service_at_location", "service_id", service.Id).SelectMany(l => data.Of("address", "location_id", l["location_id"]))
            .Select(a => a["country"]?.ToLowerInvariant()).FirstOrDefault(c => c is { Length: 2 } && c.All(char.IsAsciiLetterLower));
        return (country ?? place) is { } at ? $"{at}/{Slug(service["name"]!)}" : null;
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in Fold.Text(name))
            slug.Append(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-');
        var words = slug.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "service" : string.Join('-', words.Take(5));
    }

    private static string Unused(HashSet<string> ids, string id)
    {
        for (var n = 2; ; n++)
            if (ids.Add(string.Create(CultureInfo.InvariantCulture, $"{id}-{n}")))
                return string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");
    }

    /// <summary>What our taxonomy says of a service.</summary>
    private sealed class Signs(HsdsData data, HsdsRow service)
    {
        private readonly ImmutableArray<(string Code, string? Value)> _all =
        [
            .. from attribute in data.Of("attribute", "link_id", service.Id)
               let term = data.Find("taxonomy_term", attribute["taxonomy_term_id"])
               where term?["taxonomy"] == HsdsExport.Taxonomy && term["code"] is not null
               select (term["code"]!, attribute["value"]),
        ];

        public bool IsEmpty => _all.IsEmpty;

        public string? Value(string code) => _all.FirstOrDefault(a => a.Code == code).Value;

        public ImmutableArray<string> Words(string of) => [.. _all.Where(a => a.Code.StartsWith($"{of}:", StringComparison.Ordinal)).Select(a => a.Code[(of.Length + 1)..])];

        public string? Word(string of) => Words(of) is [var one, ..] ? one : null;

        public Known Known(string of) => Enum.TryParse<Known>(Word(of), ignoreCase: true, out var known) ? known : Directory.Known.Unknown;

        public ImmutableArray<Channel> Channels => [.. _all.Where(a => a.Code.StartsWith("channel:", StringComparison.Ordinal)).Select(a => new Channel(a.Code["channel:".Length..], a.Value ?? ""))];
    }
}
