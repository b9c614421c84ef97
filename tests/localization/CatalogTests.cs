namespace Outreach.Localization.Tests;

public class CatalogReaderTests
{
    private static readonly string Template = PoWriter.Write(Samples.Template);
    private static readonly string French = PoWriter.Write(Samples.Translation(Locale.French));

    [Fact]
    public void Reads_our_own_catalogs_without_a_problem()
    {
        var read = CatalogReader.Load(Tools.Catalogs);
        Assert.True(read.Ok, string.Join('\n', read.Problems));
        Assert.DoesNotContain(CatalogCheck.Check(read.Value), p => p.Code is not (1101 or 1102 or 1103 or 1108));
    }

    [Fact]
    public void Reads_a_folder_and_leaves_other_files_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("app.pot", Template);
        folder.Write("app.fr.po", French);
        folder.Write("notes.txt", "not a catalog");
        folder.Write("app.fr.po~", "a left-over");
        Assert.Equal("fr: Goodbye.", CatalogReader.Load(folder.Path).Value!.Text(Locale.French, "bye"));
    }

    [Fact]
    public void Says_that_the_folder_is_not_there() =>
        Assert.Equal(1009, Assert.Single(CatalogReader.Load("/nowhere/at/all").Problems).Code);

    [Theory]
    [InlineData("a language we do not speak", "app.de.po", 1008)]
    [InlineData("no language", "app.po", 1008)]
    [InlineData("English is the template", "app.en.po", 1008)]
    [InlineData("another language than the header says", "app.es.po", 1006)]
    public void Refuses_a_name(string why, string name, int expected) =>
        Assert.True(Assert.Single(CatalogReader.Read([("app.pot", Template), (name, French)]).Problems).Code == expected, why);

    [Fact]
    public void Refuses_plural_forms_that_are_not_the_language() => Assert.Equal(1007, Assert.Single(CatalogReader.Read(
        [("app.fr.po", PoWriter.Write(Samples.Translation(Locale.French).WithField("Plural-Forms", "nplurals=2; plural=(n > 1);")))]).Problems).Code);

    [Fact]
    public void Refuses_a_key_in_two_domains() => Assert.Equal(
        ["dialogs.pot:15", "dialogs.pot:20", "dialogs.pot:26"],
        CatalogReader.Read([("app.pot", Template), ("dialogs.pot", Template)]).Problems.Select(p => p.Where));
}

public class CatalogTemplateTests
{
    private static readonly PoFile Swahili = Samples.Translation(Locale.Swahili);

    [Fact]
    public void Changes_nothing_when_nothing_changed() => Assert.Equal(Swahili, CatalogTemplate.Merge(Swahili, Samples.Template));

    [Fact]
    public void Keeps_a_translation_of_changed_English_as_fuzzy()
    {
        var merged = CatalogTemplate.Merge(Swahili, PoFile.Template([PoEntry.OfEnglish("bye", "Goodbye!")]));
        var entry = Assert.Single(merged.Entries);
        Assert.Equal(("Goodbye!", "Goodbye.", true, "sw: Goodbye."), (entry.English, entry.PreviousEnglish, entry.IsFuzzy, entry.Translations[0]));
        Assert.Equal(merged, CatalogTemplate.Merge(merged, PoFile.Template([PoEntry.OfEnglish("bye", "Goodbye!")])));
    }

    [Fact]
    public void Remembers_the_English_translated_through_two_changes()
    {
        var once = CatalogTemplate.Merge(Swahili, PoFile.Template([PoEntry.OfEnglish("bye", "Goodbye!")]));
        var twice = CatalogTemplate.Merge(once, PoFile.Template([PoEntry.OfEnglish("bye", "Farewell!")]));
        Assert.Equal(("Farewell!", "Goodbye."), (twice.Entries[0].English, twice.Entries[0].PreviousEnglish));
    }

    [Fact]
    public void Adds_what_is_new_empty_and_drops_what_is_gone_in_the_order_of_the_template()
    {
        var merged = CatalogTemplate.Merge(Samples.Translation(Locale.Arabic), PoFile.Template(
        [
            PoEntry.OfEnglish("new", "New", "{count} new"),
            PoEntry.OfEnglish("hello", "Hello {name}."),
        ]));
        Assert.Equal(["new", "hello"], merged.Entries.Select(e => e.Key));
        Assert.Equal(["", "", "", "", "", ""], merged.Entries[0].Translations.ToArray());
        Assert.False(merged.Entries[0].IsFuzzy);
    }

    [Fact]
    public void Makes_all_forms_of_a_text_that_begins_to_count()
    {
        var merged = CatalogTemplate.Merge(Swahili, PoFile.Template([PoEntry.OfEnglish("bye", "Goodbye.", "{count} goodbyes.")]));
        Assert.Equal(["sw: Goodbye.", "sw: Goodbye."], merged.Entries[0].Translations.ToArray());
        Assert.True(merged.Entries[0].IsFuzzy);
    }

