using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Content.Dialogs;

namespace Outreach.Referrals.Sync;

/// <summary>What a kiosk sends for one request: the reference it already gave to the person, and the submission.</summary>
/// <param name="Reference">As it stands on the slip.</param>
/// <param name="Submission">What the person confirmed.</param>
/// <param name="At">When they confirmed it.</param>
public sealed record SpoolItem(string Reference, Submission Submission, DateTimeOffset At);

/// <summary>JSON of the spool.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SpoolItem))]
public sealed partial class SpoolJson : JsonSerializerContext;

/// <summary>
/// A kiosk's store-and-forward queue: one sealed file an item, written and flushed before the person is told. The kiosk keeps
/// nothing else (DESIGN 6.13). An item is deleted only when the server has acknowledged it.
/// </summary>
public sealed class Spool(string folder, string serverKey)
{
    private const string Ending = ".sealed";

    /// <summary>How many items wait.</summary>
    public int Count => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $"*{Ending}").Count() : 0;

    /// <summary>The ids that wait, oldest first.</summary>
    public IReadOnlyList<string> Waiting => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, $"*{Ending}").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    /// <summary>Keeps an item. The id repeats harmlessly: the same item is not kept twice.</summary>
    public void Keep(string id, SpoolItem item)
    {
        Directory.CreateDirectory(folder);
        var file = FileOf(id);
        if (File.Exists(file))
            return;
        var sealedItem = SpoolSeal.Seal(JsonSerializer.SerializeToUtf8Bytes(item, SpoolJson.Default.SpoolItem), serverKey, id);
        var part = file + ".part";
        using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(sealedItem);
            stream.Flush(flushToDisk: true);
        }
        File.Move(part, file);
    }

    /// <summary>The sealed bytes of an item; null when it is gone.</summary>
    public byte[]? Read(string id) => File.Exists(FileOf(id)) ? File.ReadAllBytes(FileOf(id)) : null;

    /// <summary>The server has it, or the person took it back.</summary>
    public void Drop(string id) => File.Delete(FileOf(id));

    /// <summary>An id that sorts by time and means nothing else.</summary>
    public static string IdFor(DateTimeOffset at, Guid unique) => $"{at.ToUnixTimeMilliseconds().ToString("D15", CultureInfo.InvariantCulture)}-{unique:N}";

    private string FileOf(string id) => id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        ? Path.Combine(folder, id + Ending)
        : throw new ArgumentException("not an id of the spool", nameof(id));
}
