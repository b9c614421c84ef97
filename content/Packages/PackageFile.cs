using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Outreach.Content.Directory;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Packages;

/// <summary>
/// The bytes of a package: "OUTREACH", format, length of the header, header (JSON), body (three parts: the core, what hears danger, the shelves; each JSON,
/// brotli), signature (64 bytes over everything before it, or none). Nothing is unpacked before its hash is right, and not more than the header says.
/// </summary>
internal static class PackageFile
{
    private const int SignatureLength = 64;
    private const int FixedLength = 16;
    private const int MaxHeader = 4_096;
    private const int MaxUnpacked = 500_000_000;

    private static ReadOnlySpan<byte> Magic => "OUTREACH"u8;

    /// <summary>The bytes for a content; signed where somebody signs.</summary>
    public static byte[] Pack(BookContent content, string maker, CompressionLevel level, PackageSigning? signing)
    {
        var (core, coreLength) = Packed(JsonSerializer.SerializeToUtf8Bytes(content, PackageJson.Plain.BookContent), level);
        var (danger, dangerLength) = Packed(JsonSerializer.SerializeToUtf8Bytes(content.Danger.Value, PackageJson.Plain.BookDanger), level);
        var all = new BookShelves { Pages = content.Library.All, Contacts = content.Contacts.All, Countries = content.Countries.Value, Topics = content.Topics.Value, Services = content.Services.Value };
        var (shelves, shelvesLength) = Packed(JsonSerializer.SerializeToUtf8Bytes(all, PackageJson.Plain.BookShelves), level);
        byte[] body = [.. core, .. danger, .. shelves];
        var header = JsonSerializer.SerializeToUtf8Bytes(
            new PackageHeader(content.Hash, maker, signing?.Made, Convert.ToHexStringLower(SHA256.HashData(body)), new(core.Length, coreLength), new(danger.Length, dangerLength), new(shelves.Length, shelvesLength)),
            PackageJson.Plain.PackageHeader);
        var bytes = new byte[FixedLength + header.Length + body.Length + (signing is null ? 0 : SignatureLength)];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), BookPackage.Format);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12), header.Length);
        header.CopyTo(bytes, FixedLength);
        body.CopyTo(bytes, FixedLength + header.Length);
        signing?.Key.SignData(bytes.AsSpan(0, bytes.Length - SignatureLength), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation).CopyTo(bytes, bytes.Length - SignatureLength);
        return bytes;
    }

    /// <summary>The header, and where the body begins; the body's length and hash are right.</summary>
    public static Result<(PackageHeader Header, int Start)> Check(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.Length < FixedLength)
            return bytes.StartsWith(Magic[..Math.Min(bytes.Length, Magic.Length)]) && !bytes.IsEmpty ? PackageProblems.Torn(file) : PackageProblems.Foreign(file);
        if (!bytes.StartsWith(Magic))
            return PackageProblems.Foreign(file);
        if (BinaryPrimitives.ReadInt32BigEndian(bytes[8..]) is var format && format != BookPackage.Format)
            return PackageProblems.OtherFormat(file, format);
        if (BinaryPrimitives.ReadInt32BigEndian(bytes[12..]) is var length && (length is < 2 or > MaxHeader || bytes.Length < FixedLength + length))
            return PackageProblems.Torn(file);
        if (Parse(bytes.Slice(FixedLength, length)) is not { } header || !Array.TrueForAll(header.Parts, p => p is { Length: > 0, Unpacked: > 0 and <= MaxUnpacked }))
            return PackageProblems.Torn(file);
        var body = header.Length;
        var rest = bytes.Length - FixedLength - length - body;
        if (rest is not (0 or SignatureLength) || Convert.ToHexStringLower(SHA256.HashData(bytes.Slice(FixedLength + length, (int)body))) != header.Body)
            return PackageProblems.Torn(file);
        return (header, FixedLength + length);
    }

    /// <summary>True when the bytes end in a signature of this key; null when they carry none.</summary>
    public static bool? IsSigned(ReadOnlySpan<byte> bytes, PackageHeader header, int start, ECDsa key) =>
        bytes.Length == start + header.Length
            ? null
            : key.VerifyData(bytes[..^SignatureLength], bytes[^SignatureLength..], HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>The content in a body whose hash is right, its shelves still packed; null when it cannot be unpacked.</summary>
    public static BookContent? Unpack(ReadOnlyMemory<byte> body, PackageHeader header)
    {
        var (afterCore, afterDanger) = (header.Core.Length, header.Core.Length + header.Danger.Length);
        var danger = Task.Run(() => Sound(body[afterCore..afterDanger], header.Danger, PackageJson.Plain.BookDanger));
        if (Unpack(body.Span[..afterCore], header.Core, PackageJson.Plain.BookContent) is not { } content)
            return null;
        var shelves = new Lazy<BookShelves>(() => Sound(body.Slice(afterDanger, header.Shelves.Length), header.Shelves, PackageJson.Plain.BookShelves));
        return content with
        {
            Danger = new(() => danger.GetAwaiter().GetResult()),
            Library = new Library(() => shelves.Value.Pages),
            Contacts = new Contacts(() => shelves.Value.Contacts),
            Countries = new(() => shelves.Value.Countries),
            Topics = new(() => shelves.Value.Topics),
            Services = new(() => shelves.Value.Services),
        };
    }

    private static T Sound<T>(ReadOnlyMemory<byte> packed, PackagePart part, JsonTypeInfo<T> type) =>
        Unpack(packed.Span, part, type) ?? throw new InvalidDataException("a package whose hash is right has a part that cannot be read");

    private static T? Unpack<T>(ReadOnlySpan<byte> packed, PackagePart part, JsonTypeInfo<T> type)
    {
        var plain = new byte[part.Unpacked];
        try
        {
            return BrotliDecoder.TryDecompress(packed, plain, out var written) && written == plain.Length
                ? JsonSerializer.Deserialize(plain, type)
                : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static PackageHeader? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, PackageJson.Plain.PackageHeader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (byte[] Bytes, int Unpacked) Packed(byte[] plain, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, level, leaveOpen: true))
            brotli.Write(plain);
        return (packed.ToArray(), plain.Length);
    }
}
