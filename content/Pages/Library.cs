using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Pages;

/// <summary>The frozen set of all pages, orientation and programmes, in all languages.</summary>
public sealed class Library(IEnumerable<Page> pages)
{
    /// <summary>The shelf of programme pages.</summary>
    public const string ProgrammeShelf = "programme";

    private readonly FrozenDictionary<(PageId, Locale), Page> _pages = pages.ToFrozenDictionary(p => (p.Id, p.Locale));

    /// <summary>Every page in every language.</summary>
    public ImmutableArray<Page> All { get; } = [.. pages];

    /// <summary>The page in exactly this language.</summary>
    public Page? Exactly(PageId id, Locale locale) => _pages.GetValueOrDefault((id, locale));

    /// <summary>The page in this language, else in English; its own <see cref="Page.Locale"/> tells which.</summary>
    public Page? Find(PageId id, Locale locale) => Exactly(id, locale) ?? Exactly(id, Locale.English);

    /// <summary>The page of a programme.</summary>
    public Page? Programme(string id, Locale locale) => Find(new PageId(ProgrammeShelf, id), locale);
}
