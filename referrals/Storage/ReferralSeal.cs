using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Outreach.Content.Protection;
using Outreach.Content.Storage;

namespace Outreach.Referrals.Storage;

/// <summary>Seals and opens what belongs to one referral under its own key.</summary>
internal sealed class ReferralSeal(ReferralId id, DataKey key) : IDisposable
{
    private const string KeyTable = "referral_key";
    private readonly byte[] _id = Bytes(id);

    public static (ReferralSeal Seal, byte[] Wrapped) New(Sealer sealer, ReferralId id)
    {
        var (key, wrapped) = sealer.NewKey(new SealedPlace(KeyTable, Bytes(id), "wrapped", 0));
        return (new ReferralSeal(id, key), wrapped);
    }

    public static ReferralSeal Of(Sealer sealer, ReferralId id, ReadOnlySpan<byte> wrapped) =>
        new(id, Must(sealer.Unwrap(new SealedPlace(KeyTable, Bytes(id), "wrapped", 0), wrapped)));

    public byte[] Entry(ReferralEntry entry) => Close(entry, ReferralJson.Plain.ReferralEntry, Place(entry.Number), entry.Number);

    public ReferralEntry Entry(int number, ReadOnlySpan<byte> blob) => Open(blob, ReferralJson.Plain.ReferralEntry, Place(number), number);

    public byte[] Summary(RowSummary summary, int version) => Close(summary, ReferralJson.Plain.RowSummary, "referral", version);

    public RowSummary Summary(ReadOnlySpan<byte> blob, int version) => Open(blob, ReferralJson.Plain.RowSummary, "referral", version);

    public void Dispose() => key.Dispose();

    private static string Place(int number) => number == 1 ? "referral_body" : "referral_event";

    private static byte[] Bytes(ReferralId id) => Encoding.ASCII.GetBytes(id.Value);

    private byte[] Close<T>(T value, JsonTypeInfo<T> type, string table, int version) =>
        Sealer.Seal(key, new SealedPlace(table, _id, "sealed", version), JsonSerializer.SerializeToUtf8Bytes(value, type));

    private T Open<T>(ReadOnlySpan<byte> blob, JsonTypeInfo<T> type, string table, int version) =>
        JsonSerializer.Deserialize(Must(Sealer.Open(key, new SealedPlace(table, _id, "sealed", version), blob)), type)
        ?? throw new StorageException(ProtectionProblems.UnknownForm(table));

    private static T Must<T>(Localization.Result<T> result) => result.Ok ? result.Value : throw new StorageException(result.Problems[0]);
}
