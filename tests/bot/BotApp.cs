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
    private readonly string _folder;
    private readonly WebApplication _app;

    private readonly bool _keep;

    private BotApp(string folder, WebApplication app, bool keep) => (_folder, _app, _keep) = (folder, app, keep);

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public Book Book => Services.GetRequiredService<Func<Book>>()();

    public TurnRunner Runner => Services.GetRequiredService<TurnRunner>();

    public IConversationStore Store => Services.GetRequiredService<IConversationStore>();

    public string DataDir => Path.Combine(_folder, "data");

    public static async Task<BotApp> Start(Action<IServiceCollection>? change = null, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("outreach-bot-").FullName;
        return await Start(new BotApp(folder, Bot.Create([.. Arguments(folder), .. settings], change), keep: false));
    }

    /// <summary>A host whose data outlive it: stopped and started again it is the same server.</summary>
    public static Task<BotApp> StartIn(string folder, params string[] settings) =>
        Start(new BotApp(folder, Bot.Create([.. Arguments(folder), .. settings]), keep: true));

    private static async Task<BotApp> Start(BotApp app)
    {
        await app._app.StartAsync();
        app.Address = new Uri(app._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(a => a.StartsWith("http://127", StringComparison.Ordinal)));
        return app;
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
        var key = Services.GetRequiredService<AddressHash>().Of("web", browser.Session!);
        return (await Store.Load(key, new InputId("test"), CancellationToken.None)).Conversation;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (!_keep)
            Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>One host for all tests of a class; each test brings browsers of its own.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    public BotApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await BotApp.Start();

    public async Task DisposeAsync() => await App.DisposeAsync();
}
