using System.Globalization;
using Outreach.Tui.Text;

namespace Outreach.Tui.Tests.Text;

/// <summary>Every case Unicode publishes for UAX#9 (Debian package unicode-data).</summary>
public class BidiConformanceTests
{
    private const string Folder = "/usr/share/unicode/";
    private static readonly (int Bit, Flow Flow)[] Flows = [(1, Flow.Auto), (2, Flow.LeftToRight), (4, Flow.RightToLeft)];

    [Fact]
    public void All_of_BidiTest_passes()
    {
        int[] levels = [], order = [];
        var cases = 0;
        foreach (var line in Lines("BidiTest.txt"))
        {
            if (line.StartsWith("@Levels:", StringComparison.Ordinal)) levels = Numbers(line[8..]);
            else if (line.StartsWith("@Reorder:", StringComparison.Ordinal)) order = Numbers(line[9..]);
            else cases += Check(line, levels, order);
        }

        Assert.Equal(770_241, cases);
    }

    [Fact]
    public void All_of_BidiCharacterTest_passes()
    {
        var cases = 0;
        foreach (var line in Lines("BidiCharacterTest.txt"))
        {
            var fields = line.Split(';');
            var codePoints = fields[0].Split(' ').Select(code => int.Parse(code, NumberStyles.HexNumber)).ToArray();
            var flow = fields[1] switch { "0" => Flow.LeftToRight, "1" => Flow.RightToLeft, _ => Flow.Auto };
            var levels = Bidi.Levels(Array.ConvertAll(codePoints, Ucd.BidiClassOf), codePoints, flow, out var paragraph);
            Assert.True(paragraph == int.Parse(fields[2]), line);
            Assert.True(Same(levels, Numbers(fields[3])), line);
            Assert.True(Bidi.VisualOrder(levels).AsSpan().SequenceEqual(Numbers(fields[4])), line);
            cases++;
        }

        Assert.Equal(91_707, cases);
    }

    private static int Check(string line, int[] expected, int[] order)
    {
        var fields = line.Split(';');
        var classes = fields[0].Trim().Split(' ').Select(Enum.Parse<BidiClass>).ToArray();
        var bits = int.Parse(fields[1].Trim(), NumberStyles.HexNumber);
        var cases = 0;
        foreach (var (_, flow) in Flows.Where(each => (bits & each.Bit) != 0))
        {
            var levels = Bidi.Levels(classes, [], flow, out _);
            Assert.True(Same(levels, expected), $"{line} {flow}");
            Assert.True(Bidi.VisualOrder(levels).AsSpan().SequenceEqual(order), $"{line} {flow}");
            cases++;
        }

        return cases;
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Folder + file).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0);

    private static int[] Numbers(string list) =>
        [.. list.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(number => number == "x" ? -1 : int.Parse(number))];

    private static bool Same(sbyte[] levels, int[] expected) => levels.Select(level => (int)level).SequenceEqual(expected);
}
