using System.Net;
using System.Text.RegularExpressions;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Tests.Support;

namespace Outreach.Bot.Tests.Transcripts;

/// <summary>Plays transcripts in the web chat: forms and pages, or what the script sends and gets. Everything is read from the HTML.</summary>
internal sealed class WebHost(TranscriptApp app, Transcript transcript, bool scripted) : ITranscriptHost, IDisposable
{
    private Browser _browser = New(app, transcript, scripted);
    private string _frame = "";
    private readonly ShownCodes _codes = new();
    private int _staff;
    private IReadOnlyList<string> _shown = [];

    /// <inheritdoc/>
    public string Channel => Channels.Web;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Do(string input)
    {
        app.Saved.Clear();
        if (input.StartsWith("(later) ", StringComparison.Ordinal))
        {
            app.Clock.Now += CoreHost.Later(input);
            return [];
        }
        if (input == CoreHost.AnotherPhone)
        {
            Renew(null);
            _frame = "";
            return [];
        }
        if (_frame.Length == 0 && input != "(open)")
            await Look(Entrance);
        var before = _shown;
        await Act(input);
        _shown = WebLines.Of(_browser.Page);
        _codes.Saw(_browser.Words);
        return [.. IsStaff(input) && !scripted && _shown.Take(before.Count).SequenceEqual(before) ? _shown.Skip(before.Count) : _shown, .. SavedEffects.Lines(app.Saved)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> DoAndStop(string input)
    {
        app.Saved.Clear();
        app.Dies = true;
        await Act(input);
        app.Dies = false;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, _browser.Response.StatusCode);
        app.Clock.Now += TimeSpan.FromMinutes(1);
        await app.App.Restart();
        Renew(_browser.Session);
        await Finished();
        await Look("/");
        _shown = WebLines.Of(_browser.Page);
        return [.. _shown, .. SavedEffects.Lines(app.Saved)];
    }

    public void Dispose() => _browser.Dispose();

    private void Renew(string? session)
    {
        _browser.Dispose();
        _browser = New(app, transcript, scripted);
        _browser.Session = session;
    }

    /// <summary>A phone speaks the language of the person who has it.</summary>
    private static Browser New(TranscriptApp app, Transcript transcript, bool scripted) => new(app.App, transcript.Setting("language") ?? "en") { Scripted = scripted };

    private string Entrance => transcript.Setting("language") is { } language ? $"/?lang={language}" : "/";

    private async Task Act(string input)
    {
        if (input == "(open)")
            await Look(_browser.Session is null ? Entrance : "/");
        else if (IsStaff(input))
            await HearStaff(input);
        else if (input.StartsWith("[ask:", StringComparison.Ordinal))
            await Ask(input[1..^1]);
        else if (input.StartsWith('[') && input.EndsWith(']'))
            await Press(input[1..^1]);
        else if (input == "/exit")
            await Leave();
        else if (input.StartsWith('/') && Has(input))
            await Settle(_browser.Press(input));
        else
            await Settle(_codes.Typed(input) is { } code ? _browser.Write(code) : Ticks(input) is { } ticks ? _browser.Tick(ticks) : _browser.Write(input));
    }

    /// <summary>To the request of a programme by the way the page offers: menu, "ask for help", the programme, "ask".</summary>
    private async Task Ask(string value)
    {
        foreach (var step in Has(value) ? [value] : (string[])["/menu", "ask", $"programme/{value[4..]}", value])
            await Press(step);
    }

    /// <summary>The button that stands before all others; the script only hides the page meanwhile.</summary>
    private async Task Leave()
    {
        var language = Regex.Match(_frame, "action=/leave><input type=hidden name=l value=(\\w+)>").Groups[1].Value;
        _browser.Scripted = false;
        await _browser.Post([("l", language)], "/leave");
        _browser.Scripted = scripted;
    }

    private Task Press(string value) => Settle(_browser.Page.Contains($"type=checkbox name=m value=\"{value}\"", StringComparison.Ordinal) ? _browser.Tick(value) : _browser.Press(value));

    private async Task HearStaff(string input)
    {
        var conversation = await app.App.ConversationOf(_browser);
        await app.App.Runner.Run(conversation.Id, new InputId($"staff-{++_staff}"), CoreHost.InputOf(input), default);
        await Look(scripted ? $"/news?v={conversation.Version}" : "/");
    }

    private async Task Look(string path)
    {
        await _browser.Get(path);
        if (_browser.Page.StartsWith('<'))
            _frame = _browser.Page;
    }

    /// <summary>After a form: what the script does when the page around the replies has changed, or when the person has left.</summary>
    private async Task Settle(Task<Browser> post)
    {
        await post;
        if (_browser.Page.StartsWith("bye ", StringComparison.Ordinal))
            await Look($"/bye?lang={_browser.Page.Trim().Split(' ')[1]}");
        else if (_browser.Page.StartsWith('<'))
            _frame = _browser.Page;
        else if (!_frame.Contains($"data-f=\"{_browser.Page.Split(' ')[2]}\"", StringComparison.Ordinal))
            await Look("/");
    }

    /// <summary>The boxes that numbers name, where several can be ticked.</summary>
    private string[]? Ticks(string input)
    {
        var boxes = Regex.Matches(_browser.Page, "type=checkbox name=m value=\"([^\"]*)\"").Select(m => m.Groups[1].Value).ToArray();
        var numbers = input.Split(' ').Select(n => int.TryParse(n, out var number) ? number : 0).ToArray();
        return boxes.Length > 0 && numbers.All(n => n >= 1 && n <= boxes.Length) ? [.. numbers.Select(n => boxes[n - 1])] : null;
    }

    /// <summary>True when there is such a button, below a reply or around the log.</summary>
    private bool Has(string value) => Regex.IsMatch(_browser.Page + _frame, $"name=c value=\"?{Regex.Escape(value)}[\" >]");

    private static bool IsStaff(string input) => input == "(unlock)" || input.StartsWith("(staff) ", StringComparison.Ordinal);

    /// <summary>The worker of the new process does its first round by itself.</summary>
    private async Task Finished()
    {
        for (var i = 0; i < 200 && (await app.App.Store.WithPending(1, app.Clock.Now, default)).Length > 0; i++)
            await Task.Delay(25);
    }
}
