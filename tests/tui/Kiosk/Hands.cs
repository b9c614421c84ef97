using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Storage;
using Outreach.Tests.Support;
using Outreach.Tui.Kiosk;
using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;

namespace Outreach.Tui.Tests.KioskScreens;

/// <summary>Somebody at the kiosk, with the real content and the real runner.</summary>
internal sealed class Hands
{
    private static readonly Book Book = TestBook.Real with { Office = new Office { Place = "ly" } };
    private readonly KioskApp _app;
    private readonly KioskEffects _effects;

    public Hands(Size size, TimeProvider? clock = null)
    {
        _app = new KioskApp(Book, clock ?? new FixedClock());
        var store = new InMemoryConversationStore();
        _effects = new KioskEffects(new TurnRunner(() => Book, store, new Nothing(), new Nothing(), new FixedClock(), new ZoneClock()), store);
        Model = _app.Init(size).Model;
    }

    public KioskModel Model { get; private set; }

    /// <summary>Presses keys as a terminal sends them.</summary>
    public async Task Press(string keys)
    {
        foreach (var input in Keys.Of(keys))
            if (_app.Translate(Model, input) is { } message)
                await Do(message);
    }

    /// <summary>Chooses an option by its value, with the keys that lead there; marks of several are left alone.</summary>
    public async Task Choose(string value)
    {
        var talk = Assert.IsType<KioskScreen.Talk>(Model.Screen);
        var index = talk.Options.Select(o => o.Value).ToList().IndexOf(value);
        Assert.True(index >= 0, $"there is no choice {value}");
        await Press((talk.Types ? "\t" : "") + string.Concat(Enumerable.Repeat("\x1b[B", index)) + "\r");
    }

    /// <summary>Writes words and sends them.</summary>
    public async Task Write(string words)
    {
        if (Model.Screen is KioskScreen.Talk { Types: false })
            await Press("/");
        await Press(words + "\r");
    }

    public async Task Do(KioskMsg message)
    {
        var (model, effects) = _app.Update(Model, message);
        Model = model;
        foreach (var effect in effects)
            await _effects.Run(effect, heard => Model = _app.Update(Model, heard).Model, default);
    }

    public Screen Draw()
    {
        var screen = new Screen(Model.Size);
        _app.View(Model, new Painter(screen));
        return screen;
    }

    private sealed class Nothing : IEffectHandler, ICodeHash
    {
        public ValueTask<EffectResult> Handle(EffectId id, Effect effect, string channel, CancellationToken cancel) =>
            ValueTask.FromResult<EffectResult>(effect is Effect.Submit ? new EffectResult.Submitted("R-7K4M-2QXD", Kept: true, PromiseHours: null) : new EffectResult.Quiet());

        public string OfCode(string code) => code;
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);
    }
}
