using System.CommandLine;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Sync;
using Outreach.Tui.Kiosk;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Commands;

/// <summary>outreach kiosk: the face for people at transit centres.</summary>
internal static class KioskCommand
{
    private static readonly Option<string?> Place = new("--place") { Description = "where this kiosk stands (place id, for example ly): its emergency numbers are shown" };
    private static readonly Option<string?> Spooled = new("--spool") { Description = "folder of the sealed requests; default: DataDir/spool" };
    private static readonly Option<string?> Key = new("--server-key") { Description = "file with the server's public key; the bot writes it as DataDir/kiosk.pub" };
    private static readonly Option<bool> Plain = new("--plain") { Description = "numbered lines instead of a full screen: for screen readers and simple terminals" };

    private static readonly Option<string?> Package = new("--package") { Description = "signed package of the content ('outreach content build') instead of the content beside the program; needs --package-key" };
    private static readonly Option<string?> PackageTrust = new("--package-key") { Description = "public key that the package must be signed with" };

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var command = new Command("kiosk", "orientation and self-referral for people at a transit centre; works without a connection") { Place, Spooled, Key, Package, PackageTrust, Plain };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var settings = Settings.Read();
        var opened = Open(parsed, settings);
        if (opened.Value is not { } book)
            return Output.Fail("The content cannot be used:", opened.Problems);
        if (Settings.WantsLive && GoLive.Unsigned(book, settings.RulesDir, ContentCommand.Today()).IsEmpty)
            book = book with { Office = book.Office with { Live = true } };
        var place = parsed.GetValue(Place);
        if (place is not null && !book.Places.ContainsKey(place))
            return Output.Fail($"There is no place \"{place}\". Known are: {string.Join(' ', book.Places.Keys.Order(StringComparer.Ordinal))}.");
        var keyFile = parsed.GetValue(Key) ?? Path.Combine(settings.DataDir, "kiosk.pub");
        if (!File.Exists(keyFile))
            return Output.Fail($"There is no server key at {keyFile}. Start the bot once on this machine, or copy its kiosk.pub and name it with --server-key: without it a request could not be kept safely.");
        var spool = new Spool(parsed.GetValue(Spooled) ?? Path.Combine(settings.DataDir, "spool"), File.ReadAllText(keyFile).Trim());
        var store = new InMemoryConversationStore(TimeProvider.System);
        using var keys = KeyRing.Fresh();
        var runner = new TurnRunner(() => book, store, new KioskHandler(spool, TimeProvider.System), new AddressHash(keys), TimeProvider.System, new ZoneClock());
        var effects = new KioskEffects(runner, store, () => spool.Count);
        return parsed.GetValue(Plain) || !Tty.IsTerminal
            ? PlainKiosk.Run(book, effects, runner)
            : Screen(book, effects, place);
    }

    private static Result<Book> Open(ParseResult parsed, Settings settings)
    {
        var office = new Office { Name = Settings.OfficeName, Place = parsed.GetValue(Place) };
        if (parsed.GetValue(Package) is not { } package)
            return BookPackage.LoadOrBuild(settings.ContentDir, settings.CatalogsDir, Path.Combine(settings.DataDir, "kiosk.cache"), office);
        if (parsed.GetValue(PackageTrust) is not { } trusted)
            return PackageProblems.NoTrust(package);
        var key = PackageKey.OpenPublic(trusted);
        if (!key.Ok)
            return key.Problems;
        using var publicKey = key.Value;
        return BookPackage.Load(package, publicKey, office);
    }

    private static int Screen(Book book, KioskEffects effects, string? place)
    {
        var number = book.Contacts.For(place, "emergency", "police").FirstOrDefault()?.Number;
        using var session = Session.Open(touch: true);
        Loop.Run(new KioskApp(book, number), effects, session, new LoopOptions { CanSuspend = false, Theme = Theme.Calm });
        return 0;
    }
}
