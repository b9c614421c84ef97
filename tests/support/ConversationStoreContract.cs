using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Xunit;
using static Outreach.Tests.Support.StoredTurns;

namespace Outreach.Tests.Support;

/// <summary>What holds for every conversation store, whatever it keeps its rows in.</summary>
public abstract class ConversationStoreContract : IAsyncLifetime
{
    private static readonly InputId Other = new("some other input");

    protected TestClock Clock { get; } = new(Start);

    protected IConversationStore Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await Open();

    public abstract Task DisposeAsync();

    protected abstract Task<IConversationStore> Open();

    [Fact]
    public async Task An_unknown_address_gets_a_new_conversation_that_is_not_stored()
    {
        var key = Address("amal");

        var loaded = await Store.Load(key, Other, default);

        Assert.Equal((0, "web"), (loaded.Conversation.Version, loaded.Conversation.Channel));
        Assert.Null(loaded.Said);
        Assert.Equal(Json(ConversationState.New), Json(loaded.Conversation.State));
        Assert.Null(await Store.Load(loaded.Conversation.Id, Other, default));
        Assert.NotEqual(loaded.Conversation.Id, (await Store.Load(key, Other, default)).Conversation.Id);
    }

    [Fact]
    public async Task What_was_saved_is_loaded_by_address_and_by_id()
    {
        var saved = await Begin("amal", "سلام");

        var byAddress = (await Store.Load(Address("amal"), Other, default)).Conversation;
        var byId = (await Store.Load(saved.Id, Other, default))!.Conversation;

        Assert.Equal((saved.Id, 1L, "web"), (byAddress.Id, byAddress.Version, byAddress.Channel));
        Assert.Equal(Json(saved.State), Json(byAddress.State));
        Assert.Equal(Json(saved.State), Json(byId.State));
        Assert.Equal(byAddress.Id, byId.Id);
        Assert.NotEqual(saved.Id, (await Store.Load(Address("amal") with { Channel = "kiosk" }, Other, default)).Conversation.Id);
    }

    [Fact]
    public async Task A_redelivered_input_hears_the_same_again()
    {
        var first = await Begin("amal", "one");
        await Saved(Next(first, "second", "two", Start));

        Assert.Equal(Json(Replies("one")), Json((await Store.Load(Address("amal"), new InputId("first"), default)).Said));
        Assert.Equal(Json(Replies("two")), Json((await Store.Load(first.Id, new InputId("second"), default))!.Said));
        Assert.Null((await Store.Load(Address("amal"), new InputId("third"), default)).Said);
    }

    [Fact]
    public async Task An_input_without_replies_was_seen_all_the_same()
    {
        var first = await Begin("amal", "one");
        await Saved(Next(first, "silent", "", Start) with { Replies = [] });

        Assert.Equal("[]", Json((await Store.Load(first.Id, new InputId("silent"), default))!.Said));
    }

    [Fact]
    public async Task A_later_turn_of_the_same_input_replaces_its_replies()
    {
        var first = await Begin("amal", "one");
        var second = await Saved(Next(first, "second", "two", Start));
        await Saved(Next(second, "first", "one and more", Start));

        Assert.Equal(Json(Replies("one and more")), Json((await Store.Load(first.Id, new InputId("first"), default))!.Said));
        Assert.Equal([Json(Replies("one and more")), Json(Replies("two"))], (await Store.Recent(first.Id, 9, default)).Select(r => Json(r)));
    }

    [Fact]
    public async Task Of_two_turns_on_the_same_version_one_is_saved_and_nothing_of_the_other()
    {
        var first = await Begin("amal", "one");
        var mine = Next(first, "mine", "mine", Start);
        var theirs = Next(first, "theirs", "theirs", Start).Wanting(new Effect.IssueCode());

        await Saved(mine);

        Assert.Equal(WriteOutcome.Conflict, await Store.Save(theirs, default));
        var loaded = (await Store.Load(first.Id, new InputId("theirs"), default))!;
        Assert.Null(loaded.Said);
        Assert.Empty(loaded.Conversation.Pending);
        Assert.Equal(Json(mine.After.State), Json(loaded.Conversation.State));
    }

