using Outreach.Tests.Support;

namespace Outreach.Tui.Tests.KioskScreens;

/// <summary>Every conversation in tests/testdata/transcripts that the kiosk plays. OUTREACH_UPDATE=1 writes what the kiosk says otherwise.</summary>
public class KioskTranscriptTests
{
    public static TheoryData<string> Names => [.. Transcript.Of(Channels.Kiosk)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_as_written(string name)
    {
        var path = Transcript.PathOf(name);
        var transcript = Transcript.Read(path);
        using var host = new KioskHost(transcript);
        var played = await transcript.Play(host);
        if (Repository.Update)
            await File.WriteAllTextAsync(path, played);
        Assert.Equal(await File.ReadAllTextAsync(path), played);
    }

    [Theory]
    [MemberData(nameof(WordTable.Languages), MemberType = typeof(WordTable))]
    public Task Every_global_word_does_the_same_written_and_by_its_key(string language) =>
        WordTable.Holds(language, table => new KioskHost(table), Repository.Update);

    [Theory]
    [InlineData("before the spool has it: nothing is kept, and nobody was told that it is", false, 0)]
    [InlineData("after the spool has it: it is sent later all the same, once", true, 1)]
    public async Task What_a_stop_leaves_in_the_spool(string why, bool late, int waiting)
    {
        var transcript = Transcript.Read(Transcript.PathOf("stop-before-sending"));
        using var host = new KioskHost(transcript) { StopsLate = late };
        await transcript.Play(host);
        Assert.True(host.Waiting == waiting, why);
    }
}
