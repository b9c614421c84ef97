using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Content.Packages;

/// <summary>How a package is written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BookContent))]
[JsonSerializable(typeof(BookDanger))]
[JsonSerializable(typeof(BookShelves))]
[JsonSerializable(typeof(PackageHeader))]
internal sealed partial class PackageJson : JsonSerializerContext
{
    /// <summary>The context to use: letters of every script stand as they are.</summary>
    public static PackageJson Plain => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>What a package says about itself in clear, before its body.</summary>
/// <param name="Revision">Hash of the files it was made from.</param>
/// <param name="Maker">The build of the program that made it; a cache of another build is made anew.</param>
/// <param name="Made">When it was signed; null for a cache.</param>
/// <param name="Body">SHA-256 of the body as it lies in the file.</param>
/// <param name="Core">What every start needs; the body begins with it.</param>
/// <param name="Danger">What hears danger, behind it.</param>
/// <param name="Shelves">Pages and contacts, behind that.</param>
internal sealed record PackageHeader(string Revision, string Maker, DateTimeOffset? Made, string Body, PackagePart Core, PackagePart Danger, PackagePart Shelves)
{
    /// <summary>The parts as they follow each other.</summary>
    [JsonIgnore]
    public PackagePart[] Parts => [Core, Danger, Shelves];

    /// <summary>Bytes of the body.</summary>
    [JsonIgnore]
    public long Length => Parts.Sum(p => (long)p.Length);
}

/// <summary>A part of a package, JSON packed with brotli.</summary>
/// <param name="Length">Bytes as it lies in the file.</param>
/// <param name="Unpacked">Bytes when unpacked.</param>
internal sealed record PackagePart(int Length, int Unpacked);
