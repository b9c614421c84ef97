using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Kiosk;

/// <summary>The kiosk as an app of the runtime.</summary>
/// <param name="book">The content.</param>
/// <param name="clock">Says the day: a number that was not looked up for long is shown with its date.</param>
public sealed class KioskApp(Book book, TimeProvider? clock = null) : IApp<KioskModel, KioskMsg, KioskEffect>
{
    /// <summary>After this without a key the kiosk warns.</summary>
    public static readonly TimeSpan WarnAfter = TimeSpan.FromSeconds(45);

    /// <summary>After this without a key everything is cleared.</summary>
    public static readonly TimeSpan WipeAfter = TimeSpan.FromSeconds(75);

    private KioskView _view = new(book, clock ?? TimeProvider.System);

    /// <inheritdoc/>
    public (KioskModel Model, ImmutableArray<KioskEffect> Effects) Init(Size size) => (KioskUpdate.Welcome(book.Ring, size, visitor: 1), [new KioskEffect.Follow()]);

    /// <inheritdoc/>
    public KioskMsg? Translate(KioskModel model, InputEvent input) => input.Key switch
    {
        { Name: KeyName.Escape } => new KioskMsg.Leave(),
        { Name: KeyName.F1 } => new KioskMsg.Control(GlobalWord.Help),
        { Name: KeyName.F2 } => new KioskMsg.More(),
        { Name: KeyName.F3 } => new KioskMsg.Control(GlobalWord.Language),
        { Name: KeyName.F4 } => new KioskMsg.Control(GlobalWord.Danger),
        { Name: KeyName.F10, Modifiers: Modifiers.Ctrl } => new KioskMsg.Quit(),
        { Modifiers: Modifiers.Ctrl, Rune.Value: 'q' } => new KioskMsg.Quit(),
        { Modifiers: Modifiers.None, Rune.Value: '/' } when model.Screen is KioskScreen.Talk { Types: false, More: null } => new KioskMsg.Write(),
        { Modifiers: Modifiers.None, Name: KeyName.Tab } when model.Screen is KioskScreen.Talk { Types: false, More: null } => new KioskMsg.Write(),
        _ => new KioskMsg.Event(input),
    };

    /// <inheritdoc/>
    public (KioskModel Model, ImmutableArray<KioskEffect> Effects) Update(KioskModel model, KioskMsg message) => KioskUpdate.Update(model, message, model.Shown ?? book);

    /// <inheritdoc/>
    public void View(KioskModel model, Painter painter)
    {
        if (!ReferenceEquals(_view.Book, model.Shown ?? book))
            _view = new KioskView(model.Shown ?? book, clock ?? TimeProvider.System);
        _view.Draw(model, painter);
    }

    /// <inheritdoc/>
    public ImmutableArray<Alarm<KioskMsg>> Alarms(KioskModel model) => model.Screen switch
    {
        KioskScreen.Talk => [new Alarm<KioskMsg>.Idle(WarnAfter, new KioskMsg.Idle()), new Alarm<KioskMsg>.Idle(WipeAfter, new KioskMsg.Wipe())],
        KioskScreen.Welcome { IsTouched: true } => [new Alarm<KioskMsg>.Idle(WipeAfter, new KioskMsg.Wipe())],
        _ => [],
    };

    /// <inheritdoc/>
    public bool IsOver(KioskModel model) => model.Over;
}
