using System.Collections.Immutable;
using System.Globalization;

namespace Outreach.Tests.Support;

/// <summary>One exchange of a transcript: what the person did and what came back.</summary>
/// <param name="Line">Line number in the file.</param>
/// <param name="Input">After "> ": words, "[value]" for a button, "/word" for a control, "(open)", "(staff) words", "(later) 3 days", "(crash)", "(channel) kiosk".</param>
/// <param name="Expected">The lines after it, with their marks.</param>
public sealed record Exchange(int Line, string Input, ImmutableArray<string> Expected);

/// <summary>
/// A conversation written so that a case worker can read it. `#` comment, `>` person, `&lt;` bot, `!` effect. The head says
/// `language: ar   place: ly   now: 2026-11-21T10:00:00Z`. The same file runs against every host.
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
                exchanges.Add(new Exchange(number, line[2..], []));
            }
            else if (exchanges.Count > 0)
            {
                exchanges[^1] = exchanges[^1] with { Expected = exchanges[^1].Expected.Add(line) };
            }
        }
        return new Transcript { Name = Path.GetFileNameWithoutExtension(path), Head = head.ToImmutable(), Exchanges = exchanges.ToImmutable() };
    }

    /// <summary>Plays the conversation on a host; gives what really came back, in the form of the file.</summary>
    public async Task<string> Play(ITranscriptHost host)
    {
        var lines = Head.ToList();
        foreach (var exchange in Exchanges)
        {
            lines.Add($"> {exchange.Input}");
            lines.AddRange(await host.Do(exchange.Input));
        }
        return string.Join('\n', lines) + "\n";
    }
}

/// <summary>Something a transcript can be played on: the core, the web chat, the kiosk.</summary>
public interface ITranscriptHost
{
    /// <summary>Does one input and gives the lines that came back: "&lt; …" for replies, "! …" for effects.</summary>
    Task<IReadOnlyList<string>> Do(string input);
}
