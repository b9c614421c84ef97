using System.Collections.Immutable;

namespace Outreach.Tui.Runtime;

/// <summary>A program as pure functions: a model, messages that change it, a screen drawn from it, effects as data.</summary>
public interface IApp<TModel, TMsg, TEffect>
    where TMsg : class
{
    /// <summary>How it begins, and what it wants done first.</summary>
    (TModel Model, ImmutableArray<TEffect> Effects) Init(Size size);

    /// <summary>The message an event means in this state; null when none.</summary>
    TMsg? Translate(TModel model, InputEvent input);

    /// <summary>The next state, and what to do outside.</summary>
    (TModel Model, ImmutableArray<TEffect> Effects) Update(TModel model, TMsg message);

    /// <summary>Draws the state. The screen is blank, and only what differs from the last one is sent.</summary>
    void View(TModel model, Painter painter);

    /// <summary>The alarms that should be running in this state.</summary>
    ImmutableArray<Alarm<TMsg>> Alarms(TModel model) => [];

    /// <summary>Whether the program is done.</summary>
    bool IsOver(TModel model);
}

/// <summary>
/// Does what effects say, away from the loop; several may run at once. Expected failures are messages; an exception ends
/// the program. When it is over, effects are told to stop and have a second to do so.
/// </summary>
public interface IEffectRunner<in TEffect, out TMsg>
    where TMsg : class
{
    /// <summary>Performs one effect and posts what came of it, once or many times.</summary>
    Task Run(TEffect effect, Action<TMsg> post, CancellationToken stopping);
}
