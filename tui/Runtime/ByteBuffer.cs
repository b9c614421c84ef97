using System.Buffers.Text;
using System.Text;

namespace Outreach.Tui.Runtime;

/// <summary>Bytes on their way to the terminal; kept and reused from frame to frame.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[4096];

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Add(byte value) => Room(1)[0] = value;

    public void Add(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    public void Add(string text)
    {
        if (text.Length == 1 && char.IsAscii(text[0])) Add((byte)text[0]);
        else Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetByteCount(text)));
    }

    public void Number(int value)
    {
        Span<byte> digits = stackalloc byte[11];
        Utf8Formatter.TryFormat(value, digits, out var length);
        Add(digits[..length]);
    }

    /// <summary><c>CSI value final</c>; the value 1 is left out.</summary>
    public void Sequence(int value, char final)
    {
        Add("\x1b["u8);
        if (value != 1) Number(value);
        Add((byte)final);
    }

    /// <summary>Of two alternatives written one after the other, keeps the shorter; the first when they are equal.</summary>
    /// <param name="first">Where the first begins.</param>
    /// <param name="second">Where the second begins.</param>
    public void KeepShorter(int first, int second)
    {
        var length = Length - second;
        if (length < second - first) _bytes.AsSpan(second, length).CopyTo(_bytes.AsSpan(first));
        Length = first + Math.Min(length, second - first);
    }

    private Span<byte> Room(int count)
    {
        if (Length + count > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
