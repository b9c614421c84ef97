using Outreach.Content.Protection;

namespace Outreach.Content.Tests.Protection;

public sealed class AuditChainTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly KeyRing _keys = KeyRing.Fresh();
    private readonly AuditChain _chain;
    private readonly List<AuditEntry> _entries = [];
    private readonly List<AuditHead> _heads = [];

    public AuditChainTests()
    {
        _chain = new AuditChain(_keys);
        var head = _chain.Begin("node-a", 1);
        for (var i = 1; i <= 10; i++)
        {
            (var entry, head) = _chain.Append(head, new AuditNote(At.AddSeconds(i), $"staff {i % 3}", "read", $"referral {i}"), [(byte)i]);
            _entries.Add(entry);
            _heads.Add(head);
        }
    }

    public void Dispose() => _keys.Dispose();

    [Fact]
    public void An_untouched_chain_verifies_to_its_head()
    {
        Assert.Equal(_heads[^1].ToString(), Verify([.. _heads]).Value!.ToString());
        Assert.Equal(0, _chain.Verify("node-a", 1, []).Value!.Seq);
        Assert.True(AuditChain.IsDetail(_entries[2], [3]));
        Assert.False(AuditChain.IsDetail(_entries[2], [4]));
    }

    [Theory]
    [InlineData("actor")]
    [InlineData("action")]
    [InlineData("subject")]
    [InlineData("time")]
    [InlineData("detail")]
    [InlineData("mac")]
    [InlineData("words moved from one field to the next")]
    public void A_changed_entry_is_found(string what)
    {
        var entry = _entries[4];
        _entries[4] = what switch
        {
            "actor" => entry with { Note = entry.Note with { Actor = "staff 9" } },
            "action" => entry with { Note = entry.Note with { Action = "erase" } },
            "subject" => entry with { Note = entry.Note with { Subject = "referral 9" } },
            "time" => entry with { Note = entry.Note with { At = At } },
            "detail" => entry with { DetailHash = _entries[5].DetailHash },
            "mac" => entry with { Mac = _entries[5].Mac },
            _ => entry with { Note = entry.Note with { Actor = entry.Note.Actor + "r", Action = "ead" } },
        };

        var problem = Assert.Single(Verify().Problems);

        Assert.Equal(2520, problem.Code);
        Assert.Contains("entry 5 ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut in the middle", 2521)]
    [InlineData("cut at the beginning", 2521)]
    [InlineData("two exchanged", 2521)]
    [InlineData("two exchanged and numbered anew", 2520)]
    [InlineData("one twice", 2521)]
    [InlineData("of another node", 2520)]
    [InlineData("of another epoch", 2520)]
    public void A_rearranged_chain_is_found(string what, int problem)
    {
        var (node, epoch) = (what == "of another node" ? "node-b" : "node-a", what == "of another epoch" ? 2 : 1);
        switch (what)
        {
            case "cut in the middle":
                _entries.RemoveAt(4);
                break;
            case "cut at the beginning":
                _entries.RemoveAt(0);
                break;
            case "two exchanged":
                (_entries[3], _entries[4]) = (_entries[4], _entries[3]);
                break;
            case "two exchanged and numbered anew":
                (_entries[3], _entries[4]) = (_entries[4] with { Seq = 4 }, _entries[3] with { Seq = 5 });
                break;
            case "one twice":
                _entries.Insert(4, _entries[4]);
                break;
        }

        Assert.Equal(problem, Assert.Single(_chain.Verify(node, epoch, _entries).Problems).Code);
    }

    [Fact]
    public void A_cut_end_is_found_against_a_published_head_only()
    {
        _entries.RemoveRange(7, 3);

        Assert.True(Verify().Ok);
        Assert.True(Verify(_heads[6]).Ok);
        Assert.Equal(2522, Assert.Single(Verify(_heads[8]).Problems).Code);
        Assert.Equal(2522, Assert.Single(Verify(_heads[2], _heads[9]).Problems).Code);
    }

    [Fact]
    public void A_chain_written_anew_is_found_against_a_published_head()
    {
        var head = _chain.Begin("node-a", 1);
        var rewritten = _entries.Select(e =>
        {
            (var entry, head) = _chain.Append(head, e.Note with { Actor = "nobody" }, [0]);
            return entry;
        }).ToList();

        Assert.True(_chain.Verify("node-a", 1, rewritten).Ok);
        Assert.Equal(2523, Assert.Single(_chain.Verify("node-a", 1, rewritten, _heads[5]).Problems).Code);
    }

    [Fact]
    public void Without_the_key_nobody_continues_the_chain()
    {
        using var others = KeyRing.Fresh();
        var (forged, _) = new AuditChain(others).Append(_heads[^1], new AuditNote(At, "staff 1", "read", "referral 1"), []);

        Assert.Equal(2520, Assert.Single(_chain.Verify("node-a", 1, [.. _entries, forged]).Problems).Code);
    }

    private Localization.Result<AuditHead> Verify(params AuditHead[] published) => _chain.Verify("node-a", 1, _entries, published);
}
