using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Referrals;
using Outreach.Tests.Support;

namespace Outreach.Bot.Tests.Transcripts;

/// <summary>The real host with a clock that stands still, an ear for effects, and a process that can stop right before one.</summary>
internal sealed class TranscriptApp : IAsyncDisposable
{
    private TranscriptApp() { }

    public BotApp App { get; private set; } = null!;

    public TestClock Clock { get; } = new(DateTimeOffset.UnixEpoch);

    public ConcurrentQueue<Effect> Saved { get; } = new();

    public bool Dies { get; set; }

    /// <summary>A host that stands in a place, as an office's does.</summary>
    public static async Task<TranscriptApp> In(string? place)
    {
        var app = new TranscriptApp();
        app.Clock.Now = DateTimeOffset.Parse("2026-11-21T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        app.App = await BotApp.Start(app.Change, place is null ? [] : [$"--Outreach:Place={place}"]);
        return app;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private void Change(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IConversationStore>(new SavedEffects(OnThisClock(services), Saved));
        services.AddSingleton<IEffectHandler>(s => new MortalHandler(ActivatorUtilities.CreateInstance<SubmitFormHandler>(s), () => Dies));
    }

    /// <summary>The host's store, opened before the clock was changed, would let what is said here expire by the day the tests run on.</summary>
    private SqliteConversationStore OnThisClock(IServiceCollection services)
    {
        var keys = (KeyRing)services.Last(s => s.ServiceType == typeof(KeyRing)).ImplementationInstance!;
        var database = (SqliteDatabase)services.Last(s => s.ServiceType == typeof(SqliteDatabase)).ImplementationFactory!(null!);
        return SqliteConversationStore.Open(database, keys, Clock, CancellationToken.None, remember: false).GetAwaiter().GetResult().Value!;
    }
}

/// <summary>One host a place, for all transcripts; each brings a browser of its own.</summary>
public sealed class TranscriptApps : IAsyncDisposable, IAsyncLifetime
{
    private readonly Dictionary<string, TranscriptApp> _apps = new(StringComparer.Ordinal);

    /// <summary>The host of a place, its clock set to when a transcript begins.</summary>
    internal async Task<TranscriptApp> For(Transcript transcript)
    {
        var place = transcript.Setting("place");
        if (!_apps.TryGetValue(place ?? "", out var app))
            _apps[place ?? ""] = app = await TranscriptApp.In(place);
        app.Clock.Now = transcript.Begins;
        return app;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps.Values)
            await app.DisposeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
}
