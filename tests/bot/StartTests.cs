using System.Net;
using System.Net.Sockets;
using Outreach.Tests.Support;

namespace Outreach.Bot.Tests;

/// <summary>Starting: a wrong setting or a broken file stops it with a sentence.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("DataDirr", "x", "is no setting")]
    [InlineData("PublicUrl", "help", "must be an address")]
    [InlineData("PublicUrl", "javascript:alert(1)", "must be an address")]
    [InlineData("Urls", "https://*:443", "must be http addresses")]
    [InlineData("ContentDir", "/nowhere", "there is no folder")]
    [InlineData("Live", "perhaps", "must be true or false")]
    [InlineData("OpeningDialog", "nothing", "there is no dialog")]
    [InlineData("Place", "zz", "there is no place")]
    [InlineData("OfficeName", "", "1 to 80 characters")]
    public void A_wrong_setting_is_named(string name, string value, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory("outreach-start-").FullName;
        var why = Assert.Throws<CannotStartException>(() => Bot.Create([.. BotApp.Arguments(folder), $"--Outreach:{name}={value}"]));
        Assert.Contains(sentence, why.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_key_inside_the_data_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("outreach-start-").FullName;
        var why = Assert.Throws<CannotStartException>(() => Bot.Create([.. BotApp.Arguments(folder), $"--Outreach:KeyFile={Path.Combine(folder, "data", "master.key")}"]));
        Assert.Contains("must not lie inside DataDir", why.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_broken_file_is_named_with_its_line()
    {
        var folder = Directory.CreateTempSubdirectory("outreach-start-").FullName;
        var content = Path.Combine(folder, "book");
        Folders.Copy(Repository.At("content", "book"), content);
        File.AppendAllText(Path.Combine(content, "dialogs", "talk.yaml"), "\n  - {type: what, name: x}\n");
        var why = Assert.Throws<CannotStartException>(() => Bot.Create([.. BotApp.Arguments(folder), $"--Outreach:ContentDir={content}"]));
        Assert.Contains("talk.yaml:", why.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_staff_socket_is_for_its_owner_and_serves_the_staff_api_only()
    {
        await using var app = await BotApp.Start();
        var socket = Path.Combine(app.DataDir, "outreach.sock");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(socket));
        using var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancel) =>
            {
                var unix = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await unix.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancel);
                return new NetworkStream(unix, ownsSocket: true);
            },
        });
        foreach (var path in (string[])["/", "/de/housing", "/health", "/api/messages"])
        {
            using var answer = await http.GetAsync(new Uri($"http://desk{path}"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(0, answer.Content.Headers.ContentLength ?? 0);
        }
    }

    [Fact]
    public async Task Health_says_ok_and_nothing_about_anybody()
    {
        await using var app = await BotApp.Start();
        using var http = new HttpClient { BaseAddress = app.Address };
        Assert.Equal($"ok {app.Book.Revision}\n", await http.GetStringAsync(new Uri("/health", UriKind.Relative)));
    }
}
