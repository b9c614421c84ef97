using System.Collections.Immutable;
using NodaTime;

namespace Outreach.Content.Directory.Services;

/// <summary>Whether somebody answers at a moment; a closed family, because "we do not know" is an answer of its own.</summary>
public abstract record OpenState
{
    private OpenState() { }

    /// <summary>Day and night.</summary>
    public sealed record Always : OpenState;

    /// <summary>Open until a time of today, there.</summary>
    public sealed record Until(TimeOnly Time) : OpenState;

    /// <summary>Shut until a day and time, there.</summary>
    /// <param name="Opens">When it opens.</param>
    /// <param name="Today">The day there.</param>
    public sealed record Shut(LocalDateTime Opens, LocalDate Today) : OpenState;

    /// <summary>Within the hours, on a public holiday.</summary>
    /// <param name="Sure">False where the day may not be one.</param>
    public sealed record Holiday(bool Sure) : OpenState;

    /// <summary>Nobody told us the hours, or they hold in several zones that do not agree.</summary>
    public sealed record Unknown : OpenState;

    /// <summary>The state of somebody at an instant, in the zone of their place.</summary>
    public static OpenState Of(Contact contact, ImmutableArray<string> zones, PublicHolidays? holidays, DateTimeOffset now)
    {
        if (contact.Hours == OpeningHours.Always)
            return new Always();
        if (contact.Hours == OpeningHours.Unknown || zones.IsDefaultOrEmpty && contact.Zone is null)
            return new Unknown();
        IEnumerable<string> own = contact.Zone is { } zone ? [zone] : zones;
        var all = own.Select(z => DateTimeZoneProviders.Tzdb.GetZoneOrNull(z)).OfType<DateTimeZone>()
            .Select(z => At(contact, holidays, Instant.FromDateTimeOffset(now).InZone(z).LocalDateTime)).Distinct().ToList();
        return all is [var one] ? one : new Unknown();
    }

    private static OpenState At(Contact contact, PublicHolidays? holidays, LocalDateTime there)
    {
        if (OpeningHours.Until(contact.Hours, there) is { } until)
            return Kept(contact, holidays, until.Began) switch
            {
                Known.No => new Holiday(Sure: true),
                Known.Unknown => new Holiday(Sure: false),
                _ => new Until(until.Ends),
            };
        return OpeningHours.Next(contact.Hours, there, day => Kept(contact, holidays, day) != Known.No) is { } opens ? new Shut(opens, there.Date) : new Unknown();
    }

    /// <summary>Whether the hours hold on a day: no on a holiday, unless somebody told us that they do.</summary>
    private static Known Kept(Contact contact, PublicHolidays? holidays, LocalDate day) => (contact.OnHolidays, holidays?.On(day.ToDateOnly())) switch
    {
        (Known.Yes, _) or (_, null or Known.No) => Known.Yes,
        (_, Known.Yes) => Known.No,
        _ => Known.Unknown,
    };
}
