using System.Collections.Immutable;
using Outreach.Content.Dialogs.Expressions;

namespace Outreach.Content.Dialogs;

/// <summary>What kind of answer a question takes (XLSForm question types).</summary>
public abstract record AnswerType
{
    private AnswerType() { }

    /// <summary>Only shown (note).</summary>
    public sealed record Note : AnswerType;

    /// <summary>Worked out, never asked (calculate).</summary>
    public sealed record Calculate(Expression Formula) : AnswerType;

    /// <summary>Words (text).</summary>
    public sealed record Text(int MaxLength) : AnswerType;

    /// <summary>A whole number (integer).</summary>
    public sealed record Integer : AnswerType;

    /// <summary>A day in any of four calendars, stored as an ISO date (date).</summary>
    public sealed record Date : AnswerType;

    /// <summary>A telephone number, stored in ASCII digits with + where given (text, appearance phone).</summary>
    public sealed record Phone : AnswerType;

    /// <summary>One of a list (select_one).</summary>
    public sealed record SelectOne(ChoiceList List, Expression? Filter) : AnswerType;

    /// <summary>One of a list of age bands (select_one, appearance age): also takes an age or a year of birth.</summary>
    public sealed record AgeBand(ChoiceList List) : AnswerType;

    /// <summary>Any number of a list (select_multiple); stored as names separated by spaces.</summary>
    public sealed record SelectMultiple(ChoiceList List, Expression? Filter) : AnswerType;

    /// <summary>The consent gate of the dialog (our own type, DESIGN section 6.2).</summary>
    public sealed record Consent : AnswerType;
}

/// <summary>A list of choices (XLSForm choices sheet).</summary>
public sealed record ChoiceList(string Name, ImmutableArray<Choice> Choices);

/// <summary>One choice.</summary>
/// <param name="Name">What is stored.</param>
/// <param name="Label">Catalog key of what is shown.</param>
/// <param name="Signal">What choosing it means for safety; null for nothing.</param>
/// <param name="Filter">Further columns, for choice_filter.</param>
public sealed record Choice(string Name, string Label, Signal? Signal, ImmutableDictionary<string, string> Filter)
{
    /// <summary>Catalog key of other words people say for it, "alone|by myself"; null for none.</summary>
    public string? Also { get; init; }

    /// <summary>Offered only where people can be found but not answered (true), or only elsewhere (false); null for everywhere.</summary>
    public bool? AtSite { get; init; }
}

/// <summary>What an answer can mean for safety; the engine acts on it at once (DESIGN section 6).</summary>
public enum Signal
{
    /// <summary>In danger now: numbers and a human first.</summary>
    Danger,

    /// <summary>Perhaps in danger: numbers shown, then asked on.</summary>
    DangerUnsure,

    /// <summary>Somebody may be reading: offer a neutral way out, do not go on.</summary>
    Watched,

    /// <summary>Under 18: leave every adult dialog.</summary>
    Child,

    /// <summary>Fear of return or pressure to return: return is locked.</summary>
    LockReturn,

    /// <summary>Needs a doctor today: show where.</summary>
    Doctor,

    /// <summary>Thinks of dying: the crisis line and a human first.</summary>
    Crisis,

    /// <summary>Held, forced or papers taken: offer the specialist route, ask no detail.</summary>
    Trafficking,
}

/// <summary>Something in the survey: a question, a group or a repeat.</summary>
public abstract record DialogItem
{
    private DialogItem() { }

    /// <summary>The XLSForm name, unique in the dialog.</summary>
    public required string Name { get; init; }

    /// <summary>When it applies; null for always.</summary>
    public Expression? Relevant { get; init; }

    /// <summary>Catalog key of the label.</summary>
    public required string Label { get; init; }

    /// <summary>One question.</summary>
    public sealed record Question : DialogItem
    {
        /// <summary>What it takes.</summary>
        public required AnswerType Type { get; init; }

        /// <summary>Catalog key of a second, softer line; null for none.</summary>
        public string? Hint { get; init; }

        /// <summary>What must hold for an answer.</summary>
        public Expression? Constraint { get; init; }

        /// <summary>Catalog key of what is said when it does not.</summary>
        public string? ConstraintMessage { get; init; }

        /// <summary>When an answer is possible but hardly true (30 children, a day still to come): asked about kindly once, then taken as said.</summary>
        public Expression? Unlikely { get; init; }

        /// <summary>Catalog key of how it is asked about.</summary>
        public string? UnlikelyMessage { get; init; }

        /// <summary>Not asked before the summary; offered there, for those who want to say more.</summary>
        public bool Extra { get; init; }

        /// <summary>What it collects, from the closed list of <see cref="DataKinds"/>; empty for a note.</summary>
        public string Collects { get; init; } = "";

        /// <summary>Why, from the closed list of <see cref="DataKinds"/>.</summary>
        public string Purpose { get; init; } = "";

        /// <summary>Shown as "answered" in summaries; asked only where the channel leaves no trace.</summary>
        public bool Sensitive { get; init; }

        /// <summary>Answered before consent: safety only.</summary>
        public bool Safety { get; init; }

        /// <summary>May the summary leave it out (notes, consent, safety).</summary>
        public bool InSummary { get; init; } = true;

        /// <summary>Older names of this question, so that an interview in progress keeps its answer.</summary>
        public ImmutableArray<string> Was { get; init; } = [];
    }

    /// <summary>Questions that belong together.</summary>
    public sealed record Group : DialogItem
    {
        /// <summary>In order.</summary>
        public required ImmutableArray<DialogItem> Items { get; init; }
    }

    /// <summary>Questions asked once for each of several (people, papers).</summary>
    public sealed record Repeat : DialogItem
    {
        /// <summary>In order.</summary>
        public required ImmutableArray<DialogItem> Items { get; init; }

        /// <summary>How many; null asks "another?" each time.</summary>
        public Expression? Count { get; init; }
    }
}
