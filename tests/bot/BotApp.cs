using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Tests.Support;

namespace Outreach.Bot.Tests;

/// <summary>The real host on a free port, with data of its own that are gone afterwards.</summary>
public sealed class BotApp : IAsyncDisposable
{
    /// <summary>Reading every page anew for every host would take most of the time of these tests.</summary>
    private static readonly string Compiled = Path.Combine(Directory.CreateTempSubdirectory("outreach-compiled-").FullName, "content.cache");

    private readonly string _folder;
    private readonly Action<IServiceCollection>? _change;
    private readonly string[] _settings;
    private readonly bool _keep;
    private WebApplication _app = null!;

    private BotApp(string? keepIn, Action<IServiceCollection>? change, string[] settings) =>
        (_folder, _keep, _change, _settings) = (keepIn ?? Directory.CreateTempSubdirectory("outreach-bot-").FullName, keepIn is not null, change, settings);

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public Book Book => Services.GetRequiredService<Func<Book>>()();

    public TurnRunner Runner => Services.GetRequiredService<TurnRunner>();

    public IConversationStore Store => Services.GetRequiredService<IConversationStore>();

    public string KeyFile => Path.Combine(_folder, "master.key");

    public string DataDir => Path.Combine(_folder, "data");

    public static async Task<BotApp> Start(Action<IServiceCollection>? change = null, params string[] settings)
    {
        var app = new BotApp(keepIn: null, change, settings);
        await app.Open();
        return app;
    }

    /// <summary>A host whose data outlive it: stopped and started again it is the same server.</summary>
    public static async Task<BotApp> StartIn(string folder, params string[] settings)
    {
        var app = new BotApp(folder, change: null, settings);
        await app.Open();
        return app;
    }

    /// <summary>Stops the host and starts another one on the same data; it has another address.</summary>
    public async Task Restart()
    {
        await Stop();
        await Open();
    }

    /// <summary>Stops the host; its files stay until this is disposed.</summary>
    public async Task Stop()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public static IEnumerable<string> Arguments(string folder) =>
    [
        "--environment=Development",
        $"--Outreach:DataDir={Path.Combine(folder, "data")}",
        $"--Outreach:KeyFile={Path.Combine(folder, "master.key")}",
        $"--Outreach:ContentDir={Repository.At("content", "book")}",
        $"--Outreach:CatalogsDir={Repository.At("localization", "catalogs")}",
        "--Outreach:Urls=http://127.0.0.1:0",
        "--Logging:LogLevel:Default=Error",
    ];

    /// <summary>The conversation of a browser.</summary>
    public async Task<Conversation> ConversationOf(Browser browser)
    {
        var key = Services.GetRequiredService<AddressHash>().Of("web", browser.Session![..22]);
        return (await Store.Load(key, new InputId("test"), CancellationToken.None)).Conversation;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        if (!_keep)
            Directory.Delete(_folder, recursive: true);
    }

    private async Task Open()
    {
        TakeCompiled();
        _app = Bot.Create([.. Arguments(_folder), .. _settings], _change);
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(a => a.StartsWith("http://127", StringComparison.Ordinal)));
        KeepCompiled();
    }

    private string Cache => Path.Combine(DataDir, "content.cache");

    /// <summary>What an earlier host compiled of the content; a host with other content makes its own, because the file says of what it is made.</summary>
    private void TakeCompiled()
    {
        if (File.Exists(Cache) || !File.Exists(Compiled))
            return;
        Directory.CreateDirectory(DataDir);
        File.Copy(Compiled, Cache);
    }

    private void KeepCompiled()
    {
        if (File.Exists(Compiled) || !File.Exists(Cache))
            return;
        var part = $"{Compiled}.{Guid.NewGuid():N}";
        File.Copy(Cache, part);
        File.Move(part, Compiled, overwrite: true);
    }
}

/// <summary>One host for all tests of a class; each test brings browsers of its own.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    public BotApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await BotApp.Start();

    public async Task DisposeAsync() => await App.DisposeAsync();
}
