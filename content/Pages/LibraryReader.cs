using System.Collections.Immutable;
using Outreach.Content.Directory;
using Outreach.Content.Packages;
using Outreach.Localization;

namespace Outreach.Content.Pages;

/// <summary>Reads all pages: library/PLACE/TOPIC.LANGUAGE.md and programmes/PROGRAMME/LANGUAGE.md. Reports everything that is wrong at once.</summary>
public static class LibraryReader
{
    private static readonly ImmutableArray<string> ProgrammeAnchors = ["who", "decides", "next", "cost", "elsewhere"];

    /// <summary>The pages below a folder of content.</summary>
    public static Result<Library> Read(string contentFolder, LibraryShelf shelf)
    {
        var files = ContentFiles.Read(contentFolder, catalogsFolder: null);
        return files.Ok ? Read(files.Value.All, shelf) : files.Problems;
    }

    /// <summary>The pages among files.</summary>
    public static Result<Library> Read(IEnumerable<NamedText> files, LibraryShelf shelf)
    {
        // Each file is read by itself; on a small machine this halves the wait.
        var read = files.Where(IsPage).ToArray().AsParallel().AsOrdered().Select(f => Read(f, shelf)).ToArray();
        ImmutableArray<Problem> problems = [.. read.SelectMany(r => r.Problems)];
        return problems.IsEmpty ? new Library(read.Select(r => r.Value!)) : problems;
    }

    private static bool IsPage(NamedText file) =>
        file.Name.StartsWith("library/", StringComparison.Ordinal)
        || file.Name.StartsWith("programmes/", StringComparison.Ordinal) && !file.Name.EndsWith(".yaml", StringComparison.Ordinal);

    private static Result<Page> Read(NamedText text, LibraryShelf shelf)
    {
        var file = FileOf(text.Name, shelf);
        if (!file.Ok)
            return file.Problems;
        var page = PageReader.Read(text.Text, file.Value, id => shelf.Contacts.Find(id) is { } contact ? ContactText.Call(contact, shelf.Texts, file.Value.Locale)
            : shelf.MayHaveContact(id) ? new PageBlock.Call(id, null, null, []) : null);
        if (page.Ok && page.Value.Id.Shelf == Library.ProgrammeShelf && !page.Value.Cards.Select(c => c.Anchor).SequenceEqual(ProgrammeAnchors))
            return PageProblems.ProgrammeCards(text.Name);
        return page;
    }

    private static Result<PageFile> FileOf(string name, LibraryShelf shelf) => name.Split('/') switch
    {
        ["library", var place, var file] when file.Split('.') is [var topic, var tag, "md"] && Topics.All.Contains(topic) && LocaleOf(tag) is { } locale =>
            shelf.Places.TryGetValue(place, out var found) || shelf.Unread.Contains($"places/{place}.yaml")
                ? new PageFile(new PageId(place, topic), locale, name, found?.HostLanguages[0])
                : PageProblems.NoSuchPlace(name, place),
        ["programmes", var programme, var file] when file.Split('.') is [var tag, "md"] && LocaleOf(tag) is { } locale =>
            shelf.Programmes.Contains(programme) || shelf.Unread.Contains($"programmes/{programme}/programme.yaml")
                ? new PageFile(new PageId(Library.ProgrammeShelf, programme), locale, name)
                : PageProblems.NoSuchProgramme(name, programme),
        _ => PageProblems.BadFileName(name),
    };

    private static Locale? LocaleOf(string tag) => Locale.All.FirstOrDefault(l => l.Tag == tag);
}
