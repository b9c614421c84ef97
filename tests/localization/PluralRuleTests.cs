using System.Globalization;
using System.Text.Json;

namespace Outreach.Localization.Tests;

public class PluralRuleTests
{
    [Theory]
    [InlineData("en", "0 other, 1 one, 2 other, -1 one")]
    [InlineData("fr", "0 one, 1 one, 2 other, 1000000 many, 1000001 other")]
    [InlineData("es", "0 other, 1 one, 2 other, 1000000 many")]
    [InlineData("ar", "0 zero, 1 one, 2 two, 3 few, 10 few, 11 many, 99 many, 100 other, 102 other, 103 few, -2 two")]
    [InlineData("fa", "0 one, 1 one, 2 other")]
    [InlineData("uk", "0 many, 1 one, 2 few, 4 few, 5 many, 11 many, 12 many, 21 one, 22 few, 111 many")]
    [InlineData("am", "0 one, 1 one, 2 other")]
    [InlineData("sw", "0 other, 1 one, 2 other")]
    public void Counts_as_people_do(string tag, string expected) =>
        Assert.Equal(expected, string.Join(", ", expected.Split(", ").Select(row => row.Split(' ')[0]).Select(n => $"{n} {Category(tag, long.Parse(n))}")));

    [Fact]
    public void Agrees_with_CLDR_and_with_its_own_gettext_header()
    {
        Assert.True(
            Directory.Exists(Path.Combine(Tools.Oracle, "node_modules", "make-plural")),
            "the plural oracle is not installed: run `npm ci` in tests/localization/oracle (./test.sh does)");
        var expressions = JsonSerializer.Serialize(Locale.All.ToDictionary(l => l.Tag, l => PluralRule.Of(l).GettextHeader.Split("plural=")[1].TrimEnd(';')));
        var (exit, output, errors) = Tools.Run("node", Tools.Oracle, "plurals.js", expressions);
        Assert.True(exit == 0, errors);
        var rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(rows.Length > 8 * 1_100, "the oracle said too little");
        Assert.All(rows, row =>
        {
            var (tag, n) = (row.Split(' ')[0], long.Parse(row.Split(' ')[1], CultureInfo.InvariantCulture));
            Assert.Equal(row, $"{tag} {n} {Category(tag, n)} {Rule(tag).FormIndex(n)}");
        });
    }

    [Fact]
    public void Takes_the_largest_and_the_smallest_number() =>
        Assert.All(Locale.All, l => Assert.Contains(PluralRule.Of(l).Category(long.MinValue), PluralRule.Of(l).Forms));

    [Fact]
    public void Has_all_of_CLDRs_categories() => Assert.Equal(
        "en 2, fr 3, es 3, ar 6, fa 2, uk 4, am 2, sw 2",
        string.Join(", ", Locale.All.Select(l => $"{l} {PluralRule.Of(l).Categories.Length}")));

    private static PluralRule Rule(string tag) => PluralRule.Of(Locale.All.Single(l => l.Tag == tag));

    private static string Category(string tag, long n) => Rule(tag).Category(n).ToString().ToLowerInvariant();
}