    [Theory]
    [InlineData("a version is left out", 2)]
    [InlineData("it was never begun", 1)]
    [InlineData("it is saved again", 0)]
    public async Task A_version_must_follow_the_stored_one(string why, int ahead)
    {
        var before = await Begin("amal", "one");
        if (ahead == 1)
            before = before with { Id = new ConversationId(Guid.NewGuid()) };
        var write = Next(before with { Version = before.Version + ahead - 1 }, "second", "two", Start);

        Assert.True(await Store.Save(write, default) == WriteOutcome.Conflict, why);
        Assert.Equal(1, (await Store.Load(Address("amal"), Other, default)).Conversation.Version);
    }

    [Fact]
    public async Task Two_conversations_begun_for_one_address_do_not_share_it()
    {
        var one = (await Store.Load(Address("amal"), Other, default)).Conversation;
        var two = (await Store.Load(Address("amal"), Other, default)).Conversation;
        await Saved(Next(one, "first", "one", Start, Address("amal")));

        Assert.Equal(WriteOutcome.Conflict, await Store.Save(Next(two, "first", "two", Start, Address("amal")), default));
        Assert.Null(await Store.Load(two.Id, Other, default));
        Assert.Equal(one.Id, (await Store.Load(Address("amal"), Other, default)).Conversation.Id);
    }

    [Fact]
    public async Task Effects_stay_pending_until_a_turn_leaves_them_out()
    {
        var first = await Begin("amal", "one");
        var tell = new Effect.TellStaff("AB12", "أحتاج طبيبا", Locale.Arabic);
        var second = await Saved(Next(first, "second", "two", Start).Wanting(tell, new Effect.IssueCode()));

        var pending = (await Store.Load(first.Id, Other, default))!.Conversation.Pending;
        Assert.Equal(["0 second " + Json(tell), "1 second " + Json(new Effect.IssueCode())], pending.Select(p => $"{p.Id.Index} {p.Input} {Json(p.Effect)}"));
        Assert.Equal(new EffectId(first.Id, 2, 0), pending[0].Id);

        var third = await Saved(Next(second with { Pending = second.Pending.RemoveAt(0) }, "second", "told", Start).Wanting(new Effect.LookUp("AB12")));
        Assert.Equal(["2/1", "3/0"], (await Store.Load(first.Id, Other, default))!.Conversation.Pending.Select(p => $"{p.Id.Version}/{p.Id.Index}"));

        await Saved(Next(third with { Pending = [] }, "second", "all done", Start));
        Assert.Empty((await Store.Load(first.Id, Other, default))!.Conversation.Pending);
    }

    [Fact]
    public async Task Left_over_effects_are_found_oldest_first()
    {
        var old = await Begin("old", "one");
        var young = await Begin("young", "one");
        var none = await Begin("none", "one");
        await Saved(Next(young, "second", "two", Start.AddMinutes(2)).Wanting(new Effect.IssueCode()));
        await Saved(Next(old, "second", "two", Start.AddMinutes(1)).Wanting(new Effect.IssueCode()));
        await Saved(Next(none, "second", "two", Start));

        Assert.Equal([old.Id, young.Id], (await Store.WithPending(10, Start.AddMinutes(3), default)).AsEnumerable());
        Assert.Equal([old.Id], (await Store.WithPending(1, Start.AddMinutes(3), default)).AsEnumerable());
        Assert.Equal([old.Id], (await Store.WithPending(10, Start.AddMinutes(2), default)).AsEnumerable());
    }

    [Fact]
    public async Task Recent_gives_the_last_replies_oldest_first()
    {
        var now = await Begin("amal", "0");
        for (var i = 1; i < 6; i++)
            now = await Saved(Next(now, $"input {i}", $"{i}", Start.AddMinutes(i)));

        Assert.Equal(["3", "4", "5"], (await Store.Recent(now.Id, 3, default)).Select(r => Words(r)));
        Assert.Equal(6, (await Store.Recent(now.Id, 100, default)).Length);
        Assert.Empty(await Store.Recent(new ConversationId(Guid.NewGuid()), 3, default));
    }

    [Fact]
    public async Task A_code_is_found_until_it_expires_and_a_newer_one_replaces_it()
    {
        var amal = await Begin("amal", "one");
        await Store.KeepCode("code 1", amal.Id, Start.AddDays(30), default);
        Assert.Equal(amal.Id, await Store.FindCode("code 1", Start.AddDays(29), default));
        Assert.Null(await Store.FindCode("code 1", Start.AddDays(30), default));

        await Store.KeepCode("code 2", amal.Id, Start.AddDays(30), default);

        Assert.Null(await Store.FindCode("code 1", Start, default));
        Assert.Equal(amal.Id, await Store.FindCode("code 2", Start, default));
    }

