using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Directory;

/// <summary>
/// Every country a person can be in, also those we have no pages about. Places with files of their own win over the table, which is
/// fetched when the first other country is asked for.
/// </summary>
public sealed class Countries
{
    private readonly Lazy<CountryTable> _table;
    private readonly FrozenDictionary<string, Place> _own;
    private readonly Lazy<FrozenDictionary<string, Place>> _others;
    private readonly Lazy<FrozenDictionary<string, string>> _named;

    /// <summary>The places with files of their own, and the table of all.</summary>
    public Countries(FrozenDictionary<string, Place> own, Lazy<CountryTable> table)
    {
        _own = own;
        _table = table;
        _others = new(() => Others.ToFrozenDictionary(c => c.Place.Id, c => c.Place, StringComparer.Ordinal));
        _named = new(Names);
    }

    /// <summary>What a mobile phone can dial where we know no number; null when nothing is known.</summary>
    public string? MobileNumber => _table.Value.Mobile?.Number;

    /// <summary>A country by id; null when there is none.</summary>
    public Place? Find(string? id) => id is null ? null : _own.GetValueOrDefault(id) ?? _others.Value.GetValueOrDefault(id);

    /// <summary>The id of the country somebody wrote the name of, in any of our languages or its own; null when there is none.</summary>
    public string? Named(string text) => _named.Value.GetValueOrDefault(Fold.Text(text));

    /// <summary>Whom to turn to in the countries without files of their own.</summary>
    public IEnumerable<Contact> Contacts(Localizer texts)
    {
        var contacts = new CountryContacts(_table.Value, texts);
        return Others.SelectMany(contacts.Of);
    }

    private IEnumerable<Country> Others => _table.Value.Countries.Where(c => !_own.ContainsKey(c.Place.Id));

    /// <summary>A name that two countries share stays with the one that has files of its own, then with the one whose proper name it is.</summary>
    private FrozenDictionary<string, string> Names()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var place in _own.Values.Concat(_table.Value.Countries.Select(c => c.Place)))
            foreach (var name in place.Names.Values)
                names.TryAdd(Fold.Text(name), place.Id);
        foreach (var country in _table.Value.Countries)
            foreach (var name in country.Also)
                names.TryAdd(Fold.Text(name), country.Place.Id);
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
