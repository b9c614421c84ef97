using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Referrals.Sync;

/// <summary>One thing a kiosk sends; a closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "k")]
[JsonDerivedType(typeof(Request), "request")]
[JsonDerivedType(typeof(TakeBack), "take-back")]
[JsonDerivedType(typeof(Urgent), "urgent")]
[JsonDerivedType(typeof(Unanswered), "unanswered")]
[JsonDerivedType(typeof(Helped), "helped")]
public abstract record SpoolItem
{
    private SpoolItem() { }

    /// <summary>
    /// The visitor's conversation at the kiosk: a random number that leaves the kiosk in seals only. Who has it may take back what
    /// it sent; a reference alone is not enough.
    /// </summary>
    public required Guid Asker { get; init; }

    /// <summary>When the person did it, by the clock of the kiosk.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>A request, with the reference that stands on the person's slip.</summary>
    public sealed record Request(string Reference, Submission Submission) : SpoolItem;

    /// <summary>The person deleted everything, and this request may have been sent before.</summary>
    public sealed record TakeBack(string Reference) : SpoolItem;

    /// <summary>Somebody is in urgent danger: kind, place, language, whereabouts if volunteered. The number tells alerts of one visitor apart.</summary>
    public sealed record Urgent(string Number, Effect.Alert Alert) : SpoolItem;

    /// <summary>A question nobody could answer, as words of our own pages. The number tells those of one visitor apart.</summary>
    public sealed record Unanswered(long Number, Effect.NoteUnanswered Note) : SpoolItem;

    /// <summary>Whether a page helped. The number tells the answers of one visitor apart.</summary>
    public sealed record Helped(long Number, Effect.NoteHelped Note) : SpoolItem;

    /// <summary>Never its content: this must not reach a log.</summary>
    public sealed override string ToString() => $"{GetType().Name} ***";
}

/// <summary>JSON of the spool. What a hostile sender leaves out or sets to null is refused here, not found out later.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SpoolItem))]
[JsonSerializable(typeof(SpoolAnswers))]
public sealed partial class SpoolJson : JsonSerializerContext
{
    /// <summary>The context to use: letters of every script as they are.</summary>
    public static SpoolJson Plain => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>An item as bytes before it is sealed: version 1 | brotli of its JSON. Compressed first, because what is sealed cannot be.</summary>
public static class SpoolCodec
{
    private const byte Version = 1;
    private const int Quality = 9;
    private const int Window = 18;

    /// <summary>The bytes of an item.</summary>
    public static byte[] Pack(SpoolItem item)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(item, SpoolJson.Plain.SpoolItem);
        var packed = new byte[1 + BrotliEncoder.GetMaxCompressedLength(json.Length)];
        packed[0] = Version;
        return BrotliEncoder.TryCompress(json, packed.AsSpan(1), out var written, Quality, Window) ? packed[..(1 + written)] : throw new InvalidOperationException("brotli refused a buffer of its own size");
    }

    /// <summary>The item; a problem when a newer kiosk or no kiosk made it.</summary>
    public static Result<SpoolItem> Unpack(ReadOnlySpan<byte> packed)
    {
        if (packed.Length < 2 || packed[0] == 0)
            return SyncProblems.Broken();
        if (packed[0] > Version)
            return SyncProblems.NewerVersion();
        var json = ArrayPool<byte>.Shared.Rent(SyncLimits.MostPlainBytes);
        try
        {
            return BrotliDecoder.TryDecompress(packed[1..], json.AsSpan(0, SyncLimits.MostPlainBytes), out var length)
                && JsonSerializer.Deserialize(json.AsSpan(0, length), SpoolJson.Plain.SpoolItem) is { } item
                ? item
                : SyncProblems.Broken();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException or FormatException)
        {
            return SyncProblems.Broken();                  // sealed to us by somebody who is no kiosk of ours
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(json, clearArray: true);
        }
    }
}
