using System.Text;
using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;
using Outreach.Tui.Text;

namespace Outreach.Tui.Tests.Runtime;

public class DifferenceTests
{
    private static readonly string[] Words =
        ["abc", "مرحبا بكم", "ሰላም", "漢字", "é", "e\u0301x", "Україна", "----------------", "        ", "Item 01 case", "│", "لا إله (12)", "नमस्ते", "👍", "════════════"];

    private static readonly Style[] Styles =
    [
        default, Style.Of(Ink.Red), Style.Of(Ink.Default, Ink.Blue), new(Ink.BrightWhite, Ink.Cyan, Emphasis.Bold), Style.Dim,
        new(Ink.Default, Ink.Default, Emphasis.Reverse), new(Ink.Green, Ink.Default, Emphasis.Underline | Emphasis.Bold),
    ];

    [Theory]
    [InlineData(42, true)]
    [InlineData(7, false)]
    public void A_terminal_that_gets_the_bytes_shows_the_screens(int seed, bool repeats)
    {
        var frames = new RandomFrames(seed, new Size(60, 20));
        var difference = new Difference(new DifferenceOptions(RepeatsLetters: repeats));
        var terminal = new VirtualTerminal(new Size(60, 20));
        for (var i = 0; i < 3_000; i++)
        {
            var screen = frames.Next();
            var bytes = difference.Frame(screen).ToArray();
            terminal.Write(bytes);
            AssertShows(screen, terminal, $"frame {i}: {Encoding.UTF8.GetString(bytes).Replace("\x1b", "␛", StringComparison.Ordinal)}");
        }
    }

    [Fact]
    public void A_lost_frame_would_be_noticed()
    {
        var frames = new RandomFrames(42, new Size(60, 20));
        var difference = new Difference();
        var terminal = new VirtualTerminal(new Size(60, 20));
        terminal.Write(difference.Frame(frames.Next()));
        difference.Frame(frames.Next());
        var screen = frames.Next();
        terminal.Write(difference.Frame(screen));
        Assert.ThrowsAny<Exception>(() => AssertShows(screen, terminal, ""));
    }

    [Fact]
    public void Nothing_new_costs_nothing()
    {
        var difference = new Difference();
        var screen = Sketch.Draw(40, 5, painter => painter.Text(0, 0, "مرحبا"));
        difference.Frame(screen);
        Assert.Equal(0, difference.Frame(screen).Length);
    }

    [Fact]
    public void A_width_the_terminal_counts_differently_spoils_one_letter_only()
    {
        var difference = new Difference();
        var terminal = new VirtualTerminal(new Size(40, 2), rune => rune.Value is >= 0x980 and <= 0x9FF ? 1 : CellWidth.Of(rune));
        terminal.Write(difference.Frame(Sketch.Draw(40, 2, painter =>
        {
            painter.Text(0, 0, "a বাংলা b");
            painter.Text(20, 0, "behind");
        })));
        Assert.EndsWith("behind", terminal.Row(0), StringComparison.Ordinal);
        Assert.Equal("b", terminal[20, 0].Text);
    }

    internal static void AssertShows(Screen screen, VirtualTerminal terminal, string why)
    {
        for (var y = 0; y < screen.Height; y++)
        {
            for (var x = 0; x < screen.Width; x++)
            {
                var (wanted, shown) = (Seen(screen[x, y]), Seen(terminal[x, y]));
                if (wanted != shown) Assert.Fail($"{x},{y}: {shown} instead of {wanted} after {why}");
            }
        }

        if (screen.Caret is { } caret) Assert.Equal((caret.X, caret.Y), (terminal.X, terminal.Y));
        Assert.Equal(screen.Caret is not null, terminal.CaretShown);
    }

    /// <summary>Ink and boldness do not show on a blank.</summary>
    private static Cell Seen(Cell cell)
    {
        if (cell.Kind == CellKind.WideTail) return new Cell(Text: null, default, CellKind.WideTail);
        if (!cell.IsBlank) return cell;
        var emphasis = cell.Style.Emphasis & (Emphasis.Underline | Emphasis.Reverse);
        return cell with { Style = new Style(emphasis == Emphasis.None ? Ink.Default : cell.Style.Fore, cell.Style.Back, emphasis == Emphasis.None ? emphasis : cell.Style.Emphasis) };
    }

    /// <summary>Screens that follow each other as in use: texts, fills, rows that move, and now and then all new.</summary>
    private sealed class RandomFrames(int seed, Size size)
    {
        private readonly Random _random = new(seed);
        private Screen _current = new(size);

        public Screen Next()
        {
            var next = new Screen(size);
            if (_random.Next(5) == 0) Move(next, _random.Next(-4, 5), _random.Next(8), _random.Next(12, size.Height));
            else if (_random.Next(80) != 0) Move(next, 0, 0, size.Height);
            var painter = new Painter(next);
            for (var i = _random.Next(0, 12); i > 0; i--) Add(painter);
            next.Caret = _random.Next(3) == 0 ? (_random.Next(size.Width), _random.Next(size.Height)) : null;
            return _current = next;
        }

        private void Add(Painter painter)
        {
            var (x, y, style) = (_random.Next(size.Width), _random.Next(size.Height), Styles[_random.Next(Styles.Length)]);
            if (_random.Next(6) == 0) painter.Fill(new Rect(x, y, _random.Next(1, size.Width - x + 1), 1), style);
            else painter.Text(x, y, Words[_random.Next(Words.Length)], style);
        }

        private void Move(Screen next, int by, int top, int bottom)
        {
            for (var y = 0; y < size.Height; y++)
            {
                var source = y >= top && y < bottom ? y + by : y;
                if (y >= top && y < bottom && (source < top || source >= bottom)) continue;
                for (var x = 0; x < size.Width; x++) next.Set(x, y, _current[x, source]);
            }
        }
    }
}
