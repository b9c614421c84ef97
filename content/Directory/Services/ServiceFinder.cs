using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Directory.Services;

/// <summary>What of a wish could not be met; the answer says it plainly, and what is nearest.</summary>
public enum Unmet
{
    /// <summary>All was.</summary>
    Nothing,

    /// <summary>We know nobody of the kind.</summary>
    Kind,

    /// <summary>We know nobody of the kind in that town.</summary>
    Town,

    /// <summary>Of nobody of the kind we know that they speak the language.</summary>
    Language,

    /// <summary>Nobody of the kind is surely open.</summary>
    Open,
}

/// <summary>Somebody who may help, and whether they answer now.</summary>
public sealed record FoundService(Contact Contact, OpenState State);

/// <summary>Whom we know for a wish, best first.</summary>
public sealed record ServiceAnswer(Unmet Unmet, ImmutableArray<FoundService> Services);

/// <summary>Finds services in the directory for what a person looks for. Pure: the moment is handed in.</summary>
public sealed class ServiceFinder
{
    /// <summary>How many of the kind stand before whoever speaks the language, where nobody does both.</summary>
    private const int BeforeHelpers = 2;

    private readonly Lazy<ServiceTable> _table;
    private readonly ImmutableArray<Lazy<ServiceEar>> _ears;

    /// <summary>A finder that hears by a table, which is fetched when the first question comes.</summary>
    public ServiceFinder(Lazy<ServiceTable> table)
    {
        _table = table;
        _ears = [.. Locale.All.Select(locale => new Lazy<ServiceEar>(() => new ServiceEar(table.Value, locale)))];
    }

    /// <summary>Hears nothing.</summary>
    public static ServiceFinder None { get; } = new(new Lazy<ServiceTable>(ServiceTable.Empty));

    /// <summary>By what it hears.</summary>
    public ServiceTable Table => _table.Value;

    /// <summary>What a text looks for; null when it is no question for services.</summary>
    public ServiceWish? Hear(Locale locale, string text) => _ears[locale.Index].Value.Hear(text) is { AsksForServices: true } wish ? wish : null;

    /// <summary>Whom we know.</summary>
    /// <param name="wish">What is looked for.</param>
    /// <param name="here">The contacts of the place.</param>
    /// <param name="place">The place; its zones say what time it is there.</param>
    /// <param name="now">The instant.</param>
    public ServiceAnswer Find(ServiceWish wish, IEnumerable<Contact> here, Place place, DateTimeOffset now)
    {
        var holidays = Table.Holidays.FirstOrDefault(h => h.Place == place.Id);
        var all = here.Where(c => c.Services.Length > 0).Select(c => new FoundService(c, OpenState.Of(c, place.Zones, holidays, now))).ToList();
        var ofKind = wish.Kinds.IsEmpty ? all : [.. all.Where(f => f.Contact.Services.Intersect(wish.Kinds).Any())];
        if (ofKind.Count == 0)
            return new(Unmet.Kind, Ordered(wish, all.Where(f => f.Contact.Services.Contains("advice"))));
        var there = Towns(wish, place, ofKind);
        var speaking = wish.Languages.IsEmpty ? there.Found : [.. there.Found.Where(f => Speaks(f, wish))];
        if (speaking.Count == 0)
            return new(Unmet.Language, NearestTo(wish, there.Found, all));
        var open = wish.Now ? [.. speaking.Where(IsOpen)] : speaking;
        if (open.Count == 0)
            return new(Unmet.Open, Ordered(wish, speaking));
        return new(there.Known ? Unmet.Nothing : Unmet.Town, Ordered(wish, open));
    }

    /// <summary>Those in the towns and those for the whole country; where there are neither, all of them.</summary>
    private static (List<FoundService> Found, bool Known) Towns(ServiceWish wish, Place place, List<FoundService> ofKind)
    {
        if (wish.Towns.IsEmpty)
            return (ofKind, true);
        var inTown = ofKind.Where(f => IsIn(f, wish, place)).ToList();
        var everywhere = ofKind.Where(f => f.Contact is { Towns.IsEmpty: true, Region: null }).ToList();
        return inTown.Count > 0 ? ([.. inTown, .. everywhere], true) : (everywhere.Count > 0 ? everywhere : ofKind, false);
    }

    /// <summary>The same kind without the language, then whoever interprets or speaks it, then the rest of the kind.</summary>
    private ImmutableArray<FoundService> NearestTo(ServiceWish wish, List<FoundService> ofKind, List<FoundService> all)
    {
        var kind = Ordered(wish with { Languages = [] }, ofKind);
        var helpers = all.Except(ofKind).Where(f => f.Contact.Services.Contains("interpreter") || Speaks(f, wish) && f.Contact.Services.Contains("advice"))
            .OrderByDescending(f => Speaks(f, wish)).Take(1);
        return [.. kind.Take(BeforeHelpers), .. helpers, .. kind.Skip(BeforeHelpers)];
    }

    /// <summary>What was asked for comes first; among equals those who answer now, those we are sure of, then the order of the files.</summary>
    private static ImmutableArray<FoundService> Ordered(ServiceWish wish, IEnumerable<FoundService> found) =>
    [
        .. found.OrderByDescending(f => wish.Towns.Any(t => f.Contact.Towns.Contains(t[3..])))
            .ThenBy(f => wish.Free ? FreeFirst(f.Contact.Costs) : 0)
            .ThenByDescending(f => wish.Kinds.IsEmpty ? f.State is OpenState.Until : wish.Kinds.Contains(f.Contact.Services[0]))
            .ThenByDescending(f => wish.Now && IsOpen(f))
            .ThenBy(f => f.Contact.Confidence == Confidence.Low)
            .ThenByDescending(f => wish.Near && f.Contact.Towns.Length > 0)
            .ThenByDescending(IsOpen),
    ];

    private static int FreeFirst(Known costs) => costs switch { Known.No => 0, Known.Unknown => 1, _ => 2 };

    private static bool IsOpen(FoundService found) => found.State is OpenState.Always or OpenState.Until;

    private static bool IsIn(FoundService found, ServiceWish wish, Place place) => wish.Towns.Any(t => t.StartsWith(place.Id, StringComparison.Ordinal) && found.Contact.Towns.Contains(t[3..]));

    private bool Speaks(FoundService found, ServiceWish wish) =>
        wish.Languages.Any(l => Table.Languages.FirstOrDefault(s => s.Tag == l) is { } spoken ? found.Contact.Languages.Intersect(spoken.Serves).Any() : found.Contact.Languages.Contains(l));
}
