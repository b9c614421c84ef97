using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Content.Directory.Services;
using Outreach.Content.Learning;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;
using Outreach.Content.Search;
using Outreach.Content.Signing;
using Outreach.Content.Urgent;
using Outreach.Localization;

namespace Outreach.Content.Packages;

/// <summary>Files to content: places, contacts, programmes, then the pages that name them. Reports everything that is wrong at once.</summary>
internal static class ContentReader
{
    /// <summary>Problems that name another file, and are most often only what follows from a problem there: shown last.</summary>
    private static readonly FrozenSet<int> FollowUps = FrozenSet.Create(
        PageProblems.NoSuchContact("", "").Code, PageProblems.NoSuchPlace("", "").Code, PageProblems.NoSuchProgramme("", "").Code);

    /// <summary>The content in the files.</summary>
    public static Result<BookContent> Read(ContentFiles files)
    {
        var problems = new List<Problem>();
        var texts = Texts([.. files.Catalogs]);
        problems.AddRange(texts.Problems);
        var places = Each(files, "places", f => f.Count(c => c == '/') == 1, "places/<place>.yaml", PlaceReader.Read, problems);
        var contacts = Each(files, "directory", f => f.Count(c => c == '/') == 1, "directory/<place>.yaml", ContactReader.Read, problems).SelectMany(c => c).ToImmutableArray();
        var programmes = Each(files, "programmes", f => f.EndsWith("/programme.yaml", StringComparison.Ordinal), "programmes/<programme>/programme.yaml", ProgrammeReader.Read, problems);
        var services = ServiceReader.Read(files);
        problems.AddRange(services.Problems);
        problems.AddRange(Towns(contacts, services.Value));
        ImmutableArray<string> unread = [.. problems.Select(p => p.Where.Split(':')[0]).Distinct(StringComparer.Ordinal)];
        if (!unread.Any(f => f.StartsWith("programmes/", StringComparison.Ordinal)))
            programmes = Ordered(programmes, problems);
        var countries = Countries(files);
        problems.AddRange(countries.Problems);
        foreach (var twice in contacts.GroupBy(c => c.Id, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            problems.Add(DirectoryProblems.Twice($"directory/{twice.First().Place}.yaml", twice.Key));
        var shelf = new LibraryShelf
        {
            Places = places.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal),
            Programmes = [.. programmes.Select(p => p.Id)],
            Contacts = new Contacts(contacts.DistinctBy(c => c.Id, StringComparer.Ordinal)),
            Texts = texts.Value ?? Localizer.Empty,
            Unread = unread,
        };
        var pages = LibraryReader.Read(files.All, shelf);
        problems.AddRange(pages.Problems);
        var urgent = Urgent(files);
        problems.AddRange(urgent.Problems);
        var ideas = Ideas.Compile(files, UrgentExamples.IdeasFolder);
        problems.AddRange(ideas.Problems);
        var learned = Learned(files);
        problems.AddRange(learned.Problems);
        var topics = TopicsLearned(files);
        problems.AddRange(topics.Problems);
        var ring = Each(files, "safety/ring", _ => true, "safety/ring/<language>.yaml", RingCard.Read, problems);
        problems.AddRange(Unknown(files));
        if (problems.Count > 0)
            return problems.Concat(Dialogs([.. files.Under(DialogReader.Folder)]).Problems).Concat(SignatureReader.Read(files.Under(SignatureReader.Folder)).Problems)
                .Distinct().OrderBy(p => FollowUps.Contains(p.Code)).ToImmutableArray();
        return new BookContent
        {
            Hash = files.Hash,
            Library = pages.Value!,
            Places = places,
            Contacts = shelf.Contacts,
            Countries = new(countries.Value!),
            Services = new(services.Value!),
            Programmes = programmes,
            Dialogs = [.. files.Under(DialogReader.Folder)],
            Danger = new(new BookDanger { Urgent = urgent.Value!, Ideas = ideas.Value!, Learned = learned.Value! }),
            Topics = new(topics.Value!),
            Ring = ring,
            ToSign = SignedTexts.Of(files),
            Signatures = [.. files.Under(SignatureReader.Folder)],
            Catalogs = [.. files.Catalogs],
        };
    }

    /// <summary>Templates and translations; problems name the folder too.</summary>
    public static Result<Localizer> Texts(ImmutableArray<NamedText> files)
    {
        var read = CatalogReader.Read(files.Select(f => (f.Name, f.Text)));
        return read.Ok ? read : read.Problems.Select(p => p with { Where = $"{ContentFiles.CatalogFolder}/{p.Where}" }).ToImmutableArray();
    }

    /// <summary>All dialogs.</summary>
    public static Result<DialogSet> Dialogs(ImmutableArray<NamedText> files) =>
        DialogReader.Read(files.ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal));

