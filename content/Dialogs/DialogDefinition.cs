using System.Collections.Immutable;

namespace Outreach.Content.Dialogs;

/// <summary>A dialog as data: read from YAML, checked once, frozen.</summary>
public sealed record DialogDefinition
{
    /// <summary>"voluntary-return".</summary>
    public required string Id { get; init; }

    /// <summary>Hash of the file, kept with each submission.</summary>
    public required string Revision { get; init; }

    /// <summary>Catalog key of the title.</summary>
    public required string Title { get; init; }

    /// <summary>The programme it asks for.</summary>
    public required string Programme { get; init; }

    /// <summary>Agencies that receive the answers; part of the consent.</summary>
    public required ImmutableArray<string> Agencies { get; init; }

    /// <summary>Purposes of the questions; part of the consent.</summary>
    public required ImmutableArray<string> Purposes { get; init; }

    /// <summary>The whole survey in order, shared parts included.</summary>
    public required ImmutableArray<DialogItem> Items { get; init; }

    /// <summary>False only for test dialogs that collect nothing about anybody.</summary>
    public required bool NeedsConsent { get; init; }

    /// <summary>True where relatives and friends ask in their own name: nobody writes for somebody else there.</summary>
    public bool InOwnName { get; init; }

    /// <summary>True when a summary is shown and confirmed before anything is sent.</summary>
    public bool Confirms { get; init; } = true;
}
