using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Referrals.Storage;

namespace Outreach.Referrals.Staff;

/// <summary>What signing in needs of an account.</summary>
internal sealed record StaffSecret(StaffAccount Account, string Password, byte[]? Totp, long LastStep);

/// <summary>Accounts and sessions. Tokens are kept as hashes, secrets of authenticator apps sealed.</summary>
public sealed class StaffStore(SqliteDatabase database, KeyRing keys, AuditTable audit)
{
    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    private readonly Sealer _sealer = new(keys);

    /// <summary>All accounts by name.</summary>
    public ImmutableArray<StaffAccount> List() => database.Read(c =>
    {
        using var rows = c.Prepare("SELECT id, name, role, regions, totp_secret IS NOT NULL, disabled_at IS NOT NULL, language FROM staff ORDER BY name");
        var all = ImmutableArray.CreateBuilder<StaffAccount>();
        while (rows.Next())
            all.Add(Account(rows));
        return all.ToImmutable();
    });

    /// <summary>Makes an account.</summary>
    /// <param name="name">The name.</param>
    /// <param name="role">The role.</param>
    /// <param name="regions">The regions.</param>
    /// <param name="passwordHash">From <see cref="Passwords.Hash"/>.</param>
    /// <param name="onlyFirst">Refuse when there is one already.</param>
    /// <param name="at">When.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Result<StaffAccount>> Add(string name, StaffRole role, ImmutableArray<string> regions, string passwordHash, bool onlyFirst, DateTimeOffset at, CancellationToken cancel)
    {
        if (!StaffAccount.IsName(name))
            return ReferralProblems.AccountName();
        return await database.Write<Result<StaffAccount>>(c =>
        {
            using (var any = c.Prepare("SELECT 1 FROM staff LIMIT 1"))
                if (onlyFirst && any.Next())
                    return ReferralProblems.NotTheFirst();
            using (var taken = c.Prepare("SELECT 1 FROM staff WHERE name = ?1").Bind(1, name))
                if (taken.Next())
                    return ReferralProblems.AccountName();
            using var insert = c.Prepare("INSERT INTO staff(name, role, regions, password, created_at) VALUES(?1, ?2, ?3, ?4, ?5) RETURNING id")
                .Bind(1, name).Bind(2, (long)role).Bind(3, string.Join(' ', regions)).Bind(4, passwordHash).Bind(5, at.ToUnixTimeMilliseconds());
            insert.Next();
            var account = new StaffAccount(new StaffId((int)insert.Long(0)), name, role, regions);
            insert.Next();
            audit.Append(c, new AuditNote(at, "machine", $"account/{role}", $"staff/{account.Id.Value}"), []);
            return account;
        }, cancel);
    }

    /// <summary>Sets another password and ends all sessions of the account.</summary>
    public async Task<Result<StaffAccount>> SetPassword(string name, string passwordHash, DateTimeOffset at, CancellationToken cancel)
    {
        if (Find(name)?.Account is not { } account)
            return ReferralProblems.UnknownAccount();
        return await database.Write<Result<StaffAccount>>(c =>
        {
            c.Prepare("UPDATE staff SET password = ?2 WHERE id = ?1").Bind(1, account.Id.Value).Bind(2, passwordHash).Run();
            c.Prepare("DELETE FROM staff_session WHERE staff = ?1").Bind(1, account.Id.Value).Run();
            audit.Append(c, new AuditNote(at, "machine", "password", $"staff/{account.Id.Value}"), []);
            return account;
        }, cancel);
    }

