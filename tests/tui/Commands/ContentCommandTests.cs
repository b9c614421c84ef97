using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Tests.Support;

namespace Outreach.Tui.Tests.Commands;

/// <summary>outreach content: build, check, extract.</summary>
public sealed class ContentCommandTests : IDisposable
{
    private readonly Checkout _checkout = new();

    private string Book => _checkout.At("content/book");

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public void Check_passes_on_the_real_content_and_ends_with_a_count()
    {
        var (exit, said, wrong) = _checkout.Run("content", "check", Book);
        Assert.Equal((0, ""), (exit, wrong));
        Assert.Matches(@"report \d+ texts must be signed before an office goes live; 'outreach golive check' lists them\n\d+ pages, \d+ dialogs: 0 errors, \d+ reports\.\n$", said);
    }

    [Theory]
    [InlineData("a page whose day has passed is reported", 0, "library/de/housing.en.md", "review-by: 2027", "review-by: 2025", "reviewed: 2026", "reviewed: 2024", "report library/de/housing.en.md:5: 2040: ")]
    [InlineData("a link to nowhere is an error with its line", 1, "library/de/housing.en.md", "(page:de/", "(page:de/no-", "", "", "error library/de/housing.en.md:")]
    [InlineData("a phone number in running text too", 1, "library/ly/emergency.en.md", "\n## ", "\nCall 0912345678.\n\n## ", "", "", "2055: ")]
    public void Check_says_file_line_and_what_to_do(string what, int expected, string file, string old, string now, string alsoOld, string alsoNow, string line)
    {
        _checkout.Replace($"content/book/{file}", old, now);
        if (alsoOld.Length > 0)
            _checkout.Replace($"content/book/{file}", alsoOld, alsoNow);
        var (exit, said, wrong) = _checkout.Run("content", "check", Book);
        Assert.True(exit == expected && said.Contains(line, StringComparison.Ordinal), $"{what}: {exit}\n{said}{wrong}");
    }

