using Outreach.Content.Translation;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Translation;

/// <summary>The words we use for what hurts or decides.</summary>
public class GlossaryTests
{
    private static readonly string[] NeverMissing = ["asylum-seeker", "refugee", "resettlement", "return", "reintegration", "referral", "case-worker", "consent", "legal-aid", "detention", "unaccompanied-child", "trafficking"];

    [Fact]
    public void Every_language_has_the_same_terms_at_least_sixty()
    {
        var all = Glossary.ReadAll(Repository.At("localization", "glossary"));
        Assert.True(all.Ok, string.Join('\n', all.Problems));
        Assert.Equal(Locale.All.Where(l => l != Locale.English).OrderBy(l => l.Tag, StringComparer.Ordinal), all.Value.Select(g => g.Locale));
        var first = all.Value[0].Terms.Select(t => (t.Id, t.English)).ToList();
        Assert.True(first.Count >= 60, $"{first.Count} terms");
        Assert.Superset(NeverMissing.ToHashSet(), first.Select(t => t.Id).ToHashSet());
        Assert.All(all.Value, g => Assert.Equal(first, g.Terms.Select(t => (t.Id, t.English))));
    }

    [Theory]
    [InlineData("a name that is no language", "xx.yaml", "status: draft\nby: us\nterms: []\n", 2700)]
    [InlineData("a term twice", "fr.yaml", "status: draft\nby: us\nterms:\n  - {id: a, english: a, use: b}\n  - {id: a, english: a, use: c}\n", 2701)]
    [InlineData("a word that is used and avoided", "fr.yaml", "status: draft\nby: us\nterms:\n  - {id: a, english: a, use: Mot, avoid: [mot]}\n", 2702)]
    [InlineData("a term without its word", "fr.yaml", "status: draft\nby: us\nterms:\n  - {id: a, english: a}\n", 2090)]
    public void Refuses(string what, string name, string text, int code) => Assert.True(Glossary.Read(text, name).Problems.Any(p => p.Code == code), what);

    [Theory]
    [InlineData("the word", "Les clandestins.", "clandestins")]
    [InlineData("with capitals", "CLANDESTINS !", "clandestins")]
    [InlineData("not a part of a word", "Les clandestinsieme.", null)]
    public void Finds_what_is_avoided(string what, string text, string? word)
    {
        var glossary = Glossary.Read("status: draft\nby: us\nterms:\n  - {id: a, english: without papers, use: sans papiers, avoid: [clandestins]}\n", "fr.yaml").Value!;
        Assert.True(glossary.AvoidedIn(text).Select(a => a.Word).SingleOrDefault() == word, what);
    }

    [Fact]
    public void Shows_the_terms_an_English_text_speaks_of()
    {
        var glossary = Glossary.Read("status: draft\nby: us\nterms:\n  - {id: a, english: lawyer, use: avocat}\n  - {id: b, english: court, use: tribunal}\n", "fr.yaml").Value!;
        Assert.Equal(["avocat"], glossary.In("Free lawyers can help.").Select(t => t.Use));
    }
}
