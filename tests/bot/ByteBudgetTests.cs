using System.Text.RegularExpressions;
using Outreach.Content.Pages;
using Outreach.Localization;
using Xunit.Abstractions;

namespace Outreach.Bot.Tests;

/// <summary>What a phone with 20 MB of data pays: every byte that comes in, headers included.</summary>
public sealed partial class ByteBudgetTests(SharedApp shared, ITestOutputHelper output) : IClassFixture<SharedApp>
{
    private const int FirstVisit = 14 * 1024;
    private const int FirstPage = 10 * 1024;
    private const int ScriptedTurn = 1536;
    private const int ScriptlessTurn = 4 * 1024;

    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_first_visit_is_light_in_every_language(string tag)
    {
        using var browser = await new Browser(shared.App, tag).Get("/");
        var (page, total) = (browser.Page, browser.Bytes);
        foreach (Match file in Files().Matches(page))
        {
            await browser.Get(file.Value);
            Assert.Contains("immutable", browser.Response.Headers.CacheControl!.ToString());
            total += browser.Bytes;
        }
        output.WriteLine($"{tag} first visit {total}");
        Assert.InRange(total, 1, FirstVisit);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_page_is_light_on_the_first_visit_with_everything_it_needs(string tag)
    {
        using var browser = new Browser(shared.App, tag);
        var most = (Bytes: 0L, Path: "");
        var shelves = shared.App.Book.Places.Keys.Append(Library.ProgrammeShelf).ToList();
        foreach (var path in shared.App.Book.Library.All.Select(p => p.Id.Value).Distinct().Concat(shelves).Concat(shared.App.Book.Places.Keys.Select(p => $"{p}/keep")))
        {
            var total = (await browser.Get($"/{path}?lang={tag}")).Bytes;
            foreach (var file in Files().Matches(browser.Page).Select(m => m.Value).Append("/favicon.ico"))
                total += (await browser.Get(file)).Bytes;
            most = total > most.Bytes ? (total, path) : most;
        }
        output.WriteLine($"{tag} dearest page {most.Path} {most.Bytes}");
        Assert.InRange(most.Bytes, 1, FirstPage);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_turn_is_light_with_scripts_and_without(string tag)
    {
        using var scripted = await new Browser(shared.App, tag).Get("/");
        using var plain = await new Browser(shared.App, tag).Get("/");
        string[] way = [tag, "de", "ask", "programme/stranded", "ask:stranded", "yes", "no", "18_59", "no", "no", "no", "yes"];
        var (most, last) = (0L, 0L);
        scripted.Scripted = true;
        foreach (var (turn, press) in way.Index())
        {
            await plain.Press(press);
            last = plain.Bytes;
            Assert.True(turn < 9 || last <= ScriptlessTurn, $"{press}: {last}");
            await Next(scripted, press);
            if (turn >= 2)
                most = Math.Max(most, scripted.Bytes);
            Assert.True(turn < 2 || scripted.Bytes <= ScriptedTurn, $"{turn} {press}: {scripted.Bytes}");
        }
        output.WriteLine($"{tag} scripted at most {most}, scriptless after {way.Length} turns {last}");
    }

    [Theory]
    [InlineData("look.css", 4096)]
    [InlineData("chat.js", 3072)]
    [InlineData("keep.js", 1536)]
    [InlineData("w.js", 1024)]
    public void Each_file_keeps_its_budget(string name, int most)
    {
        var asset = Web.Asset.Of(name, "text/plain");
        output.WriteLine($"{name} {asset.Brotli.Length}");
        Assert.InRange(asset.Brotli.Length, 1, most);
    }

    /// <summary>Presses with the token of the last fragment, as the script does.</summary>
    private static async Task Next(Browser browser, string press)
    {
        var token = browser.Page.StartsWith('<') ? null : browser.Page.Split(' ')[0];
        await browser.Post(token is null ? browser.Form(("c", press)) : [("t", token), ("c", press)]);
    }

    [GeneratedRegex("/a/[0-9a-f]{8}\\.\\w+")]
    private static partial Regex Files();
}
