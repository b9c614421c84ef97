namespace Outreach.Localization.Tests;

/// <summary>Our files are gettext's files: its own tools are asked.</summary>
public class GettextTests
{
    public static TheoryData<string> OurCatalogs() =>
        [.. Directory.EnumerateFiles(Tools.Catalogs, "*.po*").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Tags() => [.. Locale.All.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(OurCatalogs))]
    public void Accepts_every_catalog_of_ours(string name) => Assert.Equal((0, ""), Check(Path.Combine(Tools.Catalogs, name)));

    [Theory]
    [MemberData(nameof(Tags))]
    public void Accepts_what_we_write_in(string tag)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal((0, ""), Check(folder.Write("app.po", PoWriter.Write(Samples.Translation(Of(tag))))));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Means_the_same_by_our_files_as_we_do(string tag)
    {
        using var folder = new TemporaryFolder();
        var file = Samples.Translation(Of(tag));
        file = file with
        {
            Entries = [.. file.Entries, PoEntry.OfEnglish("odd", "“q” \"x\"\t\\ {{\n\n" + new string('a', 200) + " b\n") with { Translations = ["ሰላም\n😀\n"], Comments = ["mine"], Notes = ["yours"] }],
        };
        var (exit, output, errors) = Tools.Run("msgcat", folder.Path, folder.Write("app.po", PoWriter.Write(file)));
        Assert.True(exit == 0, errors);
        Assert.Equal(file.Entries.ToArray(), PoReader.Read(output, "x").Value!.Entries.ToArray());
    }

    [Fact]
    public void Refuses_a_translation_without_its_hole()
    {
        using var folder = new TemporaryFolder();
        var file = Samples.Translation(Locale.French);
        var broken = file with { Entries = [file.Entries[0] with { Translations = ["Bonjour."] }] };
        Assert.NotEqual(0, Check(folder.Write("app.po", PoWriter.Write(broken))).ExitCode);
    }

    private static Locale Of(string tag) => Locale.All.Single(l => l.Tag == tag);

    private static (int ExitCode, string Errors) Check(string path)
    {
        var (exit, _, errors) = Tools.Run("msgfmt", Path.GetTempPath(), "--check", "-o", "/dev/null", path);
        return (exit, errors);
    }
}
