using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Outreach.Tests.Support;

namespace Outreach.Bot.Tests.Traces;

/// <summary>
/// After "no", "stop", "delete everything" or leaving, nothing that was answered is left: not in the database, its log and
/// its shared memory, not in the outbox, not in any log, sealed or open; and no key that could open an old copy.
/// </summary>
public sealed class NoTraceTests : IAsyncLifetime
{
    private const string Name = "Zerubbabel";
    private const string Valley = "وادي القويركل";

    /// <summary>Words that only this person wrote.</summary>
    private static readonly string[] Written = [Name, Valley, "Qwirkleheim", "Hrodvitnir"];

    /// <summary>Names of what was asked and values of what was answered, as they stand in a state.</summary>
    private static readonly string[] Answered = ["\"alone\"", "\"danger_now\"", "\"age\"", "\"18_59\"", "\"held\"", "\"afraid\"", "\"message\"", "\"called\"", "1973"];

    private readonly CapturedLog _log = new();
    private BotApp _app = null!;

    public async Task InitializeAsync() => _app = await BotApp.Start(services => services.AddSingleton<ILoggerProvider>(_log), CapturedLog.Everything);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("\"no\" to consent", "no")]
    [InlineData("\"no\", written", "> no")]
    [InlineData("stop", "/stop")]
    [InlineData("delete everything", "/delete")]
    [InlineData("leave, written", "> exit")]
    [InlineData("leave, the button at the top", "leave")]
    public async Task Nothing_is_left_of_answers_before_consent(string why, string end)
    {
        using var browser = await ToConsent();
        await Leaves(browser, end, why, present: ["\"danger_now\"", "\"18_59\""]);
    }

    [Fact]
    public async Task Nothing_is_left_of_a_draft_with_consent_after_delete_everything()
    {
        using var browser = await ToDraft();
        await Leaves(browser, "/delete", "delete everything", present: [Name, Valley, "Qwirkleheim", "\"message\""]);
    }

    [Fact]
    public async Task What_is_kept_is_found_by_unsealing_and_only_so()
    {
        using var browser = await ToDraft();
        var kept = Unsealed.Of(_app);
        Assert.All((string[])[Name, Valley, "Qwirkleheim"], v => Assert.Contains(kept.Bodies, b => Trace.Holds(b, v)));
        Assert.All(Written, v => Assert.DoesNotContain(Files(), f => Trace.Holds(f.Bytes, v)));
    }

    [Fact]
    public void A_log_line_with_a_value_would_be_found()
    {
        var hidden = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"in {Valley} now"));
        var line = $"so {Name}, {hidden}";
        _app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.Test").Log(LogLevel.Trace, default, line, null, (words, _) => words);
        Assert.True(Trace.Holds(_log.Bytes, Name));
        Assert.True(Trace.Holds(_log.Bytes, Valley));
    }

    /// <summary>Checks that values are there, ends the conversation, checks that none is left.</summary>
    private async Task Leaves(Browser browser, string end, string why, string[] present)
    {
        var before = Unsealed.Of(_app);
        Assert.All(present, v => Assert.Contains(before.Bodies, b => Trace.Holds(b, v)));
        Assert.All(before.WrappedKeys, k => Assert.Contains(Files(), f => f.Bytes.AsSpan().IndexOf(k) >= 0));
        await (end switch
        {
            "leave" => browser.Post([("l", "en")], "/leave"),
            _ when end.StartsWith("> ", StringComparison.Ordinal) => browser.Write(end[2..]),
            _ => browser.Press(end),
        });

        var after = Unsealed.Of(_app);
        Assert.Equal(0, after.Referrals);
        Assert.All((string[])[.. Written, .. Answered], v => Assert.False(after.Bodies.Any(b => Trace.Holds(b, v)), $"{why}: {v} is still there after unsealing"));
        Assert.All(Files(), file =>
        {
            Assert.All(Written, v => Assert.False(Trace.Holds(file.Bytes, v), $"{why}: {v} stands in {file.Name}"));
            Assert.All(before.WrappedKeys, k => Assert.True(file.Bytes.AsSpan().IndexOf(k) < 0, $"{why}: an old key lies in {file.Name}"));
        });
        var log = _log.Bytes;
        Assert.True(Trace.Holds(log, "Trace Microsoft.") || Trace.Holds(log, "Debug Microsoft."), "the log is not at its most verbose");
        Assert.All((string[])[.. Written, "danger_now", "18_59"], v => Assert.False(Trace.Holds(log, v), $"{why}: {v} was logged"));
    }

    /// <summary>Everything below DataDir, as it lies there while the host runs; a socket and the empty lock file hold nothing.</summary>
    private List<(string Name, byte[] Bytes)> Files()
    {
        var files = new List<(string, byte[])>();
        foreach (var path in Directory.EnumerateFiles(_app.DataDir, "*", SearchOption.AllDirectories).Where(p => Path.GetExtension(p) is not (".sock" or ".lock")))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            files.Add((Path.GetFileName(path), bytes.ToArray()));
        }
        Assert.Contains(files, f => f.Item1 == "outreach.db");
        return files;
    }

    /// <summary>A person who asked, wrote what nobody needs, answered, and stands before the consent.</summary>
    private async Task<Browser> ToConsent()
    {
        var browser = await new Browser(_app).Get("/");
        foreach (var step in (string[])["en", "de", $"> where does {Name} live", "/menu", "ask", "list", "group:help", "programme/stranded", "ask:stranded", "yes", $"> {Name} lives in {Valley}", "no", "> 1973", "no", "no"])
            await (step.StartsWith("> ", StringComparison.Ordinal) ? browser.Write(step[2..]) : browser.Press(step));
        Assert.Contains("Before you go on", browser.Words, StringComparison.Ordinal);
        return browser;
    }

    /// <summary>A person who agreed and is in the middle of a message.</summary>
    private async Task<Browser> ToDraft()
    {
        var browser = await new Browser(_app).Get("/");
        foreach (var step in (string[])["en", "de", "/human", "yes", $"> {Name} lives in {Valley}", "here", "add", "called", "> Qwirkleheim", "/change", "message", $"> {Name} lives in {Valley} with Hrodvitnir"])
            await (step.StartsWith("> ", StringComparison.Ordinal) ? browser.Write(step[2..]) : browser.Press(step));
        Assert.Contains("This is what you told us", browser.Words, StringComparison.Ordinal);
        return browser;
    }
}
