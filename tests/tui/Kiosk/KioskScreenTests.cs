using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals.Sync;
using Outreach.Tests.Support;
using Outreach.Tui.Kiosk;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.KioskScreens;

/// <summary>
/// The kiosk with the real content and the real runner, key by key, as plain-text screens (tests/testdata/screens).
/// OUTREACH_UPDATE=1 rewrites them; review the difference like code.
/// </summary>
public class KioskScreenTests
{
    private static readonly Dictionary<string, Func<Hands, Locale, Task>> Screens = new(StringComparer.Ordinal)
    {
        ["welcome"] = Mark,
        ["more-languages"] = async (kiosk, language) => { await Mark(kiosk, language); await kiosk.Press("9"); },
        ["question"] = async (kiosk, language) => await Do(kiosk, language, "ask", "list", "group:help", "programme/stranded", "ask:stranded"),
        ["line"] = async (kiosk, language) => await Do(kiosk, language, "/human", "yes"),
        ["more"] = async (kiosk, language) => { await Do(kiosk, language, "/human", "yes"); await kiosk.Press("\x1bOQ"); },
        ["page"] = async (kiosk, language) => await Do(kiosk, language, "read", "ly", "ly/health"),
        ["helped"] = async (kiosk, language) => await Do(kiosk, language, "read", "ly", "ly/documents", "card:5"),
        ["search"] = async (kiosk, language) => { await Do(kiosk, language); await kiosk.Write(language == Locale.Arabic ? "طبيب" : "money"); },
        ["summary"] = Summary,
        ["kept"] = async (kiosk, language) => { await Summary(kiosk, language); await kiosk.Choose("send"); },
        ["idle"] = async (kiosk, language) => { await Summary(kiosk, language); await kiosk.Do(new KioskMsg.Idle()); },
        ["wiped"] = async (kiosk, language) => { await Summary(kiosk, language); await kiosk.Do(new KioskMsg.Wipe()); },
    };

    public static IEnumerable<object[]> Names =>
        from screen in Screens.Keys
        from language in (string[])["en", "ar"]
        from size in (Size[])[new(80, 24), new(40, 20)]
        select (object[])[screen, language, size.Width, size.Height];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Looks_as_expected(string screen, string language, int width, int height)
    {
        var kiosk = new Hands(new Size(width, height));
        await Screens[screen](kiosk, Locale.All.Single(l => l.Tag == language));
        var file = Repository.At("tests", "testdata", "screens", $"kiosk-{screen}.{language}.{width}x{height}.txt");
        var shown = kiosk.Draw().LogicalText().TrimEnd() + "\n";
        if (Repository.Update)
            await File.WriteAllTextAsync(file, shown);
        Assert.Equal(await File.ReadAllTextAsync(file), shown);
    }

    /// <summary>Cells as they stand on the glass: a number of two digits must not lose one, or turn around, between words that run the other way.</summary>
    [Theory]
    [InlineData(80, 24)]
    [InlineData(40, 20)]
    public async Task Ages_in_Persian_stand_on_the_screen_as_they_are_read(int width, int height)
    {
        var kiosk = new Hands(new Size(width, height));
        await Do(kiosk, Locale.All.Single(l => l.Tag == "fa"), "ask", "list", "group:help", "programme/stranded", "ask:stranded", "yes", "no");
        var screen = kiosk.Draw();
        var file = Repository.At("tests", "testdata", "screens", $"kiosk-age.fa.{width}x{height}.txt");
        var shown = string.Join('\n', Enumerable.Range(0, height).Select(screen.VisualRow)).TrimEnd() + "\n";
        if (Repository.Update)
            await File.WriteAllTextAsync(file, shown);
        Assert.Equal(await File.ReadAllTextAsync(file), shown);
        Assert.Contains("59 ﺎﺗ 18", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_clears_the_screen_and_the_conversation()
    {
        var kiosk = new Hands(new Size(80, 24));
        await kiosk.Press("1");
        var before = kiosk.Model.Visitor;
        await kiosk.Do(new KioskMsg.Leave());
        Assert.IsType<KioskScreen.Welcome>(kiosk.Model.Screen);
        Assert.NotEqual(before, kiosk.Model.Visitor);
    }

    [Fact]
    public async Task Nobody_there_warns_then_wipes()
    {
        var kiosk = new Hands(new Size(80, 24));
        await kiosk.Press("1");
        await kiosk.Do(new KioskMsg.Idle());
        Assert.True(kiosk.Model.Warned);
        await kiosk.Do(new KioskMsg.Wipe());
        Assert.IsType<KioskScreen.Welcome>(kiosk.Model.Screen);
    }

    [Fact]
    public async Task What_arrived_is_said_below_the_conversation_until_the_next_answer_and_to_nobody_else()
    {
        var kiosk = new Hands(new Size(80, 24));
        await kiosk.Press("1");
        var note = new KioskMsg.Spooled(SpoolState.Empty) { Visitor = kiosk.Model.Visitor, Note = new KioskNote(new ConversationId(Guid.NewGuid()), "kiosk.arrived", "R-7K4M-2QXD") };

        await kiosk.Do(note);
        Assert.Contains("R-7K4M-2QXD: your request has arrived.", kiosk.Draw().LogicalText(), StringComparison.Ordinal);
        await kiosk.Press("2");
        Assert.DoesNotContain("R-7K4M-2QXD", kiosk.Draw().LogicalText(), StringComparison.Ordinal);

        await kiosk.Do(new KioskMsg.Leave());
        await kiosk.Press("1");
        await kiosk.Do(note);
        Assert.DoesNotContain("R-7K4M-2QXD", kiosk.Draw().LogicalText(), StringComparison.Ordinal);
    }

    private static async Task Mark(Hands kiosk, Locale language)
    {
        for (var i = 0; Locale.All[i] != language; i++)
            await kiosk.Press("\x1b[B");
    }

    private static async Task Do(Hands kiosk, Locale language, params string[] choices)
    {
        await kiosk.Press($"{Locale.All.IndexOf(language) + 1}");
        foreach (var choice in choices)
            await kiosk.Choose(choice);
    }

    /// <summary>A message to a person, up to the question whether to send it.</summary>
    private static async Task Summary(Hands kiosk, Locale language)
    {
        await Do(kiosk, language, "/human", "yes");
        await kiosk.Write(language == Locale.Arabic ? "لا أعرف أين أنام" : "I do not know where to sleep");
        while (kiosk.Model.Screen is KioskScreen.Talk { Asking.Kind: ReplyKind.Ask })
            await kiosk.Choose("/skip");
    }
}
