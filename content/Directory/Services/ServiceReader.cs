using System.Collections.Immutable;
using Outreach.Content.Packages;
using Outreach.Content.Pages;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Directory.Services;

/// <summary>Reads the folder services: the words by which questions for services are heard, and public holidays.</summary>
public static class ServiceReader
{
    /// <summary>The folder.</summary>
    public const string Folder = "services";

    /// <summary>Towns and their names.</summary>
    public const string TownsFile = "services/towns.yaml";

    private const string KindsFile = "services/kinds.yaml";
    private const string LanguagesFile = "services/languages.yaml";
    private const string PhrasesFile = "services/phrases.yaml";
    private const string HolidaysFile = "services/holidays.yaml";

    /// <summary>The files that have a meaning.</summary>
    public static ImmutableArray<string> Files { get; } = [KindsFile, LanguagesFile, TownsFile, PhrasesFile, HolidaysFile];

    /// <summary>All files of the folder; a book without them hears no such questions.</summary>
    public static Result<ServiceTable> Read(ContentFiles files)
    {
        var texts = Files.Select(name => files.All.FirstOrDefault(f => f.Name == name)).ToList();
        if (texts.TrueForAll(t => t is null))
            return ServiceTable.Empty;
        var problems = Files.Where((_, i) => texts[i] is null).Select(DirectoryProblems.NoServiceFile).ToList();
        var table = new ServiceTable
        {
            Kinds = Each(texts[0], problems, f => new ServiceKind { Id = f.Text("id"), Topic = f.OneOf("topic", [.. Topics.All.Order(StringComparer.Ordinal).Select(t => (t, t))]), Words = Words(f, problems) }),
            Languages = Each(texts[1], problems, f => new SpokenLanguage { Tag = f.Text("tag"), Serves = [f.Text("tag"), .. f.OptionalTexts("also")], Words = Words(f, problems) }),
            Towns = Each(texts[2], problems, f => new Town { Id = f.Text("id"), Words = Words(f, problems) }),
            Phrases = Each(texts[3], problems, f => new ServicePhrase(f.OneOf("means", ("near", "near"), ("now", "now"), ("list", "list"), ("free", "free"), ("speaks", "speaks"), ("self", "self")), Words(f, problems))),
            Holidays = Each(texts[4], problems, f => new PublicHolidays(f.Text("place"), SourceOf(f), [.. f.Maps("days").Select(d => Day(d, problems))])),
        };
        if (problems.Count == 0 && !table.Kinds.Select(k => k.Id).Order(StringComparer.Ordinal).SequenceEqual(ServiceKind.All.Order(StringComparer.Ordinal)))
            problems.Add(DirectoryProblems.KindsDiffer(KindsFile, string.Join(", ", ServiceKind.All.Concat(table.Kinds.Select(k => k.Id)).GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() != 2).Select(g => g.Key))));
        return problems.Count > 0 ? problems.ToImmutableArray() : table;
    }

    private static ImmutableArray<T> Each<T>(NamedText? file, List<Problem> problems, Func<YamlFields, T> read) => file is null ? [] :
    [
        .. YamlFields.ListOf(file.Text, file.Name, problems).Select(f =>
        {
            var one = read(f);
            f.End();
            return one;
        }),
    ];

    private static System.Collections.Frozen.FrozenDictionary<Locale, string> Words(YamlFields fields, List<Problem> problems)
    {
        var words = fields.ByLanguage("words");
        foreach (var word in words.Values.SelectMany(w => w.Split('|')).Where(w => Fold.Text(w).Length == 0))
            problems.Add(DirectoryProblems.NoWord(fields.WhereOf("words"), word));
        return words;
    }

    private static Source SourceOf(YamlFields fields) => fields.Map("source") is { } source ? SourceReader.Read(source) : new Source("", new Uri("https://invalid.example"), "");

    private static Holiday Day(YamlFields fields, List<Problem> problems)
    {
        var day = new Holiday(fields.Text("day"), fields.Text("name"), fields.Flag("moves"), fields.Flag("parts"));
        fields.End();
        if (day.Day.Length > 0 && !HolidayRule.IsValid(day.Day))
            problems.Add(DirectoryProblems.BadHoliday(fields.WhereOf("day"), day.Day));
        return day;
    }
}
