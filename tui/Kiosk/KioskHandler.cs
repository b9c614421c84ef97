using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Referrals;
using Outreach.Referrals.Sync;

namespace Outreach.Tui.Kiosk;

/// <summary>A sentence for the visitor whose item got somewhere.</summary>
/// <param name="Visitor">Whose.</param>
/// <param name="Key">The text.</param>
/// <param name="Reference">The number it is about; empty where there is none.</param>
public sealed record KioskNote(ConversationId Visitor, string Key, string Reference);

/// <summary>
/// What the kiosk can do by itself: keep a request sealed until it can be sent. It says "kept here, not sent yet" until the
/// server has it; it has no codes, no status of other requests and no messages, and says that too.
/// </summary>
public sealed class KioskHandler(Spool spool, TimeProvider clock) : IEffectHandler
{
    private const int DiskInTheWay = 4102;

    private readonly Lock _gate = new();
    private readonly Dictionary<EffectId, Kept> _kept = [];
    private readonly HashSet<EffectId> _counted = [];

    /// <inheritdoc/>
    public ValueTask<EffectResult> Handle(EffectId id, Effect effect, string channel, CancellationToken cancel)
    {
        lock (_gate)
        {
            try
            {
                return ValueTask.FromResult(Do(id, effect));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return ValueTask.FromResult<EffectResult>(new EffectResult.Failed(DiskInTheWay));      // never "kept" without the disk
            }
        }
    }

    /// <summary>What became of an item; what its visitor is told, if anything.</summary>
    public KioskNote? Hear(SpoolAnswer answer)
    {
        lock (_gate)
        {
            if (_kept.Values.FirstOrDefault(k => k.Item == answer.Id) is not { } kept)
                return null;
            kept.Arrived = answer.Outcome is SpoolOutcome.Accepted or SpoolOutcome.Had;
            return kept.What switch
            {
                What.Alert => answer.Reached ? new KioskNote(kept.Effect.Conversation, "alert.reached", "") : null,
                _ when !kept.Arrived => new KioskNote(kept.Effect.Conversation, "kiosk.not_taken", kept.Reference),
                What.Request => new KioskNote(kept.Effect.Conversation, "kiosk.arrived", kept.Reference),
                _ => new KioskNote(kept.Effect.Conversation, "kiosk.taken_back", kept.Reference),
            };
        }
    }

    /// <summary>The visitor has gone: nothing in memory tells any more which number was theirs.</summary>
    public void Forget(ConversationId visitor)
    {
        lock (_gate)
        {
            foreach (var id in _kept.Keys.Where(k => k.Conversation == visitor).ToList())
                _kept.Remove(id);
            _counted.RemoveWhere(id => id.Conversation == visitor);
        }
    }

    private EffectResult Do(EffectId id, Effect effect) => effect switch
    {
        Effect.Submit(var submission) => Keep(id, submission),
        Effect.Alert alert => Alert(id, alert),
        Effect.LookUp(var typed) => LookUp(id.Conversation, typed),
        Effect.Withdraw(var references) => Withdraw(id, references),
        Effect.IssueCode or Effect.TellStaff => new EffectResult.NotHere(),
        Effect.NoteUnanswered note => Count(id, new SpoolItem.Unanswered(NumberOf(id), note) { Asker = id.Conversation.Value, At = clock.GetUtcNow() }),
        Effect.NoteHelped note => Count(id, new SpoolItem.Helped(NumberOf(id), note) { Asker = id.Conversation.Value, At = clock.GetUtcNow() }),
        _ => new EffectResult.Quiet(),
    };

    private EffectResult.Submitted Keep(EffectId id, Submission submission)
    {
        var now = clock.GetUtcNow();
        if (!_kept.TryGetValue(id, out var kept))
        {
            kept = new Kept(id, What.Request, Spool.IdFor(now, Guid.NewGuid()), ReferralId.Random().ToString());
            spool.Keep(kept.Item, new SpoolItem.Request(kept.Reference, submission) { Asker = id.Conversation.Value, At = now });
            _kept[id] = kept;
        }
        return new EffectResult.Submitted(kept.Reference, Kept: true, PromiseHours: null);
    }

    /// <summary>Goes out before everything else; "reached" is said only when the server has said it.</summary>
    private EffectResult.Alerted Alert(EffectId id, Effect.Alert alert)
    {
        var now = clock.GetUtcNow();
        if (!_kept.ContainsKey(id))
        {
            var kept = new Kept(id, What.Alert, Spool.UrgentIdFor(now, Guid.NewGuid()), "");
            try
            {
                spool.Keep(kept.Item, new SpoolItem.Urgent($"{id.Version}.{id.Index}", alert) { Asker = id.Conversation.Value, At = now });
                _kept[id] = kept;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The numbers on the screen must not wait for a disk; the answer is the same: nobody was reached.
            }
        }
        return new EffectResult.Alerted(Reached: false);
    }

    /// <summary>Kept once, however often the effect is done. A full disk costs a count, and nobody is told of it.</summary>
    private EffectResult.Quiet Count(EffectId id, SpoolItem item)
    {
        try
        {
            if (_counted.Add(id))
                spool.Keep(Spool.CountIdFor(item.At, Guid.NewGuid()), item);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _counted.Remove(id);
        }
        return new EffectResult.Quiet();
    }

    private static long NumberOf(EffectId id) => (id.Version * 16) + id.Index;

    private EffectResult LookUp(ConversationId visitor, string typed) =>
        ReferralId.TryParse(typed, out var id) && _kept.Values.Any(k => k is { What: What.Request, Arrived: true } && k.Effect.Conversation == visitor && k.Reference == id.ToString())
            ? new EffectResult.Status(id.ToString(), NeutralStatus.Received)
            : new EffectResult.NotHere();

    /// <summary>What was never sent is gone at once. What may have been sent is taken back by an item of its own.</summary>
    private EffectResult.Withdrawn Withdraw(EffectId id, IReadOnlyCollection<string> references)
    {
        var now = clock.GetUtcNow();
        var mine = _kept.Values.Where(k => k.What == What.Request && k.Effect.Conversation == id.Conversation && references.Contains(k.Reference)).ToList();
        var how = TakenBack.NeverSent;
        foreach (var (number, kept) in mine.Index())
        {
            if (!spool.Retract(kept.Item))
            {
                how = TakenBack.OnItsWay;
                var back = kept with { Effect = id with { Index = id.Index + number }, What = What.TakeBack, Item = Spool.IdFor(now, Guid.NewGuid()), Arrived = false };
                spool.Keep(back.Item, new SpoolItem.TakeBack(kept.Reference) { Asker = id.Conversation.Value, At = now });
                _kept[back.Effect] = back;
            }
            _kept.Remove(kept.Effect);
        }
        return new EffectResult.Withdrawn(mine.Count, how);
    }

    private enum What
    {
        Request,
        TakeBack,
        Alert,
    }

    private sealed record Kept(EffectId Effect, What What, string Item, string Reference)
    {
        public bool Arrived { get; set; }
    }
}
