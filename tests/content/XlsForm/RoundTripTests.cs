using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Outreach.Content.Dialogs;
using Outreach.Content.Dialogs.Expressions;
using Outreach.Content.XlsForm;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.XlsForm;

/// <summary>A dialog that went through a spreadsheet is the same dialog: same questions, same keys, same words in every language.</summary>
public class RoundTripTests
{
    private static readonly Dictionary<string, string> Files = System.IO.Directory.EnumerateFiles(Repository.At("content/book/dialogs"), "*.yaml").ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal);
    private static readonly ImmutableArray<PoFile> Catalogs = [.. System.IO.Directory.EnumerateFiles(Repository.At("localization/catalogs"), "dialogs.*.po").Select(f => PoReader.ReadFile(f).Value!)];
    private static readonly Lazy<DialogSet> Before = new(() => DialogReader.Read(Files).Value!);

    public static TheoryData<string> Dialogs => [.. Files.Keys.Where(f => f is not ("shared.yaml" or "doors.yaml")).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Dialogs))]
    public void Every_dialog_of_ours_comes_back_as_it_went(string file)
    {
        var draft = Imported(Exported(file), file, DraftReader.Shared(Files["shared.yaml"]).Value);
        Assert.Empty(draft.Remarks);
        var after = DialogReader.Read(new Dictionary<string, string>(Files, StringComparer.Ordinal) { [file] = DraftYaml.Write(draft) });
        Assert.True(after.Ok, string.Join('\n', after.Problems));
        Assert.Equal(Said(Before.Value), Said(after.Value));
        Assert.Equal(Dump(Before.Value.Dialogs[draft.Id]), Dump(after.Value.Dialogs[draft.Id]));
    }

    [Theory]
    [MemberData(nameof(Dialogs))]
    public void Every_translation_comes_back_under_its_key(string file)
    {
        var draft = Imported(Exported(file), file, DraftReader.Shared(Files["shared.yaml"]).Value);
        var keys = draft.Texts().Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(keys);
        foreach (var catalog in Catalogs)
        {
            var back = DraftYaml.Translations(draft, FormLanguage.Of(catalog.Locale!)).Entries;
            Assert.Equal(
                catalog.Entries.Where(e => keys.Contains(e.Key) && e.IsTranslated).Select(e => (e.Key, e.English, e.Translations[0])).Order(),
                back.Select(e => (e.Key, e.English, e.Translations[0])).Order());
        }
    }

    [Fact]
    public void The_figures_of_the_round_trip_stand_in_the_documents()
    {
        var files = Files.Keys.Where(f => f is not ("shared.yaml" or "doors.yaml")).Order(StringComparer.Ordinal).ToList();
        var sheets = files.Select(Exported).ToList();
        var texts = files.Zip(sheets, (file, sheet) => Imported(sheet, file, DraftReader.Shared(Files["shared.yaml"]).Value)).SelectMany(d => d.Texts().Select(t => t.Key)).ToHashSet(StringComparer.Ordinal);
        var translations = Catalogs.Sum(c => c.Entries.Count(e => texts.Contains(e.Key) && e.IsTranslated));
        var line = $"Round trip: {files.Count} dialogs, {sheets.Sum(s => s.Sheets[0].Rows.Length - 1)} rows of survey, {sheets.Sum(s => s.Sheets[1].Rows.Length - 1)} choices, {texts.Count} texts and {translations} translations went out and came back; lost or changed: 0.";
        var path = Repository.At("docs", "xlsform.md");
        if (Repository.Update)
            File.WriteAllText(path, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(path), "^Round trip: .*$", line, System.Text.RegularExpressions.RegexOptions.Multiline));
        Assert.Contains(line, File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_shared_file_the_parts_are_written_out_and_the_dialog_stands_alone()
    {
        var draft = Imported(Exported("voluntary-return.yaml"), "x.xlsx", null);
        var alone = DialogReader.Read(new Dictionary<string, string>(StringComparer.Ordinal) { ["voluntary-return.yaml"] = DraftYaml.Write(draft) });
        Assert.True(alone.Ok, string.Join('\n', alone.Problems));
        Assert.Equal(Names(Before.Value.Dialogs["voluntary-return"].Items), Names(alone.Value.Dialogs["voluntary-return"].Items));
    }

    [Fact]
    public void A_changed_row_of_a_part_is_not_lost_in_an_include()
    {
        var book = Exported("voluntary-return.yaml");
        var survey = book.Sheets[0];
        var changed = survey with { Rows = [.. survey.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c == "Do you have a passport?" || c == "How may we reach you?" ? "How can we reach you?" : c)] })] };
        var draft = Imported(book with { Sheets = book.Sheets.SetItem(0, changed) }, "x.xlsx", DraftReader.Shared(Files["shared.yaml"]).Value);
        Assert.Contains("How can we reach you?", DraftYaml.Write(draft), StringComparison.Ordinal);
        Assert.DoesNotContain("include: contact", DraftYaml.Write(draft), StringComparison.Ordinal);
        Assert.Equal("survey: the rows of the part 'contact' are not as in shared.yaml; they are written out", Assert.Single(draft.Remarks));
    }

    private static FormBook Exported(string file)
    {
        var draft = DraftReader.Read(Files[file], file, Files["shared.yaml"], Catalogs);
        Assert.True(draft.Ok, string.Join('\n', draft.Problems));
        return SheetReader.Read(SheetWriter.Write(FormExport.Write(draft.Value)), "x.xlsx").Value!;
    }

    private static Draft Imported(FormBook book, string file, DraftShared? shared)
    {
        var draft = FormImport.Read(book, file, shared);
        Assert.True(draft.Ok, string.Join('\n', draft.Problems));
        return draft.Value;
    }

    private static IEnumerable<string> Said(DialogSet set) => set.English.Select(e => $"{e.Key}: {e.English}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names(IEnumerable<DialogItem> items) => items.Select(i => i.Name);

    /// <summary>Everything a definition says, but the hash of its file.</summary>
    private static string Dump(object? value) => value switch
    {
        null => "null",
        string or ValueType and not IEnumerable => $"{value}",
        Expression expression => expression.Text,
        IDictionary map => string.Join(", ", map.Keys.Cast<object>().Select(k => $"{k}={map[k]}").Order(StringComparer.Ordinal)),
        IEnumerable many => $"[{string.Join("; ", many.Cast<object>().Select(Dump))}]",
        _ => $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "Revision").Select(p => $"{p.Name}: {Dump(p.GetValue(value))}"))})",
    };
}
