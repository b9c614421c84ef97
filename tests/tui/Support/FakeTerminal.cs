using System.Text;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.Support;

/// <summary>A terminal that plays a script and shows what was written; at the end of the script it is gone.</summary>
internal sealed class FakeTerminal(Size size) : ITerminal
{
    private readonly Queue<Func<byte[], TimeSpan?, int?>> _script = new();
    private int _wakes;
    private TerminalSignals _signals;

    public FakeClock Clock { get; } = new();

    /// <summary>What the person sees.</summary>
    public VirtualTerminal Shown { get; private set; } = new(size);

    /// <summary>Every write, as text.</summary>
    public List<string> Writes { get; } = [];

    public Size Size { get; private set; } = size;

    public int Suspended { get; private set; }

    /// <summary>Options that go with this terminal: its clock, no environment, no flow control.</summary>
    public LoopOptions Options => new() { Clock = Clock, Environment = _ => null, Acknowledge = Acknowledgement.Never };

    public FakeTerminal Press(string keys) => Then((buffer, _) => Encoding.UTF8.GetBytes(keys, buffer));

    public FakeTerminal Pass(TimeSpan time)
    {
        var end = TimeSpan.MaxValue;
        return Then((_, timeout) =>
        {
            var left = end == TimeSpan.MaxValue ? time : end;
            if (timeout < left)
            {
                Clock.Advance(timeout.Value);
                end = left - timeout.Value;
                return null;
            }

            Clock.Advance(left);
            return 0;
        });
    }

    public FakeTerminal Resize(Size next) => Then((_, _) =>
    {
        Size = next;
        Shown = new VirtualTerminal(next);
        _signals |= TerminalSignals.Resized;
        return 0;
    });

    public FakeTerminal Signal(TerminalSignals signal) => Then((_, _) =>
    {
        _signals |= signal;
        return 0;
    });

    /// <summary>Waits until an effect posts something.</summary>
    public FakeTerminal UntilWoken() => Then((_, _) =>
        SpinWait.SpinUntil(() => Volatile.Read(ref _wakes) > 0, TimeSpan.FromSeconds(10)) && Interlocked.Decrement(ref _wakes) >= 0
            ? 0 : throw new TimeoutException("nobody woke the loop"));

    public FakeTerminal Check(Action<FakeTerminal> check) => Then((_, _) =>
    {
        check(this);
        return 0;
    });

    public int Read(Span<byte> buffer, TimeSpan? timeout)
    {
        if (!_script.TryPeek(out var step)) return -1;
        var bytes = new byte[buffer.Length];
        if (step(bytes, timeout) is not { } length) return 0;
        _script.Dequeue();
        bytes.AsSpan(0, length).CopyTo(buffer);
        return length;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Writes.Add(Encoding.UTF8.GetString(bytes));
        Shown.Write(bytes);
    }

    public void Wake() => Interlocked.Increment(ref _wakes);

    public TerminalSignals TakeSignals()
    {
        var taken = _signals;
        _signals = TerminalSignals.None;
        return taken;
    }

    public void Suspend() => Suspended++;

    public void Resume() => Suspended--;

    private FakeTerminal Then(Func<byte[], TimeSpan?, int?> step)
    {
        _script.Enqueue(step);
        return this;
    }
}
