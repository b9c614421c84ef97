using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>The template that translators work from is exactly what stands in the dialogs.</summary>
public class DialogCatalogTests
{
    private static readonly string Template = Repository.At("localization", "catalogs", "dialogs.pot");

    [Fact]
    public void The_dialogs_of_this_repository_load_without_a_problem()
    {
        var read = Read();
        Assert.True(read.Ok, string.Join('\n', read.Problems));
    }

    [Fact]
    public void Every_English_text_of_the_dialogs_stands_in_the_template()
    {
        var set = Read().Value!;
        var expected = CatalogTemplate.Text(set.English);
        if (Repository.Update)
            File.WriteAllText(Template, expected);
        Assert.Equal(expected, File.ReadAllText(Template));
    }

    private static Result<DialogSet> Read() => DialogReader.Read(
        System.IO.Directory.GetFiles(Repository.At("content", "book", "dialogs")).ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal));
}
