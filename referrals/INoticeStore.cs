using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Referrals;

/// <summary>What only the desk opens of an alert: the way back, and where the person said they are.</summary>
/// <param name="Origin">The conversation it came from.</param>
/// <param name="Whereabouts">Only if the person volunteered it.</param>
public sealed record AlertDetail(Origin Origin, string? Whereabouts)
{
    /// <summary>Never its content.</summary>
    public override string ToString() => "AlertDetail ***";
}

/// <summary>Somebody is in urgent danger: kind, place and language, never the words (DESIGN 6.1).</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Place">The place.</param>
/// <param name="Language">The language.</param>
/// <param name="At">When.</param>
/// <param name="AcknowledgedBy">Who saw it; null while nobody did.</param>
/// <param name="Detail">Gone after 24 hours.</param>
public sealed record Alert(long Number, UrgentKind Kind, string? Place, Locale Language, DateTimeOffset At, StaffId? AcknowledgedBy, AlertDetail? Detail);

/// <summary>Words that nobody could answer, asked by several people; of one country, or of several that each have too few to be shown alone (null).</summary>
public sealed record Unanswered(Locale Language, string Words, int Askers, string? Place = null)
{
    /// <summary>Counts by place, where they are high enough to be shown; the others together. Most asked first.</summary>
    public static ImmutableArray<Unanswered> Of(IEnumerable<Unanswered> counts, int askers) =>
    [
        .. counts.GroupBy(c => c.Askers >= askers ? c with { Askers = 0 } : c with { Askers = 0, Place = null })
            .Select(g => g.Key with { Askers = g.Sum(c => c.Askers) }).Where(u => u.Askers >= askers)
            .OrderByDescending(u => u.Askers).ThenBy(u => u.Words, StringComparer.Ordinal).ThenBy(u => u.Place, StringComparer.Ordinal),
    ];
}

/// <summary>How often a page helped people who read it in a language, and how often it did not; about one country, or several that each have too few answers to be shown alone (null).</summary>
public sealed record PageHelp(string Page, Locale Language, int Yes, int No, string? Place = null)
{
    /// <summary>All answers.</summary>
    public int Answers => Yes + No;

    /// <summary>Counts by place, where they are high enough to be shown; the others together. The page that helped least stands first.</summary>
    public static ImmutableArray<PageHelp> Of(IEnumerable<PageHelp> counts, int answers) =>
    [
        .. counts.GroupBy(c => c with { Yes = 0, No = 0, Place = c.Answers >= answers ? c.Place : null })
            .Select(g => g.Key with { Yes = g.Sum(c => c.Yes), No = g.Sum(c => c.No) }).Where(h => h.Answers >= answers)
            .OrderByDescending(h => (double)h.No / h.Answers).ThenByDescending(h => h.No)
            .ThenBy(h => h.Page, StringComparer.Ordinal).ThenBy(h => h.Language.Index).ThenBy(h => h.Place, StringComparer.Ordinal),
    ];
}

/// <summary>Keeps what is no referral: alerts, and questions nobody could answer.</summary>
public interface INoticeStore
{
    /// <summary>Keeps an alert; a repeat with the same effect keeps one.</summary>
    ValueTask Raise(EffectId effect, Effect.Alert alert, Origin origin, DateTimeOffset at, CancellationToken cancel);

    /// <summary>Alerts nobody has acknowledged, and those since then; newest first.</summary>
    ValueTask<ImmutableArray<Alert>> Alerts(DateTimeOffset since, CancellationToken cancel);

    /// <summary>Somebody saw it; the first one stays. False when there is none.</summary>
    ValueTask<bool> Acknowledge(long number, StaffId by, DateTimeOffset at, CancellationToken cancel);

    /// <summary>Counts a question nobody could answer, once a conversation.</summary>
    ValueTask NoteUnanswered(EffectId effect, Effect.NoteUnanswered note, DateTimeOffset at, CancellationToken cancel);

    /// <summary>Questions asked by at least so many people, by place, most asked first.</summary>
    ValueTask<ImmutableArray<Unanswered>> Unanswered(int askers, CancellationToken cancel);

    /// <summary>Counts whether a page helped. No conversation and no time is kept with the count; a repeat within two days counts once.</summary>
    ValueTask NoteHelped(EffectId effect, Effect.NoteHelped note, DateTimeOffset at, CancellationToken cancel);

    /// <summary>Pages with at least so many answers, by place, the least helpful first.</summary>
    ValueTask<ImmutableArray<PageHelp>> Helped(int answers, CancellationToken cancel);

    /// <summary>Forgets details of alerts after 24 hours, and which answers were counted already. Returns how many alerts.</summary>
    ValueTask<int> ForgetDue(DateTimeOffset now, CancellationToken cancel);
}
