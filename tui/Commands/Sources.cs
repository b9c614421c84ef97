using System.CommandLine;
using Outreach.Content.Checks;
using Outreach.Localization;

namespace Outreach.Tui.Commands;

/// <summary>The folders that authors work in. Commands that write must find the sources, not the copies beside the program.</summary>
/// <param name="Content">Pages, dialogs, contacts: <c>content/book</c>.</param>
/// <param name="Catalogs">Templates and translations: <c>localization/catalogs</c>.</param>
/// <param name="Rules">Published rules and offices: <c>referrals/rules</c>.</param>
internal sealed record Sources(string Content, string Catalogs, string Rules)
{
    private const string Otherwise = "default: the setting OUTREACH__";

    /// <summary>--content.</summary>
    public static readonly Option<string?> ContentOption = new("--content") { Description = $"folder of pages, dialogs, contacts; {Otherwise}CONTENTDIR, else content/book of the checkout you are in, else beside the program" };

    /// <summary>--catalogs.</summary>
    public static readonly Option<string?> CatalogsOption = new("--catalogs") { Description = $"folder of templates and translations; {Otherwise}CATALOGSDIR, else as above: localization/catalogs" };

    /// <summary>--rules.</summary>
    public static readonly Option<string?> RulesOption = new("--rules") { Description = $"folder of published rules and offices; {Otherwise}RULESDIR, else as above: referrals/rules" };

    /// <summary>Terms of each language: beside the catalogs.</summary>
    public string Glossary => Path.Combine(Path.GetDirectoryName(Catalogs)!, "glossary");

    /// <summary>Names and words that no dictionary has: beside the catalogs.</summary>
    public string Words => Path.Combine(Path.GetDirectoryName(Catalogs)!, "words");

    /// <summary>Glossaries, word lists and a dictionary.</summary>
    public Result<CheckTools> Tools(ISpeller? speller)
    {
        var glossaries = Outreach.Content.Translation.Glossary.ReadAll(Glossary);
        if (!glossaries.Ok)
            return glossaries.Problems;
        var words = Directory.Exists(Words) ? Directory.EnumerateFiles(Words, "*.txt").ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal) : [];
        return new CheckTools { Speller = speller, Words = WordLists.Of(words), Glossaries = glossaries.Value };
    }

    /// <summary>What is named counts, then the settings, then the checkout around the content or the current folder, then what lies beside the program.</summary>
    public static Sources Of(ParseResult parsed, string? content = null)
    {
        var beside = Settings.Read();
        var named = content ?? Named(parsed, ContentOption);
        var checkout = CheckoutAround(Path.GetFullPath(named ?? "."));
        return new Sources(
            Folder(named, "CONTENTDIR", checkout, "content/book", beside.ContentDir),
            Folder(Named(parsed, CatalogsOption), "CATALOGSDIR", checkout, "localization/catalogs", beside.CatalogsDir),
            Folder(Named(parsed, RulesOption), "RULESDIR", checkout, "referrals/rules", beside.RulesDir));
    }

    private static string? Named(ParseResult parsed, Option<string?> option) => parsed.GetResult(option) is null ? null : parsed.GetValue(option);

    private static string Folder(string? named, string setting, string? checkout, string inCheckout, string beside) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(
        named ?? Settings.Given(setting) ?? (checkout is null ? beside : Path.Combine(checkout, inCheckout))));

    private static string? CheckoutAround(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "content", "book")) && Directory.Exists(Path.Combine(at.FullName, "localization", "catalogs")))
                return at.FullName;
        return null;
    }
}
