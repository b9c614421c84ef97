using System.Collections.Immutable;
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
        Assert.Equal("مرحبا", Encoding.UTF8.GetString(SpoolSeal.Open(item, server, "a")!));
        Assert.Null(SpoolSeal.Open(item, other, "a"));
        Assert.Null(SpoolSeal.Open(item, server, "b"));
        item[^1] ^= 1;
        Assert.Null(SpoolSeal.Open(item, server, "a"));
    }

    [Fact]
    public void The_same_master_key_gives_the_same_server_key()
    {
        using var once = SpoolSeal.ServerKey(_keys);
        using var again = SpoolSeal.ServerKey(_keys);
        Assert.Equal(SpoolSeal.PublicKey(once), SpoolSeal.PublicKey(again));
    }

    [Fact]
    public void What_a_visitor_said_stands_in_no_file_of_the_kiosk()
    {
        using var server = SpoolSeal.ServerKey(_keys);
        var spool = new Spool(_folder, SpoolSeal.PublicKey(server));
        var submission = new Submission
        {
            Dialog = "talk",
            Revision = "1",
            Programme = "talk",
            Language = Locale.Arabic,
            Answers = ImmutableSortedDictionary<string, string>.Empty.Add("message", "planted-words").Add("called", "محمود"),
            Consent = new ConsentRecord("a", "b", Locale.Arabic, [], [], DateTimeOffset.UnixEpoch),
        };
        spool.Keep("000-a", new SpoolItem("R-7K4M-2QXD", submission, DateTimeOffset.UnixEpoch));
        spool.Keep("000-a", new SpoolItem("R-7K4M-2QXD", submission, DateTimeOffset.UnixEpoch));
        Assert.Equal(1, spool.Count);
        foreach (var file in Directory.GetFiles(_folder))
            foreach (var planted in (string[])["planted-words", "محمود", "7K4M"])
                Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(planted)));
        spool.Drop("000-a");
        Assert.Equal(0, spool.Count);
    }
}
