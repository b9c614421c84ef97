using System.Collections.Immutable;
using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;
using Outreach.Tui.Text;

namespace Outreach.Tui.Tests.Runtime;

public class LoopTests
{
    private static readonly Size Size = new(30, 4);

    [Fact]
    public void Each_frame_is_one_write_and_nothing_is_written_unasked()
    {
        var terminal = new FakeTerminal(Size).Press("a").Pass(TimeSpan.FromSeconds(59)).Press("b");
        Run(terminal, new Echo());
        Assert.Equal(3, terminal.Writes.Count);                     // first screen with questions, a, b
        Assert.Equal("a", terminal.Writes[1]);
        Assert.Equal("b", terminal.Writes[2]);
        Assert.Equal("> ab", terminal.Shown.Row(0));
    }

    [Fact]
    public void What_effects_post_comes_back_as_messages()
    {
        var terminal = new FakeTerminal(Size).Press("!").UntilWoken().Check(shown => Assert.Equal("> done", shown.Shown.Row(0)));
        Run(terminal, new Echo());
    }

    [Fact]
    public void An_effect_that_breaks_ends_the_program_with_its_exception()
    {
        var terminal = new FakeTerminal(Size).Press("?").UntilWoken().Press("x");
        var failure = Assert.Throws<AggregateException>(() => Run(terminal, new Echo()));
        Assert.IsType<InvalidOperationException>(failure.InnerException);
    }

    [Fact]
    public void An_idle_alarm_rings_once_and_is_wound_up_by_a_key()
    {
        var terminal = new FakeTerminal(Size)
            .Press("a").Pass(TimeSpan.FromSeconds(59)).Press("b").Pass(TimeSpan.FromSeconds(59))
            .Check(shown => Assert.Equal("> ab", shown.Shown.Row(0)))
            .Pass(TimeSpan.FromSeconds(2))
            .Check(shown => Assert.Equal("> idle", shown.Shown.Row(0)))
            .Press("c").Pass(TimeSpan.FromSeconds(30))
            .Check(shown => Assert.Equal("> idlec", shown.Shown.Row(0)));
        Run(terminal, new Echo());
    }

    [Fact]
    public void A_resized_terminal_is_drawn_anew()
    {
        var terminal = new FakeTerminal(Size).Press("a").Resize(new Size(20, 3)).Check(shown => Assert.Equal("> a", shown.Shown.Row(0)));
        Run(terminal, new Echo());
    }

    [Fact]
    public void A_terminal_that_orders_rows_itself_gets_text_as_it_was_written()
    {
        var terminal = new FakeTerminal(Size)
            .Press("سلام").Check(shown => Assert.Equal("> ﻡﻼﺳ", shown.Shown.Row(0)))
            .Press("\x1bP>|Konsole 22.12.3\x1b\\").Check(shown => Assert.Contains("سلام", shown.Shown.Row(0), StringComparison.Ordinal));
        Run(terminal, new Echo());
    }

    [Fact]
    public void A_setting_of_the_person_comes_before_what_the_terminal_says()
    {
        var terminal = new FakeTerminal(Size).Press("سلام").Check(shown => Assert.Contains("سلام", shown.Shown.Row(0), StringComparison.Ordinal));
        Run(terminal, new Echo(), terminal.Options with { Environment = name => name == "OUTREACH__BIDI" ? "logical" : null });
    }

