using Outreach.Localization;
using Outreach.Tui.Commands;

namespace Outreach.Tui.Tests.Commands;

/// <summary>Spelling with the dictionaries of Debian, which ./test.sh installs.</summary>
public class HunspellTests
{
    [Theory]
    [InlineData("en", "centre ofice color well-known well-knwon", "color ofice well-knwon")]
    [InlineData("fr", "logement l'asile logemant", "logemant")]
    [InlineData("es", "vivienda bivienda", "bivienda")]
    [InlineData("ar", "بيت مدرسة بيتتتت", "بيتتتت")]
    [InlineData("uk", "будинок будинокк", "будинокк")]
    [InlineData("sw", "nyumba nyummba", "nyummba")]
    public void Finds_what_no_dictionary_has(string tag, string words, string wrong) =>
        Assert.Equal(wrong.Split(' '), new Hunspell().Unknown(Of(tag), words.Split(' ')).Value!.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("fa")]
    [InlineData("am")]
    public void Says_where_there_is_no_dictionary(string tag) =>
        Assert.Equal("no dictionary is packaged for this language; a speaker has to read it", Assert.Single(new Hunspell().Unknown(Of(tag), ["x"]).Problems).Message);

    [Fact]
    public void Says_what_to_install_where_there_is_no_hunspell() =>
        Assert.StartsWith("'no-hunspell-here' is not installed or does not answer; install the packages hunspell and ", Assert.Single(new Hunspell("no-hunspell-here").Unknown(Locale.French, ["x"]).Problems).Message, StringComparison.Ordinal);

    private static Locale Of(string tag) => Locale.All.Single(l => l.Tag == tag);
}
