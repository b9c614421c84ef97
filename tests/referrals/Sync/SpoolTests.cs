using System.Text;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Localization;
using Outreach.Referrals.Sync;

namespace Outreach.Referrals.Tests.Sync;

/// <summary>What a kiosk keeps can be opened by the server only, and is never half written.</summary>
public sealed class SpoolTests : IDisposable
{
    private readonly KeyRing _keys = KeyRing.Fresh();
    private readonly string _folder = Directory.CreateTempSubdirectory("outreach-spool").FullName;

    public void Dispose()
    {
        _keys.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_sealed_item_opens_at_the_server_and_nowhere_else()
    {
        using var server = SpoolSeal.ServerKey(_keys);
        using var other = SpoolSeal.ServerKey(KeyRing.Fresh());
        var item = SpoolSeal.Seal("مرحبا"u8, SpoolSeal.PublicKey(server), "a");
        Assert.Equal("مرحبا", Encoding.UTF8.GetString(SpoolSeal.Open(item, server, "a").Value!));
        Assert.Equal(3201, SpoolSeal.Open(item, other, "a").Problems[0].Code);
        Assert.Equal(3202, SpoolSeal.Open(item, server, "b").Problems[0].Code);
        item[^1] ^= 1;
        Assert.Equal(3202, SpoolSeal.Open(item, server, "a").Problems[0].Code);
    }

    [Fact]
    public void What_is_only_counted_goes_last_waits_for_nobody_and_not_for_ever()
    {
        var spool = NewSpool();
        var at = DateTimeOffset.UnixEpoch.AddYears(60);
        var count = Spool.CountIdFor(at, Guid.NewGuid());
        var request = Spool.IdFor(at.AddHours(1), Guid.NewGuid());
        spool.Keep(count, new SpoolItem.Helped(1, new Effect.NoteHelped("de/health", Locale.Arabic, "de", Helped: true)) { Asker = Guid.NewGuid(), At = at });
        Assert.Equal(SpoolState.Empty, spool.State);
        spool.Keep(request, TakeBack(at));
        Assert.Equal((1, at.AddHours(1)), (spool.State.Waiting, spool.State.Oldest));
        Assert.Equal([request, count], spool.Next(at.AddDays(29)).Select(i => i.Id));
        Assert.Equal([request], spool.Next(at.AddDays(31)).Select(i => i.Id));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("no key", false)]
    [InlineData("AAAA", false)]
    public void A_file_that_is_no_key_is_seen_before_anything_is_promised(string text, bool isKey) => Assert.Equal(isKey, SpoolSeal.IsPublicKey(text));

    [Fact]
    public void The_same_master_key_gives_the_same_server_key()
    {
        using var once = SpoolSeal.ServerKey(_keys);
        using var again = SpoolSeal.ServerKey(_keys);
        Assert.Equal(SpoolSeal.PublicKey(once), SpoolSeal.PublicKey(again));
        Assert.True(SpoolSeal.IsPublicKey(SpoolSeal.PublicKey(once)));
    }

    [Fact]
    public void The_same_item_is_kept_once_and_gone_when_it_was_taken()
    {
        var spool = NewSpool();
        spool.Keep("000-a", TakeBack(default));
        spool.Keep("000-a", TakeBack(default));
        Assert.Equal(1, spool.State.Waiting);
        spool.Drop("000-a");
        Assert.Equal(0, spool.State.Waiting);
    }

    [Fact]
    public void Urgent_items_go_first_and_alone_and_are_destroyed_after_a_day()
    {
        var spool = NewSpool();
        var now = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
        spool.Keep(Spool.IdFor(now, Guid.NewGuid()), TakeBack(now));
        spool.Keep(Spool.UrgentIdFor(now, Guid.NewGuid()), Urgent(now));

        Assert.EndsWith("-urgent", Assert.Single(spool.Next(now)).Id, StringComparison.Ordinal);
        Assert.DoesNotContain("urgent", Assert.Single(spool.Next(now.AddHours(25))).Id, StringComparison.Ordinal);
        Assert.Equal(1, spool.State.Waiting);
    }

    [Fact]
    public void A_refused_item_stays_is_counted_and_holds_up_none_behind_it()
    {
        var spool = NewSpool();
        var now = DateTimeOffset.UnixEpoch.AddDays(1);
        var (first, second) = (Spool.IdFor(now, Guid.NewGuid()), Spool.IdFor(now.AddSeconds(1), Guid.NewGuid()));
        spool.Keep(first, TakeBack(now));
        spool.Keep(second, TakeBack(now));

        spool.Refuse(first, 3201);

        Assert.Equal([second], spool.Next(now).Select(i => i.Id));
        Assert.Equal(new SpoolState(2, now, 1), spool.State);
        Assert.Equal(1, spool.Refusals[3201]);
        spool.TryAgain();
        Assert.Equal(2, spool.Next(now).Count);
    }

    [Fact]
    public void What_was_never_sent_is_gone_when_it_is_taken_back_and_what_may_have_been_sent_is_not_called_so()
    {
        var spool = NewSpool();
        spool.Keep("1-a", TakeBack(default));
        spool.Keep("2-b", TakeBack(default));
        Assert.True(spool.Retract("1-a"));
        spool.Next(DateTimeOffset.UnixEpoch);
        Assert.False(spool.Retract("2-b"));
        Assert.False(spool.Retract("3-c"));
        Assert.Equal(SpoolState.Empty, spool.State);
    }

    [Fact]
    public void Half_written_items_of_a_power_cut_are_removed_later()
    {
        var spool = NewSpool();
        var half = Path.Combine(_folder, "1-a.sealed.part");
        File.WriteAllText(half, "x");
        spool.Tidy(DateTimeOffset.UtcNow);
        Assert.True(File.Exists(half));
        spool.Tidy(DateTimeOffset.UtcNow.AddHours(2));
        Assert.False(File.Exists(half));
    }

    private static SpoolItem.TakeBack TakeBack(DateTimeOffset at) => new("R-7K4M-2QXD") { Asker = Guid.NewGuid(), At = at };

    private static SpoolItem.Urgent Urgent(DateTimeOffset at) => new("1.0", new Effect.Alert(UrgentKind.Danger, "ly", Locale.Arabic, null)) { Asker = Guid.NewGuid(), At = at };

    private Spool NewSpool()
    {
        using var server = SpoolSeal.ServerKey(_keys);
        return new Spool(_folder, SpoolSeal.PublicKey(server));
    }
}
