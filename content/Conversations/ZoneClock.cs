using System.Collections.Concurrent;
using NodaTime;
using Outreach.Content.Dialogs;

namespace Outreach.Content.Conversations;

/// <summary>The moment of a turn in the zone of the person's place; UTC where the place is unknown.</summary>
public sealed class ZoneClock
{
    private readonly ConcurrentDictionary<string, DateTimeZone?> _zones = new(StringComparer.Ordinal);

    /// <summary>The moment in a place.</summary>
    public Moment At(Book book, string? place, DateTimeOffset now)
    {
        if (book.Countries.Find(place) is not { Zones.IsEmpty: false } found)
            return new Moment(now, TimeSpan.Zero);
        var zone = _zones.GetOrAdd(found.Zones[0], id => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id));
        return zone is null ? new Moment(now, TimeSpan.Zero) : new Moment(now, zone.GetUtcOffset(Instant.FromDateTimeOffset(now)).ToTimeSpan());
    }
}