    [Fact]
    public async Task A_code_for_nobody_is_not_kept()
    {
        await Store.KeepCode("code", new ConversationId(Guid.NewGuid()), Start.AddDays(30), default);

        Assert.Null(await Store.FindCode("code", Start, default));
    }

    [Fact]
    public async Task A_move_takes_the_code_once_unbinds_the_old_address_and_erases_what_was_begun()
    {
        var older = await Begin("telegram", "secret of long ago");
        await Store.KeepCode("code", older.Id, Start.AddDays(30), default);
        var begun = await Begin("kiosk", "code typed here");
        var write = Moving(older, begun, "kiosk", "code");

        await Saved(write);

        var moved = await Store.Load(Address("kiosk"), new InputId("move"), default);
        Assert.Equal((older.Id, 2L), (moved.Conversation.Id, moved.Conversation.Version));
        Assert.Equal(Json(write.Replies), Json(moved.Said));
        Assert.NotEqual(older.Id, (await Store.Load(Address("telegram"), Other, default)).Conversation.Id);
        Assert.Null(await Store.Load(begun.Id, Other, default));
        Assert.Null(await Store.FindCode("code", Start, default));
        Assert.Equal("[]", Json((await Store.Load(older.Id, new InputId("first"), default))!.Said));
        Assert.Equal([Json(write.Replies)], (await Store.Recent(older.Id, 9, default)).Select(r => Json(r)));

        var third = await Begin("web cafe", "again");
        Assert.Equal(WriteOutcome.Conflict, await Store.Save(Moving(moved.Conversation, third, "web cafe", "code"), default));
        Assert.NotNull(await Store.Load(third.Id, Other, default));
        Assert.Equal(older.Id, (await Store.Load(Address("kiosk"), Other, default)).Conversation.Id);
    }

    [Theory]
    [InlineData("of another conversation", 0)]
    [InlineData("too old", 31)]
    public async Task A_move_by_a_wrong_code_changes_nothing(string why, int days)
    {
        var older = await Begin("telegram", "one");
        var stranger = await Begin("stranger", "one");
        await Store.KeepCode("code", days == 0 ? stranger.Id : older.Id, Start.AddDays(30), default);
        var begun = await Begin("kiosk", "code typed here");

        Assert.True(await Store.Save(Moving(older, begun, "kiosk", "code") with { At = Start.AddDays(days) }, default) == WriteOutcome.Conflict, why);

        Assert.Equal(begun.Id, (await Store.Load(Address("kiosk"), Other, default)).Conversation.Id);
        Assert.Equal(older.Id, (await Store.Load(Address("telegram"), Other, default)).Conversation.Id);
    }

    [Fact]
    public async Task Forgetting_leaves_this_turn_and_nothing_older()
    {
        var first = await Begin("amal", "first secret");
        var second = await Saved(Next(first, "second", "second secret", Start).Wanting(new Effect.IssueCode(), new Effect.LookUp("AB12")));
        var third = Next(second with { State = ConversationState.New, Pending = second.Pending.RemoveAt(0) }, "forget", "gone", Start) with { Forget = true };
        await Saved(third.Wanting(new Effect.Withdraw(["AB12"])));

        var loaded = await Store.Load(Address("amal"), new InputId("first"), default);
        Assert.Equal("[]", Json(loaded.Said));
        Assert.Equal("[]", Json((await Store.Load(first.Id, new InputId("second"), default))!.Said));
        Assert.Equal(Json(third.After.State), Json(loaded.Conversation.State));
        Assert.Equal(["gone"], (await Store.Recent(first.Id, 10, default)).Select(r => Words(r)));
        Assert.Equal([Json(new Effect.LookUp("AB12")), Json(new Effect.Withdraw(["AB12"]))], loaded.Conversation.Pending.Select(p => Json(p.Effect)));
        Assert.Equal("second", loaded.Conversation.Pending[0].Input.Value);

        var after = await Saved(Next(loaded.Conversation with { Pending = [] }, "after", "and on it goes", Start));
        Assert.Equal(4, (await Store.Load(after.Id, Other, default))!.Conversation.Version);
    }

