using System.Collections.Immutable;
using System.IO.Compression;

namespace Outreach.Tests.Support;

/// <summary>What people tell a store and nobody may find in a file: names, numbers and sentences in five scripts, no two the same.</summary>
public static class Planted
{
    /// <summary>A form behind each of which stands a number that occurs nowhere else.</summary>
    private static readonly string[] Forms =
    [
        "José María {0}", "Oksana Zerubbabel {0}", "Фатіма Коваленко {0}", "أمينة القويركل {0}", "زهرا رضایی {0}", "ትዕግስት አበበ {0}",
        "+49151{0}", "+218 91 {0}", "wa.me/{0}",
        "my brother is held in room {0}", "mon passeport est le {0}", "mi hija duerme en la casa {0}", "nimefungiwa nyumba {0}",
        "أحتاج إلى طبيب، غرفة رقم {0}", "برادرم را در اتاق {0} نگه داشته‌اند", "мій паспорт забрали, номер {0}", "ወንድሜ ክፍል {0} ውስጥ ነው",
        "Qwirkleheim {0}", "وادي {0}", "Горлівка-{0}",
    ];

    /// <summary>The two hundred.</summary>
    public static ImmutableArray<string> Values { get; } = Make();

    /// <summary>Those of the values that stand in any file below a folder, as it lies there now, however written; a lock file holds nothing.</summary>
    public static ImmutableArray<string> FoundIn(string folder)
    {
        var files = Files(folder);
        return [.. Values.Where(value => files.Exists(file => Trace.Holds(file, value)))];
    }

    /// <summary>Those of the values that appear when bytes are unpacked from any place: what was compressed and then not sealed.</summary>
    public static ImmutableArray<string> FoundPackedIn(IEnumerable<byte[]> blobs)
    {
        var unpacked = blobs.SelectMany(Unpacked).ToList();
        return [.. Values.Where(value => unpacked.Exists(bytes => Trace.Holds(bytes, value)))];
    }

    /// <summary>Every file below a folder, while a database in it is open too: data, log and index of the log.</summary>
    public static List<byte[]> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Select(Bytes)];

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static IEnumerable<byte[]> Unpacked(byte[] blob)
    {
        var room = new byte[1 << 16];
        for (var from = 0; from < blob.Length; from++)
            if (BrotliDecoder.TryDecompress(blob.AsSpan(from), room, out var length) && length > 0)
                yield return room[..length];
    }

    private static ImmutableArray<string> Make()
    {
        var random = new Random(2026);
        var values = Enumerable.Range(0, 200).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, Forms[i % Forms.Length], 10_000_000 + 400_000 * i + random.Next(400_000))).ToImmutableArray();
        return values.Distinct(StringComparer.Ordinal).Count() == 200 ? values : throw new InvalidOperationException("two planted values are the same");
    }
}
