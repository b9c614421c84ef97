using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Outreach.Content.Directory;

/// <summary>Everybody a person can turn to, by place. One place's number is never offered for another (gate G10).</summary>
public sealed class Contacts
{
    /// <summary>The shelf of contacts that hold anywhere; links only.</summary>
    public const string World = "world";

    private readonly Lazy<ImmutableArray<Contact>> _all;
    private readonly Lazy<FrozenDictionary<string, Contact>> _byId;
    private readonly Lazy<FrozenDictionary<string, ImmutableArray<Contact>>> _byPlace;

    /// <summary>These contacts.</summary>
    public Contacts(IEnumerable<Contact> all)
        : this(() => [.. all])
    {
    }

    /// <summary>Contacts that are fetched when the first of them is wanted.</summary>
    public Contacts(Func<ImmutableArray<Contact>> fetch)
    {
        _all = new(fetch);
        _byId = new(() => All.ToFrozenDictionary(c => c.Id, StringComparer.Ordinal));
        _byPlace = new(() => All.GroupBy(c => c.Place, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal));
    }

    /// <summary>All, in file order.</summary>
    public ImmutableArray<Contact> All => _all.Value;

    /// <summary>One by id; null when there is none.</summary>
    public Contact? Find(string id) => _byId.Value.GetValueOrDefault(id);

    /// <summary>Those of one place, in file order.</summary>
    public ImmutableArray<Contact> Of(string? place) => place is null ? [] : _byPlace.Value.GetValueOrDefault(place, []);

    /// <summary>Those of one place that serve one of the kinds, in the order of the kinds, then of the file; never another place's.</summary>
    public ImmutableArray<Contact> For(string? place, params ReadOnlySpan<string> kinds)
    {
        if (place is null || !_byPlace.Value.TryGetValue(place, out var here))
            return [];
        var found = ImmutableArray.CreateBuilder<Contact>();
        foreach (var kind in kinds)
            foreach (var contact in here)
                if (contact.Kinds.Contains(kind) && !found.Contains(contact))
                    found.Add(contact);
        return found.ToImmutable();
    }
}
