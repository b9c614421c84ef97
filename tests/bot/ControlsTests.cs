using System.Text.RegularExpressions;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Bot.Tests;

/// <summary>What can be said at every step can be pressed at every step: from the first question to the summary, in every language.</summary>
public sealed class ControlsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] Way = ["ly", "ask", "list", "group:help", "programme/stranded", "ask:stranded"];

    /// <summary>Where the person is, and what they answer. A consent has no "skip": only a yes or a no answers it; a summary asks nothing more.</summary>
    private static readonly (string Step, string Answer)[] Answers =
    [
        ("alone", "yes"), ("danger", "no"), ("age", "18_59"), ("held", "no"), ("afraid", "no"), ("consent", "yes"),
        ("missing", "+food"), ("company", "+alone"), ("health", "+pregnant"), ("region", "> Tajoura"), ("contact", "here"), ("summary", ""),
    ];

    private static readonly GlobalWord[] Buttons =
        [GlobalWord.Back, GlobalWord.Change, GlobalWord.Stop, GlobalWord.Help, GlobalWord.Menu, GlobalWord.Language, GlobalWord.Human, GlobalWord.Danger, GlobalWord.Delete];

    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_global_word_is_a_button_with_a_name_at_every_step(string language)
    {
        using var browser = await new Browser(shared.App, language).Get($"/?lang={language}");
        foreach (var press in Way)
            await browser.Press(press);
        foreach (var (step, answer) in Answers)
        {
            foreach (var word in Buttons)
                Assert.True(Regex.IsMatch(browser.Page, $"name=c value=\"?{GlobalWords.Value(word)}\"?[^>]*>[^<]"), $"{word} is missing at {step}: {browser.Words}");
            Assert.Matches("<form class=out method=post action=/leave>.*?<button>[^<]", browser.Page);
            Assert.True(browser.Page.Contains("value=\"/skip\"", StringComparison.Ordinal) == step is not ("consent" or "summary"), $"skipping at {step}");
            if (answer.Length > 0)
                await (answer[0] switch
                {
                    '+' => browser.Tick(answer[1..]),
                    '>' => browser.Write(answer[2..]),
                    _ => browser.Press(answer),
                });
        }
        Assert.Contains("value=\"send\"", browser.Page, StringComparison.Ordinal);
    }
}
