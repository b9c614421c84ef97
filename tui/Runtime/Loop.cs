using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Outreach.Tui.Runtime;

/// <summary>Runs an <see cref="IApp{TModel,TMsg,TEffect}"/> in a terminal.</summary>
public static class Loop
{
    /// <summary>Runs until the app is over, the process is told to end, or the terminal is gone; returns the last model.</summary>
    /// <exception cref="AggregateException">An effect failed in a way its runner did not expect.</exception>
    public static TModel Run<TModel, TMsg, TEffect>(
        IApp<TModel, TMsg, TEffect> app, IEffectRunner<TEffect, TMsg> effects, ITerminal terminal, LoopOptions? options = null)
        where TMsg : class
    {
        using var loop = new Loop<TModel, TMsg, TEffect>(app, effects, terminal, options ?? new LoopOptions());
        return loop.Run();
    }
}

/// <summary>One thread owns the model; keys, alarms and what effects post come to it in one order, so there are no locks.</summary>
internal sealed class Loop<TModel, TMsg, TEffect> : IDisposable
    where TMsg : class
{
    private const int SlowEscape = 4;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly IApp<TModel, TMsg, TEffect> _app;
    private readonly IEffectRunner<TEffect, TMsg> _effects;
    private readonly ITerminal _terminal;
    private readonly LoopOptions _options;
    private readonly Display _display;
    private readonly AlarmClock<TMsg> _alarms;
    private readonly KeyReader _keys = new();
    private readonly ConcurrentQueue<TMsg> _posted = new();
    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<InputEvent> _events = [];
    private readonly List<Task> _running = [];
    private readonly byte[] _input = new byte[4096];
    private TModel _model = default!;
    private bool _ended;
    private bool _suspended;
    private bool _changed = true;
    private bool _echo = true;
    private TimeSpan? _toldRoundTrip;

    public Loop(IApp<TModel, TMsg, TEffect> app, IEffectRunner<TEffect, TMsg> effects, ITerminal terminal, LoopOptions options)
    {
        (_app, _effects, _terminal, _options) = (app, effects, terminal, options);
        _display = new Display(terminal, options);
        _alarms = new AlarmClock<TMsg>(options.Clock);
    }

    public TModel Run()
    {
        Take(_app.Init(_terminal.Size));
        Handle(new InputEvent.Resized(_terminal.Size));
        Draw();
        while (!_ended && !_app.IsOver(_model))
        {
            Wait();
            Heed(_terminal.TakeSignals());
            foreach (var input in _events) Handle(input);
            while (_posted.TryDequeue(out var message)) Send(message);
            foreach (var message in _alarms.Ring()) Send(message);
            if (_failures.TryDequeue(out var failure)) throw new AggregateException(failure);
            Draw();
        }

        return _model;
    }

    public void Dispose()
    {
        _stopping.Cancel();
        Task.WaitAll([.. _running], Farewell);
        _stopping.Dispose();
    }

    /// <summary>Sleeps until something happens, and collects the keys.</summary>
    private void Wait()
    {
        _events.Clear();
        var read = _terminal.Read(_input, Timeout());
        if (read < 0) _ended = true;
        else if (read > 0) _keys.Feed(_input.AsSpan(0, read), _events);
        else if (_keys.Pending) _keys.Flush(_events);
    }

    private TimeSpan? Timeout()
    {
        var timeout = _alarms.Next();
        var escape = _options.EscapeDelay * (_display.RoundTrip >= Display.SlowLink ? SlowEscape : 1);
        if (_keys.Pending && (timeout is null || timeout > escape)) timeout = escape;
        if (_changed && _display.Remaining is { } held && (timeout is null || timeout > held)) timeout = held;
        return timeout;
    }

    private void Heed(TerminalSignals signals)
    {
        if (signals.HasFlag(TerminalSignals.Terminated)) _ended = true;
        if (signals.HasFlag(TerminalSignals.StopWanted)) Suspend();
        if (signals.HasFlag(TerminalSignals.Continued))
        {
            _terminal.Resume();
            _suspended = false;
        }

        if ((signals & (TerminalSignals.Resized | TerminalSignals.Continued)) == TerminalSignals.None) return;
        _display.Restart();
        _changed = true;
        Handle(new InputEvent.Resized(_terminal.Size));
    }

    private void Handle(InputEvent input)
    {
        switch (input)
        {
            case InputEvent.Reply reply:
                _changed |= _display.Hear(reply);
                TellRoundTrip();
                return;
            case InputEvent.Pressed { Which: { Modifiers: Modifiers.Ctrl, Rune.Value: 'z' } }:
                Suspend();
                return;
        }

        if (input is not InputEvent.Resized)
        {
            _alarms.Touch();
            _echo = true;
        }

        if (_app.Translate(_model, input) is { } message) Send(message);
    }

    /// <summary>Nothing is drawn until the process is continued, which another thread hears of.</summary>
    private void Suspend()
    {
        if (!_options.CanSuspend) return;
        _suspended = true;
        _terminal.Suspend();
    }

    /// <summary>Tells the app when the link became clearly slower or faster, not each time it breathes.</summary>
    private void TellRoundTrip()
    {
        if (_display.RoundTrip is not { } now) return;
        if (_toldRoundTrip is { } told && now < told * 1.5 && now > told / 1.5) return;
        if (_toldRoundTrip is null && now < TimeSpan.FromMilliseconds(50)) return;
        _toldRoundTrip = now;
        if (_app.Translate(_model, new InputEvent.LinkTimed(now)) is { } message) Send(message);
    }

    private void Send(TMsg message) => Take(_app.Update(_model, message));

    private void Take((TModel Model, ImmutableArray<TEffect> Effects) step)
    {
        _model = step.Model;
        _changed = true;
        _alarms.Follow(_app.Alarms(_model));
        if (step.Effects.IsDefaultOrEmpty) return;
        _running.RemoveAll(task => task.IsCompleted);
        foreach (var effect in step.Effects) _running.Add(Perform(effect, _stopping.Token));
    }

    private Task Perform(TEffect effect, CancellationToken stopping) => Task.Run(
        async () =>
        {
            try
            {
                await _effects.Run(effect, Post, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // The program is over; nobody waits for this effect any more.
            }
            catch (Exception failure)
            {
                _failures.Enqueue(failure);
                _terminal.Wake();
            }
        },
        CancellationToken.None);

    private void Post(TMsg message)
    {
        _posted.Enqueue(message);
        _terminal.Wake();
    }

    private void Draw()
    {
        if (!_changed || _ended || _suspended || !_display.MayShow(_echo)) return;
        _display.Show(painter => _app.View(_model, painter));
        (_changed, _echo) = (false, false);
    }
}
