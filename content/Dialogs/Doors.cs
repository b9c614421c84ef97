using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using Outreach.Content.Dialogs.Expressions;
using Outreach.Content.Programmes;

namespace Outreach.Content.Dialogs;

/// <summary>The front door: two questions and the rules that lead from their answers to programmes, each with its reason. Published data, no score of a person.</summary>
/// <param name="Happened">"What happened?"</param>
/// <param name="Needs">"What do you need most?"</param>
/// <param name="Rules">What speaks for and against each programme.</param>
public sealed record DoorMap(ChoiceList Happened, ChoiceList Needs, ImmutableArray<DoorRule> Rules)
{
    /// <summary>No front door: only the list of programmes.</summary>
    public static DoorMap None { get; } = new(new ChoiceList("happened", []), new ChoiceList("needs", []), []);
}

/// <summary>What leads to one programme.</summary>
/// <param name="Programme">Its id.</param>
/// <param name="Fits">Why this one; the more of them hold, the earlier it stands.</param>
/// <param name="Bars">Why not this one.</param>
public sealed record DoorRule(string Programme, ImmutableArray<DoorReason> Fits, ImmutableArray<DoorReason> Bars);

/// <summary>One reason.</summary>
/// <param name="When">When it holds; sees <see cref="DoorFacts.Known"/>.</param>
/// <param name="Points">How much it weighs among reasons; 0 for a bar.</param>
/// <param name="Because">Catalog key of what the person is told.</param>
public sealed record DoorReason(Expression When, int Points, string Because);

/// <summary>What the front door knows: two choices, the place, and what the locks say. It is kept no longer than the choice takes.</summary>
/// <param name="Happened">What happened.</param>
/// <param name="Need">What is needed most.</param>
/// <param name="Place">Where the person is; empty when unknown.</param>
/// <param name="Locked">Return is locked.</param>
/// <param name="At">When.</param>
public sealed record DoorFacts(string Happened, string Need, string Place, bool Locked, Moment At) : IAnswerSource
{
    /// <summary>The names a rule may use.</summary>
    public static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(["happened", "need", "place", "locked"], StringComparer.Ordinal);

    /// <inheritdoc />
    public ZonedDateTime Now => OffsetDateTime.FromDateTimeOffset(At.Local).InFixedZone();

    /// <inheritdoc />
    public Value Self => Value.Empty;

    /// <inheritdoc />
    public int Position => 1;

    /// <inheritdoc />
    public string RandomSeed => "";

    /// <inheritdoc />
    public Value Get(string name) => new Value.Text(name switch
    {
        "happened" => Happened,
        "need" => Need,
        "place" => Place,
        _ => Locked ? "yes" : "no",
    });

    /// <inheritdoc />
    public Value Get(string name, ImmutableArray<RepeatIndex> instance) => Get(name);
}

/// <summary>A programme the facts lead to.</summary>
/// <param name="Programme">Which.</param>
/// <param name="Why">Keys of the reasons for it, the weightiest first.</param>
/// <param name="WhyNot">Keys of the reasons against it; empty when it is open.</param>
public sealed record DoorFound(Programme Programme, ImmutableArray<string> Why, ImmutableArray<string> WhyNot);

/// <summary>Ranks programmes by published rules.</summary>
public static class DoorFinder
{
    /// <summary>Every programme something speaks for, the one most speaks for first; ties in the order of the list of programmes.</summary>
    public static ImmutableArray<DoorFound> Rank(DoorMap map, ImmutableArray<Programme> programmes, DoorFacts facts) =>
    [
        .. from rule in map.Rules
           let fits = rule.Fits.Where(f => f.When.IsTrue(facts)).OrderByDescending(f => f.Points).ToImmutableArray()
           where fits.Length > 0
           let programme = programmes.FirstOrDefault(p => p.Id == rule.Programme)
           where programme is not null
           orderby fits.Sum(f => f.Points) descending, programme.Order
           select new DoorFound(programme, [.. fits.Select(f => f.Because)], WhyNot(programme, rule, facts)),
    ];

    private static ImmutableArray<string> WhyNot(Programme programme, DoorRule rule, DoorFacts facts)
    {
        var bars = rule.Bars.Where(b => b.When.IsTrue(facts)).Select(b => b.Because).ToList();
        if (programme.Kind == ProgrammeKind.Return && facts.Locked)
            bars.Add("doors.closed.locked");
        if (facts.Place.Length > 0 && !programme.Places.Contains(ProgrammeReader.Anywhere) && !programme.Places.Contains(facts.Place))
            bars.Add("doors.closed.place");
        if (programme.Openness != Openness.Open)
            bars.Add(programme.Openness switch
            {
                Openness.StaffIdentified => "doors.closed.staff",
                Openness.StateSelected => "doors.closed.state",
                _ => "doors.closed.elsewhere",
            });
        return [.. bars];
    }
}
