using Outreach.Content.Editing;
using Outreach.Referrals;
using Outreach.Referrals.Editing;
using Xunit;

namespace Outreach.Tests.Support;

/// <summary>What holds for every store of content changes, whatever it keeps its rows in.</summary>
public abstract class ChangeStoreContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly StaffId Elif = new(3), Omar = new(4);
    private static readonly TextPart Page = new("library/de/housing.en.md", null), Fire = new("directory/de.yaml", "de/112");
    private int _once;

    protected IChangeStore Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await Open();

    public abstract Task DisposeAsync();

    protected abstract Task<IChangeStore> Open();

    [Fact]
    public async Task A_proposal_is_kept_with_who_when_and_why()
    {
        var kept = await Propose(Fire, "a\n", "ü\n", "new number on their door");

        var found = await Store.Find(kept.Number, default);
        Assert.Equal(kept, found);
        Assert.Equal((Fire, "a\n", "ü\n", "new number on their door", (long?)null), (found!.What.Part, found.What.Before, found.What.After, found.What.Reason, found.What.PutsBack));
        Assert.Equal((Elif, Start, ChangeState.Proposed, (StaffId?)null), (found.Author, found.At, found.State, found.DecidedBy));
    }

    [Fact]
    public async Task The_same_request_again_is_one_proposal_and_a_colleagues_is_another()
    {
        var proposal = new Proposal(Page, "a", "b", "why");
        var first = await Store.Propose(proposal, Elif, "x-1", Start, default);

        Assert.Equal(first, await Store.Propose(proposal, Elif, "x-1", Start.AddMinutes(1), default));
        Assert.NotEqual(first.Number, (await Store.Propose(proposal, Omar, "x-1", Start, default)).Number);
    }

    [Fact]
    public async Task It_is_decided_once()
    {
        var change = await Propose(Page, "a", "b");

        Assert.True(await Store.Decide(change.Number, ChangeState.Published, Omar, Start.AddHours(1), default));
        Assert.False(await Store.Decide(change.Number, ChangeState.Withdrawn, Elif, Start.AddHours(2), default));
        Assert.False(await Store.Decide(99, ChangeState.Published, Omar, Start, default));
        Assert.Equal((ChangeState.Published, (StaffId?)Omar, (DateTimeOffset?)Start.AddHours(1)), await Store.Find(change.Number, default) is { } c ? (c.State, c.DecidedBy, c.DecidedAt) : default);
        Assert.Null(await Store.Find(99, default));
    }

    [Fact]
    public async Task Published_ones_come_in_the_order_of_their_publication_and_withdrawn_ones_do_not()
    {
        var (first, second, third, fourth) = (await Propose(Page, "a", "b"), await Propose(Page, "a", "c"), await Propose(Fire, "a", "d", putsBack: 1), await Propose(Fire, "a", "e"));
        await Store.Decide(third.Number, ChangeState.Published, Omar, Start, default);
        await Store.Decide(second.Number, ChangeState.Withdrawn, Omar, Start, default);
        await Store.Decide(first.Number, ChangeState.Published, Omar, Start, default);

        Assert.Equal([third.Number, first.Number], (await Store.Published(default)).Select(c => c.Number));
        Assert.Equal(1, (await Store.Published(default))[0].What.PutsBack);
        Assert.Equal(ChangeState.Proposed, (await Store.Find(fourth.Number, default))!.State);
    }

    [Fact]
    public async Task The_list_begins_with_what_waits_and_a_part_has_its_own_history()
    {
        var (first, second, third) = (await Propose(Page, "a", "b"), await Propose(Fire, "a", "c"), await Propose(Page, "b", "c"));
        await Store.Decide(first.Number, ChangeState.Published, Omar, Start.AddHours(1), default);
        await Store.Decide(third.Number, ChangeState.Withdrawn, Omar, Start.AddHours(2), default);

        Assert.Equal([second.Number, third.Number, first.Number], (await Store.Newest(null, 10, default)).Select(c => c.Number));
        Assert.Equal([third.Number, first.Number], (await Store.Newest(Page, 10, default)).Select(c => c.Number));
        Assert.Equal([second.Number], (await Store.Newest(Fire, 10, default)).Select(c => c.Number));
        Assert.Equal([second.Number, third.Number], (await Store.Newest(null, 2, default)).Select(c => c.Number));
    }

    private ValueTask<ContentChange> Propose(TextPart part, string before, string after, string reason = "why", long? putsBack = null) =>
        Store.Propose(new Proposal(part, before, after, reason, putsBack), Elif, $"desk-{++_once}", Start, default);
}
