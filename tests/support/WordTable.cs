using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Xunit;

namespace Outreach.Tests.Support;

/// <summary>
/// What comes of every global word, in one file a language (tests/testdata/words): a visitor who stands at the second question of a
/// request says it, once written as the catalog spells it first, once by its button or key. Both must do the same.
/// </summary>
public static class WordTable
{
    private static readonly ImmutableArray<string> Way = ["(open)", "[ask:stranded]", "[yes]"];

    /// <summary>The languages, for theories.</summary>
    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Tag)];

    /// <summary>Plays a language's file on a channel, with a new visitor for everything that is said; fails when anything else came back than is written.</summary>
    public static async Task Holds(string language, Func<Transcript, ITranscriptHost> visitor, bool writes)
    {
        var path = Repository.At("tests", "testdata", "words", $"{language}.txt");
        var table = File.Exists(path) ? Transcript.Read(path) : Empty(language);
        var lines = table.Head.ToList();
        foreach (var word in Enum.GetValues<GlobalWord>())
        {
            var (control, written) = (GlobalWords.Value(word), Spelling(language, word));
            var (channel, pressed) = await Said(visitor, table, control);
            var (_, heard) = await Said(visitor, table, written);
            Assert.True(pressed.SequenceEqual(heard), $"{control} gives\n{string.Join('\n', pressed)}\nand \"{written}\" gives\n{string.Join('\n', heard)}");
            var input = $"{control} {written}";
            lines.AddRange((table.Exchanges.FirstOrDefault(e => e.Input == input) ?? new Exchange(0, input)).Played(channel, heard));
        }
        var played = string.Join('\n', lines) + "\n";
        if (writes)
            await File.WriteAllTextAsync(path, played);
        Assert.Equal(await File.ReadAllTextAsync(path), played);
    }

    private static string Spelling(string language, GlobalWord word) =>
        TestBook.Real.Texts.Text(Locale.All.Single(l => l.Tag == language), GlobalWords.Key(word)).Split('|')[0];

    private static async Task<(string Channel, IReadOnlyList<string> Lines)> Said(Func<Transcript, ITranscriptHost> visitor, Transcript table, string word)
    {
        var host = visitor(table);
        try
        {
            foreach (var input in Way)
                await host.Do(input);
            return (host.Channel, await host.Do(word));
        }
        finally
        {
            if (host is IAsyncDisposable later)
                await later.DisposeAsync();
            (host as IDisposable)?.Dispose();
        }
    }

    private static Transcript Empty(string language) => new()
    {
        Name = language,
        Head = ["# Every global word at the second question of a request: by its button, and written", $"# language: {language}   place: ly   now: 2026-11-21T10:00:00Z"],
        Exchanges = [],
    };
}
