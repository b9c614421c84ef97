using Outreach.Content.Conversations;
using Outreach.Referrals.Sync;

namespace Outreach.Tui.Kiosk;

/// <summary>What the kiosk keeps, and who sends it beside the visitors' conversations.</summary>
public sealed class KioskOutbox(Spool spool, SpoolSender sender, KioskHandler handler)
{
    /// <summary>How much waits.</summary>
    public SpoolState State => spool.State;

    /// <summary>Sends until it is cancelled; says after each item what became of it, and what its visitor is told.</summary>
    public Task Follow(Action<KioskNote?> tell, CancellationToken stopping) => sender.Run(answer => tell(handler.Hear(answer)), stopping);

    /// <summary>A visitor has gone.</summary>
    public void Forget(ConversationId visitor) => handler.Forget(visitor);
}