    /// <summary>Enrols an authenticator app; the secret is shown once, as an address for a QR code.</summary>
    public async Task<Result<string>> EnrolTotp(string name, DateTimeOffset at, CancellationToken cancel)
    {
        if (Find(name)?.Account is not { } account)
            return ReferralProblems.UnknownAccount();
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretLength);
        await database.Write(c =>
        {
            var (key, wrapped) = _sealer.NewKey(Place(account.Id, "totp_key"));
            using var used = key;
            audit.Append(c, new AuditNote(at, "machine", "totp", $"staff/{account.Id.Value}"), []);
            return c.Prepare("UPDATE staff SET totp_key = ?2, totp_secret = ?3, totp_step = 0 WHERE id = ?1").Bind(1, account.Id.Value)
                .Bind(2, wrapped).Bind(3, Sealer.Seal(key, Place(account.Id, "totp_secret"), secret)).Run();
        }, cancel);
        return Totp.Address(secret, name);
    }

    /// <summary>The account of a live token; null when unknown, over or disabled.</summary>
    public StaffAccount? FindSession(string token, DateTimeOffset now) => database.Read(c =>
    {
        using var row = c.Prepare("""
            SELECT s.id, s.name, s.role, s.regions, s.totp_secret IS NOT NULL, s.disabled_at IS NOT NULL, s.language
            FROM staff_session t JOIN staff s ON s.id = t.staff WHERE t.token = ?1 AND t.until > ?2 AND s.disabled_at IS NULL
            """).Bind(1, Hash(token)).Bind(2, now.ToUnixTimeMilliseconds());
        return row.Next() ? Account(row) : null;
    });

    /// <summary>Ends a session.</summary>
    public Task EndSession(string token, CancellationToken cancel) =>
        database.Write(c => c.Prepare("DELETE FROM staff_session WHERE token = ?1").Bind(1, Hash(token)).Run(), cancel);

    /// <summary>Remembers the language somebody chose for their desk. No entry of the audit chain: it concerns nobody else.</summary>
    public Task SetLanguage(StaffId id, Locale language, CancellationToken cancel) =>
        database.Write(c => c.Prepare("UPDATE staff SET language = ?2 WHERE id = ?1").Bind(1, id.Value).Bind(2, language.Tag).Run(), cancel);

    internal StaffSecret? Find(string name) => database.Read(c =>
    {
        using var row = c.Prepare("SELECT id, name, role, regions, totp_secret IS NOT NULL, disabled_at IS NOT NULL, language, password, totp_key, totp_secret, totp_step FROM staff WHERE name = ?1").Bind(1, name);
        return row.Next() ? new StaffSecret(Account(row), row.Text(7), row.IsNull(9) ? null : Open(row), row.Long(10)) : null;
    });

    /// <summary>Begins a session; remembers the step of the code, so that a code works once. Null when that step was used meanwhile.</summary>
    internal async Task<string?> BeginSession(StaffAccount account, long? step, string? newHash, DateTimeOffset now, CancellationToken cancel)
    {
        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        return await database.Write(c =>
        {
            if (step is { } used && c.Prepare("UPDATE staff SET totp_step = ?2 WHERE id = ?1 AND totp_step < ?2").Bind(1, account.Id.Value).Bind(2, used).Run() == 0)
                return null;
            if (newHash is not null)
                c.Prepare("UPDATE staff SET password = ?2 WHERE id = ?1").Bind(1, account.Id.Value).Bind(2, newHash).Run();
            c.Prepare("DELETE FROM staff_session WHERE until <= ?1").Bind(1, now.ToUnixTimeMilliseconds()).Run();
            c.Prepare("INSERT INTO staff_session(token, staff, until) VALUES(?1, ?2, ?3)").Bind(1, Hash(token)).Bind(2, account.Id.Value).Bind(3, (now + SessionLength).ToUnixTimeMilliseconds()).Run();
            audit.Append(c, new AuditNote(now, AuditTable.Name(account.Actor), "signed-in", $"staff/{account.Id.Value}"), []);
            return token;
        }, cancel);
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static SealedPlace Place(StaffId id, string column) => new("staff", BitConverter.GetBytes(id.Value), column, 0);

    private static StaffAccount Account(Statement row) => new(new StaffId((int)row.Long(0)), row.Text(1), (StaffRole)row.Long(2),
        [.. row.Text(3).Split(' ', StringSplitOptions.RemoveEmptyEntries)], row.Long(4) != 0, row.Long(5) != 0,
        !row.IsNull(6) && Locale.TryParse(row.Text(6), out var language) ? language : null);

    private byte[] Open(Statement row)
    {
        var id = new StaffId((int)row.Long(0));
        var key = _sealer.Unwrap(Place(id, "totp_key"), row.Blob(8));
        if (!key.Ok)
            throw new StorageException(key.Problems[0]);
        using var used = key.Value;
        var secret = Sealer.Open(used, Place(id, "totp_secret"), row.Blob(9));
        return secret.Ok ? secret.Value : throw new StorageException(secret.Problems[0]);
    }
}
