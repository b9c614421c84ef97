using Outreach.Content.Tests.Pages;

namespace Outreach.Content.Tests.Packages;

/// <summary>Small folders of content and catalogs that go away again.</summary>
internal sealed class Folders : IDisposable
{
    private readonly string _root = System.IO.Directory.CreateTempSubdirectory("outreach-content").FullName;

    public Folders()
    {
        Write("content/places/de.yaml", """
            id: de
            name: {en: Germany, fr: Allemagne, es: Alemania, ar: ألمانيا, fa: آلمان, uk: Німеччина, am: ጀርመን, sw: Ujerumani}
            host: [de]
            zones: [Europe/Berlin]
            kind: destination
            topics: [housing]
            promised: [en]
            calling-code: "49"
            """);
        Write("content/directory/de.yaml", Contact("de/112"));
        Write("content/library/de/housing.en.md", Sample.Text("The *answer* first.\n\n## A card\nWords.\n\n[](contact:de/112)\n"));
        Write("content/safety/urgent.yaml", "en:\n  danger:\n    sure: |\n      he has a gun\n");
        Write("catalogs/app.pot", "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgctxt \"contact.free\"\nmsgid \"Free.\"\nmsgstr \"\"\n");
    }

    public string Content => At("content");

    public string Catalogs => At("catalogs");

    public string Cache => At("data/cache.book");

    public string At(string name) => Path.Combine(_root, name);

    public void Write(string name, string text)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    public static string Contact(string id) => $$"""
        - id: {{id}}
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

    public void Dispose() => System.IO.Directory.Delete(_root, recursive: true);
}
