using System.Globalization;
using System.Security.Cryptography;

namespace Outreach.Referrals.Staff;

/// <summary>Stored passwords: PBKDF2 with SHA-256. A gate lets few be checked at once, or ten sign-ins a second would stall the machine.</summary>
public sealed class Passwords(int rounds = Passwords.Rounds) : IDisposable
{
    /// <summary>Rounds of a new password.</summary>
    public const int Rounds = 600_000;

    /// <summary>Shortest password.</summary>
    public const int FewestCharacters = 12;

    /// <summary>Longest password that is looked at.</summary>
    public const int MostCharacters = 200;

    private const int SaltLength = 16;
    private const int HashLength = 32;

    private readonly SemaphoreSlim _gate = new(2);

    /// <summary>The stored form: algorithm, rounds, salt, hash.</summary>
    public async Task<string> Hash(string password, CancellationToken cancel)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var hash = await Derive(password, salt, rounds, cancel);
        return $"pbkdf2-sha256|{rounds.ToString(CultureInfo.InvariantCulture)}|{Convert.ToBase64String(salt)}|{Convert.ToBase64String(hash)}";
    }

    /// <summary>Whether a password is the stored one. Without a stored one it takes as long and is false, so that nobody learns which names exist.</summary>
    public async Task<bool> Check(string password, string? stored, CancellationToken cancel)
    {
        var parts = (stored ?? "").Split('|');
        var known = parts is ["pbkdf2-sha256", _, _, _] && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        var salt = known ? Convert.FromBase64String(parts[2]) : new byte[SaltLength];
        var hash = await Derive(password, salt, known ? int.Parse(parts[1], CultureInfo.InvariantCulture) : rounds, cancel);
        return known && CryptographicOperations.FixedTimeEquals(hash, Convert.FromBase64String(parts[3]));
    }

    /// <summary>True when a stored password was made with fewer rounds than new ones.</summary>
    public bool IsOld(string stored) => !stored.StartsWith($"pbkdf2-sha256|{rounds.ToString(CultureInfo.InvariantCulture)}|", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<byte[]> Derive(string password, byte[] salt, int count, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => Rfc2898DeriveBytes.Pbkdf2(password, salt, count, HashAlgorithmName.SHA256, HashLength), cancel);
        }
        finally
        {
            _gate.Release();
        }
    }
}