    [Fact]
    public void On_a_slow_link_only_the_echo_of_a_key_goes_out_before_the_answer()
    {
        var terminal = new FakeTerminal(Size)
            .Press("\x1b[0n")                                       // answers the question of the first screen
            .Press("a").Press("b").Press("c")
            .Check(shown => Assert.Equal("> ab", shown.Shown.Row(0)))
            .Press("\x1b[0n").Check(shown => Assert.Equal("> abc", shown.Shown.Row(0)));
        Run(terminal, new Echo(), terminal.Options with { Acknowledge = Acknowledgement.Always });
        Assert.EndsWith("a\x1b[5n", terminal.Writes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_never_comes_is_given_up_after_two_seconds()
    {
        var terminal = new FakeTerminal(Size)
            .Press("a").Press("b").Press("c").Pass(TimeSpan.FromSeconds(1))
            .Check(shown => Assert.Equal("> a", shown.Shown.Row(0)))
            .Pass(TimeSpan.FromSeconds(1.5))
            .Check(shown => Assert.Equal("> abc", shown.Shown.Row(0)));
        Run(terminal, new Echo(), terminal.Options with { Acknowledge = Acknowledgement.Always });
    }

    [Fact]
    public void Ctrl_Z_gives_the_terminal_back_and_draws_again_when_continued()
    {
        var terminal = new FakeTerminal(Size)
            .Press("a\x1a").Check(shown => Assert.Equal(1, shown.Suspended))
            .Signal(TerminalSignals.Continued).Check(shown => Assert.Equal(0, shown.Suspended));
        Run(terminal, new Echo());
        Assert.Contains("\x1b[2J", terminal.Writes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_kiosk_ignores_Ctrl_Z()
    {
        var terminal = new FakeTerminal(Size).Press("\x1a").Check(shown => Assert.Equal(0, shown.Suspended));
        Run(terminal, new Echo(), terminal.Options with { CanSuspend = false });
    }

    [Fact]
    public void A_lone_escape_is_a_key_after_a_moment()
    {
        var terminal = new FakeTerminal(Size).Press("a\x1b").Pass(TimeSpan.FromMilliseconds(60)).Check(shown => Assert.Equal("> aEsc", shown.Shown.Row(0)));
        Run(terminal, new Echo());
    }

    [Fact]
    public void A_clearly_slower_link_is_told_to_the_app()
    {
        var terminal = new FakeTerminal(Size)
            .Pass(TimeSpan.FromMilliseconds(740)).Press("\x1b[0n").Check(shown => Assert.Equal("> rtt 740", shown.Shown.Row(0)));
        Run(terminal, new Echo());
    }

    [Fact]
    public void It_ends_when_told_to() =>
        Assert.Equal("a", Run(new FakeTerminal(Size).Press("a").Signal(TerminalSignals.Terminated).Press("b"), new Echo()));

    private static string Run(FakeTerminal terminal, Echo app, LoopOptions? options = null) =>
        Loop.Run(app, app, terminal, options ?? terminal.Options);

    /// <summary>Shows what is typed; <c>!</c> and <c>?</c> start effects that work and break.</summary>
    private sealed class Echo : IApp<string, string, string>, IEffectRunner<string, string>
    {
        public (string Model, ImmutableArray<string> Effects) Init(Size size) => ("", []);

        public string? Translate(string model, InputEvent input) => input switch
        {
            InputEvent.Typed typed => typed.Rune.ToString(),
            InputEvent.Pressed pressed => pressed.Which.Label,
            InputEvent.LinkTimed link => $"rtt {link.RoundTrip.TotalMilliseconds:0}",
            _ => null,
        };

        public (string Model, ImmutableArray<string> Effects) Update(string model, string message) => message switch
        {
            "!" or "?" => (model, [message]),
            "idle" => ("idle", []),
            _ => (model + message, []),
        };

        public void View(string model, Painter painter)
        {
            painter.Text(0, 0, "> ");
            painter.Caret(2 + painter.Text(new Rect(2, 0, painter.Width - 2, 1), model), 0);
        }

        public ImmutableArray<Alarm<string>> Alarms(string model) => [new Alarm<string>.Idle(TimeSpan.FromSeconds(60), "idle")];

        public bool IsOver(string model) => false;

        public Task Run(string effect, Action<string> post, CancellationToken stopping)
        {
            if (effect == "?") throw new InvalidOperationException("broken");
            post("done");
            return Task.CompletedTask;
        }
    }
}
