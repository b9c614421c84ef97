using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;

namespace Outreach.Tests.Support;

/// <summary>A handler in a process that can die right before an effect.</summary>
public sealed class MortalHandler(IEffectHandler inner, Func<bool> dies) : IEffectHandler
{
    public ValueTask<EffectResult> Handle(EffectId id, Effect effect, string channel, CancellationToken cancel) =>
        dies() ? throw new ProcessStoppedException() : inner.Handle(id, effect, channel, cancel);
}

/// <summary>The process is gone.</summary>
public sealed class ProcessStoppedException : Exception
{
    public ProcessStoppedException() : base("the process stopped") { }

    public ProcessStoppedException(string message) : base(message) { }

    public ProcessStoppedException(string message, Exception inner) : base(message, inner) { }
}
