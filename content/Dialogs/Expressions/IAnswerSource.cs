using System.Collections.Immutable;
using NodaTime;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>One step into a repeat: its name and the instance, counted from 1.</summary>
public readonly record struct RepeatIndex(string Repeat, int Index);

/// <summary>Everything an expression may look at: one question of one dialog at one moment. It must answer the same when asked twice.</summary>
public interface IAnswerSource
{
    /// <summary>When the turn happens, in the zone of the person: <c>today()</c>, <c>now()</c> and what a local date is.</summary>
    ZonedDateTime Now { get; }

    /// <summary>The answer being checked or calculated, <c>.</c>; the empty text when there is none.</summary>
    Value Self { get; }

    /// <summary>Which instance of the nearest repeat around the question, counted from 1: <c>position(..)</c>; 1 outside repeats.</summary>
    int Position { get; }

    /// <summary>
    /// What <c>random()</c> and <c>uuid()</c> are made of, so that asking twice gives the same. It names the conversation
    /// and the question with its repeat instances; two calls in one expression still differ.
    /// </summary>
    string RandomSeed { get; }

    /// <summary>
    /// <c>${name}</c>. A question outside repeats, or in the instance we are in: its <see cref="Value.Text"/>, empty when
    /// unanswered or irrelevant. A question in a repeat we are not in: a <see cref="Value.NodeSet"/> over all its instances.
    /// The name of a repeat: a node set with one (empty) text for each instance.
    /// </summary>
    Value Get(string name);

    /// <summary>In a <c>choice_filter</c>: a column of the choice being looked at, or its <c>name</c>; empty elsewhere.</summary>
    Value Column(string name) => Value.Empty;

    /// <summary><c>indexed-repeat</c>: the answer in exactly this instance, outermost repeat first; empty where there is no such instance.</summary>
    Value Get(string name, ImmutableArray<RepeatIndex> instance);

    /// <summary>The short name of a month (1 to 12) for <c>%b</c>, in the language of the person.</summary>
    string ShortMonth(int month) => EnglishNames.Months[month - 1];

    /// <summary>The short name of a day for <c>%a</c>, in the language of the person.</summary>
    string ShortDay(IsoDayOfWeek day) => EnglishNames.Days[(int)day - 1];
}
