using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Content.Directory;
using Outreach.Content.Directory.Services;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;
using Outreach.Content.Search;
using Outreach.Content.Urgent;
using Outreach.Content.Signing;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>Everything the core knows: pages, programmes, dialogs, contacts, words. Read once, checked, frozen.</summary>
public sealed record Book
{
    /// <summary>When the signed package was made that it came in; null where it was read from folders.</summary>
    public DateTimeOffset? PackagedAt { get; init; }

    /// <summary>Hash of all content.</summary>
    public required string Revision { get; init; }

    /// <summary>Texts in all languages.</summary>
    public required Localizer Texts { get; init; }

    /// <summary>Orientation and programme pages.</summary>
    public required Library Library { get; init; }

    /// <summary>Programmes in the order offered.</summary>
    public required ImmutableArray<Programme> Programmes { get; init; }

    /// <summary>Dialogs by id.</summary>
    public required FrozenDictionary<string, DialogDefinition> Dialogs { get; init; }

    /// <summary>The two questions that lead to programmes.</summary>
    public DoorMap Doors { get; init; } = DoorMap.None;

    /// <summary>Whom to turn to, everywhere.</summary>
    public required Contacts Contacts { get; init; }

    /// <summary>Hears questions for services and finds them.</summary>
    public ServiceFinder Services { get; init; } = ServiceFinder.None;

    /// <summary>Countries with pages and contacts of their own, by id: those that are offered.</summary>
    public required FrozenDictionary<string, Place> Places { get; init; }

    /// <summary>Every country a person can name.</summary>
    public required Countries Countries { get; init; }

    /// <summary>Finds cards for a question.</summary>
    public required SearchIndex Search { get; init; }

    /// <summary>Finds urgent danger in any language.</summary>
    public required UrgentScreen Urgent { get; init; }

    /// <summary>Finds the global words in any language.</summary>
    public required GlobalWords Words { get; init; }

    /// <summary>Finds months and calendars in the words of a date.</summary>
    public required DateWords Dates { get; init; }

    /// <summary>Languages we greet in and do not speak yet.</summary>
    public required SecondRing Ring { get; init; }
    /// <summary>Dialogs and urgent words as they must be signed; see <see cref="SignedTexts"/>.</summary>
    public ImmutableArray<Signable> ToSign { get; init; } = [];

    /// <summary>Who has signed what.</summary>
    public ImmutableArray<Signature> Signatures { get; init; } = [];

    /// <summary>How this office runs the bot.</summary>
    public required Office Office { get; init; }
}

/// <summary>What an office decides for itself.</summary>
public sealed record Office
{
    /// <summary>Its name as people know it; part of the consent text.</summary>
    public string Name { get; init; } = "Outreach";

    /// <summary>The dialog a conversation opens with instead of the menu; null for the menu.</summary>
    public string? OpeningDialog { get; init; }

    /// <summary>The place assumed until a person says otherwise; null asks.</summary>
    public string? Place { get; init; }

    /// <summary>True when the office wants it and every text is signed; without it every surface says that it is for trying out.</summary>
    public bool Live { get; init; }
}
