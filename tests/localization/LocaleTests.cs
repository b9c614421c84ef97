using System.Text.Json;

namespace Outreach.Localization.Tests;

public class LocaleTests
{
    [Theory]
    [InlineData("the plain tag", "en", "en")]
    [InlineData("a region says nothing", "en-US", "en")]
    [InlineData("Libyan Arabic of a phone", "ar-LY", "ar")]
    [InlineData("a spoken variety of Arabic", "apc", "ar")]
    [InlineData("Dari has its own code", "prs", "fa")]
    [InlineData("Dari as a region", "fa-AF", "fa")]
    [InlineData("Swahili proper", "swh", "sw")]
    [InlineData("three letters", "ukr", "uk")]
    [InlineData("a script and a region", "uk-Cyrl-UA", "uk")]
    [InlineData("any letter case", "AM-et", "am")]
    [InlineData("a terminal's LANG", "fr_FR.UTF-8", "fr")]
    [InlineData("a terminal's LANG with a modifier", "es_ES@euro", "es")]
    public void Understands(string why, string tag, string expected) =>
        Assert.True(Locale.TryParse(tag, out var locale) && locale.Tag == expected, why);

    [Theory]
    [InlineData("only LANG is set", "LANG=ar_LY.UTF-8", "ar")]
    [InlineData("messages differ from the rest", "LANG=en_US.UTF-8 LC_MESSAGES=uk_UA.UTF-8", "uk")]
    [InlineData("LC_ALL overrides all", "LANG=ar_LY.UTF-8 LC_MESSAGES=uk_UA.UTF-8 LC_ALL=fr_FR.UTF-8", "fr")]
    [InlineData("an empty variable counts as unset", "LC_ALL= LANG=am_ET", "am")]
    [InlineData("the C locale says nothing, whatever stands below it", "LC_ALL=C.UTF-8 LANG=ar_LY.UTF-8", null)]
    [InlineData("nothing is set", "", null)]
    public void Reads_the_language_of_a_terminal(string why, string environment, string? expected)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);
        Assert.True(Locale.FromEnvironment(variables.GetValueOrDefault)?.Tag == expected, why);
    }

    [Theory]
    [InlineData("en", "a, b, c")]
    [InlineData("uk", "a, b, c")]
    [InlineData("ar", "a، b، c")]
    [InlineData("fa", "a، b، c")]
    [InlineData("am", "a፣ b፣ c")]
    public void Puts_the_comma_of_the_language_between_the_parts_of_a_list(string tag, string list) =>
        Assert.Equal(list, Locale.TryParse(tag, out var locale) ? locale.Join(["a", "b", "c"]) : null);

    [Theory]
    [InlineData("nothing", null)]
    [InlineData("empty", "")]
    [InlineData("only a dash", "-")]
    [InlineData("a language we do not speak", "de")]
    [InlineData("the C locale", "C")]
    [InlineData("a name is no tag", "English")]
    [InlineData("Ethiopic script alone selects nothing", "und-Ethi")]
    [InlineData("Tigrinya is not Amharic", "ti")]
    [InlineData("an empty subtag", "en--US")]
    [InlineData("markup", "en-<b>")]
    [InlineData("digits of another script", "en-٣")]
    [InlineData("spaces", " en")]
    public void Refuses(string why, string? tag) => Assert.False(Locale.TryParse(tag, out _), why);

    [Fact]
    public void Refuses_a_very_long_tag() => Assert.False(Locale.TryParse("en" + string.Concat(Enumerable.Repeat("-abcd", 100_000)), out _));

    [Theory]
    [InlineData("the first of equals", "fr, en", "fr")]
    [InlineData("the higher weight", "en;q=0.5, ar;q=0.9", "ar")]
    [InlineData("skips what we do not speak", "de-DE,de;q=0.9,uk;q=0.8,en;q=0.7", "uk")]
    [InlineData("spaces around everything", " am ; q=0.3 , sw ; q=0.4 ", "sw")]
    [InlineData("zero means no", "en;q=0, es;q=0.1", "es")]
    [InlineData("a broken weight counts as no", "en;q=nan, fa;q=0.1", "fa")]
    [InlineData("a weight above one counts as no", "en;q=9, fa;q=0.1", "fa")]
    [InlineData("a star selects nothing", "*", null)]
    [InlineData("nothing of ours", "de, it;q=0.5", null)]
    [InlineData("only separators", ",,;;,", null)]
    [InlineData("empty", "", null)]
    [InlineData("absent", null, null)]
    public void Reads_what_a_browser_asks_for(string why, string? header, string? expected) =>
        Assert.True(Locale.FromAcceptLanguage(header)?.Tag == expected, why);

    [Fact]
    public void Looks_at_the_beginning_of_a_very_long_header() =>
        Assert.Null(Locale.FromAcceptLanguage(string.Concat(Enumerable.Repeat("de,", Locale.MaxAcceptedRanges)) + "en"));

    [Fact]
    public void Stands_in_the_order_in_which_languages_are_offered()
    {
        Assert.Equal("en fr es ar fa uk am sw", string.Join(' ', Locale.All.Select(l => l.Tag)));
        Assert.All(Locale.All, l => Assert.Same(l, Locale.All[l.Index]));
        Assert.Equal("ar fa", string.Join(' ', Locale.All.Where(l => l.IsRightToLeft).Select(l => l.Tag)));
    }

    [Fact]
    public void Is_its_tag_in_JSON()
    {
        var json = JsonSerializer.Serialize(new Dictionary<Locale, Locale?> { [Locale.Persian] = Locale.Ukrainian, [Locale.Arabic] = null });
        Assert.Equal("""{"fa":"uk","ar":null}""", json);
        Assert.Same(Locale.Ukrainian, JsonSerializer.Deserialize<Dictionary<Locale, Locale>>(json)![Locale.Persian]);
    }

    [Theory]
    [InlineData("\"xx\"")]
    [InlineData("\"\"")]
    [InlineData("7")]
    [InlineData("{}")]
    public void Is_refused_in_JSON_when_it_is_none_of_ours(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Locale>(json));
}
