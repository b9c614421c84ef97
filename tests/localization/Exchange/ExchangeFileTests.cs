using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Outreach.Localization.Exchange;

namespace Outreach.Localization.Tests.Exchange;

/// <summary>Files for translators: what goes out comes back the same, and other programs can read it.</summary>
public class ExchangeFileTests
{
    private const string Schemas = "/usr/share/php/Symfony/Component/Translation/Resources/schemas";

    private static readonly TranslationFile Sample = new(Locale.Arabic,
    [
        new() { Id = "app.pot#hello", Source = "Hello {name}. <b> & \"you\"", Target = "أهلاً {name}. <b> & \"you\"", State = UnitState.Translated },
        new() { Id = "app.pot#days[2]", Source = "{count} days\nfrom now ", State = UnitState.New },
        new() { Id = "app.pot#day", Source = "{day}: {n}", Target = "{n} - {day}", State = UnitState.Translated },
        new() { Id = "app.pot#brand", Source = "Outreach", Target = "Outreach", State = UnitState.Unneeded },
        new() { Id = "library/de/housing#c1.2", Source = "Read [Arrival](page:de/arrival) **now**.", Target = "[الوصول](page:de/arrival)", State = UnitState.Stale, Previous = "Read [Arrival](page:de/arrival).", Note = "changed: …\nasylum: لجوء" },
    ]);

    public static TheoryData<string> Formats => ["po", "xliff"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_goes_out_comes_back_the_same(string format)
    {
        var back = Read(format, Write(format, Sample));
        Assert.True(back.Ok, string.Join('\n', back.Problems));
        Assert.Equal(Locale.Arabic, back.Value.Locale);
        Assert.Equal(Sample.Units.Select(u => (u.Id, u.Source, u.Target, u.State)), back.Value.Units.Select(u => (u.Id, u.Source, u.Target, u.State)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_changed_goes_with_it(string format)
    {
        var text = Write(format, Sample);
        Assert.Contains("Read ", text, StringComparison.Ordinal);
        Assert.Contains("asylum: لجوء", text, StringComparison.Ordinal);
        Assert.Contains(format == "po" ? "#| msgid \"Read [Arrival](page:de/arrival).\"" : "alttranstype=\"previous-version\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Holes_and_addresses_are_codes_that_translators_programs_protect()
    {
        XNamespace ns = "urn:oasis:names:tc:xliff:document:1.2";
        var codes = XDocument.Parse(Xliff.Write(Sample)).Descendants(ns + "source").Elements(ns + "ph").Select(p => p.Value).Distinct(StringComparer.Ordinal);
        Assert.Equal(["{name}", "{count}", "{day}", "{n}", "](page:de/arrival)"], codes);
    }

    /// <summary>The schema of OASIS, as Debian's package php-symfony-translation brings it.</summary>
    [Fact]
    public void The_published_schema_accepts_what_goes_out()
    {
        Assert.True(Directory.Exists(Schemas), "the schemas are not installed; ./test.sh installs what the tests need");
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var schema in (string[])["xml.xsd", "xliff-core-1.2-strict.xsd"])
            using (var reader = XmlReader.Create(Path.Combine(Schemas, schema), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore }))
                set.Add(null, reader);
        var wrong = new List<string>();
        XDocument.Parse(Xliff.Write(Sample)).Validate(set, (_, e) => wrong.Add(e.Message));
        Assert.Empty(wrong);
        var broken = XDocument.Parse(Xliff.Write(Sample).Replace("trans-unit", "trans-unite", StringComparison.Ordinal));
        broken.Validate(set, (_, e) => wrong.Add(e.Message));
        Assert.NotEmpty(wrong);
    }

    [Fact]
    public void Gettext_accepts_what_goes_out()
    {
        using var folder = new TemporaryFolder();
        var (exit, _, errors) = Tools.Run("msgfmt", folder.Path, "--check", "-o", "/dev/null", folder.Write("out.po", PoExchange.Write(Sample)));
        Assert.Equal((0, ""), (exit, errors));
    }

    [Theory]
    [InlineData("no XML", "<xliff", "it is no well-formed XML")]
    [InlineData("another kind of XML", "<html/>", "it is not XLIFF 1.2")]
    [InlineData("another version", "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"/>", "it is not XLIFF 1.2")]
    [InlineData("entities that grow without end", "<!DOCTYPE a [<!ENTITY a \"aaaa\">]><xliff>&a;</xliff>", "it is no well-formed XML")]
    [InlineData("a language we do not have", "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file target-language=\"xx\" source-language=\"en\" original=\"a\" datatype=\"x\"><body/></file></xliff>", "the target language 'xx' is none of ours")]
    public void Refuses(string what, string text, string why)
    {
        var problem = Assert.Single(Xliff.Read(text, "in.xlf").Problems);
        Assert.True(problem.Message.Contains(why, StringComparison.Ordinal) && problem.Where.StartsWith("in.xlf", StringComparison.Ordinal), $"{what}: {problem}");
    }

    private static string Write(string format, TranslationFile file) => format == "po" ? PoExchange.Write(file) : Xliff.Write(file);

    private static Result<TranslationFile> Read(string format, string text) => format == "po" ? PoExchange.Read(text, "back.po") : Xliff.Read(text, "back.xlf");
}
