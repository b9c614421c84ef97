using Microsoft.Data.Sqlite;
using Outreach.Tests.Support;

namespace Outreach.Bot.Tests.Transcripts;

/// <summary>Every conversation in tests/testdata/transcripts that the web chat plays, and every global word, with scripts or without.</summary>
public abstract class PlayedInTheChat(TranscriptApps apps, bool scripted) : IClassFixture<TranscriptApps>
{
    public static TheoryData<string> Names => [.. Transcript.Of(Channels.Web)];

    /// <summary>OUTREACH_UPDATE=1 writes what the web says otherwise without scripts; with scripts it says the same.</summary>
    private bool Writes => Repository.Update && !scripted;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_as_written(string name)
    {
        var path = Transcript.PathOf(name);
        var transcript = Transcript.Read(path);
        using var host = new WebHost(apps.For(transcript), transcript, scripted);
        var played = await transcript.Play(host);
        if (Writes)
            await File.WriteAllTextAsync(path, played);
        Assert.Equal(await File.ReadAllTextAsync(path), played);
    }

    [Theory]
    [MemberData(nameof(WordTable.Languages), MemberType = typeof(WordTable))]
    public Task Every_global_word_does_the_same_written_and_as_a_button(string language) =>
        WordTable.Holds(language, table => new WebHost(apps.For(table), table, scripted), Writes);
}

/// <summary>Forms and pages.</summary>
public sealed class TranscriptTests(TranscriptApps apps) : PlayedInTheChat(apps, scripted: false)
{
    [Fact]
    public async Task What_was_saved_before_a_stop_is_sent_once()
    {
        var transcript = Transcript.Read(Transcript.PathOf("stop-before-sending"));
        await using var app = await TranscriptApp.Start();
        using (var host = new WebHost(app.For(transcript), transcript, scripted: false))
            await transcript.Play(host);
        using var database = new SqliteConnection($"Data Source={Path.Combine(app.App.DataDir, "outreach.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var count = database.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM referral";
        Assert.Equal(1L, count.ExecuteScalar());
    }
}

/// <summary>What the script sends and gets.</summary>
public sealed class ScriptedTranscriptTests(TranscriptApps apps) : PlayedInTheChat(apps, scripted: true);
