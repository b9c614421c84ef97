namespace Outreach.Tui.Tests.Commands;

/// <summary>outreach eval urgent: what is missed, and how often.</summary>
public sealed class EvalCommandTests : IDisposable
{
    private const string Head = "id\tlang\tnote\ttext\tkind\turgent\n";

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public void Says_what_was_missed_and_ends_with_the_figures()
    {
        var (exit, said, wrong) = Eval(Head + """
            1	en	-	he has a gun	danger	yes
            2	en	-	help me please	danger	yes
            3	en	-	the kettle sings in the evening	danger	yes
            4	fr	-	bonjour	none	no
            5	fr	-	he has a gun	none	no
            6	en	-	i am tired of life		ask

            """);
        Assert.Equal((0, ""), (exit, wrong));
        Assert.Equal("""
            missed 3 en danger: expected yes, found nothing | the kettle sings in the evening
            false alarm 5 fr none: expected no, found danger sure | he has a gun

                         n   urgent  recall  precision
            en           4        3    0.67       1.00
            fr           2        0       -       0.00

            -            1        0       -       1.00
            danger       3        3    0.67       1.00
            none         2        0       -       0.00

            direct alarms alone: precision 0.50 n 2
            recall 0.67 precision 0.75 n 6

            """.ReplaceLineEndings("\n"), said);
    }

    [Fact]
    public void Of_a_table_that_must_stay_unseen_it_says_figures_only()
    {
        File.WriteAllText(_checkout.At("t.tsv"), Head + "1\ten\t-\tthe kettle sings\tdanger\tyes\n");
        var (_, said, _) = _checkout.Run("eval", "urgent", _checkout.At("t.tsv"), "--figures", "--content", _checkout.At("content/book"));
        Assert.DoesNotContain("kettle", said, StringComparison.Ordinal);
        Assert.EndsWith("recall 0.00 precision 0.00 n 1\n", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no column of texts", "id\tlang\turgent\n1\ten\tyes\n", "t.tsv:1: 2170: the first line must name the columns id, lang, text, kind (may be missing), urgent, with tabs between them; missing: text")]
    [InlineData("nothing at all", "", "t.tsv:1: 2170: ")]
    [InlineData("no rows", Head, "there is no row below the names of the columns")]
    [InlineData("a word that is none", Head + "1\ten\t-\thi\t-\tmaybe\n", "t.tsv:2: 2171: 'urgent' is 'maybe'; write yes, no or ask")]
    [InlineData("no text", Head + "1\ten\t-\t\t-\tyes\n", "t.tsv:2: 2171: 'text' is empty")]
    [InlineData("a row that is too short", Head + "\n1\ten\n", "t.tsv:3: 2171: 'text' is empty")]
    [InlineData("a tab in a message", Head + "1\ten\t-\thi\tyou\t-\tyes\n", "t.tsv:2: 2171: more cells than columns")]
    [InlineData("an id twice", Head + "1\ten\t-\thi\t-\tyes\n1\ten\t-\tho\t-\tyes\n", "the id '1' stands 2 times")]
    public void Refuses_a_table_with(string what, string table, string sentence)
    {
        var (exit, said, wrong) = Eval(table);
        Assert.True(exit == 1 && said.Length == 0 && wrong.Contains(sentence, StringComparison.Ordinal), $"{what}: {wrong}");
    }

    [Fact]
    public void Refuses_a_table_that_is_not_there() =>
        Assert.Contains("there is no such file", _checkout.Run("eval", "urgent", _checkout.At("none.tsv")).Wrong, StringComparison.Ordinal);

    private (int Exit, string Said, string Wrong) Eval(string table)
    {
        File.WriteAllText(_checkout.At("t.tsv"), table);
        return _checkout.Run("eval", "urgent", _checkout.At("t.tsv"), "--content", _checkout.At("content/book"));
    }
}
