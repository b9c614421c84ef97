using System.Collections.Immutable;
using Outreach.Tui.Tests.Support;

namespace Outreach.Bench.Measures;

/// <summary>Bytes that a key press sends to the terminal of desk and kiosk. Exact: the same on every machine.</summary>
internal static class Presses
{
    /// <summary>Measures it.</summary>
    public static async Task<Findings> Measure()
    {
        KeyCost[] arrows = [.. KeyCosts.DeskArrows()];
        KeyCost[] all = [.. arrows, .. KeyCosts.DeskLetters(), .. await KeyCosts.Kiosk()];
        return new Findings(
            [
                new Table("Bytes of a key press", ["screen", .. Keys(all)],
                [
                    .. all.GroupBy(c => c.Screen, StringComparer.Ordinal).Select(screen => ImmutableArray.CreateRange(
                        Keys(all).Select(key => screen.FirstOrDefault(c => c.Key == key) is { } cost ? $"{cost.Bytes}" : "").Prepend(screen.Key))),
                ]),
            ],
            [
                new Aim("an arrow key on the desk, the dearest, scrolling included", arrows.Max(c => c.Bytes), KeyCosts.DeskArrow, "bytes"),
            ],
            []);
    }

    private static IEnumerable<string> Keys(KeyCost[] all) => all.Select(c => c.Key).Distinct(StringComparer.Ordinal);
}
