using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;
using Outreach.Content.Search;
using Outreach.Localization;

namespace Outreach.Tests.Support;

/// <summary>The real content of this repository as a book, read once for all tests.</summary>
public static class TestBook
{
    private static readonly Lazy<Book> Made = new(Read);

    /// <summary>The book.</summary>
    public static Book Real => Made.Value;

    private static Book Read()
    {
        var set = DialogReader.Read(Repository.At("content", "book", "dialogs"));
        var texts = CatalogReader.Load(Repository.At("localization", "catalogs"));
        var all = texts.Value!.With(set.Value!.English);
        return new Book
        {
            Revision = "test",
            Texts = all,
            Library = new Library([]),
            Programmes = [.. new[] { ("voluntary-return", ProgrammeKind.Return), ("stranded", ProgrammeKind.Adult), ("child", ProgrammeKind.Child) }
                .Select(p => new Programme { Id = p.Item1, Kind = p.Item2, Openness = Openness.Open, Dialog = p.Item1, Places = ["any"] })],
            Dialogs = set.Value.Dialogs,
            Contacts = new Contacts([]),
            Places = FrozenDictionary<string, Place>.Empty,
            Search = SearchIndex.Of(new Library([])),
            Urgent = UrgentWords.None,
            Words = GlobalWords.Of(all),
            Office = new Office(),
        };
    }
}
