using System.Collections.Immutable;
using Outreach.Localization;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Desk;

/// <summary>The desk as an app of the runtime.</summary>
/// <param name="texts">The words, rules among them.</param>
/// <param name="language">The language to sign in in; the account remembers the one that F2 chose.</param>
/// <param name="programmes">Programmes whose dialog can be gone through with a person, in the order offered.</param>
/// <param name="desk">Begins the ids of what is sent.</param>
public sealed class DeskApp(Localizer texts, Locale language, ImmutableArray<string> programmes, string desk) : IApp<DeskModel, DeskMsg, DeskEffect>
{
    /// <summary>So often the server is asked whether something is new; it also says that somebody is on duty.</summary>
    public static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(45);

    /// <summary>After this without a key the desk signs out and keeps what was open for the same person.</summary>
    public static readonly TimeSpan LockAfter = TimeSpan.FromMinutes(10);

    private readonly DeskView[] _views = [.. Locale.All.Select(l => new DeskView(new DeskWords(texts, l)))];
    private readonly DeskUpdate[] _updates = [.. Locale.All.Select(l => new DeskUpdate(new DeskWords(texts, l), programmes))];

    /// <inheritdoc/>
    public (DeskModel Model, ImmutableArray<DeskEffect> Effects) Init(Size size) =>
        (new DeskModel { Size = size, Language = language, Desk = desk, Screen = new DeskScreen.SignIn() }, []);

    /// <inheritdoc/>
    public DeskMsg? Translate(DeskModel model, InputEvent input) => DeskKeys.Of(model).Find(input) ?? new DeskMsg.Event(input);

    /// <inheritdoc/>
    public (DeskModel Model, ImmutableArray<DeskEffect> Effects) Update(DeskModel model, DeskMsg message) => _updates[model.Language.Index].Update(model, message);

    /// <inheritdoc/>
    public void View(DeskModel model, Painter painter) => _views[model.Language.Index].Draw(model, painter);

    /// <inheritdoc/>
    public ImmutableArray<Alarm<DeskMsg>> Alarms(DeskModel model) => model.Screen is DeskScreen.SignIn
        ? []
        : [new Alarm<DeskMsg>.After($"poll {model.Polls}", PollEvery, new DeskMsg.Poll()), new Alarm<DeskMsg>.Idle(LockAfter, new DeskMsg.Lock())];

    /// <inheritdoc/>
    public bool IsOver(DeskModel model) => model.Over;
}
