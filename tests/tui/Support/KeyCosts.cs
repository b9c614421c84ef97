using System.Collections.Immutable;
using Outreach.Localization;
using Outreach.Tui.Desk;
using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Desk;
using Outreach.Tui.Tests.KioskScreens;

namespace Outreach.Tui.Tests.Support;

/// <summary>What one key press on a screen costs.</summary>
/// <param name="Screen">Which screen, its language and its size.</param>
/// <param name="Key">Which key.</param>
/// <param name="Bytes">Bytes that go to the terminal.</param>
public sealed record KeyCost(string Screen, string Key, int Bytes);

/// <summary>Exact bytes of key presses on the real screens of desk and kiosk, as a terminal receives them. Tests hold the budgets; tests/bench prints the figures.</summary>
public static class KeyCosts
{
    /// <summary>What an arrow key on the desk may cost.</summary>
    public const int DeskArrow = 200;

    /// <summary>The dearest arrow on the way down and up again, which scrolls.</summary>
    public const string OnALongWay = "arrow, the dearest";

    private const int LongWay = 50;
    private const string Down = "\x1b[B";
    private const string Up = "\x1b[A";
    private static readonly ImmutableArray<Locale> Languages = [Locale.English, Locale.Arabic];
    private static readonly ImmutableArray<Size> Sizes = [new(80, 24), new(40, 20)];

    /// <summary>Arrow keys on every screen of the desk, in both directions of writing and both sizes: one and back, and the dearest on a long way, which scrolls.</summary>
    public static IEnumerable<KeyCost> DeskArrows() =>
        from screen in DeskScreenTests.Models.Concat(LongScreens.Models.OrderBy(screen => screen.Key, StringComparer.Ordinal))
        from language in Languages
        from size in Sizes
        let one = Desk(screen.Value(size, language), language, Down, Up)
        let many = Desk(screen.Value(size, language), language, [.. Enumerable.Repeat(Down, LongWay), .. Enumerable.Repeat(Up, LongWay)])
        where many.Max() > 0                                // screens with nothing to move in cost nothing
        let name = Named($"desk {screen.Key}", language, size)
        from cost in (KeyCost[])[new(name, "down", one[0]), new(name, "up", one[1]), new(name, OnALongWay, many.Max())]
        select cost;

    /// <summary>Letters of a reply to a person.</summary>
    public static IEnumerable<KeyCost> DeskLetters() =>
        from language in Languages
        let text = language == Locale.Arabic ? (string[])["س", "ل", "ا"] : ["o", "k", "!"]
        let costs = Desk(DeskScreenTests.Models["reply"](Sizes[0], language), language, text)
        from cost in (KeyCost[])[new(Named("desk reply", language, Sizes[0]), "letter", costs[1])]
        select cost;

    /// <summary>Arrow keys and choosing, at a question with the programme's text above it.</summary>
    public static async Task<IReadOnlyList<KeyCost>> Kiosk()
    {
        var costs = new List<KeyCost>();
        foreach (var (language, number) in ((Locale, string)[])[(Locale.English, "1"), (Locale.Arabic, "4"), (Locale.Persian, "5")])
            foreach (var size in Sizes)
                costs.AddRange(await Kiosk(language, number, size));
        return costs;
    }

    private static async Task<IEnumerable<KeyCost>> Kiosk(Locale language, string number, Size size)
    {
        var hands = new Hands(size);
        foreach (var key in (string[])[number, "2", "1", "1"])
            await hands.Press(key);
        var (difference, costs) = (new Difference(), new List<KeyCost>());
        difference.Frame(hands.Draw());
        foreach (var (name, key) in ((string, string)[])[("down", Down), ("up", Up), ("choose", "\r")])
        {
            await hands.Press(key);
            costs.Add(new KeyCost(Named("kiosk question", language, size), name, difference.Frame(hands.Draw()).Length));
        }
        return costs;
    }

    /// <summary>The bytes of each key, pressed one after the other.</summary>
    internal static int[] Desk(DeskModel model, Locale language, params IEnumerable<string> keys)
    {
        var difference = new Difference();
        difference.Frame(DeskScreenTests.Draw(model, language));
        var costs = new List<int>();
        foreach (var key in keys)
        {
            model = DeskScreenTests.After(model, language, key);
            costs.Add(difference.Frame(DeskScreenTests.Draw(model, language)).Length);
        }
        return [.. costs];
    }

    private static string Named(string screen, Locale language, Size size) => $"{screen} {language.Tag} {size.Width}x{size.Height}";
}
