using System.Diagnostics;

namespace Outreach.Tui.Tests.Commands;

/// <summary>outreach translate: out, back, and what is refused.</summary>
public sealed class TranslateCommandTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("work.po")]
    [InlineData("work.xlf")]
    public void What_was_changed_goes_out_is_translated_and_comes_in(string name)
    {
        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "before");
        _checkout.Replace("content/book/library/de/housing.en.md", "revision: 1", "revision: 2");
        _checkout.Replace("content/book/library/de/housing.en.md", "It can take long. That is not your fault.", "It can take very long. That is not your fault.");
        var file = _checkout.At(name);
        var (exit, said, wrong) = Run("export", "--lang", "fr", "--out", file);
        Assert.True(exit == 0, wrong);
        Assert.Matches(@": \d+ texts into French: \d+ new, 1 whose English has changed, 0 that need no translation\.\n$", said);       // pages that are not in French yet are new
        var text = File.ReadAllText(file);
        Assert.Contains("changed: It can take {+very +}long.", text, StringComparison.Ordinal);

        File.WriteAllText(file, text.Replace("#, fuzzy\n", "").Replace("needs-review-translation", "translated").Replace("Cela peut durer longtemps", "Cela peut durer très longtemps", StringComparison.Ordinal));
        (exit, said, wrong) = Run("import", file, "--by", "A. Speaker");
        Assert.True(exit == 0, said + wrong);
        Assert.Matches(@"library/de/housing\.fr\.md: written\n1 texts taken into French, \d+ still open, 1 files written\.", said);
        var page = File.ReadAllText(_checkout.At("content/book/library/de/housing.fr.md"));
        Assert.Contains("Cela peut durer très longtemps. Ce n'est pas votre faute.", page, StringComparison.Ordinal);
        Assert.Contains("translation: {of: 2, status: draft, by: A. Speaker}", page, StringComparison.Ordinal);
        Assert.Equal(0, _checkout.Run("content", "check", _checkout.At("content/book")).Exit);
    }

    [Fact]
    public void What_cannot_be_taken_is_named_with_its_reason_and_nothing_is_written()
    {
        var file = _checkout.At("work.po");
        Assert.Equal(0, Run("export", "--lang", "fr", "--all", "--out", file).Exit);
        var before = Directory.GetFiles(_checkout.At("content"), "*.fr.md", SearchOption.AllDirectories).Concat(Directory.GetFiles(_checkout.At("localization"), "*.po", SearchOption.AllDirectories)).ToDictionary(f => f, File.ReadAllText);
        File.WriteAllText(file, File.ReadAllText(file).Replace("msgstr \"Référence : {reference}\"", "msgstr \"Référence : {numéro}\"", StringComparison.Ordinal).Replace("msgstr \"Autre chose\"", "msgstr \"Tout autre chose\"", StringComparison.Ordinal));
        var (exit, _, wrong) = Run("import", file);
        Assert.Equal(1, exit);
        Assert.StartsWith("Nothing was taken from work.po; ", wrong, StringComparison.Ordinal);
        Assert.Contains("1205: has the holes [], the English [reference]; keep them as they are", wrong, StringComparison.Ordinal);
        Assert.All(before, f => Assert.Equal(f.Value, File.ReadAllText(f.Key)));
    }

    [Fact]
    public void The_report_has_a_line_a_language()
    {
        var (exit, said, _) = Run("report");
        Assert.Equal(0, exit);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(8, lines.Length);
        Assert.Matches("^language +texts +up to date +older English +missing +need none +pages +up to date +older +missing +no speaker$", lines[0]);
        Assert.Matches(@"^Arabic +\d+ +\d+ +\d+ +\d+ +\d+ +\d+ +\d+ +\d+ +\d+ +\d+$", lines[3]);
    }

    [Fact]
    public void The_report_of_a_language_shows_what_changed()
    {
        _checkout.Replace("localization/catalogs/tui.pot", "msgid \"Choose your language\"", "msgid \"So: Choose your language\"");
        Assert.Contains("{+So: +}", Run("report", "--lang", "ar").Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_back_translation_that_says_something_else_is_reported()
    {
        var file = _checkout.At("back.tsv");
        File.WriteAllText(file, "library/de/housing#c5.3\tYou can look for an apartment and get the offer written down.\nlibrary/de/housing#c1.title\tNo bed this night\nlibrary/de/housing#c7.3\tSign something at the door.\n");
        var (exit, said, wrong) = Run("back", file);
        Assert.True(exit == 1, wrong);
        Assert.Contains("library/de/housing#c7.3: negation: the English says 'no', the back-translation ''", said, StringComparison.Ordinal);
        Assert.DoesNotContain("c1.title", said, StringComparison.Ordinal);
        Assert.EndsWith("3 texts compared: 2 differ.\n", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no language", "Name the language with --lang, one of fr, es, ar, fa, uk, am, sw.", "export", "--out", "x.po")]
    [InlineData("no kind of file", "name it .po or .xlf.", "export", "--lang", "fr", "--out", "x.txt")]
    [InlineData("a file that is not there", "cannot be read", "import", "nowhere.po")]
    public void Says_what_is_wrong(string what, string sentence, params string[] arguments)
    {
        var (exit, _, wrong) = Run(arguments);
        Assert.True(exit == 1 && wrong.Contains(sentence, StringComparison.Ordinal), $"{what}: {wrong}");
    }

    private (int Exit, string Said, string Wrong) Run(params string[] arguments) =>
        _checkout.Run(["translate", .. arguments, "--content", _checkout.At("content/book"), "--catalogs", _checkout.At("localization/catalogs")]);

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { UseShellExecute = false, WorkingDirectory = _checkout.At(".") })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
