using System.Security.Cryptography;
using Outreach.Content.Protection;
using Outreach.Localization;

namespace Outreach.Content.Storage;

/// <summary>Notices at the start that the key file belongs to other data, before anything is sealed with it.</summary>
internal static class KeyCheck
{
    /// <summary>Null when the key is the one of these data; new data take the key they are opened with.</summary>
    public static async Task<Problem?> Verify(SqliteDatabase database, KeyRing keys, CancellationToken cancel)
    {
        var mac = HMACSHA256.HashData(keys.Key(KeyPurpose.Check), "outreach"u8);
        var stored = await database.Write(connection =>
        {
            connection.Prepare("INSERT INTO key_check(one, mac) VALUES(1, ?1) ON CONFLICT(one) DO NOTHING").Bind(1, mac).Run();
            using var row = connection.Prepare("SELECT mac FROM key_check");
            return row.Next() ? row.Blob(0).ToArray() : [];
        }, cancel);
        return CryptographicOperations.FixedTimeEquals(stored, mac) ? null : ProtectionProblems.KeyOfOtherData(database.File);
    }
}
