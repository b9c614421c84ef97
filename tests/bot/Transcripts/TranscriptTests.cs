using Microsoft.Data.Sqlite;
using Outreach.Tests.Support;

namespace Outreach.Bot.Tests.Transcripts;

/// <summary>Every conversation in tests/testdata/transcripts that the web chat plays, with and without scripts. OUTREACH_UPDATE=1 writes what the web says otherwise.</summary>
public sealed class TranscriptTests(TranscriptApps apps) : IClassFixture<TranscriptApps>
{
    public static TheoryData<string> Names => [.. Transcript.Of(Channels.Web)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Goes_as_written_without_scripts(string name) => Play(name, scripted: false);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Goes_as_written_with_scripts(string name) => Play(name, scripted: true);

    [Fact]
    public async Task What_was_saved_before_a_stop_is_sent_once()
    {
        var transcript = Transcript.Read(Transcript.PathOf("stop-before-sending"));
        await using var app = await TranscriptApp.In(transcript.Setting("place"));
        using (var host = new WebHost(app, transcript, scripted: false))
            await transcript.Play(host);
        using var database = new SqliteConnection($"Data Source={Path.Combine(app.App.DataDir, "outreach.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var count = database.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM referral";
        Assert.Equal(1L, count.ExecuteScalar());
    }

    private async Task Play(string name, bool scripted)
    {
        var path = Transcript.PathOf(name);
        var transcript = Transcript.Read(path);
        using var host = new WebHost(await apps.For(transcript), transcript, scripted);
        var played = await transcript.Play(host);
        if (Repository.Update)
            await File.WriteAllTextAsync(path, played);
        Assert.Equal(await File.ReadAllTextAsync(path), played);
    }
}
