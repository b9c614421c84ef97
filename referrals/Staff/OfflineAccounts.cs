using System.Collections.Immutable;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Referrals.Storage;

namespace Outreach.Referrals.Staff;

/// <summary>
/// Accounts from the console of the machine, while the bot is stopped: opening the database takes its lock, so a running bot
/// is never disturbed.
/// </summary>
public sealed class OfflineAccounts : IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly StaffStore _store;
    private readonly Passwords _passwords;
    private readonly TimeProvider _clock;

    private OfflineAccounts(SqliteDatabase database, KeyRing keys, TimeProvider clock, Passwords passwords)
    {
        (_database, _clock, _passwords) = (database, clock, passwords);
        _store = new StaffStore(database, keys, new AuditTable(new AuditChain(keys)));
    }

    /// <summary>Takes the lock and opens the register; refused while a bot runs.</summary>
    /// <param name="file">The database file.</param>
    /// <param name="migrations">All components the bot uses, so that nothing here looks newer than this program.</param>
    /// <param name="keys">The keys of the installation.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="passwords">How passwords are kept.</param>
    public static Result<OfflineAccounts> Open(string file, IReadOnlyList<Migration> migrations, KeyRing keys, TimeProvider clock, Passwords? passwords = null)
    {
        var database = SqliteDatabase.Open(file, migrations);
        return database.Ok ? new OfflineAccounts(database.Value, keys, clock, passwords ?? new Passwords()) : database.Problems;
    }

    /// <summary>Makes the first account; an administrator makes the others.</summary>
    public Task<Result<StaffAccount>> CreateFirst(string name, string password, CancellationToken cancel) =>
        Create(name, StaffRole.Administrator, ["*"], password, onlyFirst: true, cancel);

    /// <summary>Makes an account.</summary>
    public Task<Result<StaffAccount>> Create(string name, StaffRole role, ImmutableArray<string> regions, string password, CancellationToken cancel) =>
        Create(name, role, regions, password, onlyFirst: false, cancel);

    /// <summary>Sets another password; all sessions of the account end.</summary>
    public async Task<Result<StaffAccount>> ResetPassword(string name, string password, CancellationToken cancel) =>
        IsWeak(password) ? ReferralProblems.WeakPassword()
        : await _store.SetPassword(name, await _passwords.Hash(password, cancel), _clock.GetUtcNow(), cancel);

    /// <summary>Enrols an authenticator app; the address is for a QR code, shown once.</summary>
    public Task<Result<string>> EnrolTotp(string name, CancellationToken cancel) => _store.EnrolTotp(name, _clock.GetUtcNow(), cancel);

    /// <summary>All accounts by name.</summary>
    public ImmutableArray<StaffAccount> List() => _store.List();

    /// <inheritdoc/>
    public void Dispose()
    {
        _database.Dispose();
        _passwords.Dispose();
    }

    private static bool IsWeak(string password) => password.Length is < Passwords.FewestCharacters or > Passwords.MostCharacters;

    private async Task<Result<StaffAccount>> Create(string name, StaffRole role, ImmutableArray<string> regions, string password, bool onlyFirst, CancellationToken cancel) =>
        IsWeak(password) ? ReferralProblems.WeakPassword()
        : await _store.Add(name, role, regions, await _passwords.Hash(password, cancel), onlyFirst, _clock.GetUtcNow(), cancel);
}
