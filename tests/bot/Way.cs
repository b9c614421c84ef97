namespace Outreach.Bot.Tests;

/// <summary>The way from the greeting into asking for help when stuck.</summary>
internal static class Way
{
    private static readonly (string Point, string Press)[] Steps =
    [
        ("language", ""), ("place", "en"), ("home", "de"), ("doors", "ask"), ("groups", "list"), ("programmes", "group:help"), ("programme", "programme/stranded"), ("question", "ask:stranded"),
        ("danger", "yes"), ("age", "no"), ("held", "18_59"), ("afraid", "no"), ("consent", "no"), ("missing", "yes"),
    ];

    /// <summary>A browser that has come to a point.</summary>
    public static async Task<Browser> To(BotApp app, string point, string language = "en")
    {
        var browser = await new Browser(app).Get("/");
        foreach (var (reached, press) in Steps.Skip(1))
        {
            if (point == "language")
                break;
            await browser.Press(press == "en" ? language : press);
            if (reached == point)
                return browser;
        }
        return browser;
    }
}
