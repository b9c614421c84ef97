using System.Globalization;
using System.Threading.Channels;
using Outreach.Content.Protection;

namespace Outreach.Referrals.Sync;

/// <summary>How much waits in a spool; all that its staff see of it.</summary>
/// <param name="Waiting">Items of people not sent yet, refused ones too; what is only counted is not among them.</param>
/// <param name="Oldest">Since when the oldest waits.</param>
/// <param name="Refused">Of these, how many the server could not take.</param>
public sealed record SpoolState(int Waiting, DateTimeOffset? Oldest, int Refused)
{
    /// <summary>Nothing waits.</summary>
    public static SpoolState Empty { get; } = new(0, null, 0);
}

/// <summary>An item as it is sent.</summary>
public sealed record SpooledItem(string Id, byte[] Sealed);

/// <summary>
/// A kiosk's store-and-forward queue: one sealed file an item, written and flushed before the person is told. The kiosk keeps
/// nothing else (DESIGN 6.13). An item is deleted only when the server has acknowledged it, or the person took it back.
/// </summary>
public sealed class Spool(string folder, string serverKey)
{
    private const string Ending = ".sealed";
    private const string Half = ".part";
    private const string UrgentMark = "-urgent";
    private const string CountMark = "-count";
    private static readonly TimeSpan HalfKept = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _refused = new(StringComparer.Ordinal);
    private readonly Channel<bool> _kept = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The ids that wait, oldest first.</summary>
    public IReadOnlyList<string> Waiting => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, $"*{Ending}").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    /// <summary>How much waits.</summary>
    public SpoolState State
    {
        get
        {
            lock (_gate)
            {
                var waiting = Waiting.Where(id => !IsCount(id)).ToList();
                return new SpoolState(waiting.Count, waiting.Count > 0 ? TimeOf(waiting[0]) : null, waiting.Count(_refused.ContainsKey));
            }
        }
    }

    /// <summary>Keeps an item; it is on the disk when this returns. The id repeats harmlessly: the same item is not kept twice.</summary>
    public void Keep(string id, SpoolItem item)
    {
        var file = FileOf(id);
        lock (_gate)
        {
            Directory.CreateDirectory(folder);
            if (File.Exists(file))
                return;
            var sealedItem = SpoolSeal.Seal(SpoolCodec.Pack(item), serverKey, id);
            var part = file + Half;
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(sealedItem);
                stream.Flush(flushToDisk: true);
            }
            File.Move(part, file);
            Durable.Folder(folder);
        }
        _kept.Writer.TryWrite(true);
    }

    /// <summary>The sealed bytes of an item; null when it is gone.</summary>
    public byte[]? Read(string id) => File.Exists(FileOf(id)) ? File.ReadAllBytes(FileOf(id)) : null;

    /// <summary>What to send next: urgent items first and alone, then the oldest, and what is only counted at last. They count as sent from now on, whatever becomes of them.</summary>
    /// <param name="now">Alerts and counts that are too old are destroyed instead.</param>
    public IReadOnlyList<SpooledItem> Next(DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (var old in Waiting.Where(id => (IsUrgent(id) || IsCount(id)) && TimeOf(id) is { } at && now - at > (IsUrgent(id) ? SyncLimits.AlertKept : SyncLimits.CountKept)))
                Delete(old);
            var waiting = Waiting.Where(id => !_refused.ContainsKey(id)).ToList();
            var next = new List<SpooledItem>();
            var bytes = 0;
            foreach (var id in waiting.Any(IsUrgent) ? waiting.Where(IsUrgent) : waiting.OrderBy(IsCount))
            {
                if (Read(id) is not { } sealedItem)
                    continue;
                bytes += sealedItem.Length;
                if (next.Count > 0 && (bytes > SyncLimits.BytesAPost || next.Count >= SyncLimits.MostItemsAPost))
                    break;
                _tried.Add(id);
                next.Add(new SpooledItem(id, sealedItem));
            }
            return next;
        }
    }

    /// <summary>The server has it.</summary>
    public void Drop(string id)
    {
        lock (_gate)
            Delete(id);
    }

    /// <summary>The server could not take it: it stays, is counted, and holds up none behind it.</summary>
    public void Refuse(string id, int problem)
    {
        lock (_gate)
            _refused[id] = problem;
    }

    /// <summary>Refused ones may be tried again: the server may have been brought up to date.</summary>
    public void TryAgain()
    {
        lock (_gate)
            _refused.Clear();
    }

    /// <summary>Why items were refused: how many by number of the problem.</summary>
    public IReadOnlyDictionary<int, int> Refusals
    {
        get
        {
            lock (_gate)
                return _refused.CountBy(r => r.Value).ToDictionary();
        }
    }

    /// <summary>The person takes it back. True when nobody can have it: it was never sent, and is gone now.</summary>
    public bool Retract(string id)
    {
        lock (_gate)
        {
            var here = File.Exists(FileOf(id));
            Delete(id);
            return here && !_tried.Contains(id);
        }
    }

    /// <summary>Waits until something more is kept.</summary>
    public async Task MoreKept(CancellationToken cancel) => await _kept.Reader.ReadAsync(cancel);

    /// <summary>Removes what a power cut left half written; nobody was told that it is kept.</summary>
    public void Tidy(DateTimeOffset now)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var half in Directory.EnumerateFiles(folder, $"*{Half}").Where(f => now.UtcDateTime - File.GetLastWriteTimeUtc(f) > HalfKept))
            File.Delete(half);
    }

    /// <summary>An id that sorts by time and means nothing else.</summary>
    public static string IdFor(DateTimeOffset at, Guid unique) => $"{at.ToUnixTimeMilliseconds().ToString("D15", CultureInfo.InvariantCulture)}-{unique:N}";

    /// <summary>The id of an item that goes before all others.</summary>
    public static string UrgentIdFor(DateTimeOffset at, Guid unique) => IdFor(at, unique) + UrgentMark;

    /// <summary>The id of an item that is only counted: it goes last, and nobody waits for it.</summary>
    public static string CountIdFor(DateTimeOffset at, Guid unique) => IdFor(at, unique) + CountMark;

    private static bool IsCount(string id) => id.EndsWith(CountMark, StringComparison.Ordinal);

    private static bool IsUrgent(string id) => id.EndsWith(UrgentMark, StringComparison.Ordinal);

    private static DateTimeOffset? TimeOf(string id) =>
        long.TryParse(id.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms < 253_402_300_799_999 ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;

    /// <summary>Flushed as well: what a person deleted must not come back after a power cut.</summary>
    private void Delete(string id)
    {
        File.Delete(FileOf(id));
        _refused.Remove(id);
        Durable.Folder(folder);
    }

    private string FileOf(string id) => SpoolFrames.IsId(id) ? Path.Combine(folder, id + Ending) : throw new ArgumentException("not an id of the spool", nameof(id));
}
