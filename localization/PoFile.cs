using System.Collections.Immutable;

namespace Outreach.Localization;

/// <summary>One line of the header of a PO file.</summary>
public sealed record PoField(string Name, string Value);

/// <summary>A PO file or template: header and messages, in the order of the file.</summary>
public sealed record PoFile
{
    /// <summary>Header field that says who has read a translation; absent or <c>draft</c> means that no speaker has.</summary>
    public const string ReviewField = "X-Outreach-Review";

    /// <summary>Name of the file, for messages.</summary>
    public string Name { get; init; } = "";

    /// <summary>Comment lines above the header.</summary>
    public ImmutableArray<string> Comments { get => field.IsDefault ? [] : field; init; }

    /// <summary>The header.</summary>
    public ImmutableArray<PoField> Header { get => field.IsDefault ? [] : field; init; }

    /// <summary>The messages.</summary>
    public ImmutableArray<PoEntry> Entries { get => field.IsDefault ? [] : field; init; }

    /// <summary>The language the header names (templates are English); null when it names none of ours.</summary>
    public Locale? Locale => Localization.Locale.TryParse(Field("Language"), out var locale) ? locale : null;

    /// <summary>True until the header says that a speaker has checked the translation.</summary>
    public bool IsDraft => Field(ReviewField) is not { Length: > 0 } review || review.StartsWith("draft", StringComparison.OrdinalIgnoreCase);

    /// <summary>A template of English texts.</summary>
    public static PoFile Template(IEnumerable<PoEntry> entries) => new() { Header = HeaderOf(locale: null), Entries = [.. entries] };

    /// <summary>A translation in which nothing is translated yet; <see cref="CatalogTemplate.Merge"/> fills in the messages.</summary>
    public static PoFile Empty(Locale locale) => new() { Header = HeaderOf(locale) };

    /// <summary>A field of the header; null when there is none.</summary>
    public string? Field(string name) => Header.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The same file with one field of the header set.</summary>
    public PoFile WithField(string name, string value)
    {
        var at = Header.IndexOf(Header.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase), new PoField("", "")));
        return this with { Header = at < 0 ? Header.Add(new PoField(name, value)) : Header.SetItem(at, new PoField(Header[at].Name, value)) };
    }

    /// <summary>Same messages, header and comments; the name is not compared.</summary>
    public bool Equals(PoFile? other) =>
        other is not null && Comments.SequenceEqual(other.Comments) && Header.SequenceEqual(other.Header) && Entries.SequenceEqual(other.Entries);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Header.Length, Entries.Length, Field("Language"));

    /// <summary>The fields gettext's checks ask for. No dates: a merge that changes nothing must not change the file.</summary>
    internal static ImmutableArray<PoField> HeaderOf(Locale? locale) =>
    [
        new("Project-Id-Version", "Outreach"),
        new("Report-Msgid-Bugs-To", "CONTRIBUTING.md"),
        new("PO-Revision-Date", "2026-11-21 00:00+0000"),
        new("Last-Translator", "Outreach translators"),
        new("Language-Team", locale?.EnglishName ?? "English"),
        new("Language", locale?.Tag ?? "en"),
        new("MIME-Version", "1.0"),
        new("Content-Type", "text/plain; charset=UTF-8"),
        new("Content-Transfer-Encoding", "8bit"),
        new("Plural-Forms", PluralRule.Of(locale ?? Localization.Locale.English).GettextHeader),
        .. locale is null ? Array.Empty<PoField>() : [new PoField(ReviewField, "draft")],
    ];
}
