using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tests.Support;
using Outreach.Tui.Kiosk;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.KioskScreens;

/// <summary>What can be said at every step can be chosen at every step: from the first question to the summary, in every language.</summary>
public class KioskControlsTests
{
    private const string F1 = "\x1bOP";
    private const string F2 = "\x1bOQ";
    private static readonly string[] Way = ["ask", "list", "group:help", "programme/stranded", "ask:stranded"];

    /// <summary>Where the visitor is, and what they choose. A consent has no "skip": only a yes or a no answers it; a summary asks nothing more.</summary>
    private static readonly (string Step, string Answer)[] Answers =
    [
        ("alone", "yes"), ("danger", "no"), ("age", "18_59"), ("held", "no"), ("afraid", "no"), ("consent", "yes"),
        ("missing", "/skip"), ("company", "/skip"), ("health", "/skip"), ("region", "/skip"), ("contact", "/skip"), ("summary", ""),
    ];

    [Theory]
    [MemberData(nameof(WordTable.Languages), MemberType = typeof(WordTable))]
    public async Task Every_global_word_is_in_the_menu_or_on_the_screen_at_every_step(string language)
    {
        var locale = Locale.All.Single(l => l.Tag == language);
        var hands = new Hands(new Size(80, 24));
        await hands.Press($"{locale.Index + 1}");
        foreach (var press in Way)
            await hands.Choose(press);
        foreach (var (step, answer) in Answers)
        {
            var screen = hands.Draw().LogicalText();
            await hands.Press(F2);
            var menu = hands.Draw().LogicalText();
            await hands.Press(F2);
            foreach (var word in KioskUpdate.Everywhere)
                Assert.True(menu.Contains(Label(locale, GlobalWords.LabelKey(word)), StringComparison.Ordinal), $"{word} is not in the menu at {step}:\n{menu}");
            Assert.Equal(screen, hands.Draw().LogicalText());                 // the menu changes nothing
            foreach (var key in (string[])["F4", "Esc"])
                Assert.True(screen.Split('\n')[^2].Contains(key, StringComparison.Ordinal), $"{key} is not named at {step}:\n{screen}");
            Assert.True(Asked(hands).Options.Any(o => o.Value == "/skip") == step is not ("consent" or "summary"), $"skipping at {step}");
            if (answer.Length > 0)
                await hands.Choose(answer);
        }
        Assert.Contains(Asked(hands).Options, o => o.Value == "send");
        await hands.Press(F1);
        Assert.Contains(Asked(hands).Options, o => o.Value == "send");        // help leaves the visitor where they are
    }

    private static KioskScreen.Talk Asked(Hands hands) => Assert.IsType<KioskScreen.Talk>(hands.Model.Screen);

    private static string Label(Locale locale, string key) => TestBook.Real.Texts.Text(locale, key);
}
