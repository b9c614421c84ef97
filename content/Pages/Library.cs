using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Pages;

/// <summary>The frozen set of all pages, orientation and programmes, in all languages.</summary>
public sealed class Library
{
    /// <summary>The shelf of programme pages.</summary>
    public const string ProgrammeShelf = "programme";

    private readonly Lazy<ImmutableArray<Page>> _all;
    private readonly Lazy<FrozenDictionary<(PageId, Locale), Page>> _pages;

    /// <summary>A library of these pages.</summary>
    public Library(IEnumerable<Page> pages)
        : this(() => [.. pages])
    {
    }

    /// <summary>A library whose pages are fetched when the first of them is wanted.</summary>
    public Library(Func<ImmutableArray<Page>> fetch)
    {
        _all = new(fetch);
        _pages = new(() => All.ToFrozenDictionary(p => (p.Id, p.Locale)));
    }

    /// <summary>Every page in every language.</summary>
    public ImmutableArray<Page> All => _all.Value;

    /// <summary>The page in exactly this language.</summary>
    public Page? Exactly(PageId id, Locale locale) => _pages.Value.GetValueOrDefault((id, locale));

    /// <summary>The page in this language, else in English; its own <see cref="Page.Locale"/> tells which.</summary>
    public Page? Find(PageId id, Locale locale) => Exactly(id, locale) ?? Exactly(id, Locale.English);

    /// <summary>The page of a programme.</summary>
    public Page? Programme(string id, Locale locale) => Find(new PageId(ProgrammeShelf, id), locale);
}