    [Fact]
    public async Task An_input_from_before_a_forgetting_stays_known_as_seen_for_a_week()
    {
        var first = await Begin("amal", "first secret");
        var gone = await Saved(Next(first, "forget", "gone", Start.AddDays(1)) with { Forget = true });
        var twice = await Saved(Next(gone, "forget again", "gone again", Start.AddDays(1)) with { Forget = true });

        foreach (var input in (string[])["first", "forget"])
            Assert.Equal("[]", Json((await Store.Load(Address("amal"), new InputId(input), default)).Said));
        Assert.Null((await Store.Load(Address("amal"), new InputId("never seen"), default)).Said);
        Assert.Equal(["gone again"], (await Store.Recent(twice.Id, 9, default)).Select(r => Words(r)));

        await Store.Sweep(Clock.Now = Start.AddDays(7).AddMinutes(1), default);

        Assert.Null((await Store.Load(Address("amal"), new InputId("first"), default)).Said);
        Assert.Equal("[]", Json((await Store.Load(Address("amal"), new InputId("forget"), default)).Said));
    }

    [Fact]
    public async Task What_was_typed_before_a_move_stays_known_as_seen_in_the_conversation_moved_to()
    {
        var older = await Begin("telegram", "secret of long ago");
        await Store.KeepCode("code", older.Id, Start.AddDays(30), default);
        var begun = await Begin("kiosk", "typed by whom?");
        begun = await Saved(Next(begun, "kiosk input", "typed here", Start));

        await Saved(Moving(older, begun, "kiosk", "code"));

        foreach (var input in (string[])["first", "kiosk input"])
            Assert.Equal("[]", Json((await Store.Load(Address("kiosk"), new InputId(input), default)).Said));
        Assert.Single(await Store.Recent(older.Id, 9, default));
    }

    [Fact]
    public async Task An_erased_conversation_is_gone_with_address_and_code()
    {
        var amal = await Begin("amal", "one");
        var other = await Begin("other", "one");
        await Store.KeepCode("code", amal.Id, Start.AddDays(30), default);

        await Store.Erase(amal.Id, default);
        await Store.Erase(amal.Id, default);

        Assert.Null(await Store.Load(amal.Id, Other, default));
        Assert.Equal(0, (await Store.Load(Address("amal"), Other, default)).Conversation.Version);
        Assert.Null(await Store.FindCode("code", Start, default));
        Assert.Empty(await Store.Recent(amal.Id, 10, default));
        Assert.Equal(WriteOutcome.Conflict, await Store.Save(Next(amal, "second", "two", Start), default));
        Assert.NotNull(await Store.Load(other.Id, Other, default));
    }

    [Fact]
    public async Task Sweeping_erases_what_expired_and_replies_older_than_a_week()
    {
        var gone = await Saved(Next((await Store.Load(Address("gone"), Other, default)).Conversation, "first", "one", Start, Address("gone")) with { Expires = Start.AddHours(24) });
        var stays = await Begin("stays", "old words");
        await Store.KeepCode("code", stays.Id, Start.AddDays(2), default);
        await Saved(Next(stays, "second", "new words", Start.AddDays(5)));

        Assert.Equal(0, await Store.Sweep(Start.AddHours(23), default));
        Assert.Equal(1, await Store.Sweep(Clock.Now = Start.AddDays(8), default));
        Assert.Equal(0, await Store.Sweep(Clock.Now, default));

        Assert.Null(await Store.Load(gone.Id, Other, default));
        Assert.Null((await Store.Load(stays.Id, new InputId("first"), default))!.Said);
        Assert.Equal("new words", Words((await Store.Load(stays.Id, new InputId("second"), default))!.Said!.Value));
        Assert.Null(await Store.FindCode("code", Start, default));
    }

    [Fact]
    public async Task An_expired_conversation_is_not_loaded_even_before_the_sweep()
    {
        var amal = await Saved(Next((await Store.Load(Address("amal"), Other, default)).Conversation, "first", "one", Start, Address("amal")) with { Expires = Start.AddHours(24) });
        Clock.Now = Start.AddHours(24);

        Assert.Null(await Store.Load(amal.Id, Other, default));
        Assert.Empty(await Store.Recent(amal.Id, 10, default));
        var fresh = (await Store.Load(Address("amal"), Other, default)).Conversation;
        Assert.NotEqual(amal.Id, fresh.Id);
        await Saved(Next(fresh, "first", "new", Clock.Now, Address("amal")));
        Assert.Equal(fresh.Id, (await Store.Load(Address("amal"), Other, default)).Conversation.Id);
    }

