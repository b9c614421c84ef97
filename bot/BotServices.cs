using Outreach.Bot.BotFramework;
using Outreach.Bot.Web;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Referrals.Storage;
using Outreach.Referrals.Sync;

namespace Outreach.Bot;

/// <summary>Everything the host is made of, put together in one place.</summary>
internal static class BotServices
{
    /// <summary>Adds it all.</summary>
    public static void AddOutreach(this IServiceCollection services, BotOptions options)
    {
        var reading = Task.Run(() => Register.Rules(options, OpenBook(options)));      // the longest part of the start: beside everything else
        services.AddSingleton(options);
        services.AddSingleton(reading);
        services.AddSingleton<Func<Book>>(() => reading.GetAwaiter().GetResult().Book);
        services.AddSingleton(TimeProvider.System);
        services.AddStorage(options);
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
    private static void AddStorage(this IServiceCollection services, BotOptions options)
    {
        var keys = KeyRing.Open(options.KeyFile, options.DataDir);
        if (!keys.Ok)
            throw CannotStartException.InKey(keys.Problems);
        services.AddSingleton(keys.Value);
        PublishKioskKey(keys.Value, options);
        services.AddSingleton<AddressHash>();
        services.AddSingleton<ICodeHash>(s => s.GetRequiredService<AddressHash>());
        var database = SqliteDatabase.Open(Path.Combine(options.DataDir, "outreach.db"), [.. SqliteConversationStore.Migrations, .. ReferralMigrations.All]);
        if (!database.Ok)
            throw CannotStartException.InStore(database.Problems);
        var store = SqliteConversationStore.Open(database.Value, keys.Value, TimeProvider.System, CancellationToken.None).GetAwaiter().GetResult();
        if (!store.Ok)
            throw CannotStartException.InStore(store.Problems);
        services.AddSingleton(_ => database.Value);        // made by the container, so that it is closed by it, after everything that writes
        services.AddSingleton<IConversationStore>(store.Value);
    }

    /// <summary>The public key that kiosks seal to; not secret, and copied to each kiosk by hand.</summary>
    private static void PublishKioskKey(KeyRing keys, BotOptions options)
    {
        using var server = SpoolSeal.ServerKey(keys);
        File.WriteAllText(Path.Combine(options.DataDir, "kiosk.pub"), SpoolSeal.PublicKey(server));
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

    /// <summary>Reads and checks all content; a broken file stops the start with its name, the line and what to do.</summary>
    private static Book OpenBook(BotOptions options)
    {
        var office = new Office { Name = options.OfficeName, OpeningDialog = options.OpeningDialog, Place = options.Place };
        var read = BookPackage.LoadOrBuild(options.ContentDir, options.CatalogsDir, Path.Combine(options.DataDir, "content.cache"), office);
        if (!read.Ok)
            throw CannotStartException.InFiles($"The content of {options.ContentDir} cannot be used:", read.Problems);
        options.CheckWith(read.Value);
        return read.Value;
    }
}
