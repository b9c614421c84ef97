using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>What the person is doing; a closed family. Where they are inside a dialog is derived from the answers.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "k")]
[JsonDerivedType(typeof(Home), "home")]
[JsonDerivedType(typeof(Choosing), "choose")]
[JsonDerivedType(typeof(Reading), "read")]
[JsonDerivedType(typeof(Asking), "ask")]
[JsonDerivedType(typeof(Confirming), "confirm")]
[JsonDerivedType(typeof(WithHuman), "human")]
public abstract record Mode
{
    private Mode() { }

    /// <summary>At the start menu.</summary>
    public sealed record Home : Mode
    {
        /// <summary>The one start.</summary>
        public static Home Instance { get; } = new();
    }

    /// <summary>Choosing something, then going on where they were.</summary>
    /// <param name="What">What is chosen.</param>
    /// <param name="Then">Where they were.</param>
    /// <param name="Offered">What was offered, for choices that are not a fixed list (cards, changes).</param>
    public sealed record Choosing(ChoosingWhat What, Mode Then, ImmutableArray<string> Offered = default) : Mode;

    /// <summary>Reading a page.</summary>
    /// <param name="Page">"de/housing" or "programme/stranded".</param>
    /// <param name="Card">Which card of it.</param>
    /// <param name="From">The list it was chosen from, to go back to; null when it was opened otherwise.</param>
    /// <param name="Asks">"Did this help?" stands beside it.</param>
    public sealed record Reading(string Page, int Card, Mode? From = null, bool Asks = false) : Mode;

    /// <summary>In a dialog.</summary>
    public sealed record Asking(string Dialog) : Mode;

    /// <summary>Looking at the summary of a dialog before it is sent.</summary>
    public sealed record Confirming(string Dialog) : Mode;

    /// <summary>Writing to staff about one request.</summary>
    public sealed record WithHuman(string Reference) : Mode;
}

/// <summary>What is being chosen.</summary>
public enum ChoosingWhat
{
    /// <summary>The language.</summary>
    Language,

    /// <summary>Where the person is.</summary>
    Place,

    /// <summary>The country to read about.</summary>
    About,

    /// <summary>A topic of a country.</summary>
    Topic,

    /// <summary>A programme; of one group, when that is offered.</summary>
    Programme,

    /// <summary>The front door's first question: what happened.</summary>
    Happened,

    /// <summary>Its second: what is needed most. What happened stands in what was offered.</summary>
    Need,

    /// <summary>The programmes the two lead to.</summary>
    Doors,

    /// <summary>One of some cards found by a question.</summary>
    Found,

    /// <summary>The answer to change.</summary>
    Change,

    /// <summary>What to add before sending.</summary>
    Add,

    /// <summary>How to go on after a safety message (danger, control by others).</summary>
    Safety,

    /// <summary>"Are you in danger now?" after words that may mean it; the numbers are shown already.</summary>
    Danger,

    /// <summary>A code to continue, or a new one.</summary>
    Code,

    /// <summary>The reference whose status is asked.</summary>
    Reference,

    /// <summary>Who helps another person to write, and whether that person is there.</summary>
    Helper,

    /// <summary>Services found in the directory. What was looked for stands in what was offered, without the person's words.</summary>
    Services,
}

/// <summary>
/// All that is kept of a conversation. Small, immutable, survives JSON at every turn; before consent it holds language,
/// place and safety answers only (DESIGN section 6.2).
/// </summary>
public sealed record ConversationState
{
    /// <summary>A conversation nobody has begun.</summary>
    public static ConversationState New { get; } = new();

    /// <summary>The language; null until chosen or plain from the first words.</summary>
    public Locale? Language { get; init; }

    /// <summary>Where the person is (place id); null until said.</summary>
    public string? Place { get; init; }

    /// <summary>The country they read about; null for where they are.</summary>
    public string? About { get; init; }

    /// <summary>What they are doing.</summary>
    public Mode Mode { get; init; } = Mode.Home.Instance;

    /// <summary>Answers by dialog id.</summary>
    public ImmutableSortedDictionary<string, Answers> Dialogs { get; init; } = ImmutableSortedDictionary.Create<string, Answers>(StringComparer.Ordinal);

    /// <summary>The consent each dialog has.</summary>
    public ImmutableSortedDictionary<string, ConsentRecord> Consents { get; init; } = ImmutableSortedDictionary.Create<string, ConsentRecord>(StringComparer.Ordinal);

    /// <summary>The dialogs that somebody answers by the hand of a helper, and who helps.</summary>
    public ImmutableSortedDictionary<string, HelperRole> Helped { get; init; } = ImmutableSortedDictionary.Create<string, HelperRole>(StringComparer.Ordinal);

    /// <summary>Return is locked by fear or pressure; only protection staff open it.</summary>
    public bool ReturnLocked { get; init; }

    /// <summary>The person is, or may be, under 18: dialogs for adults are shut (DESIGN 6.4).</summary>
    public bool Child { get; init; }

    /// <summary>Only words said so ("our son is missing" is said by parents too): whoever then says to be 18 or older is no child.</summary>
    public bool ChildByWords { get; init; }

    /// <summary>What was said in the request that was just sent or shut, so that the next one does not ask it again; null when nothing is carried.</summary>
    public Carried? Carried { get; init; }

    /// <summary>Words said so, and the person's own word took it back: staff who protect children look at it (DESIGN 6.4).</summary>
    public bool SaysAdult { get; init; }

    /// <summary>References of what was sent from here.</summary>
    public ImmutableArray<string> Sent { get; init; } = [];

    /// <summary>Answers in a row that could not be used; after three a human is offered.</summary>
    public int Misses { get; init; }

    /// <summary>What the numbers of the list shown last mean, in its order (<see cref="Numbers"/>).</summary>
    public ImmutableArray<string> Readings { get; init; } = [];

    /// <summary>After moving here by a code, earlier answers stay hidden until asked for.</summary>
    public bool Hidden { get; init; }

    /// <summary>Staff read aloud to the person; null where they read themselves.</summary>
    public Spoken? Spoken { get; init; }

    /// <summary>On a device that belongs to a place and forgets the person; see <see cref="Input.Opened"/>.</summary>
    public bool AtSite { get; init; }

    /// <summary>Pages beside which "did this help?" stood once: it is not asked again. Never a page that tells of danger (<see cref="Helpfulness"/>).</summary>
    public ImmutableArray<string> AskedHelped { get; init; } = [];

    /// <summary>The person left; nothing is sent to them until they come back by themselves.</summary>
    public bool Left { get; init; }

    /// <summary>Few words, numbers and a person beside every question (<see cref="Dialogs.Easy"/>).</summary>
    public bool Easy { get; init; }

    /// <summary>The language to speak with this person, where it is one we only greet in: its tag. They read in <see cref="Language"/>.</summary>
    public string? CallLanguage { get; init; }

    /// <summary>When the person last wrote or chose something.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>Somebody is back after a pause and has not said yet whether they are the one who wrote here (<see cref="Sharing"/>).</summary>
    public bool Unknown { get; init; }

    /// <summary>Until when the last continue code of this conversation can be used; null when there is none.</summary>
    public DateTimeOffset? CodeUntil { get; init; }

    /// <summary>When the first answer of the unsent dialogs was given; drafts expire by it.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>Answers that one request hands on to the next.</summary>
/// <param name="Dialog">The dialog they were given in.</param>
/// <param name="Answers">The answers.</param>
/// <param name="At">When it was sent.</param>
public sealed record Carried(string Dialog, Answers Answers, DateTimeOffset At);
