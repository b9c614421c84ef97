using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;

namespace Outreach.Tui.Tests.Runtime;

public class AlarmClockTests
{
    private static readonly Alarm<string> Soon = new Alarm<string>.After("soon", TimeSpan.FromSeconds(4), "soon");
    private static readonly Alarm<string> Idle = new Alarm<string>.Idle(TimeSpan.FromSeconds(60), "idle");

    private readonly FakeClock _clock = new();

    [Fact]
    public void Rings_once_while_it_stays_listed()
    {
        var alarms = Alarms(Soon);
        _clock.Advance(TimeSpan.FromSeconds(3));
        alarms.Follow([Soon]);
        Assert.Equal(TimeSpan.FromSeconds(1), alarms.Next());
        Assert.Empty(alarms.Ring());
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("soon", Assert.Single(alarms.Ring()));
        alarms.Follow([Soon]);
        Assert.Empty(alarms.Ring());
        Assert.Null(alarms.Next());
    }

    [Fact]
    public void One_with_another_name_runs_anew()
    {
        var alarms = Alarms(Soon);
        _clock.Advance(TimeSpan.FromSeconds(4));
        alarms.Ring();
        alarms.Follow([new Alarm<string>.After("soon again", TimeSpan.FromSeconds(4), "soon")]);
        Assert.Equal(TimeSpan.FromSeconds(4), alarms.Next());
    }

    [Fact]
    public void One_that_is_no_longer_listed_stops()
    {
        var alarms = Alarms(Soon);
        alarms.Follow([]);
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(alarms.Ring());
    }

    [Fact]
    public void A_key_winds_up_the_idle_alarm_only()
    {
        var alarms = Alarms(Soon, Idle);
        _clock.Advance(TimeSpan.FromSeconds(3));
        alarms.Touch();
        Assert.Equal(TimeSpan.FromSeconds(1), alarms.Next());
        _clock.Advance(TimeSpan.FromSeconds(57));
        Assert.Equal("soon", Assert.Single(alarms.Ring()));
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("idle", Assert.Single(alarms.Ring()));
        alarms.Touch();
        Assert.Equal(TimeSpan.FromSeconds(60), alarms.Next());
    }

    private AlarmClock<string> Alarms(params Alarm<string>[] listed)
    {
        var alarms = new AlarmClock<string>(_clock);
        alarms.Follow([.. listed]);
        return alarms;
    }
}
