using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Content.Directory.Services;
using Outreach.Content.Learning;
using Outreach.Content.Pages;
using Outreach.Content.Search;
using Outreach.Content.Signing;
using Outreach.Content.Urgent;
using Outreach.Localization;

namespace Outreach.Content.Packages;

/// <summary>Puts the book together, from folders or from a package.</summary>
public static class BookReader
{
    /// <summary>Characters of the revision: enough to tell revisions apart, short enough to be read out.</summary>
    private const int RevisionLength = 12;

    /// <summary>Reads both folders. Slow, because it parses every page; hosts use <see cref="BookPackage.LoadOrBuild"/>.</summary>
    public static Result<Book> Read(string contentFolder, string catalogsFolder, Office office)
    {
        var files = ContentFiles.Read(contentFolder, catalogsFolder);
        return files.Ok ? files.Value.Locate(Read(files.Value, office)) : files.Problems;
    }

    /// <summary>Reads files that are in memory; problems name them as the files do.</summary>
    public static Result<Book> Read(ContentFiles files, Office office)
    {
        var content = ContentReader.Read(files);
        return content.Ok ? Assemble(content.Value, office) : content.Problems;
    }

    /// <summary>The book of a content.</summary>
    public static Result<Book> Assemble(BookContent content, Office office)
    {
        // A start waits for this: what does not need the other is done beside it.
        var urgent = Task.Run(() => Screen(content.Danger.Value));
        var reading = Task.Run(() => ContentReader.Dialogs(content.Dialogs));
        var texts = ContentReader.Texts(content.Catalogs);
        var signatures = SignatureReader.Read(content.Signatures);
        var dialogs = reading.GetAwaiter().GetResult();
        if (!dialogs.Ok || !texts.Ok || !signatures.Ok)
            return dialogs.Problems.AddRange(texts.Problems).AddRange(signatures.Problems);
        var all = texts.Value.With(dialogs.Value.English);
        Parallel.ForEach(Locale.All, locale => all.CatalogOf(locale));
        var places = content.Places.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        var countries = new Countries(places, content.Countries);
        return new Book
        {
            Revision = content.Hash[..RevisionLength],
            Texts = all,
            Library = content.Library,
            Programmes = content.Programmes,
            Dialogs = dialogs.Value.Dialogs,
            Doors = dialogs.Value.Doors,
            Contacts = new Contacts(() => [.. content.Contacts.All, .. countries.Contacts(all)]),
            Services = new ServiceFinder(content.Services),
            Places = places,
            Countries = countries,
            Search = SearchIndex.Of(content.Library, new(() => new TopicModel(new TopicIdeas(Ideas.Of(content.Topics.Value.Ideas), Ideas.Of(content.Danger.Value.Ideas)), content.Topics.Value.Learned))),
            Urgent = urgent.GetAwaiter().GetResult(),
            Words = GlobalWords.Of(all),
            Dates = DateWords.Of(all),
            Ring = new SecondRing(content.Ring),
            ToSign = content.ToSign,
            Signatures = signatures.Value,
            Office = office,
        };
    }

    private static UrgentScreen Screen(BookDanger danger) => new(UrgentWords.Of(danger.Urgent), Ideas.Of(danger.Ideas), danger.Learned);
}
