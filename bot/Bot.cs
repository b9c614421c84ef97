using System.Net.Sockets;
using Microsoft.Extensions.Logging.Console;
using Outreach.Bot.BotFramework;
using Outreach.Bot.Web;

namespace Outreach.Bot;

/// <summary>The host, from settings to addresses. Read this first.</summary>
public static class Bot
{
    /// <summary>Puts the host together; <see cref="CannotStartException"/> says what is wrong when it cannot be.</summary>
    /// <param name="args">Settings, <c>--Outreach:DataDir=…</c>.</param>
    /// <param name="change">What a test replaces.</param>
    public static WebApplication Create(string[] args, Action<IServiceCollection>? change = null)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
        var options = BotOptions.Read(builder.Configuration, builder.Environment.IsDevelopment());
        DataFolder.Prepare(options);

        var started = false;
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter<ConsoleLoggerProvider>("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);   // why it does not start is said as a sentence
        builder.Services.AddOutreach(options);
        change?.Invoke(builder.Services);
        builder.WebHost.ConfigureKestrel(kestrel => Listening.Configure(kestrel, options));

        var app = builder.Build();
        app.UseMiddleware<SocketGate>();                   // the socket serves desk and kiosk and nothing else
        app.UseMiddleware<Trouble>();                      // whatever fails: a sentence, never a stack trace

        app.MapStaff();
        app.MapHealth();
        app.Services.GetRequiredService<SyncApi>().Map(app);
        app.Services.GetRequiredService<Assets>().Map(app);
        app.Services.GetRequiredService<OrientationPages>().Map(app);
        app.Services.GetRequiredService<WebChat>().Map(app);
        app.Services.GetRequiredService<MessagesEndpoint>().Map(app);
        app.Services.GetRequiredService<Task<OpenedContent>>().GetAwaiter().GetResult();     // broken content stops the start here

        app.Lifetime.ApplicationStarted.Register(() => started = true);
        app.Lifetime.ApplicationStarted.Register(() => Welcome.Say(app, options));
        return app;
    }

    /// <summary>Listens and serves until it is stopped.</summary>
    public static async Task Run(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw Listening.Impossible(e, app.Services.GetRequiredService<BotOptions>());
        }
        await app.WaitForShutdownAsync();
    }
}
