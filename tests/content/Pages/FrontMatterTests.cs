using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Tests.Pages;

/// <summary>What a page must say about itself.</summary>
public class FrontMatterTests
{
    [Fact]
    public void Is_read_whole()
    {
        var front = Sample.Read().Value!.Front;
        Assert.Equal(("Somewhere to live", "orientation", 1), (front.Title, front.Owner, front.Revision));
        Assert.Equal((new DateOnly(2026, 11, 21), new DateOnly(2027, 5, 21)), (front.Reviewed, front.ReviewBy));
        Assert.Equal(new Source("UNHCR Germany", new Uri("https://help.unhcr.org/germany/"), "2026"), Assert.Single(front.Sources));
        Assert.Equal("how do i find a flat", Assert.Single(front.AlsoAskedAs));
        Assert.Null(front.Translation);
    }

    [Theory]
    [InlineData("an unknown key", "owner: orientation", "ownr: orientation", 2112)]
    [InlineData("a missing key", "owner: orientation\n", "", 2090)]
    [InlineData("an empty title", "title: Somewhere to live", "title:", 2090)]
    [InlineData("a list for a title", "title: Somewhere to live", "title: [a]", 2091)]
    [InlineData("a month that is none", "2026-11-21", "2026-13-21", 2092)]
    [InlineData("a date in words", "2026-11-21", "21 November 2026", 2092)]
    [InlineData("a day of another calendar", "2026-11-21", "1405-08-30", 2092)]
    [InlineData("a review in the past of the other", "2027-05-21", "2026-11-21", 2005)]
    [InlineData("a source without address", "url: \"https://help.unhcr.org/germany/\", ", "", 2090)]
    [InlineData("a source that is a text", "{title: UNHCR Germany, url: \"https://help.unhcr.org/germany/\", date: \"2026\"}", "UNHCR", 2091)]
    [InlineData("an address that is none", "https://help.unhcr.org/germany/", "help.unhcr.org", 2097)]
    [InlineData("no revision", "revision: 1", "revision: one", 2091)]
    [InlineData("a translation mark in English", "revision: 1", "revision: 1\ntranslation: {of: 1, status: draft, by: x}", 2007)]
    [InlineData("one key twice", "revision: 1", "revision: 1\nrevision: 2", 2100)]
    [InlineData("broken quotes", "title: Somewhere to live", "title: \"Somewhere", 2100)]
    [InlineData("anchors", "title: Somewhere to live", "title: &a Somewhere", 2100)]
    [InlineData("tabs", "owner: orientation", "owner:\n\t- x", 2100)]
    public void Refuses(string what, string old, string instead, int code)
    {
        Assert.Contains(old, Sample.Front, StringComparison.Ordinal);
        var page = Sample.Read(front: Sample.Front.Replace(old, instead));
        Assert.True(page.Problems.Any(p => p.Code == code), $"{what}: {string.Join('\n', page.Problems)}");
        Assert.All(page.Problems, p => Assert.Matches(@"^library/de/housing\.en\.md(:\d+)?$", p.Where));
    }

    [Fact]
    public void A_problem_names_the_line_of_the_file() =>
        Assert.Equal("library/de/housing.en.md:4", Assert.Single(Sample.Read(front: Sample.Front.Replace("reviewed: 2026-11-21", "reviewed: soon")).Problems).Where);

    [Fact]
    public void A_summary_has_160_characters()
    {
        string With(int length) => Sample.Front.Replace("The shortest true answer.", new string('x', length));
        Assert.True(Sample.Read(front: With(160)).Ok);
        Assert.Equal(2096, Assert.Single(Sample.Read(front: With(161)).Problems).Code);
    }

    [Theory]
    [InlineData("without a mark", "", 2006)]
    [InlineData("of another status", "translation: {of: 2, status: perhaps, by: x}", 2093)]
    [InlineData("of nothing", "translation: {status: draft, by: x}", 2090)]
    [InlineData("by nobody", "translation: {of: 2, status: draft}", 2090)]
    public void Refuses_a_translation(string what, string mark, int code) =>
        Assert.True(Translation(mark).Problems.Any(p => p.Code == code), what);

    [Theory]
    [InlineData("draft", false)]
    [InlineData("reviewed", true)]
    public void A_translation_says_what_it_translates(string status, bool reviewed)
    {
        var front = Translation($"translation: {{of: 2, status: {status}, by: machine}}").Value!.Front;
        Assert.Equal((2, new TranslationMark(reviewed, "machine")), (front.Revision, front.Translation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no front matter")]
    [InlineData("---\ntitle: never ends\n")]
    [InlineData("----\ntitle: x\n---\nLead")]
    public void Refuses_files_without_front_matter(string text) =>
        Assert.Equal(2001, Assert.Single(PageReader.Read(text, Sample.File, Sample.Contact).Problems).Code);

    [Fact]
    public void Windows_line_ends_and_byte_order_marks_do_not_matter() =>
        Assert.True(PageReader.Read("\uFEFF" + Sample.Text().ReplaceLineEndings("\r\n"), Sample.File, Sample.Contact).Ok);

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Deep_nesting_ends_in_a_problem(string part)
    {
        var page = Sample.Read(front: "title: " + string.Concat(Enumerable.Repeat(part, 10_000 / part.Length)));
        Assert.Contains(page.Problems, p => p.Code == 2100);
    }

    private static Result<Page> Translation(string mark) =>
        PageReader.Read(Sample.Text(front: $"{Sample.Front}\n{mark}"), Sample.File with { Locale = Locale.French }, Sample.Contact);
}
