using Outreach.Content.Editing;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Referrals.Editing;
using Outreach.Referrals.Staff;

namespace Outreach.Referrals.Tests.Editing;

/// <summary>Somebody proposes, the readers check, another person publishes, and people read it.</summary>
public sealed class EditingTests : IAsyncLifetime
{
    private const string Page = "library/de/housing.en.md", Directory = "directory/de.yaml", Fire = "de/112";
    private readonly Workplace _office = new();
    private Caller _elif = null!, _omar = null!;
    private int _id;

    public async Task InitializeAsync() => (_elif, _omar) = (await _office.Is("elif", StaffRole.Editor), await _office.Is("omar", StaffRole.Coordinator, "de"));

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task A_number_changed_by_one_and_published_by_another_is_what_people_read()
    {
        var item = await Item(Directory, Fire);
        var proposed = Ok(await Propose(item, item.Form! with { Number = "0800 112", ClosedUntil = new DateOnly(2027, 1, 3) }));
        Assert.Null(_office.Shelves.Shown);

        var waiting = proposed.Rows[0];
        Assert.Equal((ChangeState.Proposed, "elif", "Feuerwehr", "the sign on their door"), (waiting.State, waiting.Author, waiting.Title, waiting.Reason));
        Assert.Equal(["-  number: \"112\"", "+  number: \"0800 112\""], waiting.Lines.Where(l => l.Fate != LineFate.Stays).Take(2).Select(l => $"{(l.Fate == LineFate.Goes ? '-' : '+')}{l.Text}"));
        var published = Ok(await Decide(_omar, waiting.Number, ChangeDecision.Publish)).Rows[0];

        Assert.Equal((ChangeState.Published, "omar"), (published.State, published.DecidedBy));
        var call = Assert.IsType<PageBlock.Call>(_office.Shelves.Shown!.Library.Find(new PageId("de", "housing"), Locale.English)!.Cards[0].Blocks[1]);
        Assert.Equal("0800 112", call.Number);
        Assert.Equal("112", (await _office.Editing.Open(new TextPart(Directory, "de/110"), default)).Value!.Text is { } other ? ContactForm.Of(other).Number!.Replace("110", "112", StringComparison.Ordinal) : "");
        Assert.Equal("0800 112", (await Item(Directory, Fire)).Form!.Number);
    }

    [Theory]
    [InlineData("the author", "elif", StaffRole.Editor, 3224)]
    [InlineData("another editor", "sami", StaffRole.Editor, null)]
    [InlineData("a coordinator", "omar", StaffRole.Coordinator, null)]
    [InlineData("a translator", "tala", StaffRole.Translator, 3012)]
    [InlineData("a case worker", "cem", StaffRole.CaseWorker, 3012)]
    [InlineData("an administrator", "ada", StaffRole.Administrator, 3012)]
    public async Task Two_persons_make_a_change(string why, string who, StaffRole role, int? refused)
    {
        var number = (await Changed()).Number;

        var answer = await Decide(await _office.Is(who, role), number, ChangeDecision.Publish);

        Assert.True(answer.Problems.Select(p => (int?)p.Code).FirstOrDefault() == refused, why);
        Assert.Equal(refused is null, _office.Shelves.Shown is not null);
    }

    [Theory]
    [InlineData("a field is missing", "title: Somewhere to live", "titel: Somewhere to live", "library/de/housing.en.md:")]
    [InlineData("HTML", "Words.", "<b>Words.</b>", "library/de/housing.en.md:")]
    [InlineData("a contact that is nowhere", "contact:de/112", "contact:de/999", "library/de/housing.en.md:")]
    [InlineData("a link to nowhere", "Words.", "[Words.](page:de/nowhere)", "library/de/housing.en.md:")]
    public async Task A_page_that_would_break_is_refused_with_its_place_and_kept_by_nobody(string why, string before, string after, string place)
    {
        var item = await Item(Page, null);

        var refused = Problems(await Propose(item, item.Text.Replace(before, after, StringComparison.Ordinal)));

        Assert.True(refused.Count > 0 && refused.All(p => p.Code == EditingProblems.RefusedCode && p.Where.StartsWith(place, StringComparison.Ordinal)), $"{why}: {string.Join('|', refused)}");
        Assert.Empty(Ok(await _office.Desk.Changes(_omar, default)).Rows);
    }

    [Theory]
    [InlineData("no number anybody can dial", "12a", "always", "directory/de.yaml:2: ")]
    [InlineData("hours nobody can read", "112", "mornings", "directory/de.yaml:7: ")]
    public async Task So_is_a_contact(string why, string number, string hours, string place)
    {
        var item = await Item(Directory, Fire);

        var refused = Problems(await Propose(item, item.Form! with { Number = number, Hours = hours }));

        Assert.True(refused[0].Where.StartsWith(place, StringComparison.Ordinal), $"{why}: {refused[0]}");
    }

    [Fact]
    public async Task A_proposal_broken_by_what_happened_since_is_not_published()
    {
        var item = await Item(Page, null);
        var proposed = Ok(await Propose(item, item.Text.Replace("(contact:de/112)", "(contact:de/110)", StringComparison.Ordinal))).Rows[0];
        _office.Shelves.Commit(Directory, text => text[..text.IndexOf("- id: de/110", StringComparison.Ordinal)]);

        Assert.Equal(EditingProblems.RefusedCode, Problems(await Decide(_omar, proposed.Number, ChangeDecision.Publish))[0].Code);
        Assert.Null(_office.Shelves.Shown);
    }

