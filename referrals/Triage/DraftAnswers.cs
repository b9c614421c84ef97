using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using Outreach.Content.Dialogs;
using Outreach.Content.Dialogs.Expressions;

namespace Outreach.Referrals.Triage;

/// <summary>
/// What a rule may look at: the answers by question name, and six things that are no answers. A question inside a repeat is
/// every instance at once, so <c>${companion_ill} = 'yes'</c> means any of them.
/// </summary>
internal sealed class DraftAnswers(ReferralDraft draft, Moment now) : IAnswerSource
{
    /// <summary>Names that are no questions.</summary>
    public static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(["programme", "place", "child", "says_adult", "locked", "dialog"], StringComparer.Ordinal);

    public ZonedDateTime Now => OffsetDateTime.FromDateTimeOffset(now.Local).InFixedZone();

    public Value Self => Value.Empty;

    public int Position => 1;

    public string RandomSeed => "";

    public Value Get(string name)
    {
        if (Known.Contains(name))
            return new Value.Text(Own(name));
        var at = draft.Answers.Where(a => NameOf(a.Key).SequenceEqual(name)).ToImmutableArray();
        return at switch
        {
            [] => Value.Empty,
            [var one] when !one.Key.Contains('[', StringComparison.Ordinal) => new Value.Text(one.Value),
            _ => new Value.NodeSet([.. at.Select(a => a.Value)]),
        };
    }

    public Value Get(string name, ImmutableArray<RepeatIndex> instance) => Get(name);

    private static ReadOnlySpan<char> NameOf(string path) => path.AsSpan(path.LastIndexOf('/') + 1);

    private string Own(string name) => name switch
    {
        "programme" => draft.Programme,
        "dialog" => draft.Dialog,
        "place" => draft.Place ?? "",
        "child" => draft.Child ? "yes" : "no",
        "says_adult" => draft.SaysAdult ? "yes" : "no",
        _ => draft.ReturnLocked ? "yes" : "no",
    };
}
