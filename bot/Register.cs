using Outreach.Content.Checks;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Content.Translation;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Editing;
using Outreach.Referrals.Staff;
using Outreach.Referrals.Storage;
using Outreach.Referrals.Sync;
using Outreach.Referrals.Triage;

namespace Outreach.Bot;

/// <summary>Everything that is read from files at the start.</summary>
/// <param name="Book">The content.</param>
/// <param name="Rules">The published rules.</param>
/// <param name="Routing">The offices.</param>
/// <param name="Unsigned">How many texts must still be signed before the office goes live as it wants to.</param>
/// <param name="LeftOut">Why published changes are not shown: with them the content cannot be read any more; null when all is well.</param>
internal sealed record OpenedContent(Book Book, RuleSet Rules, Routing Routing, int Unsigned, Problem? LeftOut = null);

/// <summary>The register and what staff work with, as services.</summary>
internal static class Register
{
    /// <summary>Reads the published rules; their reasons become texts of the book.</summary>
    public static OpenedContent Rules(BotOptions options, Book book)
    {
        var rules = RulesReader.Read(options.RulesDir, book.Dialogs.Values);
        if (!rules.Ok)
            throw CannotStartException.InFiles($"The rules of {options.RulesDir} cannot be used:", rules.Problems);
        var routing = RulesReader.ReadRouting(options.RulesDir);
        if (!routing.Ok)
            throw CannotStartException.InFiles($"The offices of {options.RulesDir} cannot be used:", routing.Problems);
        // Asked only where it matters: it reads the consent text in every language, and a trial starts without that.
        var unsigned = !options.Live ? 0 : GoLive.Unsigned(book, options.RulesDir, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)).Length;
        var opened = book with { Texts = book.Texts.With(rules.Value.English), Office = book.Office with { Live = options.Live && unsigned == 0 } };
        return new OpenedContent(opened, rules.Value, routing.Value, unsigned);
    }

    /// <summary>Adds it all; the database holds <see cref="ReferralMigrations"/>.</summary>
    public static void AddRegister(this IServiceCollection services, BotOptions options)
    {
        services.AddSingleton<AuditChain>();
        services.AddSingleton(s => new AuditTable(s.GetRequiredService<AuditChain>()));
        services.AddSingleton<IReferralStore, SqliteReferralStore>();
        services.AddSingleton<INoticeStore, SqliteNoticeStore>();
        services.AddSingleton<IChangeStore, SqliteChangeStore>();
        services.AddSingleton<ContentEditing>();
        services.AddSingleton<DutyRoster>();
        services.AddSingleton<CodeMaker>();
        services.AddSingleton(s => new IntakeServices
        {
            Book = s.GetRequiredService<Func<Book>>(),
            Rules = () => s.GetRequiredService<Task<OpenedContent>>().GetAwaiter().GetResult().Rules,
            Routing = s.GetRequiredService<Task<OpenedContent>>().GetAwaiter().GetResult().Routing,
            Referrals = s.GetRequiredService<IReferralStore>(),
            Notices = s.GetRequiredService<INoticeStore>(),
            Conversations = s.GetRequiredService<IConversationStore>(),
            Codes = s.GetRequiredService<ICodeHash>(),
            CodeMaker = s.GetRequiredService<CodeMaker>(),
            Duty = s.GetRequiredService<DutyRoster>(),
            Zones = s.GetRequiredService<ZoneClock>(),
            Clock = s.GetRequiredService<TimeProvider>(),
            PromiseHours = options.PromiseHours,
        });
        services.AddSingleton<IEffectHandler, SubmitFormHandler>();
        services.AddSingleton<SpoolIntake>();
        services.AddDesk(options);
    }

    private static void AddDesk(this IServiceCollection services, BotOptions options)
    {
        services.AddSingleton<StaffStore>();
        services.AddSingleton(_ => new Passwords());
        services.AddSingleton<SignIn>();
        services.AddSingleton(s => new Deliveries(s.GetRequiredService<IReferralStore>(), s.GetRequiredService<TurnRunner>()));
        services.AddSingleton(s => new Desk(new DeskServices
        {
            Book = s.GetRequiredService<Func<Book>>(),
            Referrals = s.GetRequiredService<IReferralStore>(),
            Notices = s.GetRequiredService<INoticeStore>(),
            Conversations = s.GetRequiredService<IConversationStore>(),
            Runner = s.GetRequiredService<TurnRunner>(),
            Staff = s.GetRequiredService<StaffStore>(),
            SignIn = s.GetRequiredService<SignIn>(),
            Duty = s.GetRequiredService<DutyRoster>(),
            Deliveries = s.GetRequiredService<Deliveries>(),
            Editing = s.GetRequiredService<ContentEditing>(),
            Clock = s.GetRequiredService<TimeProvider>(),
            ContentText = name => Path.Combine(options.ContentDir, name) is var file && File.Exists(file) ? File.ReadAllText(file) : null,
            CheckTools = () => new CheckTools { Glossaries = Glossary.ReadAll(Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.CatalogsDir)))!, "glossary")) is { Ok: true } read ? read.Value : [] },
        }));
    }
}
