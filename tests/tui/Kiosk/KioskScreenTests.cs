using Outreach.Content.Conversations;
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
    [Theory]
    [InlineData("kiosk-question", "1", "2", "1", "1", 80, 24)]
    [InlineData("kiosk-question-small", "1", "2", "1", "1", 40, 20)]
    [InlineData("kiosk-arabic", "4", "2", "1", "1", 80, 24)]
    [InlineData("kiosk-persian-small", "5", "2", "1", "1", 40, 20)]
    public async Task Looks_as_expected(string name, string language, string menu, string programme, string ask, int width, int height)
    {
        var kiosk = new Hands(new Size(width, height));
        foreach (var key in (string[])[language, menu, programme, ask])
            await kiosk.Press(key);
        var file = Repository.At("tests", "testdata", "screens", $"{name}.txt");
        var shown = kiosk.Draw().LogicalText().TrimEnd() + "\n";
        if (Repository.Update)
            await File.WriteAllTextAsync(file, shown);
        Assert.Equal(await File.ReadAllTextAsync(file), shown);
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
}
