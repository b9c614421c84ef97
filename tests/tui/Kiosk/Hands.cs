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
    private readonly KioskApp _app = new(Book);
    private readonly KioskEffects _effects;

    public Hands(Size size)
    {
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
        public ValueTask<EffectResult> Handle(EffectId id, Effect effect, string channel, CancellationToken cancel) => ValueTask.FromResult<EffectResult>(new EffectResult.Quiet());

        public string OfCode(string code) => code;
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);
    }
}
