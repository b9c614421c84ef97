using Outreach.Localization;
using Outreach.Referrals.Triage;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests.Triage;

/// <summary>The template that translators work from is exactly what stands in the published rules: each rule, nothing else.</summary>
public class RulesCatalogTests
{
    private static readonly string Template = Repository.At("localization", "catalogs", "rules.pot");

    [Fact]
    public void Every_code_and_reason_stands_in_the_template()
    {
        var expected = PoWriter.Write(PoFile.Template(Samples.Rules.English.Select(e => e with { Where = "", References = [] })));
        if (Repository.Update)
            File.WriteAllText(Template, expected);
        Assert.Equal(expected, File.ReadAllText(Template));
    }

    [Fact]
    public void Every_rule_has_a_code_and_a_reason()
    {
        var texts = Localizer.Of(Samples.Rules.English, []);
        Assert.All(Samples.Rules.Rules, rule => Assert.True(texts.Has(Locale.English, TriageRule.Key(rule.Id)) && texts.Has(Locale.English, TriageRule.CodeKey(rule.Id)), rule.Id));
    }

    [Fact]
    public void A_translated_rule_is_shown_in_the_language_of_the_desk()
    {
        var arabic = new PoFile { Header = [new PoField("Language", "ar")], Entries = [new PoEntry { Key = "rule.pregnant.code", English = Samples.Rules.Rules.First(r => r.Id == "pregnant").Code, Translations = ["حامل"] }] };
        Assert.Equal("حامل", Localizer.Of([], [arabic]).With(Samples.Rules.English).Text(Locale.Arabic, TriageRule.CodeKey("pregnant")));
    }
}
