using Outreach.Content.Directory;

namespace Outreach.Content.Tests.Directory;

/// <summary>The table of countries is read as strictly as the directory: a number that nobody has written anywhere is refused.</summary>
public class CountryReaderTests
{
    private const string Names = """
        - {id: ke, calling-code: "254", host: [sw, en], zones: [Africa/Nairobi], name: {en: Kenya, fr: Kenya, es: Kenia, ar: كينيا, fa: کنیا, uk: Кенія, am: ኬንያ, sw: Kenya}}
        - {id: aq, name: {en: Antarctica, fr: Antarctique, es: Antártida, ar: أنتاركتيكا, fa: جنوبگان, uk: Антарктида, am: አንታርክቲካ, sw: Antaktika}, also: [South Pole]}
        """;

    private const string Numbers = """
        checked: 2026-11-22
        mobile: {number: "112", from: [gov]}
        sources:
          - {id: gov, title: A government, url: "https://example.org", date: "2026"}
          - {id: unhcr, title: Help, url: "https://example.org/help", date: ""}
        countries:
          - {id: ke, unhcr: https://example.org/help/kenya, numbers: [{number: "999", kinds: [emergency, police], confidence: high, from: [gov]}]}
        """;

    [Fact]
    public void Is_read_whole()
    {
        var table = CountryReader.Read(Names, Numbers).Value!;
        Assert.Equal(["aq", "ke"], table.Countries.Select(c => c.Place.Id));
        Assert.Equal(("112", new DateOnly(2026, 11, 22)), (table.Mobile!.Number, table.Checked));
        var number = Assert.Single(table.Countries[1].Numbers);
        Assert.Equal(("999", Confidence.High, "gov"), (number.Number, number.Confidence, Assert.Single(number.From)));
    }

    [Fact]
    public void What_is_not_known_is_not_there()
    {
        var pole = CountryReader.Read(Names, Numbers).Value!.Countries[0];
        Assert.Equal(("", null, null), (pole.Place.CallingCode, pole.Unhcr, pole.RedCross));
        Assert.Empty(pole.Numbers);
        Assert.Empty(pole.Place.Zones);
    }

    [Theory]
    [InlineData("a number without a source", ", from: [gov]}]", "}]", 2268)]
    [InlineData("a number of no source at all", "from: [gov]}]", "from: []}]", 2268)]
    [InlineData("a source that is not listed", "from: [gov]}]", "from: [hearsay]}]", 2269)]
    [InlineData("an office of no listed source", "unhcr: https://example.org/help/kenya", "iom: https://example.org/kenya", 2269)]
    [InlineData("a number for mobile phones without a source", ", from: [gov]}\n", "}\n", 2268)]
    [InlineData("a number nobody can dial", "\"999\"", "\"9-9-9\"", 2252)]
    [InlineData("a number of no kind", "[emergency, police]", "[]", 2090)]
    [InlineData("a kind that is none", "[emergency, police]", "[pizza]", 2093)]
    [InlineData("a number twice", "from: [gov]}]", "from: [gov]}, {number: \"999\", kinds: [fire], confidence: low, from: [gov]}]", 2251)]
    [InlineData("a confidence that is none", "confidence: high", "confidence: sure", 2093)]
    [InlineData("numbers of a country that is not named", "id: ke,", "id: zz,", 2270)]
    [InlineData("an unknown key", "id: ke,", "id: ke, fax: x,", 2112)]
    [InlineData("no day", "checked: 2026-11-22", "checked: lately", 2092)]
    [InlineData("a source without address", ", url: \"https://example.org\"", "", 2090)]
    public void Refuses(string what, string old, string instead, int code)
    {
        Assert.Contains(old, Numbers, StringComparison.Ordinal);
        Refused(what, CountryReader.Read(Names, Numbers.Replace(old, instead)).Problems, code, CountryReader.NumbersFile);
    }

    [Theory]
    [InlineData("a name missing in a language", "sw: Kenya", "", 2094)]
    [InlineData("an id that is none", "id: ke", "id: KEN", 2267)]
    [InlineData("a country twice", "id: aq", "id: ke", 2251)]
    [InlineData("a zone that does not exist", "Africa/Nairobi", "Africa/Nowhere", 2258)]
    [InlineData("a calling code with a plus", "\"254\"", "\"+254\"", 2259)]
    public void Refuses_names(string what, string old, string instead, int code)
    {
        Assert.Contains(old, Names, StringComparison.Ordinal);
        Refused(what, CountryReader.Read(Names.Replace(old, instead), Numbers).Problems, code, CountryReader.NamesFile);
    }

    private static void Refused(string what, IEnumerable<Localization.Problem> problems, int code, string file) =>
        Assert.True(problems.Any(p => p.Code == code && p.Where.StartsWith(file, StringComparison.Ordinal)), $"{what}: {string.Join('\n', problems)}");
}