    [Fact]
    public async Task Two_proposals_on_one_text_do_not_override_each_other()
    {
        var item = await Item(Directory, Fire);
        var first = Ok(await Propose(item, item.Form! with { Number = "111" })).Item!.Value;
        var second = Ok(await Propose(item, item.Form! with { Number = "116 117" })).Item!.Value;
        Ok(await Decide(_omar, first, ChangeDecision.Publish));

        Assert.Equal(3221, Problems(await Decide(_omar, second, ChangeDecision.Publish))[0].Code);
        Assert.Equal(3221, Problems(await Propose(item, item.Form! with { Number = "110" }))[0].Code);
        Assert.True(Ok(await _office.Desk.Changes(_omar, default)).Rows.Single(r => r.Number == second).Stale);
    }

    [Fact]
    public async Task Putting_back_is_proposed_and_published_like_everything_else()
    {
        var change = await Changed();
        Ok(await Decide(_omar, change.Number, ChangeDecision.Publish));

        var back = Ok(await Decide(_elif, change.Number, ChangeDecision.PutBack));
        Assert.Equal((change.Number, ChangeState.Proposed), (back.Rows[0].PutsBack, back.Rows[0].State));
        Assert.Equal(3224, Problems(await Decide(_elif, back.Rows[0].Number, ChangeDecision.Publish))[0].Code);
        Ok(await Decide(_omar, back.Rows[0].Number, ChangeDecision.Publish));

        Assert.Equal("112", _office.Shelves.Shown!.Contacts.Find(Fire)!.Number);
        Assert.Equal(["Published elif omar", "Published elif omar"], (await Item(Directory, Fire)).History.Select(h => $"{h.State} {h.Author} {h.DecidedBy}"));
    }

    [Fact]
    public async Task What_the_repository_changed_since_is_reported_and_not_overridden()
    {
        var change = await Changed();
        Ok(await Decide(_omar, change.Number, ChangeDecision.Publish));
        _office.Shelves.Commit(Directory, text => text.Replace("\"112\"", "\"999\"", StringComparison.Ordinal));

        Assert.True(Ok(await _office.Desk.Changes(_omar, default)).Rows[0] is { Stale: true, Taken: false });
        Assert.Equal("999", (await Item(Directory, Fire)).Form!.Number);
    }

    [Fact]
    public async Task What_the_repository_has_taken_over_is_said_too()
    {
        var change = await Changed();
        Ok(await Decide(_omar, change.Number, ChangeDecision.Publish));
        var read = (await _office.Editing.Read(default)).Value!.Files.TextOf(Directory)!;
        _office.Shelves.Commit(Directory, _ => read);

        Assert.True(Ok(await _office.Desk.Changes(_omar, default)).Rows[0] is { Stale: false, Taken: true });
    }

    [Theory]
    [InlineData("nothing changed", "112", "why", 3222)]
    [InlineData("no reason", "113", " ", 3015)]
    public async Task What_says_nothing_is_not_proposed(string why, string number, string reason, int code)
    {
        var item = await Item(Directory, Fire);
        Assert.True(Problems(await Propose(item, item.Form! with { Number = number }, reason))[0].Code == code, why);
    }

    [Theory]
    [InlineData("a page by its title", "somewhere live", "library/de/housing.en.md")]
    [InlineData("a contact by its name", "feuerwehr", "directory/de.yaml de/112")]
    [InlineData("a contact by its number", "110", "directory/de.yaml de/110")]
    [InlineData("all words count", "polizei housing", "")]
    [InlineData("what is signed is not offered", "urgent", "")]
    public async Task What_can_be_edited_is_found_by_its_words(string why, string words, string found)
    {
        var rows = Ok(await _office.Desk.Content(_elif, words, default)).Rows;
        Assert.True(string.Join('|', rows.Select(r => new TextPart(r.File, r.Contact))) == found, why);
    }

    [Theory]
    [InlineData("safety/urgent.yaml", null)]
    [InlineData("directory/de.yaml", null)]
    [InlineData("directory/de.yaml", "de/1")]
    [InlineData("../../etc/passwd", null)]
    public async Task Nothing_else_can_be_opened(string file, string? contact) =>
        Assert.Equal(3220, Problems(await _office.Desk.ContentItem(_elif, new TextPart(file, contact), default))[0].Code);

    private async Task<ChangeDto> Changed()
    {
        var item = await Item(Directory, Fire);
        return Ok(await Propose(item, item.Form! with { Number = "0800 112" })).Rows[0];
    }

    private async Task<ContentItemDto> Item(string file, string? contact) => Ok(await _office.Desk.ContentItem(_elif, new TextPart(file, contact), default));

    private Task<Result<ChangesDto>> Propose(ContentItemDto item, ContactForm form, string reason = "the sign on their door") =>
        _office.Desk.ProposeChange(_elif, new ChangeRequest($"{++_id}", item.File, item.Contact, item.Seen, reason, Form: form), default);

    private Task<Result<ChangesDto>> Propose(ContentItemDto item, string text) =>
        _office.Desk.ProposeChange(_elif, new ChangeRequest($"{++_id}", item.File, item.Contact, item.Seen, "clearer", Text: text), default);

    private Task<Result<ChangesDto>> Decide(Caller who, long number, ChangeDecision decision) => _office.Desk.DecideChange(who, number, new ChangeAct(decision, $"{++_id}"), default);

    private static T Ok<T>(Result<T> result) => result.Ok ? result.Value : throw new InvalidOperationException(string.Join('\n', result.Problems));

    private static IReadOnlyList<Problem> Problems<T>(Result<T> result) => result.Problems;
}
