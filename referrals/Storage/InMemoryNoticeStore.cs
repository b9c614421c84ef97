using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Referrals.Storage;

/// <summary>Alerts and unanswered questions in memory, for tests and for trying out.</summary>
public sealed class InMemoryNoticeStore : INoticeStore
{
    private readonly Lock _gate = new();
    private readonly List<Alert> _alerts = [];
    private readonly HashSet<EffectId> _once = [];
    private readonly Dictionary<(Locale Language, string Words), Dictionary<ConversationId, string?>> _unanswered = [];

    private readonly Dictionary<EffectId, DateTimeOffset> _counted = [];
    private readonly Dictionary<(string Page, Locale Language, string? Place), PageHelp> _helped = [];

    /// <inheritdoc/>
    public ValueTask Raise(EffectId effect, Effect.Alert alert, Origin origin, DateTimeOffset at, CancellationToken cancel)
    {
        lock (_gate)
            if (_once.Add(effect))
                _alerts.Insert(0, new Alert(_alerts.Count + 1, alert.Kind, alert.Place, alert.Language, at, null, new AlertDetail(origin, alert.Whereabouts)));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Alert>> Alerts(DateTimeOffset since, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult<ImmutableArray<Alert>>([.. _alerts.Where(a => a.AcknowledgedBy is null || a.At >= since)]);
    }

    /// <inheritdoc/>
    public ValueTask<bool> Acknowledge(long number, StaffId by, DateTimeOffset at, CancellationToken cancel)
    {
        lock (_gate)
        {
            var index = _alerts.FindIndex(a => a.Number == number);
            if (index >= 0)
                _alerts[index] = _alerts[index] with { AcknowledgedBy = _alerts[index].AcknowledgedBy ?? by };
            return ValueTask.FromResult(index >= 0);
        }
    }

    /// <inheritdoc/>
    public ValueTask NoteUnanswered(EffectId effect, Effect.NoteUnanswered note, DateTimeOffset at, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (!_unanswered.TryGetValue((note.Language, note.Words), out var askers))
                _unanswered[(note.Language, note.Words)] = askers = [];
            askers.TryAdd(effect.Conversation, note.Place);
        }
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Unanswered>> Unanswered(int askers, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult(Referrals.Unanswered.Of(_unanswered.SelectMany(u => u.Value.Values.GroupBy(place => place).Select(g => new Unanswered(u.Key.Language, u.Key.Words, g.Count(), g.Key))), askers));
    }

    /// <inheritdoc/>
    public ValueTask NoteHelped(EffectId effect, Effect.NoteHelped note, DateTimeOffset at, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (!_counted.TryAdd(effect, at))
                return ValueTask.CompletedTask;
            var key = (note.Page, note.Language, note.Place);
            var before = _helped.GetValueOrDefault(key) ?? new PageHelp(note.Page, note.Language, 0, 0, note.Place);
            _helped[key] = note.Helped ? before with { Yes = before.Yes + 1 } : before with { No = before.No + 1 };
        }
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<PageHelp>> Helped(int answers, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult(PageHelp.Of(_helped.Values, answers));
    }

    /// <inheritdoc/>
    public ValueTask<int> ForgetDue(DateTimeOffset now, CancellationToken cancel)
    {
        lock (_gate)
        {
            foreach (var old in _counted.Where(c => c.Value <= now - SqliteNoticeStore.RepeatsKnown).Select(c => c.Key).ToList())
                _counted.Remove(old);
            var due = _alerts.Where(a => a.Detail is not null && a.At <= now - SqliteNoticeStore.DetailKept).ToList();
            foreach (var alert in due)
                _alerts[_alerts.IndexOf(alert)] = alert with { Detail = null };
            return ValueTask.FromResult(due.Count);
        }
    }
}
