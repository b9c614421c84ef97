using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Localization;

namespace Outreach.Content.Storage;

/// <summary>State, replies and effects as sealed bytes, each bound to its row.</summary>
internal static class ConversationCodec
{
    private const int IdLength = 16;

    public static byte[] Bytes(ConversationId id)
    {
        var bytes = new byte[IdLength];
        _ = id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return bytes;
    }

    public static ConversationId Id(ReadOnlySpan<byte> bytes) => new(new Guid(bytes, bigEndian: true));

    public static SealedPlace KeyPlace(ReadOnlySpan<byte> id, long since) => new("conversation_key", id, "wrapped", since);

    public static byte[] Seal(DataKey key, ReadOnlySpan<byte> id, long version, ConversationState state) =>
        Sealer.Seal(key, new SealedPlace("conversation", id, "state", version), JsonSerializer.SerializeToUtf8Bytes(state, DialogJson.Plain.ConversationState));

    public static ConversationState OpenState(DataKey key, ReadOnlySpan<byte> id, long version, byte[] blob) =>
        JsonSerializer.Deserialize(Body(Sealer.Open(key, new SealedPlace("conversation", id, "state", version), blob)), DialogJson.Plain.ConversationState)!;

    public static byte[] Seal(DataKey key, ReadOnlySpan<byte> id, ReadOnlySpan<byte> input, long version, ImmutableArray<Reply> replies) =>
        Sealer.Seal(key, new SealedPlace("said", [.. id, .. input], "replies", version), JsonSerializer.SerializeToUtf8Bytes(replies, DialogJson.Plain.ImmutableArrayReply));

    public static ImmutableArray<Reply> OpenReplies(DataKey key, ReadOnlySpan<byte> id, ReadOnlySpan<byte> input, long version, byte[] blob) =>
        JsonSerializer.Deserialize(Body(Sealer.Open(key, new SealedPlace("said", [.. id, .. input], "replies", version), blob)), DialogJson.Plain.ImmutableArrayReply);

    // The input id goes into the body: channels put telephone numbers into theirs.
    public static byte[] Seal(DataKey key, ReadOnlySpan<byte> id, PendingEffect pending)
    {
        var input = Encoding.UTF8.GetBytes(pending.Input.Value);
        var effect = JsonSerializer.SerializeToUtf8Bytes(pending.Effect, DialogJson.Plain.Effect);
        var body = new byte[sizeof(int) + input.Length + effect.Length];
        BinaryPrimitives.WriteInt32BigEndian(body, input.Length);
        input.CopyTo(body, sizeof(int));
        effect.CopyTo(body, sizeof(int) + input.Length);
        return Sealer.Seal(key, EffectPlace(id, pending.Id.Version, pending.Id.Index, stackalloc byte[IdLength + sizeof(int)]), body);
    }

    public static PendingEffect OpenEffect(DataKey key, ConversationId conversation, ReadOnlySpan<byte> id, EffectRow row)
    {
        ReadOnlySpan<byte> body = Body(Sealer.Open(key, EffectPlace(id, row.Version, row.Index, stackalloc byte[IdLength + sizeof(int)]), row.Body));
        var length = BinaryPrimitives.ReadInt32BigEndian(body);
        var input = Encoding.UTF8.GetString(body.Slice(sizeof(int), length));
        var effect = JsonSerializer.Deserialize(body[(sizeof(int) + length)..], DialogJson.Plain.Effect)!;
        return new PendingEffect(new EffectId(conversation, row.Version, row.Index), new InputId(input), effect);
    }

    private static SealedPlace EffectPlace(ReadOnlySpan<byte> id, long version, int index, Span<byte> name)
    {
        id.CopyTo(name);
        BinaryPrimitives.WriteInt32BigEndian(name[IdLength..], index);
        return new SealedPlace("effect", name, "body", version);
    }

    public static T Body<T>(Result<T> opened) where T : class => opened.Ok ? opened.Value : throw new StorageException(opened.Problems[0]);
}

/// <summary>An effect as stored.</summary>
internal sealed record EffectRow(long Version, int Index, byte[] Body);
