using System.Collections.Immutable;

namespace Outreach.Tests.Support;

/// <summary>One exchange of a transcript: what the person did and what came back.</summary>
/// <param name="Line">Line number in the file.</param>
/// <param name="Input">What stands after "> "; the README beside the transcripts says what can.</param>
public sealed record Exchange(int Line, string Input)
{
    /// <summary>The line that stops the program: the turn is saved, nothing of it is sent.</summary>
    public const string StopLine = "-- the program stops here, before anything is sent, and starts again";

    /// <summary>What stands where a channel shows nothing.</summary>
    public const string Nothing = "(nothing)";

    /// <summary>True when the program stops between save and effect.</summary>
    public bool Stops { get; init; }

    /// <summary>The lines that hold for every channel.</summary>
    public ImmutableArray<string> Expected { get; init; } = [];

    /// <summary>The lines of channels that say something else, by channel; they stand for all of <see cref="Expected"/>.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Elsewhere { get; init; } = ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>The exchange with one more line of the file.</summary>
    public Exchange With(string line)
    {
        if (line == StopLine)
            return this with { Stops = true };
        foreach (var channel in Channels.Others)
            if (line.StartsWith($"[{channel}] ", StringComparison.Ordinal))
            {
                var before = Elsewhere.GetValueOrDefault(channel, []);
                var said = line[(channel.Length + 3)..];
                return this with { Elsewhere = Elsewhere.SetItem(channel, said == Nothing ? before : before.Add(said)) };
            }
        return this with { Expected = Expected.Add(line) };
    }

    /// <summary>The exchange as it stands in the file after a channel has played it: unchanged when it went as written.</summary>
    public IEnumerable<string> Played(string channel, IReadOnlyList<string> heard)
    {
        var (shared, elsewhere) = channel == Channels.Core ? (heard, Elsewhere)
            : Same(Expected, heard) ? (Expected, Elsewhere.Remove(channel))
            : Elsewhere.TryGetValue(channel, out var own) && Same(own, heard) ? (Expected, Elsewhere)
            : (Expected, Elsewhere.SetItem(channel, [.. heard]));
        yield return $"> {Input}";
        if (Stops)
            yield return StopLine;
        foreach (var line in shared)
            yield return line;
        foreach (var (other, lines) in elsewhere)
            foreach (var line in lines.IsEmpty ? [Nothing] : lines)
                yield return $"[{other}] {line}";
    }

    /// <summary>Only the core knows between which replies an effect was wanted; for the others both orders count alone.</summary>
    private static bool Same(ImmutableArray<string> written, IReadOnlyList<string> heard) =>
        written.Where(IsEffect).SequenceEqual(heard.Where(IsEffect)) && written.Where(l => !IsEffect(l)).SequenceEqual(heard.Where(l => !IsEffect(l)));

    private static bool IsEffect(string line) => line.StartsWith('!');
}

/// <summary>What transcripts are played on.</summary>
public static class Channels
{
    /// <summary>The core alone; its lines hold for every channel that says nothing of its own.</summary>
    public const string Core = "core";

    /// <summary>The core with real stores and the real register.</summary>
    public const string Store = "store";

    /// <summary>The web chat.</summary>
    public const string Web = "web";

    /// <summary>The kiosk.</summary>
    public const string Kiosk = "kiosk";

    /// <summary>The channels that may say something else.</summary>
    public static ImmutableArray<string> Others { get; } = [Kiosk, Web];
}
