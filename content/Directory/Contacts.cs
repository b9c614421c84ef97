using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Outreach.Content.Directory;

/// <summary>Everybody a person can turn to, by place. One place's number is never offered for another (gate G10).</summary>
public sealed class Contacts(IEnumerable<Contact> all)
{
    /// <summary>The shelf of contacts that hold anywhere; links only.</summary>
    public const string World = "world";

    private readonly FrozenDictionary<string, Contact> _byId = all.ToFrozenDictionary(c => c.Id, StringComparer.Ordinal);
    private readonly ImmutableArray<Contact> _all = [.. all];

    /// <summary>All, in file order.</summary>
    public ImmutableArray<Contact> All => _all;

    /// <summary>One by id; null when there is none.</summary>
    public Contact? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Those of one place that serve one of the kinds, in the order of the kinds, then of the file; never another place's.</summary>
    public ImmutableArray<Contact> For(string? place, params ReadOnlySpan<string> kinds)
    {
        var found = ImmutableArray.CreateBuilder<Contact>();
        foreach (var kind in kinds)
            foreach (var contact in _all)
                if (contact.Place == place && contact.Kinds.Contains(kind) && !found.Contains(contact))
                    found.Add(contact);
        return found.ToImmutable();
    }
}
