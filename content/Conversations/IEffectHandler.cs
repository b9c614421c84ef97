using Outreach.Content.Dialogs;

namespace Outreach.Content.Conversations;

/// <summary>Does in the world what a turn wanted. Called again with the same id after a crash: a repeat must give the same result.</summary>
public interface IEffectHandler
{
    /// <summary>Does one effect.</summary>
    /// <param name="id">Its id; the key of idempotence.</param>
    /// <param name="effect">What to do.</param>
    /// <param name="channel">The channel the conversation is on.</param>
    /// <param name="cancel">Stops waiting; the effect stays pending.</param>
    ValueTask<EffectResult> Handle(EffectId id, Effect effect, string channel, CancellationToken cancel);
}
