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

    /// <summary>The place the host's office stands in, or none; each conversation is played in its own.</summary>
    public string? Place { get; set; }

    public static async Task<TranscriptApp> Start()
    {
        var app = new TranscriptApp();
        app.Clock.Now = DateTimeOffset.Parse("2026-11-21T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        app.App = await BotApp.Start(app.Change);
        return app;
    }

    /// <summary>The host as a transcript begins: where its office stands, and the time.</summary>
    public TranscriptApp For(Transcript transcript)
    {
        (Place, Clock.Now) = (transcript.Setting("place"), transcript.Begins);
        return this;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private void Change(IServiceCollection services)
    {
        var live = services.Last(s => s.ServiceType == typeof(Func<Book>)).ImplementationFactory!;
        services.AddSingleton<Func<Book>>(s => () => InPlace(((Func<Book>)live(s))()));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IConversationStore>(new SavedEffects(OnThisClock(services), Saved));
        services.AddSingleton<IEffectHandler>(s => new MortalHandler(ActivatorUtilities.CreateInstance<SubmitFormHandler>(s), () => Dies));
    }

    private Book InPlace(Book book) => book with { Office = book.Office with { Place = Place } };

    /// <summary>The host's store, opened before the clock was changed, would let what is said here expire by the day the tests run on.</summary>
    private SqliteConversationStore OnThisClock(IServiceCollection services)
    {
        var keys = (KeyRing)services.Last(s => s.ServiceType == typeof(KeyRing)).ImplementationInstance!;
        var database = (SqliteDatabase)services.Last(s => s.ServiceType == typeof(SqliteDatabase)).ImplementationFactory!(null!);
        return SqliteConversationStore.Open(database, keys, Clock, CancellationToken.None, remember: false).GetAwaiter().GetResult().Value!;
    }
}

/// <summary>One host for all transcripts; each brings a browser of its own.</summary>
public sealed class TranscriptApps : IAsyncLifetime
{
    private TranscriptApp _app = null!;

    /// <summary>The host as a transcript begins.</summary>
    internal TranscriptApp For(Transcript transcript) => _app.For(transcript);

    public async Task InitializeAsync() => _app = await TranscriptApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();
}
