using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Transcripts;

/// <summary>Every conversation in tests/testdata/transcripts, on the core. OUTREACH_UPDATE=1 rewrites; review the difference like code.</summary>
public class TranscriptTests
{
    public static TheoryData<string> Names => [.. Transcript.Of(Channels.Core)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_as_written(string name)
    {
        var path = Transcript.PathOf(name);
        var transcript = Transcript.Read(path);
        var played = await transcript.Play(new CoreHost(TestBook.Real, transcript));
        if (Repository.Update)
            await File.WriteAllTextAsync(path, played);
        Assert.Equal(await File.ReadAllTextAsync(path), played);
    }

    [Theory]
    [MemberData(nameof(WordTable.Languages), MemberType = typeof(WordTable))]
    public Task Every_global_word_does_the_same_written_and_as_a_control(string language) =>
        WordTable.Holds(language, table => new CoreHost(TestBook.Real, table), Repository.Update);

    [Theory]
    [InlineData(Channels.Core)]
    [InlineData(Channels.Web)]
    [InlineData(Channels.Kiosk)]
    public void Every_channel_plays_at_least_thirty(string channel) => Assert.InRange(Transcript.Of(channel).Count(), 30, int.MaxValue);
}
