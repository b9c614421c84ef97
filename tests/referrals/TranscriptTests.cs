using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests;

/// <summary>Every conversation in tests/testdata/transcripts, with the real stores and the real register.</summary>
public class TranscriptTests
{
    public static TheoryData<string> Names => [.. Transcript.Of(Channels.Store)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_as_written(string name)
    {
        var path = Transcript.PathOf(name);
        var transcript = Transcript.Read(path);
        await using var host = await StoredHost.For(transcript);
        Assert.Equal(await File.ReadAllTextAsync(path), await transcript.Play(host));
    }

    [Fact]
    public async Task What_was_saved_before_a_stop_is_sent_once()
    {
        var transcript = Transcript.Read(Transcript.PathOf("stop-before-sending"));
        await using var host = await StoredHost.For(transcript);
        await transcript.Play(host);
        Assert.Equal(1, host.Sent);
    }
}
