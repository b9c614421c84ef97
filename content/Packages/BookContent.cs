using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Content.Directory.Services;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;
using Outreach.Content.Search;
using Outreach.Content.Signing;
using Outreach.Content.Urgent;

namespace Outreach.Content.Packages;

/// <summary>
/// What a package holds: everything that is slow to read in its final form, and dialogs and catalogs as their sources, which are
/// quick to read and whose compiled form is code. Pages, contacts and countries lie in a part of their own: the start does not wait for them.
/// </summary>
public sealed record BookContent
{
    /// <summary>Hash of all files it was made from.</summary>
    public required string Hash { get; init; }

    /// <summary>All pages, contacts in them resolved.</summary>
    [JsonIgnore]
    public Library Library { get; init; } = new([]);

    /// <summary>All places.</summary>
    public required ImmutableArray<Place> Places { get; init; }

    /// <summary>All contacts.</summary>
    [JsonIgnore]
    public Contacts Contacts { get; init; } = new([]);

    /// <summary>Every country.</summary>
    [JsonIgnore]
    public Lazy<CountryTable> Countries { get; init; } = new(CountryTable.Empty);

    /// <summary>How questions for services are heard.</summary>
    [JsonIgnore]
    public Lazy<ServiceTable> Services { get; init; } = new(ServiceTable.Empty);

    /// <summary>All programmes, in the order offered.</summary>
    public required ImmutableArray<Programme> Programmes { get; init; }

    /// <summary>Dialog files.</summary>
    public required ImmutableArray<NamedText> Dialogs { get; init; }

    /// <summary>What tells topics.</summary>
    [JsonIgnore]
    public Lazy<BookTopics> Topics { get; init; } = new(BookTopics.None);

    /// <summary>What hears danger.</summary>
    [JsonIgnore]
    public Lazy<BookDanger> Danger { get; init; } = new(BookDanger.None);

    /// <summary>Languages we greet in and do not speak yet.</summary>
    public required ImmutableArray<RingCard> Ring { get; init; }

    /// <summary>Dialogs and urgent words as they must be signed: hashes, without the texts.</summary>
    public required ImmutableArray<Signable> ToSign { get; init; }

    /// <summary>Files of signatures.</summary>
    public required ImmutableArray<NamedText> Signatures { get; init; }

    /// <summary>Templates and translations.</summary>
    public required ImmutableArray<NamedText> Catalogs { get; init; }
}

/// <summary>The part of a package that hears danger; it is as long as all the rest of the core, and unpacked beside it.</summary>
public sealed record BookDanger
{
    /// <summary>Hears nothing.</summary>
    public static BookDanger None { get; } = new() { Urgent = UrgentTable.Empty, Ideas = UrgentTable.Empty, Learned = UrgentWeights.None };

    /// <summary>The words of urgent danger, compiled.</summary>
    public required UrgentTable Urgent { get; init; }

    /// <summary>The words for ideas, compiled.</summary>
    public required UrgentTable Ideas { get; init; }

    /// <summary>What was learned from the examples of urgent messages.</summary>
    public required UrgentWeights Learned { get; init; }
}

/// <summary>What tells the topics of questions.</summary>
public sealed record BookTopics
{
    /// <summary>Knows nothing.</summary>
    public static BookTopics None { get; } = new() { Ideas = UrgentTable.Empty, Learned = TopicWeights.None };

    /// <summary>The words for ideas, compiled.</summary>
    public required UrgentTable Ideas { get; init; }

    /// <summary>What was learned from the examples of questions.</summary>
    public required TopicWeights Learned { get; init; }
}

/// <summary>The part of a package that is unpacked when the first page or contact is wanted.</summary>
internal sealed record BookShelves
{
    /// <summary>All pages, contacts in them resolved.</summary>
    public required ImmutableArray<Page> Pages { get; init; }

    /// <summary>All contacts.</summary>
    public required ImmutableArray<Contact> Contacts { get; init; }

    /// <summary>Every country.</summary>
    public required CountryTable Countries { get; init; }

    /// <summary>What tells topics.</summary>
    public required BookTopics Topics { get; init; }

    /// <summary>How questions for services are heard.</summary>
    public required ServiceTable Services { get; init; }
}
