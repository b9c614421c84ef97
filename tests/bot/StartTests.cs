using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Outreach.Content.Signing;
using Outreach.Localization;
using Outreach.Referrals;
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
    [InlineData("Place", "zz", "there is no country")]
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

    [Theory]
    [InlineData("lies in another's folder", "/proc/outreach")]
    [InlineData("is a file", "/etc/hostname")]
    public void A_data_folder_that_cannot_be_written_is_named(string why, string data)
    {
        var folder = Directory.CreateTempSubdirectory("outreach-start-").FullName;
        var said = Assert.Throws<CannotStartException>(() => Bot.Create([.. BotApp.Arguments(folder), $"--Outreach:DataDir={data}"])).Message;
        Assert.True(said.StartsWith($"Outreach:DataDir: {data} cannot be written: ", StringComparison.Ordinal) && said.Contains("OUTREACH__DATADIR=", StringComparison.Ordinal), $"{why}: {said}");
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("others can read it", 32, 0b110_100_000, "run 'chmod 600' on it")]
    [InlineData("it is cut off", 31, 0b110_000_000, "has 31 bytes and must have exactly 32")]
    [InlineData("it is empty", 0, 0b110_000_000, "has 0 bytes and must have exactly 32")]
    public void A_key_file_that_protects_nothing_is_refused(string why, int bytes, int mode, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory("outreach-start-").FullName;
        var key = Path.Combine(folder, "wrong.key");
        File.WriteAllBytes(key, [.. Enumerable.Range(1, bytes).Select(n => (byte)n)]);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(key, (UnixFileMode)mode);
        var said = Assert.Throws<CannotStartException>(() => Bot.Create([.. BotApp.Arguments(folder), $"--Outreach:KeyFile={key}"])).Message;
        Assert.True(said.Contains(sentence, StringComparison.Ordinal) && said.Contains(key, StringComparison.Ordinal), $"{why}: {said}");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_address_in_use_is_one_sentence_and_no_stack_trace()
    {
        var folder = Directory.CreateTempSubdirectory("outreach-start-").FullName;
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Outreach.Bot.dll"), .. BotApp.Arguments(folder), $"--Outreach:Urls={url}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        using var bot = Process.Start(start)!;
        var said = bot.StandardOutput.ReadToEndAsync();
        var wrong = await bot.StandardError.ReadToEndAsync();
        await bot.WaitForExitAsync();
        Assert.Equal((1, "", $"Another program already listens on {url}; perhaps Outreach is running already. Stop that program, or choose another address: OUTREACH__URLS=http://localhost:3979 (setting Outreach:Urls).\n"), (bot.ExitCode, await said, wrong));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Unsigned_it_is_a_trial_even_when_the_office_wants_to_go_live()
    {
        await using var app = await BotApp.Start(settings: "--Outreach:Live=true");
        Assert.False(app.Book.Office.Live);
        using var http = new HttpClient { BaseAddress = app.Address };
        Assert.Contains(app.Book.Texts.Text(Locale.English, "trial"), await http.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signed_it_goes_live()
    {
        var folder = Directory.CreateTempSubdirectory("outreach-start-").FullName;
        var content = Path.Combine(folder, "book");
        Folders.Copy(Repository.At("content", "book"), content);
        var texts = GoLive.Texts(TestBook.Real, Path.Combine(AppContext.BaseDirectory, "rules"));
        Directory.CreateDirectory(Path.Combine(content, SignatureReader.Folder));
        File.WriteAllText(Path.Combine(content, SignatureReader.Folder, "all.yaml"), string.Concat(texts.Select(t => SignatureReader.Lines(new Signature(t.Id, "A. Reviewer", t.Role, new DateOnly(2026, 11, 1), t.Hash)))));
        await using var app = await BotApp.Start(settings: ["--Outreach:Live=true", $"--Outreach:ContentDir={content}"]);
        Assert.True(app.Book.Office.Live);
        using var http = new HttpClient { BaseAddress = app.Address };
        Assert.DoesNotContain(app.Book.Texts.Text(Locale.English, "trial"), await http.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("a question of a type that is none", "book/dialogs/talk.yaml", "", "\n  - {type: what, name: x}\n", "book/dialogs/talk.yaml:")]
    [InlineData("a misspelt key", "book/dialogs/talk.yaml", "survey:", "servey:", "unknown key 'servey'; did you mean `survey`? (2112)")]
    [InlineData("a rule with a misspelt key", "rules/needs.yaml", "    priority:", "    priorty:", "unknown key 'priorty'; did you mean `priority`? (2112)")]
    [InlineData("offices with a misspelt key", "rules/routing.yaml", "otherwise:", "otherwize:", "rules/routing.yaml:3: 'otherwise' is missing or empty; add it (2090)")]
    [InlineData("a broken catalog", "catalogs/app.fr.po", "msgid \"", "msgid ", "catalogs/app.fr.po:")]
    [InlineData("a broken directory", "book/directory/de.yaml", "- id", "[ id", "book/directory/de.yaml:")]
    public void A_broken_file_is_named_with_its_path_line_and_what_to_do(string why, string file, string right, string wrong, string sentence)
    {
        var folder = Copy();
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, right.Length == 0 ? text + wrong : text.Replace(right, wrong, StringComparison.Ordinal));
        var said = Refused(folder);
        Assert.True(said.Contains(sentence, StringComparison.Ordinal), $"{why}: {said}");
        Assert.Contains(path, said, StringComparison.Ordinal);
        Assert.DoesNotContain("(2014)", said, StringComparison.Ordinal);
        Assert.EndsWith("Correct the lines named and start again; nothing was changed.", said, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("a key that is none", "master.key", "Do that and start again; no key was made or changed. Without the right key the data cannot be read.")]
    [InlineData("a database that is none", "data/outreach.db", "Do that and start again; the data were left as they are.")]
    public void What_is_no_line_of_a_file_has_a_closing_of_its_own(string why, string file, string closing)
    {
        var folder = Directory.CreateTempSubdirectory("outreach-start-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, "junk");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (file != "master.key")
            File.WriteAllBytes(Path.Combine(folder, "master.key"), [.. Enumerable.Range(1, 32).Select(n => (byte)n)]);
        if (!OperatingSystem.IsWindows() && file != "master.key")
            File.SetUnixFileMode(Path.Combine(folder, "master.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var said = Assert.Throws<CannotStartException>(() => Bot.Create([.. BotApp.Arguments(folder)])).Message;
        Assert.True(said.EndsWith(closing, StringComparison.Ordinal), $"{why}: {said}");
        Assert.Equal("junk", File.ReadAllText(path));
        Directory.Delete(folder, recursive: true);
    }

    private static string Copy()
    {
        var folder = Directory.CreateTempSubdirectory("outreach-start-").FullName;
        Folders.Copy(Repository.At("content", "book"), Path.Combine(folder, "book"));
        Folders.Copy(Repository.At("localization", "catalogs"), Path.Combine(folder, "catalogs"));
        Folders.Copy(Repository.At("referrals", "rules"), Path.Combine(folder, "rules"));
        return folder;
    }

    private static string Refused(string folder) => Assert.Throws<CannotStartException>(() => Bot.Create(
        [.. BotApp.Arguments(folder), $"--Outreach:ContentDir={folder}/book", $"--Outreach:CatalogsDir={folder}/catalogs", $"--Outreach:RulesDir={folder}/rules"])).Message;

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
