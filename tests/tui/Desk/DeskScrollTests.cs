using Outreach.Localization;
using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Runtime;
using Outreach.Tui.Tests.Support;

namespace Outreach.Tui.Tests.Desk;

/// <summary>Scrolling sends only what comes in; the terminal must show what a repaint would show, whatever was pressed before.</summary>
public class DeskScrollTests
{
    private const int Presses = 400;

    /// <summary>Mostly arrows, as in use; now and then a page, an end, or another size of the list.</summary>
    private static readonly string[] Keys = ["\x1b[B", "\x1b[B", "\x1b[B", "\x1b[B", "\x1b[A", "\x1b[A", "\x1b[A", "\x1b[6~", "\x1b[5~", "\x1b[H", "\x1b[F"];

    public static TheoryData<string, string, int, int> Screens()
    {
        var data = new TheoryData<string, string, int, int>();
        foreach (var name in LongScreens.Models.Keys.Order(StringComparer.Ordinal))
            foreach (var language in (string[])["en", "ar"])
                foreach (var size in (Size[])[Sample.Usual, Sample.Small, new(80, 10)])
                    data.Add(name, language, size.Width, size.Height);
        return data;
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public void After_any_keys_the_terminal_shows_what_a_repaint_would(string name, string language, int width, int height)
    {
        Assert.True(Locale.TryParse(language, out var locale));
        var (random, size) = (new Random(Seed: 3), new Size(width, height));
        var (model, difference, terminal) = (LongScreens.Models[name](size, locale), new Difference(), new VirtualTerminal(size));
        for (var i = 0; i < Presses; i++)
        {
            var key = Keys[random.Next(i % 100 < 70 ? 4 : Keys.Length)];
            model = DeskScreenTests.After(model, locale, key);
            var screen = DeskScreenTests.Draw(model, locale);
            terminal.Write(difference.Frame(screen));
            DifferenceTests.AssertShows(screen, terminal, $"press {i}: {key.Replace("\x1b", "␛", StringComparison.Ordinal)}");
            Assert.Single(Rows(terminal), row => row.StartsWith('>') || row.EndsWith('>') || row.Trim().StartsWith('>') || row.Trim().EndsWith('>'));
        }
    }

    private static IEnumerable<string> Rows(VirtualTerminal terminal) => Enumerable.Range(0, terminal.Size.Height).Select(terminal.Row);

    [Theory]
    [InlineData("long queue")]
    [InlineData("long referral")]
    [InlineData("many alerts")]
    [InlineData("many choices")]
    public void Arrows_reach_both_ends(string name)
    {
        var first = LongScreens.Models[name](Sample.Small, Locale.English);
        var last = DeskScreenTests.After(first, Locale.English, string.Concat(Enumerable.Repeat("\x1b[B", 400)));
        Assert.Equal(Text(DeskScreenTests.After(first, Locale.English, "\x1b[F")), Text(last));
        Assert.Equal(Text(first), Text(DeskScreenTests.After(last, Locale.English, string.Concat(Enumerable.Repeat("\x1b[A", 400)))));

        static string Text(Outreach.Tui.Desk.DeskModel model) => DeskScreenTests.Draw(model, Locale.English).LogicalText();
    }
}
