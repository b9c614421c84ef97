using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Tests.Packages;

/// <summary>Folders become a book, or everything that is wrong with them.</summary>
public sealed class BookReaderTests : IDisposable
{
    private readonly Folders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Fact]
    public void Puts_everything_together()
    {
        var book = Read().Value!;
        var page = book.Library.Find(new PageId("de", "housing"), Locale.Arabic)!;
        Assert.Equal(Locale.English, page.Locale);
        var call = Assert.IsType<PageBlock.Call>(page.Cards[0].Blocks[1]);
        Assert.Equal(("Fire brigade", "112"), (call.Who, call.Number));
        Assert.Contains("Free.", call.Notes);
        Assert.Equal("de", Assert.IsType<PageBlock.Paragraph>(page.Lead[0]).Runs[1].Language);
        Assert.Equal(12, book.Revision.Length);
    }

    [Fact]
    public void Reports_all_problems_of_all_files()
    {
        _folders.Write("content/library/de/work.en.md", "nothing");
        _folders.Write("content/library/at/work.en.md", "nothing");
        _folders.Write("content/library/de/weather.en.md", "nothing");
        _folders.Write("content/library/de/work.de.md", "nothing");
        _folders.Write("content/programmes/none/en.md", "nothing");
        _folders.Write("content/directory/de-more.yaml", Folders.Contact("de/112"));
        _folders.Write("content/dialogs/broken.yaml", "[");
        _folders.Write("content/librery/x.md", "x");
        _folders.Write("catalogs/app.xx.po", "");
        var codes = Read().Problems.Select(p => p.Code).ToHashSet();
        Assert.Superset(new HashSet<int> { 2001, 2021, 2022, 2023, 2251, 2260, 2100 }, codes);
        Assert.Contains(codes, c => c is >= 1000 and < 2000);
    }

    [Fact]
    public void A_programme_page_has_its_five_cards()
    {
        _folders.Write("content/programmes/stranded/programme.yaml", "id: stranded\norder: 1\ngroup: help\nopenness: open\nplaces: [any]\ndecides: [iom]\ncontacts: []\ntopics: [help]\n");
        _folders.Write("content/programmes/stranded/en.md", Pages.Sample.Text());
        Assert.Equal(2024, Assert.Single(Read().Problems).Code);
    }

    [Theory]
    [InlineData("content/library/de/housing.en.md")]
    [InlineData("content/directory/de.yaml")]
    public void Files_are_utf_8(string name)
    {
        File.WriteAllBytes(_folders.At(name), [0x2D, 0xFF, 0xFE]);
        Assert.Equal(2401, Assert.Single(Read().Problems).Code);
    }

    [Fact]
    public void Content_that_is_not_there_is_said() =>
        Assert.Equal(2400, Assert.Single(BookReader.Read(_folders.At("nowhere"), _folders.Catalogs, new Office()).Problems).Code);

    [Fact]
    public void The_revision_changes_with_any_file_and_with_its_name()
    {
        var first = Read().Value!.Revision;
        Assert.Equal(first, Read().Value!.Revision);
        _folders.Write("content/library/de/housing.en.md", Pages.Sample.Text());
        var second = Read().Value!.Revision;
        File.Move(_folders.At("content/directory/de.yaml"), _folders.At("content/directory/de-fire.yaml"));
        Assert.Equal(3, new HashSet<string> { first, second, Read().Value!.Revision }.Count);
    }

    private Result<Book> Read() => BookReader.Read(_folders.Content, _folders.Catalogs, new Office());
}
