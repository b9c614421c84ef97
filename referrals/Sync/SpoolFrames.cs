using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Outreach.Referrals.Sync;

/// <summary>What the next frame of a post is; a closed family.</summary>
public abstract record SpoolFrame
{
    private SpoolFrame() { }

    /// <summary>An item.</summary>
    public sealed record Item(string Id, ReadOnlyMemory<byte> Sealed) : SpoolFrame;

    /// <summary>An item above the limit, passed over.</summary>
    public sealed record TooLarge(string Id) : SpoolFrame;

    /// <summary>Not framed as agreed, or cut off: nothing behind it can be read.</summary>
    public sealed record Unreadable : SpoolFrame;
}

/// <summary>
/// Items on the wire, one behind the other: length of the id (1) | id in ASCII | length (4, big-endian) | sealed item. Each is
/// taken in as soon as it has arrived whole, so that a link that breaks often gets on all the same.
/// </summary>
public static class SpoolFrames
{
    /// <summary>Whether this can be an item's id.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= SyncLimits.MostIdCharacters && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>Writes one item.</summary>
    public static void Write(Stream to, string id, ReadOnlySpan<byte> sealedItem)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, sealedItem.Length);
        to.WriteByte((byte)id.Length);
        to.Write(Encoding.ASCII.GetBytes(id));
        to.Write(length);
        to.Write(sealedItem);
    }

    /// <summary>Reads the next frame; null at the end.</summary>
    public static async ValueTask<SpoolFrame?> Read(Stream from, CancellationToken cancel)
    {
        var head = new byte[1];
        if (await from.ReadAtLeastAsync(head, 1, throwOnEndOfStream: false, cancel) == 0)
            return null;
        var (name, length) = (new byte[head[0]], new byte[sizeof(int)]);
        if (!await Fill(from, name, cancel) || !await Fill(from, length, cancel))
            return new SpoolFrame.Unreadable();
        var (id, bytes) = (Encoding.ASCII.GetString(name), BinaryPrimitives.ReadInt32BigEndian(length));
        if (!IsId(id) || bytes < 0)
            return new SpoolFrame.Unreadable();
        if (bytes > SyncLimits.MostItemBytes)
            return await Skip(from, bytes, cancel) ? new SpoolFrame.TooLarge(id) : new SpoolFrame.Unreadable();
        var sealedItem = new byte[bytes];
        return await Fill(from, sealedItem, cancel) ? new SpoolFrame.Item(id, sealedItem) : new SpoolFrame.Unreadable();
    }

    private static async ValueTask<bool> Fill(Stream from, byte[] buffer, CancellationToken cancel) =>
        await from.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel) == buffer.Length;

    private static async ValueTask<bool> Skip(Stream from, long bytes, CancellationToken cancel)
    {
        var buffer = new byte[16 * 1024];
        while (bytes > 0)
        {
            var read = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(bytes, buffer.Length)), cancel);
            if (read == 0)
                return false;
            bytes -= read;
        }
        return true;
    }
}

/// <summary>What became of an item.</summary>
public enum SpoolOutcome
{
    /// <summary>Try again later; nothing is wrong with the item.</summary>
    Later,

    /// <summary>It is durable at the server.</summary>
    Accepted,

    /// <summary>It was durable already.</summary>
    Had,

    /// <summary>It cannot be taken; the problem says why.</summary>
    Refused,
}

/// <summary>What became of one item.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Outcome">Accepted and had: the kiosk lets go of it.</param>
/// <param name="Problem">The number of the problem, when refused.</param>
/// <param name="Message">What whoever runs the kiosk can do about it; nothing of its content.</param>
/// <param name="Reached">For an alert: whether somebody is on duty.</param>
public sealed record SpoolAnswer(string Id, SpoolOutcome Outcome, int? Problem = null, string? Message = null, bool Reached = false);

/// <summary>The answers to a post, in the order of its items.</summary>
/// <param name="Items">One for each item that was read.</param>
/// <param name="Problem">Why the rest was not read; null when all was.</param>
/// <param name="Message">The same in words.</param>
public sealed record SpoolAnswers(ImmutableArray<SpoolAnswer> Items, int? Problem = null, string? Message = null);
