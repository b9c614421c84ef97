using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Translation;
using Outreach.Localization;
using Outreach.Localization.Exchange;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Translation;

/// <summary>A small content on disk, its French, and what happens when one of them changes.</summary>
public sealed class TranslationWorkTests : IDisposable
{
    private const string English = "content/library/de/housing.en.md";
    private const string French = "content/library/de/housing.fr.md";
    private readonly TemporaryFolder _folder = new();
    private EarlierEnglish _earlier = (_, _) => null;

    public TranslationWorkTests()
    {
        Folders.Copy(Repository.At("content", "book", "safety"), Path.Combine(_folder.Path, "content", "safety"));
        Write("content/places/de.yaml", File.ReadAllText(Repository.At("content", "book", "places", "de.yaml")));
        Write("content/directory/de.yaml", File.ReadAllText(Repository.At("content", "book", "directory", "de.yaml")));
        Write(English, Page("A flat", "Go to the town hall.", 1, "", "## A card\nAsk for a bed.\n\n- It is free.\n- Read [Arrival](page:de/arrival).\n\n[](contact:de/112)\n\n*Jobcenter*\n"));
        Write(French, Page("Un logement", "Allez à la mairie.", 1, "translation: {of: 1, status: reviewed, by: A. Speaker}\n", "## Une carte\nDemandez un lit.\n\n- C'est gratuit.\n- Lisez [Arrivée](page:de/arrival).\n\n[](contact:de/112)\n\n*Jobcenter*\n", "also-asked-as:\n  - ou dormir\n"));
        Write("catalogs/app.pot", PoWriter.Write(PoFile.Template([PoEntry.OfEnglish("hello", "Hello {name}."), PoEntry.OfEnglish("days", "{count} day", "{count} days"), PoEntry.OfEnglish("brand", "Outreach") with { Notes = [PoEntry.UnneededNote] }])));
        Write("catalogs/app.fr.po", PoWriter.Write(PoFile.Empty(Locale.French) with { Entries = [PoEntry.OfEnglish("hello", "Hello, {name}.") with { Translations = ["Bonjour {name}."] }] }));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_is_a_unit_block_by_block()
    {
        Assert.Equal(
            """
            Stale app.pot#hello | Hello {name}. | Bonjour {name}.
            New app.pot#days[0] | {count} day |
            New app.pot#days[1] | {count} days |
            New app.pot#days[2] | {count} days |
            Unneeded app.pot#brand | Outreach | Outreach
            Translated library/de/housing#title | A flat | Un logement
            Translated library/de/housing#summary | A summary. | A summary.
            Translated library/de/housing#lead.0 | Go to the town hall. | Allez à la mairie.
            Translated library/de/housing#c1.title | A card | Une carte
            Translated library/de/housing#c1.1 | Ask for a bed. | Demandez un lit.
            Translated library/de/housing#c1.2 | It is free. | C'est gratuit.
            Translated library/de/housing#c1.3 | Read [Arrival](page:de/arrival). | Lisez [Arrivée](page:de/arrival).
            Unneeded library/de/housing#c1.5 | *Jobcenter* | *Jobcenter*
            """,
            Shown(Work(Locale.French)));
    }

    [Fact]
    public void A_changed_message_shows_the_old_and_the_new_English()
    {
        var hello = Work(Locale.French).Units[0];
        Assert.Equal(("Hello, {name}.", "changed: Hello[-,-] {name}."), (hello.Previous, hello.Note));
    }

    [Fact]
    public void A_changed_page_shows_the_old_and_the_new_English_and_keeps_what_stayed()
    {
        var before = Read(English);
        _earlier = (file, revision) => (file, revision) == ("library/de/housing.en.md", 1) ? before : null;
        Write(English, before.Replace("revision: 1", "revision: 2").Replace("Ask for a bed.", "You must ask for a bed today.").Replace("- It is free.\n", "- Bring your papers.\n- It is free.\n"));
        var units = Work(Locale.French).Units.Where(u => u.Id.Contains("#c1", StringComparison.Ordinal)).ToList();
        Assert.Equal(["c1.title Translated", "c1.1 Stale", "c1.2 New", "c1.3 Translated", "c1.4 Translated", "c1.6 Unneeded"], units.Select(u => $"{u.Id.Split('#')[1]} {u.State}"));
        Assert.Equal("changed: [-Ask-]{+You+} {+must ask +}for a bed{+ today+}.", units[1].Note);
        Assert.Equal("Demandez un lit.", units[1].Target);
    }

    [Fact]
    public void Where_nobody_knows_the_old_English_the_old_translation_is_shown_all_the_same()
    {
        Write(English, Read(English).Replace("revision: 1", "revision: 2"));
        Assert.All(Work(Locale.French).Units.Where(u => u.File != "app.pot" && u.State != UnitState.Unneeded), u => Assert.Equal((UnitState.Stale, null), (u.State, u.Previous)));
    }

    [Fact]
    public void A_card_whose_blocks_differ_goes_out_whole()
    {
        Write(French, Read(French).Replace("Demandez un lit.\n\n- C'est gratuit.", "Demandez un lit. C'est gratuit.\n"));
        var card = Assert.Single(Work(Locale.French).Units, u => u.Id.Contains("#c1", StringComparison.Ordinal));
        Assert.StartsWith("## A card\nAsk for a bed.\n\n- It is free.", card.Source, StringComparison.Ordinal);
        Assert.StartsWith("## Une carte\n", card.Target, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_translated_comes_in_as_whole_files()
    {
        var work = Work(Locale.Spanish);
        var files = Import(work, u => u.Source.StartsWith("Read", StringComparison.Ordinal) ? "Lea [Llegada](page:de/arrival)." : $"{u.Source}");
        Assert.True(files.Ok, string.Join('\n', files.Problems));
        Assert.Equal(["library/de/housing.es.md", "catalogs/app.es.po"], files.Value.Select(f => f.Name));
        foreach (var file in files.Value)
            Write(file.Name.StartsWith("catalogs", StringComparison.Ordinal) ? file.Name : $"content/{file.Name}", file.Text);
        var now = Work(Locale.Spanish);
        Assert.All(now.Units, u => Assert.True(u.State is UnitState.Translated or UnitState.Unneeded, u.Id));
        Assert.Equal((1, 1, 1), now.Pages);
        Assert.Contains("translation: {of: 1, status: draft, by: A. Translator}", Read("content/library/de/housing.es.md"), StringComparison.Ordinal);
        Assert.Contains("[](contact:de/112)", Read("content/library/de/housing.es.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_import_that_changes_nothing_writes_nothing()
    {
        var work = Work(Locale.French);
        Assert.Empty(Import(work, u => u.Target, only: u => u.State == UnitState.Translated).Value);
    }

    [Fact]
    public void An_update_keeps_the_words_people_ask_with()
    {
        var work = Work(Locale.French);
        var file = Assert.Single(Import(work, _ => "Demandez un lit ce soir.", only: u => u.Id.EndsWith("c1.1", StringComparison.Ordinal)).Value);
        Assert.Equal(
            Read(French).Replace("Demandez un lit.", "Demandez un lit ce soir.").Replace("status: reviewed, by: A. Speaker", "status: draft, by: A. Translator").Replace("title: Un logement", "title: \"Un logement\"").Replace("summary: A summary.", "summary: \"A summary.\""),
            file.Text);
    }

    [Fact]
    public void A_page_with_a_text_missing_stays_as_it_is()
    {
        var files = Import(Work(Locale.Spanish), u => u.Source, only: u => u.File == "library/de/housing" && !u.Id.EndsWith("summary", StringComparison.Ordinal));
        Assert.Empty(files.Value);
    }

    [Theory]
    [InlineData("a hole was lost", "app.pot#hello", "Hola.", "app.pot#hello: 1205: has the holes [], the English [name]; keep them as they are")]
    [InlineData("a hole was translated", "app.pot#hello", "Hola {nombre}.", "app.pot#hello: 1205: has the holes [nombre], the English [name]; keep them as they are")]
    [InlineData("a space came", "app.pot#hello", "Hola {name}. ", "app.pot#hello: 1212: begins or ends with other white space than the English; keep it")]
    [InlineData("a name was translated", "app.pot#brand", "Alcance", "app.pot#brand: 1211: needs no translation: it is a name or a number; leave it as it is")]
    [InlineData("a link leads elsewhere", "library/de/housing#c1.3", "Lea [x](page:de/work).", "library/de/housing#c1.3: 1206: links to [page:de/work], the English to [page:de/arrival]; keep the addresses and translate the words in brackets")]
    [InlineData("a contact came", "library/de/housing#c1.2", "Gratis [](contact:de/110)", "library/de/housing#c1.2: 1207: names other contacts than the English; keep every line [](contact:…) as it is")]
    [InlineData("a paragraph became two", "library/de/housing#c1.2", "Es\n\ngratis", "library/de/housing#c1.2: 1210: has more lines than the English; write it as one paragraph")]
    [InlineData("HTML came", "library/de/housing#c1.2", "Es <b>gratis</b>", "library/de/housing.es.md:16: 1208: the page cannot be shown with it: HTML cannot be used on a page; write plain text with **bold**, lists and links")]
    public void One_text_that_cannot_be_taken_and_none_is(string what, string unit, string translation, string sentence)
    {
        var work = Work(Locale.Spanish);
        var result = Import(work, u => u.Id == unit ? translation : u.Source, only: _ => true);
        Assert.False(result.Ok, what);
        Assert.Contains(sentence, result.Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void A_text_whose_English_has_changed_meanwhile_is_refused()
    {
        var sent = Work(Locale.Spanish).Units.Single(u => u.Id.EndsWith("c1.1", StringComparison.Ordinal)) with { Target = "Pida una cama.", State = UnitState.Translated };
        Write(English, Read(English).Replace("Ask for a bed.", "Do not ask for a bed."));
        var problem = Assert.Single(Work(Locale.Spanish).Import(new TranslationFile(Locale.Spanish, [sent]), "x").Problems);
        Assert.Equal("library/de/housing#c1.1: 1204: the English has changed since the export: [-Ask-]{+Do+} {+not ask +}for a bed.; export again and look at this text", problem.ToString());
    }

    [Fact]
    public void A_text_nobody_asked_for_and_one_that_comes_twice_are_refused()
    {
        var unit = new TranslationUnit { Id = "app.pot#gone", Source = "x", Target = "y", State = UnitState.Translated };
        Assert.Equal([1209, 1203, 1203], Work(Locale.Spanish).Import(new TranslationFile(Locale.Spanish, [unit, unit]), "x").Problems.Select(p => p.Code));
    }

    /// <summary>Blocks can be set side by side in nearly every card we have; what was exported and comes back unchanged changes nothing.</summary>
    [Fact]
    public void The_real_content_comes_back_as_it_went_out()
    {
        var shelf = TranslationShelf.Read(Repository.At("content", "book"), Repository.At("localization", "catalogs")).Value!;
        foreach (var locale in Locale.All.Where(l => l != Locale.English))
        {
            var work = TranslationWork.Of(shelf, locale);
            var text = Xliff.Write(new TranslationFile(locale, work.Units));
            var back = Xliff.Read(text, "back.xlf");
            Assert.True(back.Ok, string.Join('\n', back.Problems));
            var files = work.Import(back.Value, "x");
            Assert.True(files.Ok, $"{locale}: {string.Join('\n', files.Problems.Take(5))}");
            Assert.Empty(files.Value.Select(f => f.Name));
            var pages = work.Units.Where(u => !u.File.EndsWith(".pot", StringComparison.Ordinal) && u.State == UnitState.Translated).ToList();
            var whole = pages.Count(u => u.Source.StartsWith("## ", StringComparison.Ordinal) || u.Id.EndsWith("#lead", StringComparison.Ordinal));
            Assert.True(whole * 20 < pages.Count, string.Create(CultureInfo.InvariantCulture, $"{locale}: {whole} of {pages.Count} go out as whole cards"));
        }
    }

    private static Result<ImmutableArray<Outreach.Content.Packages.NamedText>> Import(TranslationWork work, Func<TranslationUnit, string> translate, Func<TranslationUnit, bool>? only = null) =>
        work.Import(new TranslationFile(work.Locale, [.. work.Units.Where(only ?? (u => u.State != UnitState.Unneeded)).Select(u => u with { Target = translate(u), State = u.State == UnitState.Unneeded ? UnitState.Unneeded : UnitState.Translated })]), "A. Translator");

    private TranslationWork Work(Locale locale)
    {
        var shelf = TranslationShelf.Read(Path.Combine(_folder.Path, "content"), Path.Combine(_folder.Path, "catalogs"));
        Assert.True(shelf.Ok, string.Join('\n', shelf.Problems));
        return TranslationWork.Of(shelf.Value with { Earlier = _earlier }, locale);
    }

    private static string Shown(TranslationWork work) => string.Join('\n', work.Units.Select(u => $"{u.State} {u.Id} | {u.Source} | {u.Target}".TrimEnd()));

    private static string Page(string title, string lead, int revision, string mark, string body, string asked = "") =>
        $"---\ntitle: {title}\nsummary: A summary.\nreviewed: 2026-11-21\nreview-by: 2027-05-21\nowner: orientation\n{(mark.Length == 0 ? $"revision: {revision}\n" : "")}sources:\n  - {{title: UNHCR, url: \"https://help.unhcr.org/germany/\", date: \"2026\"}}\n{mark}{asked}---\n{lead}\n\n{body}";

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder.Path, name));

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
