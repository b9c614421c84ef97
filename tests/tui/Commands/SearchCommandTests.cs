namespace Outreach.Tui.Tests.Commands;

/// <summary>outreach search learn and eval questions: from examples to what the search knows, and how well.</summary>
public sealed class SearchCommandTests : IDisposable
{
    private const string Head = "id\tlang\ttext\ttopic\talso\tstyle\n";

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public void Learns_from_the_examples_and_says_how_well()
    {
        Write("search/examples/en.tsv", string.Concat(Enumerable.Range(1, 30).Select(n => $"housing\t\tthe landlord and the rent {n}\nhealth\t\tthe doctor and the pills {n}\n")));
        var (exit, said, _) = _checkout.Run("search", "learn", "--content", _checkout.At("content/book"));
        Assert.Equal(0, exit);
        Assert.Matches(@"all +60 +1\.00 +1\.00", said);
        Assert.Contains("examples: ", File.ReadAllText(At("search/learned.yaml")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("houses\t\tour flat", "search/examples/en.tsv:1: 2241: 'houses' is no topic")]
    [InlineData("", "There are no examples in ")]
    public void Says_why_nothing_can_be_learned(string examples, string why)
    {
        Write("search/examples/en.tsv", examples);
        var (exit, said, wrong) = _checkout.Run("search", "learn", "--content", _checkout.At("content/book"));
        Assert.Equal((1, ""), (exit, said));
        Assert.Contains(why, wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_was_missed_and_ends_with_the_figures()
    {
        var (exit, said, wrong) = Eval(Head + "1\ten\tthe landlord keeps my deposit\thousing\t\tplain\n2\ten\tqwxz jjkq vvbb\thealth\t\ttypo\n");
        Assert.Equal((0, ""), (exit, wrong));
        Assert.Contains("2 en typo: wanted health, asked back: ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("1 en plain: wanted", said, StringComparison.Ordinal);
        Assert.Matches(@"en +2 +0\.50 ", said);
        Assert.Matches(@"confidence +n +first card right\n(.*\n)*0\.0 to 0\.1 +1 +0\.00\n", said);
        Assert.Matches(@"hit@1 0\.50 hit@3 (0\.50|1\.00) mrr 0\.\d\d n 2\n$", said);
    }

    [Fact]
    public void Of_a_table_that_must_stay_unseen_it_says_figures_only()
    {
        File.WriteAllText(_checkout.At("q.tsv"), Head + "1\ten\tqwxz jjkq\thealth\t\tplain\n");
        var (_, said, _) = _checkout.Run("eval", "questions", _checkout.At("q.tsv"), "--figures", "--content", _checkout.At("content/book"));
        Assert.DoesNotContain("qwxz", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no column of topics", "id\tlang\ttext\n1\ten\thi\n", "q.tsv:1: 2244: the first line must name the columns id, lang, text, topic, also, style, with tabs between them; missing: topic")]
    [InlineData("no rows", Head, "there is no row below the names of the columns")]
    [InlineData("a topic that is none", Head + "1\ten\thi\thouses\t\tplain\n", "q.tsv:2: 2245: 'houses' is no topic; topics are arrival, ")]
    [InlineData("another that is none", Head + "1\ten\thi\thousing\tmoney,flats\tplain\n", "'flats' is no topic")]
    [InlineData("no text", Head + "1\ten\t\thousing\t\tplain\n", "q.tsv:2: 2245: 'text' is empty")]
    [InlineData("a tab in a question", Head + "1\ten\thi\tyou\thousing\t\tplain\n", "q.tsv:2: 2245: more cells than columns")]
    [InlineData("a language we do not speak", Head + "1\tde\thallo\thousing\t\tplain\n", "'de' is no language we speak")]
    [InlineData("an id twice", Head + "1\ten\thi\thousing\t\tplain\n1\ten\tho\thousing\t\tplain\n", "the id '1' stands 2 times")]
    public void Says_what_is_wrong_with_a_table(string what, string table, string why)
    {
        var (exit, _, wrong) = Eval(table);
        Assert.True(exit == 1 && wrong.Contains(why, StringComparison.Ordinal), $"{what}: {wrong}");
    }

    [Fact]
    public void A_place_without_pages_is_refused()
    {
        File.WriteAllText(_checkout.At("q.tsv"), Head + "1\ten\thi\thousing\t\tplain\n");
        Assert.Contains("There is no place 'zz' with pages; places are ", _checkout.Run("eval", "questions", _checkout.At("q.tsv"), "--place", "zz", "--content", _checkout.At("content/book")).Wrong, StringComparison.Ordinal);
    }

    private (int Exit, string Said, string Wrong) Eval(string table)
    {
        File.WriteAllText(_checkout.At("q.tsv"), table);
        return _checkout.Run("eval", "questions", _checkout.At("q.tsv"), "--place", "de", "--content", _checkout.At("content/book"));
    }

    private void Write(string name, string text)
    {
        foreach (var folder in (string[])["search/examples", "search/ideas", "safety/ideas"])
            if (Directory.Exists(At(folder)))
                Directory.Delete(At(folder), recursive: true);
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    private string At(string name) => _checkout.At($"content/book/{name}");
}
