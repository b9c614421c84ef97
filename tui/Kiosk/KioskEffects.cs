using System.Globalization;
using Outreach.Content.Conversations;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Kiosk;

/// <summary>Runs the visitor's inputs through the same runner as every channel, with conversations in memory.</summary>
public sealed class KioskEffects(TurnRunner runner, IConversationStore store, Func<int> unsent) : IEffectRunner<KioskEffect, KioskMsg>
{
    private readonly string _start = Guid.NewGuid().ToString("N");

    /// <inheritdoc/>
    public async Task Run(KioskEffect effect, Action<KioskMsg> post, CancellationToken stopping)
    {
        switch (effect)
        {
            case KioskEffect.Say say:
                var replies = await runner.Run(KeyOf(say.Visitor), new InputId($"{say.Visitor}-{say.Number}"), say.Input, stopping);
                post(new KioskMsg.Heard(say.Visitor, replies, unsent()));
                break;
            case KioskEffect.Forget(var visitor):
                var (conversation, _) = await store.Load(KeyOf(visitor), new InputId("forget"), stopping);
                await store.Erase(conversation.Id, stopping);
                break;
        }
    }

    /// <summary>A visitor's conversation; means nothing outside this process.</summary>
    public ConversationKey KeyOf(int visitor) => new("kiosk", $"{_start}-{visitor.ToString(CultureInfo.InvariantCulture)}");
}