    [Fact]
    public void Coverage_says_what_is_written_what_is_a_draft_what_is_stale_and_what_is_missing()
    {
        _checkout.Replace("content/book/library/ly/health.en.md", "revision: 1", "revision: 2");
        _checkout.Replace("content/book/library/ly/health.fr.md", "revision: 1", "revision: 2");
        _checkout.Replace("content/book/library/ly/health.fr.md", "of: 1", "of: 2");
        File.Delete(_checkout.At("content/book/library/ly/health.am.md"));
        var (exit, said, wrong) = _checkout.Run("content", "coverage", "--content", Book, "--place", "ly");
        Assert.Equal((0, ""), (exit, wrong));
        Assert.Matches(@"\nly/health +\d+ +\d+ 20\d\d[-\d]* +\d+ +\d+\* +\d+! +\d+! +\d+! +\d+! +- +\d+!\n", said);
        Assert.EndsWith("63 of 64 pages written: 50 drafts, 5 stale, 1 missing.\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Freshness_lists_what_grows_old_the_first_to_do_so_first()
    {
        var (exit, said, _) = _checkout.Run("content", "freshness", "--content", Book, "--on", "2026-11-22");
        var days = said.Split('\n')[..^2].Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]).ToList();
        Assert.Equal(0, exit);
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        Assert.Matches(@"until 2027-05-21  de         sum        checked 2026-11-21  money#c1\n", said);
        Assert.Matches(@"until 2027-11-22  countries  emergency  checked 2026-11-22  countries \(\d+\)\n", said);
        Assert.EndsWith(" facts and pages on 2026-11-22: 0 past their time, 0 within 30 days.\n", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what is past its time fails", 1, "de", "2027-12-22", "old   2027-05-21  de         fee ")]
    [InlineData("one place alone is listed", 0, "ly", "2026-11-22", "until 2027-02-21  ly         page ")]
    [InlineData("a place that is none is named", 1, "xx", "2026-11-22", "Nothing is known about 'xx'")]
    public void Freshness_answers_for_a_place_and_a_day(string what, int expected, string place, string day, string line)
    {
        var (exit, said, wrong) = _checkout.Run("content", "freshness", "--content", Book, "--place", place, "--on", day);
        Assert.True(exit == expected && (said + wrong).Contains(line, StringComparison.Ordinal) && (place == "de" || !said.Contains("  de  ", StringComparison.Ordinal)), $"{what}: {said}{wrong}");
    }

    [Theory]
    [InlineData("a broken dialog", "content/book/dialogs/talk.yaml", "{type: consent", "{type: konsent", "dialogs/talk.yaml")]
    [InlineData("a broken page", "content/book/library/de/housing.en.md", "title:", "titel:", "library/de/housing.en.md:")]
    public void What_cannot_be_read_is_named(string what, string file, string old, string now, string line)
    {
        _checkout.Replace(file, old, now);
        var (exit, _, wrong) = _checkout.Run("content", "check", Book);
        Assert.True(exit == 1 && wrong.Contains(line[(line.IndexOf('/') + 1)..], StringComparison.Ordinal), $"{what}: {wrong}");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var (exit, _, wrong) = _checkout.Run("content", "check", _checkout.At("nowhere"));
        Assert.Equal(1, exit);
        Assert.Contains("there is no such folder", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_makes_a_package_that_its_public_key_opens_and_no_other()
    {
        var (package, key) = (_checkout.At("out/a.package"), _checkout.At("keys/content.key"));
        var (exit, said, wrong) = _checkout.Run("content", "build", "--content", Book, "--out", package, "--key", key);
        Assert.True(exit == 0, wrong);
        Assert.Matches(@"^out/a\.package: revision [0-9a-f]{12}, \d+ kB, signed\.\nKiosks need it and the public key: .* --package-key keys/content\.key\.pub\n$", said);
        using var trusted = PackageKey.OpenPublic(key + ".pub").Value!;
        Assert.NotEmpty(BookPackage.Load(package, trusted, new Office()).Value!.Dialogs);
        using var other = PackageKey.OpenOrMake(_checkout.At("keys/other.key")).Value!;
        Assert.Equal(2407, Assert.Single(BookPackage.Load(package, other, new Office()).Problems).Code);
    }

    [Fact]
    public void Build_refuses_what_must_not_go_out()
    {
        _checkout.Replace("content/book/library/de/housing.en.md", "(page:de/", "(page:de/no-");
        var package = _checkout.At("a.package");
        string[] command = ["content", "build", "--content", Book, "--out", package, "--key", _checkout.At("k")];
        var (exit, _, wrong) = _checkout.Run(command);
        Assert.Equal((1, false), (exit, File.Exists(package)));
        Assert.StartsWith("Nothing was built: 'outreach content check' finds ", wrong, StringComparison.Ordinal);
        Assert.Equal(0, _checkout.Run([.. command, "--despite-errors"]).Exit);
    }

    [Theory]
    [InlineData("nothing a key", "rubbish", 0b110_000_000, "is no ECDSA P-256 key")]
    [InlineData("a key others can read", "", 0b110_100_100, "chmod 600")]
    public void Build_refuses_a_key_that_is(string what, string text, int mode, string sentence)
    {
        var key = _checkout.At("content.key");
        if (text.Length > 0)
            File.WriteAllText(key, text);
        else
            PackageKey.OpenOrMake(key).Value!.Dispose();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(key, (UnixFileMode)mode);
        var (exit, _, wrong) = _checkout.Run("content", "build", "--content", Book, "--out", _checkout.At("a.package"), "--key", key);
        Assert.True(exit == 1 && wrong.Contains(sentence, StringComparison.Ordinal), $"{what}: {wrong}");
    }

    [Fact]
    public void No_template_of_this_repository_is_stale()
    {
        string[] command = ["content", "extract", "--content", Repository.At("content", "book")];
        var (exit, said, wrong) = _checkout.Run(Repository.Update ? command : [.. command, "--check"]);
        Assert.True(exit == 0, said + wrong);
    }

    [Fact]
    public void Extract_names_what_is_stale_writes_it_and_is_then_content()
    {
        _checkout.Replace("content/book/dialogs/child.yaml", "Are you safe and well right now?", "Are you safe at this moment?");
        _checkout.Replace("referrals/rules/needs.yaml", "reason: The person says that they are in danger now.", "reason: They say that they are in danger now.");
        string[] check = ["content", "extract", "--content", Book, "--check"];
        var before = File.ReadAllText(_checkout.At("localization/catalogs/dialogs.pot"));
        var (exit, said, _) = _checkout.Run(check);
        Assert.Equal(1, exit);
        Assert.Equal("""
            localization/catalogs/dialogs.pot: stale: 0 new, 1 changed, 0 gone; run 'outreach content extract' and translate what is new
            localization/catalogs/rules.pot: stale: 0 new, 1 changed, 0 gone; run 'outreach content extract' and translate what is new

            """.ReplaceLineEndings("\n"), said);
        Assert.Equal(before, File.ReadAllText(_checkout.At("localization/catalogs/dialogs.pot")));
        Assert.Equal(0, _checkout.Run("content", "extract", "--content", Book).Exit);
        Assert.Equal(0, _checkout.Run(check).Exit);
    }
}
