using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Outreach.Tui.Runtime;

/// <summary>
/// Turns the bytes of a terminal into events. Never blocks, and gives the same events however the bytes are cut into reads.
/// A lone ESC stays pending until <see cref="Flush"/>, which the loop calls when nothing follows for a moment.
/// </summary>
public sealed class KeyReader
{
    /// <summary>Bytes of one paste that are kept; the rest is read and dropped.</summary>
    public const int MaxPaste = 64 * 1024;

    private const byte Esc = 0x1B;
    private const int MaxSequence = 128;
    private const int MaxString = 4096;
    private const int Patience = 5;

    private readonly List<byte> _pending = [];
    private readonly List<byte> _paste = [];
    private bool _pasting;
    private int _flushes;

    /// <summary>Whether bytes wait for more, so that a <see cref="Flush"/> is due after the escape delay.</summary>
    public bool Pending => _pending.Count > 0 && !_pasting;

    /// <summary>Takes bytes and adds the events they complete.</summary>
    public void Feed(ReadOnlySpan<byte> bytes, ICollection<InputEvent> events)
    {
        _pending.AddRange(bytes);
        _flushes = 0;
        Drain(events);
    }

    /// <summary>Nothing followed in time: a lone ESC is the key, a cut sequence is dropped after a while.</summary>
    public void Flush(ICollection<InputEvent> events)
    {
        if (!Pending) return;
        if (_pending is [Esc])
        {
            events.Add(new InputEvent.Pressed(Key.Escape));
        }
        else if (_pending is [Esc, var letter])
        {
            events.Add(new InputEvent.Pressed(Key.Alt((char)letter)));
        }
        else if (++_flushes < Patience)
        {
            return;
        }

        _pending.Clear();
        _flushes = 0;
    }

    private void Drain(ICollection<InputEvent> events)
    {
        var done = 0;
        while (done < _pending.Count)
        {
            var rest = CollectionsMarshal.AsSpan(_pending)[done..];
            var used = _pasting ? Paste(rest, events) : One(rest, events);
            if (used == 0) break;
            done += used;
        }

        _pending.RemoveRange(0, done);
    }

    /// <summary>Reads one event; returns the bytes it took, 0 when it needs more.</summary>
    private int One(ReadOnlySpan<byte> bytes, ICollection<InputEvent> events) => bytes[0] switch
    {
        Esc => Escape(bytes, events),
        < 0x20 or 0x7F => Control(bytes[0], events),
        _ => Letter(bytes, rune => events.Add(new InputEvent.Typed(rune))),
    };

    private static int Control(byte code, ICollection<InputEvent> events)
    {
        events.Add(new InputEvent.Pressed(code switch
        {
            13 => Key.Enter,
            10 => Key.Enter with { Modifiers = Modifiers.Ctrl },
            9 => Key.Tab,
            127 => Key.Backspace,
            8 => Key.Backspace with { Modifiers = Modifiers.Ctrl },
            0 => Key.Ctrl(' '),
            _ => Key.Ctrl((char)(code + (code < 27 ? 96 : 64))),
        }));
        return 1;
    }

    private static int Letter(ReadOnlySpan<byte> bytes, Action<Rune> found)
    {
        var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
        if (status == OperationStatus.NeedMoreData) return 0;
        if (status == OperationStatus.Done && !Rune.IsControl(rune)) found(rune);
        return Math.Max(1, used);
    }

    private int Escape(ReadOnlySpan<byte> bytes, ICollection<InputEvent> events)
    {
        if (bytes.Length == 1) return 0;
        switch (bytes[1])
        {
            case (byte)'[':
                return Sequence(bytes, events);
            case (byte)'O':
                return Application(bytes, events);
            case (byte)'P' or (byte)']' or (byte)'_' or (byte)'^':
                return Answer(bytes, events);
            case Esc:
                events.Add(new InputEvent.Pressed(Key.Escape));
                return 1;
            case < 0x20 or 0x7F:
                var inner = new List<InputEvent>(1);
                Control(bytes[1], inner);
                var key = inner[0].Key!.Value;
                events.Add(new InputEvent.Pressed(key with { Modifiers = key.Modifiers | Modifiers.Alt }));
                return 2;
            default:
                var used = Letter(bytes[1..], rune => events.Add(new InputEvent.Pressed(new Key(KeyName.Character, Modifiers.Alt, rune))));
                return used == 0 ? 0 : used + 1;
        }
    }

    /// <summary>CSI: parameters, then a final byte.</summary>
    private int Sequence(ReadOnlySpan<byte> bytes, ICollection<InputEvent> events)
    {
        if (bytes.Length == 2) return 0;
        var end = 2;
        if (bytes[2] == '[') end = 3;                                       // the Linux console's F1 to F5
        while (end < bytes.Length && bytes[end] is >= 0x20 and <= 0x3F) end++;
        if (end == bytes.Length) return end < MaxSequence ? 0 : end;
        if (bytes[end] is < 0x40 or > 0x7E) return end;                      // broken off by another byte: drop it, keep the byte
        var body = Encoding.ASCII.GetString(bytes[2..end]);
        var final = (char)bytes[end];
        if (final == '~' && body == "200") _pasting = true;
        else if (ControlSequence.Decode(body, final) is { } found) events.Add(found);
        return end + 1;
    }

    private static int Application(ReadOnlySpan<byte> bytes, ICollection<InputEvent> events)
    {
        if (bytes.Length == 2) return 0;
        if (ControlSequence.Application((char)bytes[2]) is { } key) events.Add(key);
        return bytes[2] == Esc ? 2 : 3;
    }

    /// <summary>DCS, OSC, APC and PM strings: answers to our questions, ended by BEL or ST.</summary>
    private static int Answer(ReadOnlySpan<byte> bytes, ICollection<InputEvent> events)
    {
        for (var i = 2; i < bytes.Length; i++)
        {
            var end = bytes[i] == 7 ? 1 : bytes[i] == Esc && i + 1 < bytes.Length ? 2 : 0;
            if (end == 0) continue;
            if (end == 2 && bytes[i + 1] != '\\') return i;                   // broken off by a new sequence
            if (i <= MaxString) events.Add(new InputEvent.Reply(Encoding.UTF8.GetString(bytes[1..i])));
            return i + end;
        }

        return bytes.Length > 2 * MaxString ? bytes.Length : 0;
    }

    /// <summary>Everything up to the end mark; what looks like keys in it is text.</summary>
    private int Paste(ReadOnlySpan<byte> bytes, ICollection<InputEvent> events)
    {
        ReadOnlySpan<byte> mark = "\x1b[201~"u8;
        var next = bytes.IndexOf(Esc);
        var text = next < 0 ? bytes : bytes[..next];
        _paste.AddRange(text[..Math.Min(text.Length, Math.Max(0, MaxPaste - _paste.Count))]);
        if (next != 0) return text.Length;
        if (bytes.Length < mark.Length && mark.StartsWith(bytes)) return 0;
        if (!bytes.StartsWith(mark)) return 1;                               // an ESC inside the paste: dropped
        _pasting = false;
        events.Add(new InputEvent.Pasted(WithoutControls(Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(_paste)))));
        _paste.Clear();
        return mark.Length;
    }

    private static string WithoutControls(string pasted)
    {
        var text = new StringBuilder(pasted.Length);
        foreach (var letter in pasted.ReplaceLineEndings("\n"))
        {
            if (letter == '\t') text.Append(' ');
            else if (letter == '\n' || !char.IsControl(letter)) text.Append(letter);
        }

        return text.ToString();
    }
}
