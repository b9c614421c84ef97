using Outreach.Content.Editing;
using Outreach.Localization;
using Outreach.Referrals.Editing;
using Outreach.Referrals.Staff;
using Outreach.Tui.Desk;
using Outreach.Tui.Tests.Support;

namespace Outreach.Tui.Tests.Desk;

/// <summary>Editing at the desk, key by key.</summary>
public sealed class DeskEditingTests
{
    private const string CtrlS = "\x13", Down = "\x1b[B";

    [Theory]
    [InlineData("Enter opens the marked one", "\r", "OpenContent directory/de.yaml de/110")]
    [InlineData("down, then Enter opens the next", Down + "\r", "OpenContent directory/de.yaml de/112")]
    [InlineData("a word is searched", "/ bonn\r", "LoadContent de bonn")]
    [InlineData("c shows what waits", "c", "LoadChanges")]
    [InlineData("n shows what nobody could answer", "n", "LoadUnanswered")]
    [InlineData("an editor has no queue to go to", "e", "")]
    public void The_list_follows_its_keys(string why, string keys, string effects) => Assert.True(Press(EditingSample.List(Sample.Usual), keys).Seen == effects, why);

    [Theory]
    [InlineData("a number is changed, a reason given", "9\t\t\t\tdoor" + CtrlS, "Propose de/110 seen-1 1109|https://polizei.example|Mo-Fr 09:00-17:00|2027-01-03 door")]
    [InlineData("opened again", "\t\t\t" + Ten + "\tdoor" + CtrlS, "Propose de/110 seen-1 110|https://polizei.example|Mo-Fr 09:00-17:00| door")]
    [InlineData("without a reason it asks for one", "9" + CtrlS + "door" + CtrlS, "Propose de/110 seen-1 1109|https://polizei.example|Mo-Fr 09:00-17:00|2027-01-03 door")]
    [InlineData("a day that is none is not sent", "\t\t\t9\tdoor" + CtrlS, "")]
    public void A_contact_follows_its_keys(string why, string keys, string effects)
    {
        var seen = Press(EditingSample.Open(EditingSample.Contact, Sample.Usual), keys).Seen;
        Assert.True(seen == effects, $"{why}: {seen}");
    }

    [Fact]
    public void A_page_is_written_in_lines_and_proposed_whole()
    {
        var (model, seen) = Press(EditingSample.Open(EditingSample.Page, Sample.Usual), "# x\r\tshorter" + CtrlS);
        Assert.Equal($"Propose library/de/housing.ar.md seen-2 # x\n{EditingSample.Page.Text} shorter", seen);
        Assert.Equal(Waiting.Saving, model.Waiting);
        Assert.Equal("", Press(model, "yyy" + CtrlS).Seen);                                   // what is kept is what is seen
    }

    [Theory]
    [InlineData("what was not looked at is not published", "p", "")]
    [InlineData("Enter shows the difference, p publishes", "\rp", "Decide 3 Publish")]
    [InlineData("w withdraws", "w", "Decide 3 Withdraw")]
    [InlineData("a published one can be put back", Down + "\ru", "Decide 2 PutBack")]
    [InlineData("and not published again", Down + "\rp", "")]
    public void Changes_follow_their_keys(string why, string keys, string effects) => Assert.True(Press(EditingSample.Changes(Sample.Usual), keys).Seen == effects, why);

