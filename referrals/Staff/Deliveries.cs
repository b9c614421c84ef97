using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;

namespace Outreach.Referrals.Staff;

/// <summary>Sends replies out on a channel where nobody fetches them; the host knows how.</summary>
public delegate ValueTask PushReplies(ConversationId conversation, InputId input, ImmutableArray<Reply> replies, CancellationToken cancel);

/// <summary>
/// Brings what staff did into the person's conversation. The register's outbox remembers what is left over, the input id makes
/// a repeat harmless, so a kill between writing and telling loses and doubles nothing.
/// </summary>
public sealed class Deliveries(IReferralStore referrals, TurnRunner runner, PushReplies? push = null)
{
    private const int AtOnce = 100;

    /// <summary>Delivers what waits. The host calls this at start and every minute; returns how many went. One that fails waits and holds up no other.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        var went = 0;
        foreach (var delivery in await referrals.Deliveries(AtOnce, cancel))
        {
            try
            {
                await Deliver(delivery, cancel);
                went++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // it stays in the outbox; the host sees in the count that it did not go
            }
        }
        return went;
    }

    /// <summary>Delivers what waits for one referral; false when its conversation is gone.</summary>
    public async Task<bool> Run(ReferralId id, CancellationToken cancel)
    {
        var reached = true;
        foreach (var delivery in (await referrals.Deliveries(AtOnce, cancel)).Where(d => d.Id == id))
            reached &= await Deliver(delivery, cancel);
        return reached;
    }

    private async Task<bool> Deliver(Delivery delivery, CancellationToken cancel)
    {
        var reached = false;
        if (await referrals.Load(delivery.Id, cancel) is { } referral && referral.Status != ReferralStatus.Withdrawn && delivery.Entry <= referral.Version)
        {
            var input = new InputId($"desk/{delivery.Id}/{delivery.Entry}");
            var happened = referral.Entries[delivery.Entry - 1].Event;
            var replies = await runner.Run(referral.Origin.Conversation, input, InputOf(happened), cancel);
            reached = replies is not null;
            // An opened lock is told when the person comes back: it must not cause a message of its own.
            if (replies is { } said && happened is ReferralEvent.MessageToPerson && push is not null)
                await push(referral.Origin.Conversation, input, said, cancel);
        }
        await referrals.Delivered(delivery, cancel);
        return reached;
    }

    private static Input InputOf(ReferralEvent happened) => happened switch
    {
        ReferralEvent.MessageToPerson(var text, var language, var untranslated) => new Input.StaffSaid(text, language, untranslated),
        ReferralEvent.ReturnLockOpened => new Input.LockOpened(),
        ReferralEvent.ReturnLocked => new Input.LockClosed(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
