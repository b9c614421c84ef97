using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>A confirmed dialog on its way to the register: relevant answers only, with the consent they were given under.</summary>
public sealed record Submission
{
    /// <summary>Which dialog.</summary>
    public required string Dialog { get; init; }

    /// <summary>Its revision.</summary>
    public required string Revision { get; init; }

    /// <summary>Which programme is asked for.</summary>
    public required string Programme { get; init; }

    /// <summary>The language the person reads.</summary>
    public required Locale Language { get; init; }

    /// <summary>The language to speak with them, where we only greet in it: its tag. Null where it is the one they read.</summary>
    public string? CallLanguage { get; init; }

    /// <summary>Where the person is, as a place id; null when unknown.</summary>
    public string? Place { get; init; }

    /// <summary>Answers by path, as stored; skipped questions are absent.</summary>
    public required ImmutableSortedDictionary<string, string> Answers { get; init; }

    /// <summary>Paths of answers that are hardly true, were asked about once, and stand as the person said them.</summary>
    public ImmutableArray<string> Doubted { get; init; } = [];

    /// <summary>True when return is locked for this person.</summary>
    public bool ReturnLocked { get; init; }

    /// <summary>True when the person said, or may be, under 18.</summary>
    public bool Child { get; init; }

    /// <summary>True when words suggested a child and the person then said to be 18 or older.</summary>
    public bool SaysAdult { get; init; }

    /// <summary>What the person agreed to.</summary>
    public required ConsentRecord Consent { get; init; }
}

/// <summary>What was agreed to, word for word by hash (DESIGN 6.2).</summary>
/// <param name="TextHash">Hash of the English text with purposes and agencies.</param>
/// <param name="ShownHash">Hash of what was shown, in the language shown.</param>
/// <param name="Language">The language shown.</param>
/// <param name="Purposes">For which purposes.</param>
/// <param name="Agencies">To which agencies.</param>
/// <param name="At">When.</param>
/// <param name="Oral">Read aloud by staff and agreed by word of mouth.</param>
/// <param name="Spoken">How it was read aloud; null where the person read it.</param>
/// <param name="Helper">Who helped the person to write: the yes is the person's own, told to us by the helper; null where nobody helped.</param>
public sealed record ConsentRecord(
    string TextHash, string ShownHash, Locale Language, ImmutableArray<string> Purposes, ImmutableArray<string> Agencies, DateTimeOffset At, bool Oral = false, Spoken? Spoken = null, HelperRole? Helper = null);

/// <summary>How staff and the person talk: where, and whether somebody interprets. The interpreter stays without a name.</summary>
/// <param name="Way">In one room, or on the phone.</param>
/// <param name="Interpreter">Somebody interprets.</param>
public sealed record Spoken(SpokenWay Way, bool Interpreter = false);

/// <summary>Where a person is while staff read aloud to them.</summary>
public enum SpokenWay
{
    /// <summary>With staff, in one room.</summary>
    Present = 1,

    /// <summary>On the phone.</summary>
    Phone = 2,
}