    [Fact]
    public void Takes_notes_from_the_template_and_keeps_what_translators_noted()
    {
        var old = Swahili with { Entries = [Swahili.Entries[2] with { Comments = ["mine"], Notes = ["old"] }] };
        var merged = CatalogTemplate.Merge(old, PoFile.Template([PoEntry.OfEnglish("bye", "Goodbye.") with { Notes = ["new"] }]));
        Assert.Equal(("mine", "new", false), (merged.Entries[0].Comments[0], merged.Entries[0].Notes[0], merged.Entries[0].IsFuzzy));
    }
}

public class CatalogCheckTests
{
    [Fact]
    public void Finds_nothing_in_complete_translations()
    {
        var complete = Localizer.Of(Samples.Template.Entries, Locale.All.Where(l => l != Locale.English).Select(l => Samples.Translation(l)));
        Assert.Empty(CatalogCheck.Check(complete));
    }

    [Theory]
    [InlineData("not translated", "Hello {name}.", "", 1101)]
    [InlineData("a hole is lost", "Hello {name}.", "Bonjour.", 1104)]
    [InlineData("a hole is misspelt", "Hello {name}.", "Bonjour {nom}.", 1104)]
    [InlineData("a hole too many", "Hello.", "Bonjour {name}.", 1104)]
    [InlineData("a brace alone", "Hello.", "Bonjour {.", 1105)]
    [InlineData("space at the end is lost", "Name: ", "Nom :", 1106)]
    [InlineData("space at the beginning", "Name", " Nom", 1106)]
    [InlineData("a line end too many", "Name", "Nom\n", 1106)]
    [InlineData("all well", "Hello {name}.", "Bonjour {name}.", 0)]
    [InlineData("holes may change places", "{a} of {b}", "{b} : {a}", 0)]
    public void Finds(string why, string english, string french, int expected)
    {
        var template = PoFile.Template([PoEntry.OfEnglish("k", english)]);
        var translation = CatalogTemplate.Merge(PoFile.Empty(Locale.French), template);
        translation = translation with { Entries = [translation.Entries[0] with { Translations = [french] }] };
        Assert.True(CatalogCheck.Check(template, translation).Select(p => p.Code).FirstOrDefault() == expected, why);
    }

    [Theory]
    [InlineData("Spanish one is 1 and may say it in words", "es", "una pregunta|{count} de preguntas|{count} preguntas", "")]
    [InlineData("the other forms must say the number", "es", "una pregunta|muchas preguntas|{count} preguntas", "1104")]
    [InlineData("French one is 0 too", "fr", "une question|{count} de questions|{count} questions", "1104")]
    [InlineData("Ukrainian one is 21 too", "uk", "одне питання|{count} питання|{count} питань", "1104")]
    [InlineData("Arabic has words for none, one and two", "ar", "صفر|واحد|اثنان|{count}|{count}|{count}", "")]
    [InlineData("a form is missing", "uk", "{count}|{count}", "1107")]
    public void Knows_which_forms_must_say_the_number(string why, string tag, string forms, string expected)
    {
        var template = PoFile.Template([PoEntry.OfEnglish("k", "One question", "{count} questions")]);
        var translation = CatalogTemplate.Merge(PoFile.Empty(Locale.All.Single(l => l.Tag == tag)), template);
        translation = translation with { Entries = [translation.Entries[0] with { Translations = [.. forms.Split('|')] }] };
        Assert.True(string.Join(' ', CatalogCheck.Check(template, translation).Select(p => p.Code)) == expected, why);
    }

    [Fact]
    public void Finds_what_a_template_left_behind()
    {
        var french = Samples.Translation(Locale.French);
        var problems = CatalogCheck.Check(PoFile.Template([PoEntry.OfEnglish("bye", "Goodbye!"), PoEntry.OfEnglish("new", "New")]), french with
        {
            Entries = [french.Entries[0], french.Entries[1] with { Key = "new", Flags = ["fuzzy"] }, french.Entries[2]],
        });
        Assert.Equal([1102, 1103, 1108], problems.Select(p => p.Code).Order());
    }

    [Fact]
    public void Finds_broken_English() =>
        Assert.Contains(CatalogCheck.Check(Localizer.Of([PoEntry.OfEnglish("k", "Hello {name")], [])), p => p.Code == 1105);
}

public class LocalizationProblemsTests
{
    [Fact]
    public void Every_number_is_used_once_and_begins_with_1()
    {
        var codes = typeof(LocalizationProblems).GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            .Select(method => ((Problem)method.Invoke(null, [.. method.GetParameters().Select(Argument)])!).Code).ToList();
        Assert.Equal(codes.Distinct(), codes);
        Assert.All(codes, code => Assert.InRange(code, 1000, 1999));
    }

    private static object Argument(System.Reflection.ParameterInfo parameter) =>
        parameter.ParameterType == typeof(int) ? 1 : parameter.ParameterType == typeof(Locale) ? Locale.English : "x";
}
