using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Storage;
using Outreach.Localization;
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
        var shown = kiosk.Screen();
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

    private sealed class Hands
    {
        private static readonly Book Book = TestBook.Real with { Office = new Office { Place = "ly" } };
        private readonly KioskApp _app = new(Book, "1515");
        private readonly KioskEffects _effects;

        public Hands(Size size)
        {
            var store = new InMemoryConversationStore();
            _effects = new KioskEffects(new TurnRunner(() => Book, store, new Nothing(), new Nothing(), new FixedClock(), new ZoneClock()), store, () => 0);
            Model = _app.Init(size).Model;
        }

        public KioskModel Model { get; private set; }

        public Task Press(string key) => Do(_app.Translate(Model, new InputEvent.Typed(new System.Text.Rune(key[0])))!);

        public async Task Do(KioskMsg message)
        {
            var (model, effects) = _app.Update(Model, message);
            Model = model;
            foreach (var effect in effects)
                await _effects.Run(effect, heard => Model = _app.Update(Model, heard).Model, default);
        }

        public string Screen()
        {
            var screen = new Screen(Model.Size);
            _app.View(Model, new Painter(screen));
            return screen.LogicalText().TrimEnd() + "\n";
        }
    }

    private sealed class Nothing : IEffectHandler, ICodeHash
    {
        public ValueTask<EffectResult> Handle(EffectId id, Effect effect, string channel, CancellationToken cancel) => ValueTask.FromResult<EffectResult>(new EffectResult.Quiet());

        public string OfCode(string code) => code;
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);
    }
}
