using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Content.Directory;
using Outreach.Localization;

namespace Outreach.Content.Pages;

/// <summary>What pages may name: places, programmes, contacts, and the sentences contacts are shown with.</summary>
public sealed record LibraryShelf
{
    /// <summary>Places by id.</summary>
    public required FrozenDictionary<string, Place> Places { get; init; }

    /// <summary>Ids of programmes.</summary>
    public required ImmutableArray<string> Programmes { get; init; }

    /// <summary>The directory.</summary>
    public required Contacts Contacts { get; init; }

    /// <summary>Texts of the catalogs.</summary>
    public required Localizer Texts { get; init; }

    /// <summary>Files that were refused. What they hold is not missed on every page that names it: one mistake is reported once.</summary>
    public ImmutableArray<string> Unread { get; init; } = [];

    /// <summary>True when a contact may stand in a file that was refused.</summary>
    public bool MayHaveContact(string id) =>
        $"directory/{id.Split('/')[0]}" is var file && Unread.Any(f => f == $"{file}.yaml" || f.StartsWith($"{file}-", StringComparison.Ordinal));
}
