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
}
