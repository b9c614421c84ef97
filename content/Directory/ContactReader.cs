using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using Outreach.Content.Directory.Services;
using Outreach.Content.Pages;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Directory;

/// <summary>Reads directory files. Strict, because a wrong number can cost a life: unknown keys, missing languages and numbers nobody can dial are refused.</summary>
public static partial class ContactReader
{
    /// <summary>Characters of "who answers": it must fit a button.</summary>
    public const int LongestWho = 60;

    internal static readonly FrozenSet<string> Kinds = FrozenSet.Create(
        StringComparer.Ordinal,
        "emergency", "police", "ambulance", "fire", "doctor", "sea", "violence", "trafficking", "child", "crisis", "protection", "legal",
        "health", "women", "missing", "poison", "complaint", "return", "embassy", "information");

    /// <summary>Groups of people a service may be for alone.</summary>
    internal static readonly FrozenSet<string> Groups = FrozenSet.Create(
        StringComparer.Ordinal, "women", "men", "children", "young", "adults", "refugees", "workers", "pregnant", "detained", "uninsured", "lgbtiq", "survivors", "ukrainians", "members");

    /// <summary>The contacts of one file; the name says the place: "de.yaml", "de-services.yaml".</summary>
    public static Result<ImmutableArray<Contact>> Read(string yaml, string file)
    {
        var problems = new List<Problem>();
        var place = Path.GetFileNameWithoutExtension(file).Split('-')[0];
        if (place != Contacts.World && !PlaceId().IsMatch(place))
            problems.Add(DirectoryProblems.BadFileName(file, "directory/<place>.yaml or directory/<place>-<what>.yaml"));
        ImmutableArray<Contact> contacts = [.. YamlFields.ListOf(yaml, file, problems).Select(f => Read(f, place, problems))];
        return problems.Count > 0 ? problems.ToImmutableArray() : contacts;
    }

    private static Contact Read(YamlFields fields, string place, List<Problem> problems)
    {
        var contact = new Contact
        {
            Id = Id(fields, place, problems),
            Number = fields.Optional("number"),
            Link = fields.Link("link"),
            Kinds = fields.Words("kinds", Kinds),
            Name = fields.Text("name"),
            Who = fields.ByLanguage("who", LongestWho),
            By = fields.OneOf("by", ("voice", "voice"), ("text", "text"), ("both", "both"), ("web", "web")),
            Hours = fields.Text("hours"),
            ClosedUntil = fields.OptionalDate("closed-until"),
            Languages = fields.Texts("languages"),
            Free = fields.OneOf("free", ("unknown", Known.Unknown), ("true", Known.Yes), ("false", Known.No)),
            Exposes = fields.OneOf("exposes", ("unknown", Known.Unknown), ("yes", Known.Yes), ("no", Known.No)),
            Checked = fields.Date("checked"),
            Source = fields.Map("source") is { } source ? SourceReader.Read(source) : new Source("", new Uri("https://invalid.example"), ""),
            Confidence = fields.OneOf("confidence", ("low", Confidence.Low), ("medium", Confidence.Medium), ("high", Confidence.High)),
            Services = fields.Has("services") ? fields.Words("services", ServiceKind.All) : [],
            Organization = fields.Optional("organization") is { } runs && runs != fields.Optional("name") ? runs : null,
            Towns = fields.OptionalTexts("towns"),
            Region = fields.Optional("region"),
            Address = fields.Optional("address"),
            For = fields.Has("for") ? fields.Words("for", Groups) : [],
            Costs = fields.Has("costs") ? fields.OneOf("costs", ("unknown", Known.Unknown), ("nothing", Known.No), ("money", Known.Yes)) : Known.Unknown,
            Channels = fields.Has("channels") ? [.. fields.Maps("channels").Select(c => Channel(c, problems))] : [],
            Zone = fields.Optional("zone"),
            OnHolidays = fields.Has("holidays") ? fields.OneOf("holidays", ("unknown", Known.Unknown), ("open", Known.Yes), ("closed", Known.No)) : Known.Unknown,
            Owner = fields.Optional("owner"),
        };
        fields.End();
        problems.AddRange(Check(contact, fields, place));
        return contact;
    }

    private static Channel Channel(YamlFields fields, List<Problem> problems)
    {
        var by = fields.OneOf("by", ("voice", "voice"), ("text", "text"), ("chat", "chat"), ("email", "email"), ("web", "web"));
        var at = fields.Text("at");
        fields.End();
        if (at.Length > 0 && !Reaches(by, at))
            problems.Add(DirectoryProblems.BadChannel(fields.WhereOf("at"), by, at));
        return new Channel(by, at);
    }

    private static bool Reaches(string by, string at) => by switch
    {
        "voice" or "text" => IsDialable(at),
        "email" => Email().IsMatch(at),
        _ => YamlFields.WebLink(at) is not null,
    };

    private static string Id(YamlFields fields, string place, List<Problem> problems)
    {
        var id = fields.Text("id");
        if (id.Length > 0 && !(id.StartsWith(place + "/", StringComparison.Ordinal) && Name().IsMatch(id[(place.Length + 1)..])))
            problems.Add(DirectoryProblems.BadContactId(fields.WhereOf("id"), id, place));
        return id.Contains('/') ? id : $"{place}/{id}";
    }

    private static IEnumerable<Problem> Check(Contact contact, YamlFields fields, string place)
    {
        if (contact.Kinds.IsEmpty)
            yield return FieldProblems.Missing(fields.WhereOf("kinds"), "kinds");
        if (contact.Number is { } number && !IsDialable(number))
            yield return DirectoryProblems.NotDialable(fields.WhereOf("number"), number);
        if (contact.By == "voice" && contact.Number is null || contact.By == "web" && contact.Link is null || contact is { Number: null, Link: null })
            yield return DirectoryProblems.NoWay(fields.Where);
        if (place == Contacts.World && contact.Number is not null)
            yield return DirectoryProblems.WorldNumber(fields.WhereOf("number"));
        if (contact.Hours.Length > 0 && !OpeningHours.IsValid(contact.Hours))
            yield return DirectoryProblems.BadHours(fields.WhereOf("hours"), contact.Hours);
        if (contact.Zone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            yield return DirectoryProblems.BadZone(fields.WhereOf("zone"), zone);
        foreach (var tag in contact.Languages.Where(t => !LanguageTag().IsMatch(t)))
            yield return DirectoryProblems.BadLanguage(fields.WhereOf("languages"), tag);
    }

    /// <summary>2 to 15 digits in groups, "+" only in front of an international number.</summary>
    internal static bool IsDialable(string number) =>
        Number().IsMatch(number) && number.Count(char.IsAsciiDigit) is var digits && digits is >= 2 and <= 15 && (number[0] != '+' || digits >= 8);

    [GeneratedRegex(@"^(\+[1-9][0-9]*|[0-9]+)( [0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Email();

    [GeneratedRegex("^[a-z]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceId();

    [GeneratedRegex("^[a-z]{2,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
