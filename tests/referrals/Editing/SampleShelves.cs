using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Localization;
using Outreach.Referrals.Editing;

namespace Outreach.Referrals.Tests.Editing;

/// <summary>A host with one page and two contacts, read by the real readers; says which book people read.</summary>
internal sealed class SampleShelves : IBookHost
{
    public const string Fire = """
        - id: de/112
          number: "112"
          kinds: [emergency]
          name: Feuerwehr
          who: {en: Fire brigade, fr: Pompiers, es: Bomberos, ar: إطفاء, fa: آتش‌نشانی, uk: Пожежники, am: እሳት, sw: Zimamoto}
          by: voice
          hours: always
          languages: [de]
          free: true
          exposes: unknown
          checked: 2026-11-21
          source: {title: t, url: "https://example.org", date: ""}
          confidence: high

        """;

    private const string Page = """
        ---
        title: Somewhere to live
        summary: The shortest true answer.
        reviewed: 2026-11-21
        review-by: 2027-05-21
        owner: orientation
        revision: 1
        sources:
          - {title: UNHCR Germany, url: "https://help.unhcr.org/germany/", date: "2026"}
        also-asked-as: [how do i find a flat]
        ---
        The answer first.

        ## A card
        Words.

        [](contact:de/112)

        """;

    private ContentFiles _repository = ContentFiles.Of(
    [
        new("places/de.yaml", "id: de\nname: {en: Germany, fr: Allemagne, es: Alemania, ar: ألمانيا, fa: آلمان, uk: Німеччина, am: ጀርመን, sw: Ujerumani}\nhost: [de]\nzones: [Europe/Berlin]\nkind: destination\ntopics: [housing]\npromised: [en]\ncalling-code: \"49\"\n"),
        new("directory/de.yaml", Fire + Fire.Replace("112", "110", StringComparison.Ordinal).Replace("Feuerwehr", "Polizei", StringComparison.Ordinal)),
        new("library/de/housing.en.md", Page),
        new("safety/urgent.yaml", "en:\n  danger:\n    sure: |\n      he has a gun\n"),
    ]);

    /// <summary>What people read; null until something was published.</summary>
    public Book? Shown { get; private set; }

    /// <summary>Somebody commits another text.</summary>
    public void Commit(string file, Func<string, string> change) => _repository = _repository.With([new NamedText(file, change(_repository.TextOf(file)!))]);

    public Result<ContentFiles> Files() => _repository;

    public Result<Book> Build(ContentFiles files) => BookReader.Read(files, new Office());

    public void Use(Book book, ContentFiles files) => Shown = book;
}
