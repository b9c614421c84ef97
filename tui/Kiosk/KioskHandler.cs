using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Referrals;
using Outreach.Referrals.Sync;

namespace Outreach.Tui.Kiosk;

/// <summary>
/// What the kiosk can do by itself: keep a request sealed until it can be sent. It says "kept here, not sent yet" and never
/// "sent"; it has no codes, no status and no messages without a connection, and says that too.
/// </summary>
public sealed class KioskHandler(Spool spool, TimeProvider clock) : IEffectHandler
{
    private readonly Dictionary<EffectId, string> _references = [];
    private readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<EffectResult> Handle(EffectId id, Effect effect, string channel, CancellationToken cancel) => ValueTask.FromResult<EffectResult>(effect switch
    {
        Effect.Submit(var submission) => Keep(id, submission),
        Effect.Alert => new EffectResult.Alerted(Reached: false),
        Effect.LookUp(var reference) => new EffectResult.Status(reference, null),
        Effect.Withdraw(var references) => Withdraw(references),
        Effect.IssueCode or Effect.TellStaff => new EffectResult.Failed(4101),
        _ => new EffectResult.Quiet(),
    });

    private EffectResult.Submitted Keep(EffectId id, Submission submission)
    {
        lock (_references)
        {
            if (!_references.TryGetValue(id, out var reference))
                _references[id] = reference = ReferralId.Random().ToString();
            if (!_kept.ContainsKey(reference))
            {
                var now = clock.GetUtcNow();
                var item = Spool.IdFor(now, Guid.NewGuid());
                spool.Keep(item, new SpoolItem(reference, submission, now));
                _kept[reference] = item;
            }
            return new EffectResult.Submitted(reference, Kept: true, PromiseHours: null);
        }
    }

    private EffectResult.Withdrawn Withdraw(IReadOnlyList<string> references)
    {
        lock (_references)
        {
            var mine = references.Where(_kept.ContainsKey).ToList();
            foreach (var reference in mine)
                if (_kept.Remove(reference, out var item))
                    spool.Drop(item);
            return new EffectResult.Withdrawn(mine.Count);
        }
    }
}
