using System.Collections.Immutable;
using Outreach.Bot.BotFramework;
using Outreach.Bot.Web;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Editing;
using Outreach.Content.Packages;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Referrals.Editing;
using Outreach.Referrals.Storage;
using Outreach.Referrals.Sync;

namespace Outreach.Bot;

/// <summary>Everything the host is made of, put together in one place.</summary>
internal static class BotServices
{
    /// <summary>Adds it all.</summary>
    public static void AddOutreach(this IServiceCollection services, BotOptions options)
    {
        var published = new TaskCompletionSource<ImmutableArray<PartChange>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = Task.Run(() => OpenContent(options, published.Task));            // the longest part of the start: beside everything else
        services.AddSingleton(options);
        services.AddSingleton(reading);
        services.AddSingleton<LiveBook>();
        services.AddSingleton<IBookHost>(s => s.GetRequiredService<LiveBook>());
        services.AddSingleton<Func<Book>>(s => s.GetRequiredService<LiveBook>().Now);
        services.AddSingleton(TimeProvider.System);
        try
        {
            services.AddStorage(options, published);
        }
        finally
        {
            published.TrySetResult([]);                    // when the data cannot be opened there is no start anyway; nobody waits for ever
        }
        services.AddRegister(options);
        services.AddSingleton<ZoneClock>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<Entrance>();
        services.AddWeb(options);
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton<SyncApi>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<RetentionWorker>();
        services.AddHostedService<WarmUp>();
    }

    /// <summary>The keys and the database; conversations in it.</summary>
    private static void AddStorage(this IServiceCollection services, BotOptions options, TaskCompletionSource<ImmutableArray<PartChange>> published)
    {
        var keys = KeyRing.Open(options.KeyFile, options.DataDir);
        if (!keys.Ok)
            throw CannotStartException.InKey(keys.Problems);
        services.AddSingleton(keys.Value);
        services.AddSingleton<KioskPackage>();
        services.AddSingleton<AddressHash>();
        services.AddSingleton<ICodeHash>(s => s.GetRequiredService<AddressHash>());
        var file = Path.Combine(options.DataDir, "outreach.db");
        var database = SqliteDatabase.Open(file, [.. SqliteConversationStore.Migrations, .. ReferralMigrations.All]);
        if (!database.Ok)
            throw CannotStartException.InStore(database.Problems);
        try
        {
            var store = SqliteConversationStore.Open(database.Value, keys.Value, TimeProvider.System, CancellationToken.None).GetAwaiter().GetResult();
            if (!store.Ok)
                throw CannotStartException.InStore(store.Problems);
            published.SetResult([.. new SqliteChangeStore(database.Value, new AuditTable(new AuditChain(keys.Value))).Published(CancellationToken.None).AsTask().GetAwaiter().GetResult().Select(c => c.Laid)]);
            services.AddSingleton(_ => database.Value);    // made by the container, so that it is closed by it, after everything that writes
            services.AddSingleton<IConversationStore>(store.Value);
        }
        catch (Exception e) when (StorageProblems.Of(file, e) is not null)
        {
            throw CannotStartException.InStore([StorageProblems.Of(file, e)!]);
        }
        PublishKioskKey(keys.Value, options);              // not before it is known to be the key of these data: kiosks would seal to another one
    }

    /// <summary>The public keys that kiosks seal to, and trust; not secret, and copied to each kiosk by hand.</summary>
    private static void PublishKioskKey(KeyRing keys, BotOptions options)
    {
        using var server = SpoolSeal.ServerKey(keys);
        File.WriteAllText(Path.Combine(options.DataDir, "kiosk.pub"), SpoolSeal.PublicKey(server));
        KioskPackage.PublishKey(options);                  // what is wrong with it is said when a kiosk asks for a package
    }

    private static void AddWeb(this IServiceCollection services, BotOptions options)
    {
        services.AddSingleton<Assets>();
        services.AddSingleton<Chrome>();
        services.AddSingleton<PageLanguage>();
        services.AddSingleton<ChatHtml>();
        services.AddSingleton<ChatDesk>();
        services.AddSingleton<WebChat>();
        services.AddSingleton<OrientationHtml>();
        services.AddSingleton<OrientationPages>();
        services.AddSingleton(new WebSession(options.Secure));
        services.AddSingleton(s => new FormSeal(s.GetRequiredService<KeyRing>().Key(KeyPurpose.Web).ToArray()));
    }

    /// <summary>
    /// Reads and checks all content; a broken file stops the start with its name, the line and what to do. A published change
    /// that fits no longer into newer content does not: people read the content without it, and it is said.
    /// </summary>
    private static OpenedContent OpenContent(BotOptions options, Task<ImmutableArray<PartChange>> published)
    {
        var read = Read(published);
        var leftOut = !read.Ok && !published.GetAwaiter().GetResult().IsEmpty ? read.Problems[0] : null;
        if (leftOut is not null)
            read = Read(null);
        if (!read.Ok)
            throw CannotStartException.InFiles($"The content of {options.ContentDir} cannot be used:", read.Problems);
        options.CheckWith(read.Value);
        return Register.Rules(options, read.Value) with { LeftOut = leftOut };

        Result<Book> Read(Task<ImmutableArray<PartChange>>? changes) => BookPackage.LoadOrBuild(
            options.ContentDir, options.CatalogsDir, Path.Combine(options.DataDir, "content.cache"), LiveBook.OfficeOf(options), changes);
    }
}