    [Fact]
    public void What_was_begun_is_there_again_and_gone_once_it_was_proposed()
    {
        var left = Send(Press(EditingSample.Open(EditingSample.Contact, Sample.Usual), "9").Model, new DeskMsg.Do(DeskCommand.Back));
        Assert.Contains("+ Polizei", Text(left), StringComparison.Ordinal);
        var again = Send(left with { Awaited = 7 }, new DeskMsg.ContentOpened(7, EditingSample.Contact));
        Assert.Equal("1109", ((DeskScreen.Editing)again.Screen).Fields[0].Text);

        var saving = Press(again, "\t\t\t\tdoor" + CtrlS).Model;
        var proposed = Send(saving, new DeskMsg.ChangesLoaded(saving.Awaited, new ChangesDto([EditingSample.Published, EditingSample.Proposed], 3), "desk.done.proposed", Sample.Now));
        Assert.Empty(proposed.Edits);
        Assert.Equal(3, ((DeskScreen.Changes)proposed.Screen).Marked!.Number);
        Assert.Contains("Another person publishes it", Text(proposed), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_server_refuses_stays_with_file_line_and_what_to_do()
    {
        var saving = Press(EditingSample.Open(EditingSample.Contact, Sample.Usual), "a\t\t\t\tdoor" + CtrlS).Model;
        var refused = Send(saving, new DeskMsg.ChangesLoaded(saving.Awaited, new Problem(3223, "no", "directory/de.yaml:2: '110a' cannot be dialled"), "desk.done.proposed", Sample.Now));
        Assert.Contains("directory/de.yaml:2", Text(refused), StringComparison.Ordinal);
        Assert.Equal("110a", ((DeskScreen.Editing)refused.Screen).Fields[0].Text);
    }

    [Fact]
    public void A_text_that_changed_meanwhile_is_opened_anew()
    {
        var saving = Press(EditingSample.Open(EditingSample.Contact, Sample.Usual), "9\t\t\t\tdoor" + CtrlS).Model;
        var refused = Send(saving, new DeskMsg.ChangesLoaded(saving.Awaited, EditingProblems.Changed(new TextPart("directory/de.yaml", "de/110")), null, Sample.Now));
        Assert.Empty(Send(refused, new DeskMsg.Do(DeskCommand.Back)).Edits);
    }

    [Fact]
    public void The_same_proposal_sent_again_after_a_broken_link_is_the_same()
    {
        var (saving, first) = Effects(EditingSample.Open(EditingSample.Contact, Sample.Usual), "9\t\t\t\tdoor" + CtrlS);
        var failed = Send(saving, new DeskMsg.ChangesLoaded(saving.Awaited, DeskProblems.TooSlow(), null, Sample.Now));
        var (_, again) = Effects(failed, CtrlS);
        Assert.Equal(((DeskEffect.Propose)first[^1]).Request.Id, ((DeskEffect.Propose)again[^1]).Request.Id);
    }

    [Fact]
    public void Who_edits_and_has_no_queue_begins_with_the_list()
    {
        var asking = DeskScreenTests.After(Sample.App().Init(Sample.Usual).Model, Locale.English, "elif\tsecret\r");
        var step = Sample.App().Update(asking, new DeskMsg.SignedIn(asking.Awaited, new SignedIn("t", Sample.Now, EditingSample.Elif), Sample.Now));
        Assert.IsType<DeskScreen.Content>(step.Model.Screen);
        Assert.Equal("", Assert.IsType<DeskEffect.LoadContent>(Assert.Single(step.Effects)).Words);
    }

    private const string Ten = "\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f";

    private static (DeskModel Model, string Seen) Press(DeskModel model, string keys)
    {
        var (next, effects) = Effects(model, keys);
        return (next, string.Join(' ', effects.Select(Name)));
    }

    private static (DeskModel Model, List<DeskEffect> Effects) Effects(DeskModel model, string keys)
    {
        var (app, seen) = (Sample.App(), new List<DeskEffect>());
        foreach (var input in Keys.Of(keys))
        {
            if (app.Translate(model, input) is not { } message)
                continue;
            (model, var effects) = app.Update(model, message);
            seen.AddRange(effects);
        }
        return (model, seen);
    }

    private static DeskModel Send(DeskModel model, DeskMsg message) => Sample.App().Update(model, message).Model;

    private static string Text(DeskModel model) => DeskScreenTests.Draw(model, Locale.English).LogicalText();

    private static string Name(DeskEffect effect) => effect switch
    {
        DeskEffect.LoadContent(_, var words) => $"LoadContent {words}",
        DeskEffect.OpenContent(_, var file, var contact) => $"OpenContent {file} {contact}",
        DeskEffect.LoadChanges => "LoadChanges",
        DeskEffect.Decide(_, var change, var act) => $"Decide {change} {act.Decision}",
        DeskEffect.Propose(_, { Form: { } form } request) =>
            FormattableString.Invariant($"Propose {request.Contact} {request.Seen} {form.Number}|{form.Link}|{form.Hours}|{form.ClosedUntil:yyyy-MM-dd} {request.Reason}"),
        DeskEffect.Propose(_, var request) => $"Propose {request.File} {request.Seen} {request.Text} {request.Reason}",
        _ => effect.GetType().Name,
    };
}
