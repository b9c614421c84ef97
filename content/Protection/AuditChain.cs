using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Outreach.Localization;

namespace Outreach.Content.Protection;

/// <summary>What is written down about one act. Ids and words from fixed lists only; the detail is sealed before it comes here.</summary>
public sealed record AuditNote(DateTimeOffset At, string Actor, string Action, string Subject);

/// <summary>One link: the note, the hash of its sealed detail, and a keyed hash over these and the link before.</summary>
public sealed record AuditEntry(long Seq, AuditNote Note, byte[] DetailHash, byte[] Mac);

/// <summary>Where a chain ends. Published outside the machine, it shows a cut end.</summary>
public sealed record AuditHead(string Node, long Epoch, long Seq, byte[] Mac)
{
    /// <summary>The name of the chain.</summary>
    public string Chain => $"{Node}/{Epoch}";

    /// <summary>As it is printed or sent: node, epoch, number and keyed hash.</summary>
    public override string ToString() => $"{Node}/{Epoch}/{Seq}/{Convert.ToHexStringLower(Mac)}";
}

/// <summary>
/// Keyed hash chain, one a node and epoch. Pure: the head is read and the entry stored in the same transaction, so that a
/// rolled-back write leaves no gap. Hashes of sealed details stay when an erasure destroys the key, so the chain still verifies.
/// </summary>
public sealed class AuditChain(KeyRing keys)
{
    /// <summary>The head of a chain without entries.</summary>
    public AuditHead Begin(string node, long epoch) => new(node, epoch, 0, Mac(Encoding.UTF8.GetBytes($"begin|{epoch}|{node}")));

    /// <summary>The next entry after a head, and the new head.</summary>
    public (AuditEntry Entry, AuditHead Head) Append(AuditHead head, AuditNote note, ReadOnlySpan<byte> sealedDetail)
    {
        var detail = SHA256.HashData(sealedDetail);
        var mac = Link(head.Mac, head.Seq + 1, note, detail);
        return (new AuditEntry(head.Seq + 1, note, detail, mac), head with { Seq = head.Seq + 1, Mac = mac });
    }

    /// <summary>True when a stored detail is the one of its entry.</summary>
    public static bool IsDetail(AuditEntry entry, ReadOnlySpan<byte> sealedDetail) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(sealedDetail), entry.DetailHash);

    /// <summary>Walks a chain from its beginning; the head where it ends, or the first thing that is wrong.</summary>
    /// <param name="node">The node.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="entries">All entries in order.</param>
    /// <param name="published">Heads of this chain that were published; the last shows a cut end.</param>
    public Result<AuditHead> Verify(string node, long epoch, IEnumerable<AuditEntry> entries, params IReadOnlyList<AuditHead> published)
    {
        var head = Begin(node, epoch);
        var heads = published.Where(p => p.Node == node && p.Epoch == epoch).ToLookup(p => p.Seq);
        foreach (var entry in entries)
        {
            if (entry.Seq != head.Seq + 1)
                return ProtectionProblems.AuditGap(head.Chain, head.Seq + 1, entry.Seq);
            var mac = Link(head.Mac, entry.Seq, entry.Note, entry.DetailHash);
            if (!CryptographicOperations.FixedTimeEquals(mac, entry.Mac))
                return ProtectionProblems.AuditChanged(head.Chain, entry.Seq);
            head = head with { Seq = entry.Seq, Mac = mac };
            if (heads[entry.Seq].Any(p => !CryptographicOperations.FixedTimeEquals(p.Mac, mac)))
                return ProtectionProblems.AuditForked(head.Chain, entry.Seq);
        }
        var last = heads.Max(h => (long?)h.Key) ?? 0;
        return last > head.Seq ? ProtectionProblems.AuditCut(head.Chain, last, head.Seq) : head;
    }

    private byte[] Link(ReadOnlySpan<byte> before, long seq, AuditNote note, ReadOnlySpan<byte> detail)
    {
        using var text = new MemoryStream(256);
        text.Write(before);
        Number(text, seq);
        Number(text, note.At.ToUnixTimeMilliseconds());
        foreach (var part in (ReadOnlySpan<string>)[note.Actor, note.Action, note.Subject])
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            Number(text, bytes.Length);
            text.Write(bytes);
        }
        text.Write(detail);
        return Mac(text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    private byte[] Mac(ReadOnlySpan<byte> text) => HMACSHA256.HashData(keys.Key(KeyPurpose.Audit), text);

    private static void Number(MemoryStream to, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        to.Write(bytes);
    }
}
