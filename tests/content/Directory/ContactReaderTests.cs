using Outreach.Content.Directory;
using Outreach.Localization;

namespace Outreach.Content.Tests.Directory;

/// <summary>The directory is read strictly: a wrong number can cost a life.</summary>
public class ContactReaderTests
{
    private const string Entry = """
        - id: de/112
          number: "112"
          link: https://example.org
          kinds: [emergency, fire]
          name: Feuerwehr
          who: {en: Fire brigade, fr: Pompiers, es: Bomberos, ar: إطفاء, fa: آتش‌نشانی, uk: Пожежники, am: እሳት, sw: Zimamoto}
          by: voice
          hours: "Mo-Fr 09:00-17:00"
          languages: [de, en]
          free: true
          exposes: "yes"
          checked: 2026-11-21
          source: {title: t, url: "https://example.org/numbers", date: ""}
          confidence: high
        """;

    [Fact]
    public void Is_read_whole()
    {
        var contact = Assert.Single(ContactReader.Read(Entry, "directory/de-services.yaml").Value!);
        Assert.Equal(("de/112", "112", "de", "voice"), (contact.Id, contact.Number, contact.Place, contact.By));
        Assert.Equal((Known.Yes, Known.Yes, Confidence.High), (contact.Free, contact.Exposes, contact.Confidence));
        Assert.Equal(8, contact.Who.Count);
        Assert.Equal("Pompiers", contact.Who[Locale.French]);
    }

    [Theory]
    [InlineData("another place", "id: de/112", "id: fr/112", 2250)]
    [InlineData("no place", "id: de/112", "id: \"112\"", 2250)]
    [InlineData("capitals", "id: de/112", "id: de/SOS", 2250)]
    [InlineData("an unknown key", "by: voice", "by: voice\n  fax: x", 2112)]
    [InlineData("a missing language", "am: እሳት, ", "", 2094)]
    [InlineData("another language", "am: እሳት", "am: እሳት, tr: İtfaiye", 2112)]
    [InlineData("too long for a button", "Fire brigade", "Fire brigade of the whole town and of all villages around it here", 2096)]
    [InlineData("an unknown kind", "[emergency, fire]", "[emergency, pizza]", 2093)]
    [InlineData("no kind", "[emergency, fire]", "[]", 2090)]
    [InlineData("unknown hours", "Mo-Fr 09:00-17:00", "in the morning", 2255)]
    [InlineData("impossible hours", "Mo-Fr 09:00-17:00", "Mo-Fr 09:00-25:00", 2255)]
    [InlineData("an unknown word", "confidence: high", "confidence: sure", 2093)]
    [InlineData("perhaps", "exposes: \"yes\"", "exposes: perhaps", 2093)]
    [InlineData("a language that is none", "[de, en]", "[German]", 2256)]
    [InlineData("a link without https", "https://example.org\n", "http://example.org\n", 2097)]
    [InlineData("a voice without number", "number: \"112\"", "", 2253)]
    [InlineData("a date that is none", "2026-11-21", "2026-02-30", 2092)]
    [InlineData("a source without address", ", url: \"https://example.org/numbers\"", "", 2090)]
    public void Refuses(string what, string old, string instead, int code)
    {
        Assert.Contains(old, Entry, StringComparison.Ordinal);
        var read = ContactReader.Read(Entry.Replace(old, instead), "directory/de.yaml");
        Assert.True(read.Problems.Any(p => p.Code == code), $"{what}: {string.Join('\n', read.Problems)}");
        Assert.All(read.Problems, p => Assert.Matches(@"^directory/de\.yaml:\d+$", p.Where));
    }

    [Theory]
    [InlineData("112", true)]
    [InlineData("000", true)]
    [InlineData("0800 1110111", true)]
    [InlineData("+49 30 18151111", true)]
    [InlineData("+218910011491", true)]
    [InlineData("1", false)]
    [InlineData("0800-1110111", false)]
    [InlineData("(030) 18151111", false)]
    [InlineData("+49 (0)30 18151111", false)]
    [InlineData("+49", false)]
    [InlineData("+0049301815", false)]
    [InlineData("00  112", false)]
    [InlineData("1234567890123456", false)]
    [InlineData("١١٢", false)]
    [InlineData("112 oder 110", false)]
    [InlineData("0900*", false)]
    public void Takes_only_what_can_be_dialled(string number, bool dialable) =>
        Assert.Equal(dialable, ContactReader.Read(Entry.Replace("\"112\"", $"\"{number}\""), "directory/de.yaml").Ok);

    [Fact]
    public void Contacts_of_the_world_have_no_number() =>
        Assert.Contains(ContactReader.Read(Entry.Replace("de/112", "world/unhcr"), "directory/world.yaml").Problems, p => p.Code == 2254);

    [Theory]
    [InlineData("a mapping", "id: de/112", 2100)]
    [InlineData("texts", "- a\n- b", 2091)]
    [InlineData("nothing", "", 2100)]
    public void Refuses_files_that_are(string what, string yaml, int code) =>
        Assert.True(ContactReader.Read(yaml, "directory/de.yaml").Problems.Any(p => p.Code == code), what);

    [Fact]
    public void Reports_everything_at_once() =>
        Assert.Equal(3, ContactReader.Read(Entry.Replace("fire]", "x]").Replace("by: voice", "by: drum").Replace("high", "none"), "directory/de.yaml").Problems.Length);
}
