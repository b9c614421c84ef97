using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;

namespace Outreach.Tests.Support;

/// <summary>A handler in a process that can die right before an effect, or late: right after it, before anybody hears of it.</summary>
public sealed class MortalHandler(IEffectHandler inner, Func<bool> dies, Func<bool>? late = null) : IEffectHandler
{
    public async ValueTask<EffectResult> Handle(EffectId id, Effect effect, string channel, CancellationToken cancel)
    {
        if (dies() && late?.Invoke() != true)
            throw new ProcessStoppedException();
        var result = await inner.Handle(id, effect, channel, cancel);
        return dies() ? throw new ProcessStoppedException() : result;
    }
}

/// <summary>The process is gone.</summary>
public sealed class ProcessStoppedException : Exception
{
    public ProcessStoppedException() : base("the process stopped") { }

    public ProcessStoppedException(string message) : base(message) { }

    public ProcessStoppedException(string message, Exception inner) : base(message, inner) { }
}
