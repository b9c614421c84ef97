using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;

namespace Outreach.Bot;

/// <summary>Stands in for the register until it is merged: says what it would say, keeps nothing.</summary>
internal sealed class InterimHandler : IEffectHandler
{
    public ValueTask<EffectResult> Handle(EffectId id, Effect effect, string channel, CancellationToken cancel) => new(effect switch
    {
        Effect.Submit => new EffectResult.Submitted("R-7K4M", Kept: false, 48),
        Effect.Alert => new EffectResult.Alerted(false),
        Effect.TellStaff => new EffectResult.Told(true),
        Effect.LookUp(var reference) => new EffectResult.Status(reference, null),
        _ => new EffectResult.Quiet(),
    });
}
