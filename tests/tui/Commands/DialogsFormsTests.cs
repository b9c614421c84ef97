namespace Outreach.Tui.Tests.Commands;

/// <summary>outreach dialogs: a dialog goes into a spreadsheet and comes back; what cannot be taken leaves nothing behind.</summary>
public sealed class DialogsFormsTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public void A_dialog_goes_out_and_comes_back_with_its_translations()
    {
        var (exit, said, _) = Run("export", "voluntary-return", "--out", _checkout.At("x.xlsx"), "--catalogs", _checkout.At("localization/catalogs"));
        Assert.Equal((0, "x.xlsx: 20 rows of survey, 52 choices, 8 languages\n"), (exit, said));
        (exit, said, _) = Run("import", _checkout.At("x.xlsx"), "--out", _checkout.At("x.draft.yaml"));
        Assert.Equal(0, exit);
        Assert.StartsWith("x.draft.yaml, x.draft.am.po, x.draft.ar.po, x.draft.es.po, x.draft.fa.po, x.draft.fr.po, x.draft.sw.po, x.draft.uk.po: a draft of", said, StringComparison.Ordinal);
        Assert.Contains("- include: safety", File.ReadAllText(_checkout.At("x.draft.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_with_a_mistake_leaves_nothing_behind()
    {
        File.WriteAllText(_checkout.At("x.csv"), "type,name,label\ntext,a,A\nhologram,b,B\n");
        var (exit, said, wrong) = Run("import", _checkout.At("x.csv"), "--out", _checkout.At("x.draft.yaml"));
        Assert.Equal((1, "", "Nothing was imported:\n  survey, row 3, column A (type): 2614: 'hologram' is not taken: it is no type of XLSForm\n"), (exit, said, wrong));
        Assert.False(File.Exists(_checkout.At("x.draft.yaml")));
    }

    [Fact]
    public void A_dialog_that_is_not_there_is_named_with_those_that_are()
    {
        var (exit, _, wrong) = Run("export", "holiday");
        Assert.Equal(1, exit);
        Assert.StartsWith("There is no dialog 'holiday' in content/book/dialogs; there are: assisted-return, child, ", wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export", "talk")]
    [InlineData("draw", "talk", "--lang", "en")]
    public void A_place_that_cannot_be_written_is_said(params string[] command)
    {
        var (exit, said, wrong) = _checkout.Run(["dialogs", .. command, "--out", _checkout.At("nowhere/x.out"), "--content", _checkout.At("content/book"), "--catalogs", _checkout.At("localization/catalogs")]);
        Assert.Equal((1, ""), (exit, said));
        Assert.Matches("^nowhere/x.out cannot be written: .+ Name another place, or make it one you may write to.\n$", wrong);
    }

    [Fact]
    public void Of_a_draft_that_cannot_be_written_no_part_is_left()
    {
        File.WriteAllText(_checkout.At("x.csv"), "type,name,label::English (en),label::French (fr)\ntext,a,A,B\n");
        Directory.CreateDirectory(_checkout.At("y.draft.fr.po.new"));
        var (exit, said, wrong) = Run("import", _checkout.At("x.csv"), "--out", _checkout.At("y.draft.yaml"));
        Assert.Equal((1, ""), (exit, said));
        Assert.StartsWith("y.draft.yaml cannot be written: ", wrong, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_checkout.At("."), "y.draft*"));
    }

    public void Dispose() => _checkout.Dispose();

    private (int Exit, string Said, string Wrong) Run(params string[] arguments) => _checkout.Run(["dialogs", .. arguments, "--content", _checkout.At("content/book")]);
}
