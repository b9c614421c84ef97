using Outreach.Tui.Tests.Support;

namespace Outreach.Tui.Tests.KioskScreens;

/// <summary>Exact bytes of a key press at the kiosk, whose terminal may hang on a slow line too.</summary>
public class KioskBudgetTests
{
    private const int Arrow = 200;

    [Fact]
    public async Task An_arrow_key_is_light_in_every_direction_of_writing() =>
        Assert.All((await KeyCosts.Kiosk()).Where(cost => cost.Key != "choose"), cost => Assert.True(cost.Bytes <= Arrow, $"{cost}"));
}
