using System.Collections.Immutable;

namespace Outreach.Content.Directory.Hsds;

/// <summary>A row of a table, all values as texts.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Where">File and row it was read from.</param>
/// <param name="Fields">What it holds; empty fields are not there.</param>
public sealed record HsdsRow(HsdsTable Table, string Where, ImmutableSortedDictionary<string, string> Fields)
{
    /// <summary>Its id; empty when it has none.</summary>
    public string Id => this["id"] ?? "";

    /// <summary>A value; null when the field is empty.</summary>
    public string? this[string field] => Fields.GetValueOrDefault(field);
}

/// <summary>All rows of a directory, in the order they were written.</summary>
public sealed class HsdsData
{
    private readonly ILookup<string, HsdsRow> _byTable;
    private readonly ILookup<(string Table, string Field, string Value), HsdsRow> _byLink;

    /// <summary>These rows; of rows that are the same in every field, one.</summary>
    public HsdsData(IEnumerable<HsdsRow> rows)
    {
        Rows = [.. rows.DistinctBy(r => (r.Table.Name, r.Id.Length > 0 ? r.Id : r.Where, string.Join('\u001f', r.Fields.Select(f => $"{f.Key}\u001e{f.Value}"))))];
        _byTable = Rows.ToLookup(r => r.Table.Name, StringComparer.Ordinal);
        _byLink = Rows.SelectMany(r => r.Table.Fields.Where(f => f.Type == HsdsType.Id && r[f.Name] is not null).Select(f => (Key: (r.Table.Name, f.Name, r[f.Name]!), Row: r))).ToLookup(x => x.Key, x => x.Row);
    }

    /// <summary>All rows.</summary>
    public ImmutableArray<HsdsRow> Rows { get; }

    /// <summary>The rows of a table.</summary>
    public IEnumerable<HsdsRow> Of(string table) => _byTable[table];

    /// <summary>The rows of a table that name an id in a field.</summary>
    public IEnumerable<HsdsRow> Of(string table, string field, string? id) => id is null ? [] : _byLink[(table, field, id)];

    /// <summary>The row with an id.</summary>
    public HsdsRow? Find(string table, string? id) => Of(table, "id", id).FirstOrDefault();
}
