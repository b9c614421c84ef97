using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;

namespace Outreach.Tui.Tests.Runtime;

public class FlowControlTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void Live_data_waits_for_the_answer_and_a_key_may_go_once_more()
    {
        var flow = new FlowControl(_clock);
        Assert.True(flow.MaySend(echo: false));
        flow.Sent();
        Assert.False(flow.MaySend(echo: false));
        Assert.True(flow.MaySend(echo: true));
        flow.Sent();
        Assert.False(flow.MaySend(echo: true));
        flow.Answered();
        Assert.True(flow.MaySend(echo: true));
        Assert.False(flow.MaySend(echo: false));
    }

    [Fact]
    public void Knows_how_long_an_answer_took()
    {
        var flow = new FlowControl(_clock);
        flow.Sent();
        _clock.Advance(TimeSpan.FromMilliseconds(740));
        flow.Answered();
        Assert.Equal(TimeSpan.FromMilliseconds(740), flow.RoundTrip);
        Assert.Null(flow.Remaining);
    }

    [Fact]
    public void A_lost_answer_is_given_up()
    {
        var flow = new FlowControl(_clock);
        flow.Sent();
        _clock.Advance(FlowControl.Patience);
        Assert.True(flow.MaySend(echo: false));
    }

    [Fact]
    public void An_answer_nobody_asked_for_is_ignored()
    {
        var flow = new FlowControl(_clock);
        flow.Answered();
        Assert.Null(flow.RoundTrip);
    }
}
