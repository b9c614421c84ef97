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
    private readonly Lazy<FrozenDictionary<string, ImmutableArray<string>>> _named;

    /// <summary>The places with files of their own, and the table of all.</summary>
    public Countries(FrozenDictionary<string, Place> own, Lazy<CountryTable> table)
    {
        _own = own;
        _table = table;
        _others = new(() => Others.ToFrozenDictionary(c => c.Place.Id, c => c.Place, StringComparer.Ordinal));
        _named = new(Names);
    }

    /// <summary>When the table was looked up.</summary>
    public DateOnly Checked => _table.Value.Checked;

    /// <summary>What a mobile phone can dial where we know no number; null when nothing is known.</summary>
    public string? MobileNumber => _table.Value.Mobile?.Number;

    /// <summary>Every calling code there is.</summary>
    public FrozenSet<string> CallingCodes =>
        _own.Values.Concat(_table.Value.Countries.Select(c => c.Place)).Select(p => p.CallingCode).Where(c => c.Length > 0).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A country by id; null when there is none.</summary>
    public Place? Find(string? id) => id is null ? null : _own.GetValueOrDefault(id) ?? _others.Value.GetValueOrDefault(id);

    /// <summary>
    /// The ids of the countries somebody may mean by a name, in any of our languages or their own: "Congo" is two, and a guess would show
    /// the numbers of another country.
    /// </summary>
    public ImmutableArray<string> Named(string text) => _named.Value.GetValueOrDefault(Fold.Text(text), []);

    /// <summary>Whom to turn to in the countries without files of their own.</summary>
    public IEnumerable<Contact> Contacts(Localizer texts)
    {
        var contacts = new CountryContacts(_table.Value, texts);
        return Others.SelectMany(contacts.Of);
    }

    private IEnumerable<Country> Others => _table.Value.Countries.Where(c => !_own.ContainsKey(c.Place.Id));

    private FrozenDictionary<string, ImmutableArray<string>> Names()
    {
        var own = _own.Values.SelectMany(p => p.Names.Values.Select(n => (Name: n, p.Id)));
        var all = _table.Value.Countries.SelectMany(c => c.Place.Names.Values.Concat(c.Also).Select(n => (Name: n, c.Place.Id)));
        return own.Concat(all).GroupBy(n => Fold.Text(n.Name), n => n.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
    }
}