    [Fact]
    public async Task Many_people_at_once_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async person =>
        {
            var now = await Begin($"person {person}", "0");
            for (var i = 1; i < 10; i++)
                now = await Saved(Next((await Store.Load(Address($"person {person}"), Other, default)).Conversation, $"input {i}", $"{person}/{i}", Start));
        }));

        for (var person = 0; person < 40; person++)
        {
            var loaded = await Store.Load(Address($"person {person}"), new InputId("input 5"), default);
            Assert.Equal((10L, $"{person}/5"), (loaded.Conversation.Version, Words(loaded.Said!.Value)));
        }
    }

    [Fact]
    public async Task Another_person_at_the_address_begins_anew_and_the_one_before_stays_under_its_code()
    {
        var first = await Begin("amal", "one");
        await Store.KeepCode("code", first.Id, Start.AddDays(30), default);
        var fresh = (await Store.Load(new ConversationKey("web", "nobody"), Other, default)).Conversation;
        var second = await Saved(Next(fresh, "new", "hello", Start, Address("amal")) with { Leaves = first.Id });

        Assert.Equal(second.Id, (await Store.Load(Address("amal"), Other, default)).Conversation.Id);
        Assert.Empty((await Store.Load(Address("amal"), new InputId("first"), default)).Said!.Value);     // a late redelivery begins nothing here
        Assert.Equal("one", Words((await Store.Load(first.Id, new InputId("first"), default))!.Said!.Value));
        Assert.Equal(first.Id, await Store.FindCode("code", Start, default));
        Assert.Equal(["hello"], (await Store.Recent(second.Id, 9, default)).Where(r => !r.IsEmpty).Select(Words));
    }

    [Fact]
    public async Task An_address_is_left_only_by_the_one_who_has_it()
    {
        var first = await Begin("amal", "one");
        var other = await Begin("omar", "two");
        var fresh = (await Store.Load(new ConversationKey("web", "nobody"), Other, default)).Conversation;

        Assert.Equal(WriteOutcome.Conflict, await Store.Save(Next(fresh, "new", "hello", Start, Address("amal")) with { Leaves = other.Id }, default));
        Assert.Equal(first.Id, (await Store.Load(Address("amal"), Other, default)).Conversation.Id);
    }

    [Fact]
    public async Task Moving_back_to_a_shared_phone_gives_up_nothing_of_the_other_person()
    {
        var first = await Begin("amal", "one");
        await Store.KeepCode("code", first.Id, Start.AddDays(30), default);
        var second = await Begin("the phone", "two");
        await Saved(Next(first, "move", "welcome back", Start, Address("the phone")) with { Forget = true, Move = new Move("code", null), Leaves = second.Id });

        Assert.Equal(first.Id, (await Store.Load(Address("the phone"), Other, default)).Conversation.Id);
        Assert.Equal(0, (await Store.Load(Address("amal"), Other, default)).Conversation.Version);
        Assert.Equal("two", Words((await Store.Load(second.Id, new InputId("first"), default))!.Said!.Value));
        Assert.Null(await Store.FindCode("code", Start, default));
    }

    protected async Task<Conversation> Begin(string name, string words) =>
        await Saved(Next((await Store.Load(Address(name), Other, default)).Conversation, "first", words, Start, Address(name)));

    protected async Task<Conversation> Saved(TurnWrite write)
    {
        Assert.Equal(WriteOutcome.Saved, await Store.Save(write, default));
        return write.After;
    }

    private static TurnWrite Moving(Conversation older, Conversation begun, string to, string code) =>
        Next(older, "move", "welcome back", Start, Address(to)) with { Forget = true, Move = new Move(code, begun.Id) };

    private static string Words(ImmutableArray<Reply> replies) =>
        Assert.IsType<Outreach.Content.Pages.PageBlock.Paragraph>(Assert.Single(replies).Blocks[1]).Runs[0].Text;
}
