using Microsoft.Data.Sqlite;

namespace Outreach.Content.Storage;

/// <summary>A connection that keeps its prepared statements. Belongs to one thread at a time.</summary>
public sealed class StoreConnection : SqliteConnection
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    internal StoreConnection(string connectionString) : base(connectionString)
    {
    }

    /// <summary>A prepared statement for constant SQL with parameters ?1, ?2, …; dispose it after use.</summary>
    public Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements[sql] = statement = new Statement(Handle!, sql);
        return statement;
    }

    /// <summary>Runs a statement without parameters.</summary>
    public void Run(string sql) => Prepare(sql).Run();

    /// <summary>The single number a statement gives.</summary>
    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Next() ? statement.Long(0) : 0;
    }

    /// <summary>Resets whatever a failed piece of work left open.</summary>
    internal void ResetAll()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var statement in _statements.Values)
                statement.Free();
            _statements.Clear();
        }
        base.Dispose(disposing);
    }
}

/// <summary>Lets code that was handed a plain connection use the prepared statements.</summary>
public static class StoreConnectionExtensions
{
    /// <summary>A prepared statement of this connection; dispose it after use.</summary>
    public static Statement Prepare(this SqliteConnection connection, string sql) => ((StoreConnection)connection).Prepare(sql);
}
