using System.Collections.Immutable;
using Outreach.Content.Translation;

namespace Outreach.Content.Tests.Translation;

/// <summary>What a back-translation must not say otherwise than the English.</summary>
public class BackTranslationTests
{
    [Theory]
    [InlineData("other words for the same", "Nobody may hit you.", "Nobody is allowed to beat you.", null)]
    [InlineData("a not came", "You may not work.", "You may not do no work.", "negation: no | no x2")]
    [InlineData("a synonym of what binds", "You must go today.", "You have to go today.", null)]
    [InlineData("a synonym of what allows", "You may stay 3 months.", "You can stay three months.", null)]
    [InlineData("must became may", "You must go to the office.", "You may go to the office.", "duty: must | may")]
    [InlineData("should became must", "You should ask a lawyer.", "You must ask a lawyer.", "duty: should | must")]
    [InlineData("a not went", "Do not sign anything.", "Sign anything.", "negation: no | ")]
    [InlineData("a not in short is a not", "Do not sign.", "Don't sign.", null)]
    [InlineData("a number changed", "Go within 14 days.", "Go within 4 days.", "number: 14 | 4")]
    [InlineData("a number in words is that number", "Wait for 2 weeks.", "Wait for two weeks.", null)]
    [InlineData("a sum written otherwise is that sum", "It costs 1,500 euro.", "It costs 1.500 euro.", null)]
    [InlineData("a name of the place was lost", "Ask the *Jobcenter*.", "Ask the work office.", "name: Jobcenter | ")]
    [InlineData("an abbreviation was lost", "UNHCR can help.", "An office can help.", "name: UNHCR | ")]
    [InlineData("a link was lost", "Read [Arrival](page:de/arrival).", "Read Arrival.", "link: page:de/arrival | ")]
    [InlineData("a hole was lost", "Hello {name}.", "Hello.", "link: name | ")]
    public void Reports(string what, string english, string back, string? expected)
    {
        var found = BackTranslation.Compare(Units(english), Units(back)).Value.Select(d => $"{d.What}: {d.Source} | {d.Back}").ToList();
        Assert.True(found.SequenceEqual(expected is null ? [] : [expected]), $"{what}: {string.Join("; ", found)}");
    }

    [Fact]
    public void Reads_two_columns()
    {
        var read = BackTranslation.Read("app.pot#a\tHello\n\napp.pot#b\tYou must go\n", "back.tsv");
        Assert.Equal([("app.pot#a", "Hello"), ("app.pot#b", "You must go")], read.Value!.OrderBy(u => u.Key).Select(u => (u.Key, u.Value)));
    }

    [Theory]
    [InlineData("a line without a tab", "app.pot#a Hello\n", "back.tsv:1: 1201: cannot be read: expected two columns with a tab between them: unit, back-translation")]
    [InlineData("a unit twice", "app.pot#a\tx\napp.pot#a\ty\n", "app.pot#a: 1209: stands twice in the file; keep one")]
    public void Refuses(string what, string text, string sentence) =>
        Assert.True(BackTranslation.Read(text, "back.tsv").Problems is [var problem] && problem.ToString() == sentence, what);

    [Fact]
    public void A_unit_nobody_knows_is_named() =>
        Assert.Equal("b: 1203: we have no such text (any more); export again and bring your translation over", Assert.Single(BackTranslation.Compare(Units("a"), ImmutableDictionary<string, string>.Empty.Add("b", "x")).Problems).ToString());

    private static ImmutableDictionary<string, string> Units(string text) => ImmutableDictionary<string, string>.Empty.Add("a", text);
}
