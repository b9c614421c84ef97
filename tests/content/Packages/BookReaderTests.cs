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
    [InlineData("a contact", "directory/de.yaml", "kinds:", "kindz:", "2112 2090")]
    [InlineData("all contacts of a place", "directory/de.yaml", "- id", "[id", "2100")]
    [InlineData("a place", "places/de.yaml", "zones:", "zonse:", "2112 2090")]
    [InlineData("a programme", "programmes/stranded/programme.yaml", "order:", "oder:", "2090 2112")]
    public void A_mistake_is_reported_once_and_not_on_every_page_that_needs_the_file(string why, string file, string right, string wrong, string codes)
    {
        _folders.Write("content/programmes/stranded/programme.yaml", "id: stranded\norder: 1\ngroup: help\nopenness: open\nplaces: [any]\ndecides: [iom]\ncontacts: []\ntopics: [help]\n");
        _folders.Write("content/programmes/stranded/en.md", Pages.Sample.Text("Lead.\n\n## a {#who}\na\n\n## b {#decides}\nb\n\n## c {#next}\nc\n\n## d {#cost}\nd\n\n## e {#elsewhere}\n[](contact:de/112)\n"));
        Assert.True(Read().Ok, string.Join('\n', Read().Problems));
        _folders.Write($"content/{file}", File.ReadAllText(_folders.At($"content/{file}")).Replace(right, wrong, StringComparison.Ordinal));
        Assert.True(Read().Problems.Select(p => p.Code).Order().SequenceEqual(codes.Split(' ').Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture)).Order()), $"{why}: {string.Join('\n', Read().Problems)}");
    }

    [Fact]
    public void What_is_missed_elsewhere_comes_last()
    {
        _folders.Write("content/library/de/housing.en.md", Pages.Sample.Text("Lead.\n\n## A card\n[](contact:de/none)\n"));
        _folders.Write("content/dialogs/talk.yaml", "[");
        Assert.Equal([2100, 2014], Read().Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("content/dialogs/talk.yaml", "[", 2100)]
    [InlineData("content/places/de.yaml", "[", 2100)]
    [InlineData("content/signatures/a.yaml", "[", 2100)]
    [InlineData("content/safety/urgent.yaml", "[", 2100)]
    [InlineData("content/safety/urgent.yaml", "en:\n  dangr:\n    sure: |\n      he has a gun\n", 2112)]
    [InlineData("catalogs/app.pot", "nothing", 1006)]
    [InlineData("content/library/de/housing.en.md", "", 2001)]
    public void Each_path_can_be_opened_from_where_one_stands(string name, string text, int code)
    {
        _folders.Write(name, text);
        var problem = Read().Problems[0];
        Assert.Equal(code, problem.Code);
        Assert.True(File.Exists(problem.Where.Split(':')[0]), problem.Where);
        Assert.Equal(_folders.At(name), problem.Where.Split(':')[0]);
    }

    [Fact]
    public void A_mark_of_encoding_at_the_beginning_is_no_part_of_the_text()
    {
        var before = Read().Value!.Revision;
        foreach (var name in (string[])["content/library/de/housing.en.md", "content/directory/de.yaml", "catalogs/app.pot"])
            File.WriteAllBytes(_folders.At(name), [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(_folders.At(name))]);
        Assert.Equal(before, Read().Value!.Revision);
    }

    [Fact]
    public void A_folder_named_as_a_file_is_no_missing_file()
    {
        System.IO.Directory.CreateDirectory(_folders.At("content/dialogs/talk.yaml"));
        Assert.Equal($"{_folders.At("content/dialogs/talk.yaml")}: 2401: cannot be read: this is a folder, and a file must be here; rename or remove the folder", Assert.Single(Read().Problems).ToString());
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
