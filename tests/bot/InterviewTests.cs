using System.Net.Http.Json;
using System.Text.Json;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Bot.Tests;

/// <summary>The interview that tests/bench measures with, on the real host with the real list of urgent words, sealing and the durable store.</summary>
public sealed class InterviewTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private BotApp _app = null!;
    private HttpClient _http = null!;
    private int _next;

    public async Task InitializeAsync()
    {
        _app = await BotApp.Start(null, $"--Outreach:ContentDir={InterviewBook.Write(_folder.Path)}", $"--Outreach:OpeningDialog={InterviewBook.Dialog}");
        _http = new HttpClient { BaseAddress = _app.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_runs_to_its_summary_and_then_begins_anew()
    {
        for (var round = 0; round < 2; round++)
            foreach (var (says, hears) in InterviewBook.Steps)
                Assert.Contains(hears, await Say("c1", says), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_that_is_none_is_asked_again_as_the_peers_do()
    {
        await Say("c2", "hi");
        Assert.Contains("Which language", await Say("c2", "Klingon"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urgent_words_are_heard_in_the_middle_of_it()
    {
        foreach (var (says, _) in InterviewBook.Steps.Take(3))
            await Say("c3", says);
        Assert.Contains(_app.Book.Texts.Text(Locale.English, "danger.heard"), await Say("c3", "he will kill me"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_book_that_people_are_served_does_not_have_it() => Assert.DoesNotContain(InterviewBook.Dialog, TestBook.Real.Dialogs.Keys);

    [Fact]
    public void The_loader_plays_the_same_interview()
    {
        var loader = File.ReadAllText(Repository.At("tests", "bench", "peers", "turnload.c"));
        Assert.All(InterviewBook.Steps, step => Assert.Contains($"{{\"{step.Says}\", \"{step.Hears}\"}}", loader, StringComparison.Ordinal));
    }

    private async Task<string> Say(string conversation, string text)
    {
        var message = new
        {
            type = "message",
            id = $"m{_next++}",
            channelId = "test",
            from = new { id = "u" },
            recipient = new { id = "bot" },
            conversation = new { id = conversation },
            locale = "en-US",
            text,
            deliveryMode = "expectReplies",
        };
        using var answer = await _http.PostAsJsonAsync(new Uri("/api/messages", UriKind.Relative), message);
        var replies = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return string.Join('\n', replies.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("text").GetString()));
    }
}
