using System.Globalization;
using Outreach.Localization;
using Outreach.Referrals.Sync;

namespace Outreach.Tui.Kiosk;

/// <summary>What staff of the place read about the spool: counts and a time, nothing of what is in it.</summary>
internal static class KioskWords
{
    /// <summary>Since when the oldest waits, and how many the server could not take. The screen is English until somebody chooses.</summary>
    public static IEnumerable<string> Spool(Localizer texts, SpoolState state)
    {
        if (state.Oldest is { } oldest)
            yield return texts.Text(Locale.English, "kiosk.oldest", ("since", oldest.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
        if (state.Refused > 0)
            yield return texts.Plural(Locale.English, "kiosk.refused", state.Refused);
    }
}
