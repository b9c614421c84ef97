using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Outreach.Localization;

namespace Outreach.Content.Protection;

/// <summary>What a derived key is for. A key of one purpose says nothing about another.</summary>
public enum KeyPurpose
{
    /// <summary>Hashes of addresses and of input ids.</summary>
    Address,

    /// <summary>Hashes of telephone numbers.</summary>
    Phone,

    /// <summary>Hashes of continue codes and code words.</summary>
    Code,

    /// <summary>The audit chain.</summary>
    Audit,

    /// <summary>Cookies and forms of the web pages.</summary>
    Web,

    /// <summary>What a kiosk and the server share.</summary>
    Kiosk,

    /// <summary>Secrets of staff accounts.</summary>
    Staff,

    /// <summary>Tells whether data belong to this key; protects nothing.</summary>
    Check,
}

/// <summary>All keys of one installation, derived from one master key. Lost master, lost register: it is kept apart from data and backups.</summary>
[SuppressMessage("Interoperability", "CA1416", Justification = "permissions are set and checked where the system has them")]
public sealed class KeyRing : IDisposable
{
    /// <summary>Bytes of the master key.</summary>
    public const int MasterLength = 32;

    /// <summary>The key-encryption key that new records use.</summary>
    public const int CurrentKek = 1;

    private readonly byte[] _kek;
    private readonly byte[][] _keys;

    private KeyRing(ReadOnlySpan<byte> master)
    {
        _kek = Derive(master, "kek/1");
        _keys = [.. Enum.GetValues<KeyPurpose>().Select(_ => Array.Empty<byte>())];
        foreach (var purpose in Enum.GetValues<KeyPurpose>())
            _keys[(int)purpose] = Derive(master, Label(purpose));
    }

    /// <summary>The keys of a master key that is in memory already.</summary>
    public static KeyRing Of(ReadOnlySpan<byte> master) =>
        master.Length == MasterLength ? new KeyRing(master) : throw new ArgumentException("a master key has 32 bytes", nameof(master));

    /// <summary>Keys that live as long as the process: kiosk and tests.</summary>
    public static KeyRing Fresh()
    {
        Span<byte> master = stackalloc byte[MasterLength];
        RandomNumberGenerator.Fill(master);
        try
        {
            return new KeyRing(master);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(master);
        }
    }

    /// <summary>Reads the key file; on the very first start makes it. Refuses a file that protects nothing.</summary>
    /// <param name="keyFile">The setting KeyFile.</param>
    /// <param name="dataDir">The setting DataDir; the key may not lie in it.</param>
    public static Result<KeyRing> Open(string keyFile, string dataDir) => KeyFile.Read(keyFile, dataDir) switch
    {
        { Ok: true, Value: var master } => FromFile(master),
        { Problems: var problems } => problems,
    };

    /// <summary>The key of a purpose; 32 bytes. Do not keep a copy.</summary>
    public ReadOnlySpan<byte> Key(KeyPurpose purpose) => _keys[(int)purpose];

    /// <summary>The key-encryption key of a number; false when this version knows none of it.</summary>
    internal bool TryKek(int kid, out ReadOnlySpan<byte> key)
    {
        key = kid == CurrentKek ? _kek : default;
        return kid == CurrentKek;
    }

    /// <summary>Destroys the keys in memory.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_kek);
        foreach (var key in _keys)
            CryptographicOperations.ZeroMemory(key);
    }

    private static KeyRing FromFile(byte[] master)
    {
        try
        {
            return new KeyRing(master);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(master);
        }
    }

    private static byte[] Derive(ReadOnlySpan<byte> master, string label)
    {
        var key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, key, salt: "outreach"u8, info: Encoding.ASCII.GetBytes(label));
        return key;
    }

    // Labels are part of the stored form: changing one makes stored hashes unfindable.
    private static string Label(KeyPurpose purpose) => purpose switch
    {
        KeyPurpose.Address => "blind/address",
        KeyPurpose.Phone => "blind/phone",
        KeyPurpose.Code => "blind/code",
        KeyPurpose.Audit => "audit",
        KeyPurpose.Web => "web",
        KeyPurpose.Kiosk => "kiosk",
        KeyPurpose.Staff => "staff",
        KeyPurpose.Check => "check",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };
}