    private static ImmutableArray<T> Each<T>(
        ContentFiles files, string folder, Func<string, bool> named, string expected, Func<string, string, Result<T>> read, List<Problem> problems)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        foreach (var (name, text) in files.All.Where(f => f.Name.StartsWith(folder + "/", StringComparison.Ordinal) && f.Name.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            var one = named(name) ? read(text, name) : DirectoryProblems.BadFileName(name, expected);
            problems.AddRange(one.Problems);
            if (one.Ok)
                all.Add(one.Value);
        }
        return all.ToImmutable();
    }

    private static ImmutableArray<Programme> Ordered(ImmutableArray<Programme> programmes, List<Problem> problems)
    {
        var ordered = ProgrammeOrder.Of(programmes);
        problems.AddRange(ordered.Problems);
        return ordered.Ok ? ordered.Value : programmes;
    }

    /// <summary>Contacts in towns that nobody can name.</summary>
    private static IEnumerable<Problem> Towns(ImmutableArray<Contact> contacts, ServiceTable? services) =>
        from contact in contacts
        from town in contact.Towns
        where services is not null && !services.Towns.Any(t => t.Place == contact.Place && t.Name == town)
        select DirectoryProblems.NoSuchTown($"directory/{contact.Place}.yaml", contact.Id, town);

    private static Result<CountryTable> Countries(ContentFiles files)
    {
        var names = files.All.FirstOrDefault(f => f.Name == CountryReader.NamesFile);
        var numbers = files.All.FirstOrDefault(f => f.Name == CountryReader.NumbersFile);
        return (names, numbers) switch
        {
            (null, null) => CountryTable.Empty,
            ({ } both, { } too) => CountryReader.Read(both.Text, too.Text),
            _ => DirectoryProblems.HalfATable((names ?? numbers)!.Name),
        };
    }

    /// <summary>The list of urgent words. A book without one is refused: nobody's call for help may go unheard.</summary>
    private static Result<UrgentTable> Urgent(ContentFiles files) =>
        files.All.FirstOrDefault(f => f.Name == UrgentWords.File) is { } list
            ? UrgentWords.Compile(list.Text, UrgentWords.File)
            : PackageProblems.NoUrgentWords(UrgentWords.File);

    /// <summary>What was learned from the examples as they are now. A book without examples has learned nothing.</summary>
    private static Result<UrgentWeights> Learned(ContentFiles files)
    {
        if (files.All.FirstOrDefault(f => f.Name == UrgentWeightsFile.Name) is not { } file)
            return !files.Under(UrgentExamples.Folder).Any() ? UrgentWeights.None : UrgentProblems.Stale(UrgentWeightsFile.Name);
        var weights = UrgentWeightsFile.Read(file.Text, file.Name);
        return weights.Ok && weights.Value.Examples != UrgentExamples.HashOf(files) ? UrgentProblems.Stale(file.Name) : weights;
    }

    /// <summary>What tells topics; a book without examples has learned nothing.</summary>
    private static Result<BookTopics> TopicsLearned(ContentFiles files)
    {
        if (files.All.FirstOrDefault(f => f.Name == TopicWeightsFile.Name) is not { } file)
            return !files.Under(TopicExamples.Folder).Any() ? BookTopics.None : SearchProblems.Stale(TopicWeightsFile.Name);
        var weights = TopicWeightsFile.Read(file.Text, file.Name);
        if (weights.Ok && weights.Value.Examples != TopicExamples.HashOf(files))
            return SearchProblems.Stale(file.Name);
        var ideas = Ideas.Compile(files, TopicExamples.IdeasFolder);
        return weights.Ok && ideas.Ok ? new BookTopics { Ideas = ideas.Value, Learned = weights.Value } : weights.Problems.AddRange(ideas.Problems);
    }

    /// <summary>Files in folders nobody reads: most often put in the wrong place.</summary>
    private static IEnumerable<Problem> Unknown(ContentFiles files) =>
        from file in files.All
        where file.Name.Split('/')[0] is not ("library" or "places" or "directory" or "programmes" or "dialogs" or "safety" or "search" or "catalogs" or ServiceReader.Folder or CountryReader.Folder or SignatureReader.Folder)
            || file.Name.StartsWith("directory/", StringComparison.Ordinal) && !file.Name.EndsWith(".yaml", StringComparison.Ordinal)
            || file.Name.StartsWith(CountryReader.Folder + "/", StringComparison.Ordinal) && file.Name is not (CountryReader.NamesFile or CountryReader.NumbersFile)
            || file.Name.StartsWith(ServiceReader.Folder + "/", StringComparison.Ordinal) && !ServiceReader.Files.Contains(file.Name)
            || file.Name.StartsWith("places/", StringComparison.Ordinal) && !file.Name.EndsWith(".yaml", StringComparison.Ordinal)
        select DirectoryProblems.BadFileName(file.Name, "as docs/content.md says");
}
