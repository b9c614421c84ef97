using Outreach.Content.Directory;
using Outreach.Localization;

namespace Outreach.Content.Tests.Directory;

/// <summary>Places are read strictly.</summary>
public class PlaceReaderTests
{
    private const string Germany = """
        id: de
        name: {en: Germany, fr: Allemagne, es: Alemania, ar: ألمانيا, fa: آلمان, uk: Німеччина, am: ጀርመን, sw: Ujerumani}
        host: [de]
        zones: [Europe/Berlin]
        kind: destination
        topics: [arrival, help]
        promised: [en, ar]
        calling-code: "49"
        """;

    [Fact]
    public void Is_read_whole()
    {
        var place = PlaceReader.Read(Germany, "places/de.yaml").Value!;
        Assert.Equal(("de", "49", true), (place.Id, place.CallingCode, place.Destination));
        Assert.Equal([Locale.English, Locale.Arabic], place.Promised.AsEnumerable());
        Assert.Equal(["arrival", "help"], place.Topics.AsEnumerable());
    }

    [Theory]
    [InlineData("another id", "id: de", "id: at", 2257)]
    [InlineData("a zone that is none", "Europe/Berlin", "Europe/Bonn", 2258)]
    [InlineData("no zone", "[Europe/Berlin]", "[]", 2090)]
    [InlineData("an unknown topic", "arrival, help", "arrival, weather", 2093)]
    [InlineData("a topic twice", "arrival, help", "help, help", 2251)]
    [InlineData("a language we do not speak", "[en, ar]", "[en, tr]", 2093)]
    [InlineData("a code with plus", "\"49\"", "\"+49\"", 2259)]
    [InlineData("an unknown kind", "destination", "return", 2093)]
    [InlineData("a missing name", "sw: Ujerumani", "", 2094)]
    [InlineData("an unknown key", "kind:", "sort:", 2112)]
    public void Refuses(string what, string old, string instead, int code) =>
        Assert.True(PlaceReader.Read(Germany.Replace(old, instead), "places/de.yaml").Problems.Any(p => p.Code == code), what);
}
