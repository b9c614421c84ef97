using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Outreach.Content.Dialogs;
using Outreach.Content.Learning;

namespace Outreach.Content.Urgent;

/// <summary>What finding a phrase means.</summary>
public enum UrgentRole
{
    /// <summary>Danger.</summary>
    Hit,

    /// <summary>A look-alike: cancels the hits it shares a word with.</summary>
    But,

    /// <summary>Words of the past, of another country, of a story: a hit near them is unsure.</summary>
    Past,

    /// <summary>What if: a hit right after it is unsure.</summary>
    If,

    /// <summary>Says that nobody is in danger: saved, long ago, a question about rules. Cancels the hits near it unless it is now.</summary>
    Calm,

    /// <summary>It goes on now: a calm phrase near it counts for nothing.</summary>
    Now,

    /// <summary>An idea of <see cref="Ideas"/>; stands in no list of danger.</summary>
    Idea,
}

/// <summary>A phrase of the list: what it means and where it stands, so that a reviewer can find it.</summary>
/// <param name="Role">What finding it means.</param>
/// <param name="Kind">The danger it speaks of.</param>
/// <param name="Sure">False when its words may mean something harmless.</param>
/// <param name="Language">Its language.</param>
/// <param name="Text">As it stands in the list.</param>
/// <param name="Line">Its line.</param>
public sealed record UrgentPhrase(UrgentRole Role, UrgentKind Kind, bool Sure, string Language, string Text, int Line);

/// <summary>A stem and the places it fits.</summary>
/// <param name="Text">The stem, folded.</param>
/// <param name="Places">Numbers of places.</param>
public sealed record UrgentStem(string Text, ImmutableArray<int> Places);

/// <summary>
/// The list of urgent words, compiled: what the reading of it comes to, in a form that a package can hold and a start can load in
/// milliseconds. A place is a number that stands for one word of a phrase, in all its forms.
/// </summary>
[JsonConverter(typeof(UrgentTableConverter))]
public sealed record UrgentTable
{
    /// <summary>The list that knows no words.</summary>
    public static UrgentTable Empty { get; } = new()
    {
        Phrases = [],
        Places = 0,
        Whole = [],
        Begin = [],
        Inside = [],
        Number = [],
        First = [],
        Last = [],
        Tree = [0, 0],
    };

    /// <summary>All phrases; their numbers are their indexes.</summary>
    public required ImmutableArray<UrgentPhrase> Phrases { get; init; }

    /// <summary>How many places there are.</summary>
    public required int Places { get; init; }

    /// <summary>Whole words.</summary>
    public required ImmutableArray<UrgentStem> Whole { get; init; }

    /// <summary>Beginnings of words.</summary>
    public required ImmutableArray<UrgentStem> Begin { get; init; }

    /// <summary>Parts of words.</summary>
    public required ImmutableArray<UrgentStem> Inside { get; init; }

    /// <summary>Places that any number fits.</summary>
    public required ImmutableArray<int> Number { get; init; }

    /// <summary>Places that are the beginning of a message.</summary>
    public required ImmutableArray<int> First { get; init; }

    /// <summary>Places that are the end of a message.</summary>
    public required ImmutableArray<int> Last { get; init; }

    /// <summary>The tree of phrases: see <see cref="UrgentTrie"/>.</summary>
    public required ImmutableArray<int> Tree { get; init; }
}
