using System.Collections.Immutable;
using Outreach.Content.Directory;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;

namespace Outreach.Content.Packages;

/// <summary>
/// What a package holds: everything that is slow to read in its final form, and dialogs, word lists and catalogs as their
/// sources, which are quick to read and whose compiled form is code.
/// </summary>
public sealed record BookContent
{
    /// <summary>Hash of all files it was made from.</summary>
    public required string Hash { get; init; }

    /// <summary>All pages, contacts in them resolved.</summary>
    public required ImmutableArray<Page> Pages { get; init; }

    /// <summary>All places.</summary>
    public required ImmutableArray<Place> Places { get; init; }

    /// <summary>All contacts.</summary>
    public required ImmutableArray<Contact> Contacts { get; init; }

    /// <summary>All programmes, in the order offered.</summary>
    public required ImmutableArray<Programme> Programmes { get; init; }

    /// <summary>Dialog files.</summary>
    public required ImmutableArray<NamedText> Dialogs { get; init; }

    /// <summary>Word lists that safety depends on.</summary>
    public required ImmutableArray<NamedText> Safety { get; init; }

    /// <summary>Files of signatures.</summary>
    public required ImmutableArray<NamedText> Signatures { get; init; }

    /// <summary>Templates and translations.</summary>
    public required ImmutableArray<NamedText> Catalogs { get; init; }
}
