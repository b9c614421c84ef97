using System.Collections.Immutable;
using System.Globalization;

namespace Outreach.Tests.Support;

/// <summary>
/// A conversation written so that a case worker can read it; tests/testdata/transcripts/README.md says how. The same file
/// runs against the core, the stores, the web chat and the kiosk.
/// </summary>
public sealed record Transcript
{
    /// <summary>The file's name without ending.</summary>
    public required string Name { get; init; }

    /// <summary>Comment lines at the top, kept when the file is rewritten.</summary>
    public required ImmutableArray<string> Head { get; init; }

    /// <summary>The exchanges in order.</summary>
    public required ImmutableArray<Exchange> Exchanges { get; init; }

    /// <summary>A setting of the head; null when it is not there.</summary>
    public string? Setting(string name)
    {
        foreach (var line in Head)
            if (line.IndexOf($"{name}: ", StringComparison.Ordinal) is >= 0 and var at)
                return line[(at + name.Length + 2)..].Split("   ")[0].Trim();
        return null;
    }

    /// <summary>When it begins.</summary>
    public DateTimeOffset Begins => DateTimeOffset.Parse(Setting("now") ?? "2026-11-21T10:00:00Z", CultureInfo.InvariantCulture);

    /// <summary>True when the program stops somewhere in it.</summary>
    public bool Stops => Exchanges.Any(e => e.Stops);

    /// <summary>Why a channel does not play it, in the words of its head; null when it does.</summary>
    public string? WhyNot(string channel) => channel switch
    {
        Channels.Web => Setting("not on the web"),
        Channels.Kiosk => Setting("not at the kiosk"),
        _ => null,
    };

    /// <summary>All files in their order.</summary>
    public static IEnumerable<Transcript> All => Directory.GetFiles(Repository.At("tests", "testdata", "transcripts"), "*.txt").Order(StringComparer.Ordinal).Select(Read);

    /// <summary>The names of those that a channel plays.</summary>
    public static IEnumerable<string> Of(string channel) => All.Where(t => t.WhyNot(channel) is null).Select(t => t.Name);

    /// <summary>Where a transcript lies.</summary>
    public static string PathOf(string name) => Repository.At("tests", "testdata", "transcripts", $"{name}.txt");

    /// <summary>Reads a file.</summary>
    public static Transcript Read(string path)
    {
        var head = ImmutableArray.CreateBuilder<string>();
        var exchanges = ImmutableArray.CreateBuilder<Exchange>();
        var number = 0;
        foreach (var line in File.ReadAllLines(path))
        {
            number++;
            if (line.StartsWith('#') || line.Trim().Length == 0)
            {
                if (exchanges.Count == 0)
                    head.Add(line);
            }
            else if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                exchanges.Add(new Exchange(number, line[2..]));
            }
            else if (exchanges.Count > 0)
            {
                exchanges[^1] = exchanges[^1].With(line);
            }
        }
        return new Transcript { Name = Path.GetFileNameWithoutExtension(path), Head = head.ToImmutable(), Exchanges = exchanges.ToImmutable() };
    }

    /// <summary>Plays the conversation on a host; gives the file as it is when everything went as written, else with what really came back.</summary>
    public async Task<string> Play(ITranscriptHost host)
    {
        var lines = Head.ToList();
        foreach (var exchange in Exchanges)
            lines.AddRange(exchange.Played(host.Channel, exchange.Stops ? await host.DoAndStop(exchange.Input) : await host.Do(exchange.Input)));
        return string.Join('\n', lines) + "\n";
    }
}

/// <summary>Something a transcript can be played on.</summary>
public interface ITranscriptHost
{
    /// <summary>Which: one of <see cref="Channels"/>.</summary>
    string Channel { get; }

    /// <summary>Does one input and gives the lines that came back: "&lt; …" for what is shown, "! …" for effects.</summary>
    Task<IReadOnlyList<string>> Do(string input);

    /// <summary>Does one input, dies after the save and before its effects, starts again; gives what is shown then.</summary>
    Task<IReadOnlyList<string>> DoAndStop(string input);
}
