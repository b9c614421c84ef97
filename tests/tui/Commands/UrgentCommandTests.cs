namespace Outreach.Tui.Tests.Commands;

/// <summary>outreach urgent learn: from examples to what the bot hears, or why not.</summary>
public sealed class UrgentCommandTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public void Learns_from_the_examples_and_says_how_well()
    {
        Write("safety/examples/en.tsv", string.Concat(Enumerable.Range(1, 30).Select(n => $"sea\tyes\twater fills the boat {n}\nnone\tno\twhen does the office open {n}\n")));
        var (exit, said, _) = Learn();
        Assert.Equal(0, exit);
        Assert.Matches(@"list and examples +60 +1\.000 +1\.000", said);
        Assert.Contains("examples: ", File.ReadAllText(At("safety/learned.yaml")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sea\tmaybe\tour boat", "safety/examples/en.tsv:1: 2213: 'maybe' is not yes, ask or no")]
    [InlineData("", "There are no examples in ")]
    public void Says_why_nothing_can_be_learned(string examples, string why)
    {
        Write("safety/examples/en.tsv", examples);
        var (exit, said, wrong) = Learn();
        Assert.Equal((1, ""), (exit, said));
        Assert.Contains(why, wrong, StringComparison.Ordinal);
    }

    public void Dispose() => _checkout.Dispose();

    /// <summary>A book of a list and of examples in one language; nothing else is read.</summary>
    private void Write(string name, string text)
    {
        foreach (var folder in (string[])["safety/examples", "safety/ideas"])
            if (Directory.Exists(At(folder)))
                Directory.Delete(At(folder), recursive: true);
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    private string At(string name) => _checkout.At($"content/book/{name}");

    private (int Exit, string Said, string Wrong) Learn() => _checkout.Run(["urgent", "learn", "--content", _checkout.At("content/book")]);
}
