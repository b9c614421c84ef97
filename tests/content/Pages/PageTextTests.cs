using System.Collections.Immutable;
using Outreach.Content.Pages;

namespace Outreach.Content.Tests.Pages;

/// <summary>Blocks as plain text, and as much of them as fits.</summary>
public class PageTextTests
{
    private static readonly ImmutableArray<PageBlock> Blocks =
    [
        new PageBlock.Heading("No bed"),
        new PageBlock.Paragraph([new Run("Ask "), new Run("UNHCR", Link: "https://help.unhcr.org"), new Run(". Then read "), new Run("this", Link: "page:de/asylum"), new Run(".")]),
        new PageBlock.Bullets(true, [[new Run("one")], [new Run("two", Emphasis.Strong)]]),
        new PageBlock.Warning([new Run("Do not sign.")]),
        new PageBlock.Call("Police", "110", "tel:110", ["Day and night."]),
    ];

    [Fact]
    public void Says_everything() => Assert.Equal(
        "No bed\n\nAsk UNHCR (https://help.unhcr.org). Then read this.\n\n1. one\n2. two\n\n! Do not sign.\n\nPolice: 110\nDay and night.", PageText.Of(Blocks));

    [Fact]
    public void Leaves_addresses_out_where_they_are_no_use() => Assert.Contains("Ask UNHCR. Then", PageText.Of(Blocks, PageTextLinks.Hidden), StringComparison.Ordinal);

    [Theory]
    [InlineData(200, "No bed\n\nAsk UNHCR (https://help.unhcr.org). Then read this.\n\n1. one\n2. two\n\n! Do not sign.\n\nPolice: 110\nDay and night.")]
    [InlineData(100, "No bed\n\nAsk UNHCR (https://help.unhcr.org). Then read this.\n\n1. one\n2. two\n\n! Do not…\n\nPolice: 110")]
    [InlineData(64, "No bed\n\nAsk UNHCR (https://help.unhcr.org). …\n\nPolice: 110")]
    [InlineData(20, "No bed\n\nPolice: 110")]
    [InlineData(18, "No…\n\nPolice: 110")]
    [InlineData(11, "Police: 110")]
    public void Never_leaves_out_whom_to_call(int length, string expected) => Assert.Equal(expected, PageText.Within(Blocks, length));

    [Fact]
    public void A_number_stands_there_whole_or_not_at_all()
    {
        ImmutableArray<PageBlock> calls = [PageBlock.Paragraph.Of("Call."), Call("Trafficking or forced work: help with interpreters", "800290290"), Call("Violence against women: help (checked in 2026)", "1522")];
        for (var length = 1; length < 140; length++)
            foreach (var part in PageText.Within(calls, length).Split("\n\n"))
                Assert.True(part is "Call." or "" || part.EndsWith("800290290", StringComparison.Ordinal) || part.EndsWith("1522", StringComparison.Ordinal) || part.EndsWith('…') && !part.Any(char.IsDigit), part);

        static PageBlock.Call Call(string who, string number) => new(who, number, $"tel:{number}", []);
    }

    [Fact]
    public void Never_gets_longer_than_it_may()
    {
        for (var length = 1; length < 150; length++)
            Assert.InRange(PageText.Within(Blocks, length).Length, 0, length);
    }

    [Fact]
    public void Never_cuts_a_character_in_two()
    {
        ImmutableArray<PageBlock> faces = [PageBlock.Paragraph.Of(string.Concat(Enumerable.Repeat("😀", 20)))];
        for (var length = 1; length < 40; length++)
            Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(PageText.Within(faces, length))));
    }
}
