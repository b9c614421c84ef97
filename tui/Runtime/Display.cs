using Outreach.Tui.Text;

namespace Outreach.Tui.Runtime;

/// <summary>Everything between a drawn screen and the terminal: the output for its kind, the difference, flow control, one write a frame.</summary>
internal sealed class Display
{
    /// <summary>Answers slower than this make a link slow.</summary>
    public static readonly TimeSpan SlowLink = TimeSpan.FromMilliseconds(100);

    private readonly ITerminal _terminal;
    private readonly LoopOptions _options;
    private readonly Difference _difference;
    private readonly FlowControl _flow;
    private readonly ByteBuffer _bytes = new();
    private TerminalTraits _traits = new();
    private ITextOutput _output = new VisualOutput();
    private Screen _screen;
    private bool _asked;
    private bool _modeChanged;

    public Display(ITerminal terminal, LoopOptions options)
    {
        (_terminal, _options) = (terminal, options);
        _flow = new FlowControl(options.Clock);
        _screen = new Screen(terminal.Size);
        var kind = options.Environment("TERM") ?? "";
        var oldScreen = kind.StartsWith("screen", StringComparison.Ordinal) && options.Environment("TMUX") is null;
        _difference = new Difference(new DifferenceOptions(RepeatsLetters: !oldScreen, ErasesInColour: !oldScreen));
        Choose();
    }

    /// <summary>How long the terminal takes to answer.</summary>
    public TimeSpan? RoundTrip => _flow.RoundTrip;

    /// <summary>When a frame that was held back may go out at the latest.</summary>
    public TimeSpan? Remaining => _flow.Remaining;

    private bool Acknowledges => _options.Acknowledge switch
    {
        Acknowledgement.Always => true,
        Acknowledgement.Never => false,
        _ => _flow.RoundTrip >= SlowLink || _options.Environment("SSH_CONNECTION") is { Length: > 0 },
    };

    /// <summary>The screen has another size, or someone else has written on it.</summary>
    public void Restart()
    {
        _screen = new Screen(_terminal.Size);
        _difference.Reset();
    }

    /// <summary>Takes an answer; true when the screen must be drawn anew.</summary>
    public bool Hear(InputEvent.Reply reply)
    {
        if (reply.Text == FlowControl.Answer)
        {
            _flow.Answered();
            return false;
        }

        _traits = _traits.Learn(reply);
        return Choose();
    }

    /// <summary>Whether a frame may go out now.</summary>
    public bool MayShow(bool echo) => !Acknowledges || _flow.MaySend(echo);

    /// <summary>Draws and sends what changed, in one write. The first frame also asks the terminal what it is, without waiting.</summary>
    public void Show(Action<Painter> view)
    {
        _screen.Clear();
        view(new Painter(_screen, _options.Theme, _output.Typesetting with { SpacesEthiopic = _options.SpacesEthiopic }));
        var frame = _difference.Frame(_output.Arrange(_screen));
        if (frame.IsEmpty) return;
        _bytes.Clear();
        if (_modeChanged) _bytes.Add(_output is VisualOutput ? "\x1b[8l"u8 : "\x1b[8h"u8);
        _modeChanged = false;
        _bytes.Add(frame);
        if (!_asked) _bytes.Add(TerminalTraits.Questions);
        if (!_asked || Acknowledges)
        {
            _bytes.Add(FlowControl.Question);
            _flow.Sent();
        }

        _asked = true;
        _terminal.Write(_bytes.Written);
    }

    private bool Choose()
    {
        var support = _traits.Choose(_options.Environment("OUTREACH__BIDI"));
        ITextOutput output = support switch
        {
            BidiSupport.Rows => new LogicalOutput(),
            BidiSupport.Words => new KittyOutput(),
            _ => new VisualOutput(),
        };
        if (output.GetType() == _output.GetType()) return false;
        (_output, _modeChanged) = (output, true);
        return true;
    }
}
