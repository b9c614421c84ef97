using System.CommandLine;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Referrals.Sync;
using Outreach.Tui.Kiosk;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Commands;

/// <summary>outreach kiosk: the face for people at transit centres.</summary>
internal static class KioskCommand
{
    internal static readonly Option<string?> Place = new("--place") { Description = "where this kiosk stands (place id, for example ly): its emergency numbers are shown" };
    private static readonly Option<string?> Spooled = new("--spool") { Description = "folder of the sealed requests; default: DataDir/spool" };
    private static readonly Option<string?> Key = new("--server-key") { Description = "file with the server's public key; the bot writes it as DataDir/kiosk.pub" };
    private static readonly Option<string?> Server = new("--server") { Description = "address of a bot far away (https://…); default: the bot of this machine. Its token is in OUTREACH__KIOSKTOKEN" };
    private static readonly Option<bool> Send = new("--send") { Description = "send what is kept, say what is left, and end" };
    private static readonly Option<bool> Plain = new("--plain") { Description = "numbered lines instead of a full screen: for screen readers and simple terminals" };

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var command = new Command("kiosk", "orientation and self-referral for people at a transit centre; works without a connection") { Place, Spooled, Key, Server, Send, KioskBook.Package, KioskBook.PackageKeyFile, Plain };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var settings = Settings.Read();
        var keyFile = parsed.GetValue(Key) ?? Path.Combine(settings.DataDir, "kiosk.pub");
        if (!File.Exists(keyFile))
            return Output.Fail($"There is no server key at {keyFile}. Start the bot once on this machine, or copy its kiosk.pub and name it with --server-key: without it a request could not be kept safely.");
        var key = File.ReadAllText(keyFile).Trim();
        if (!SpoolSeal.IsPublicKey(key))
            return Output.Fail($"{keyFile} is not a server's key; copy the bot's kiosk.pub again, byte for byte.");
        var server = parsed.GetValue(Server) is { } typed ? ServerLink.Address(typed) : null;
        if (server is null && parsed.GetValue(Server) is not null)
            return Output.Fail("--server takes an address such as https://help.example.org; plain http only on this machine.");
        if (server is not null && Settings.KioskToken is null)
            return Output.Fail("A server far away knows its kiosks by a token: set OUTREACH__KIOSKTOKEN to the server's Outreach:KioskToken.");
        var spool = new Spool(parsed.GetValue(Spooled) ?? Path.Combine(settings.DataDir, "spool"), key);
        using var http = new HttpClient(server is null ? ServerLink.OnSocket(settings.Socket) : ServerLink.OnServer()) { BaseAddress = server ?? ServerLink.SocketAddress };
        var sender = new SpoolSender(spool, http, TimeProvider.System, server is null ? null : Settings.KioskToken);
        return parsed.GetValue(Send) ? SendOnly(spool, sender) : Open(parsed, settings, (spool, sender), KioskBook.Shelf(parsed, settings, http, server is null ? null : Settings.KioskToken));
    }

    private static int Open(ParseResult parsed, Settings settings, (Spool Spool, SpoolSender Sender) sync, KioskShelf shelf)
    {
        var place = parsed.GetValue(Place);
        var opened = KioskBook.Open(parsed, settings, shelf);
        if (opened.Value is not { } book)
            return Output.Fail("The content cannot be used:", opened.Problems);
        if (place is not null && book.Countries.Find(place) is null)
            return Output.Fail($"There is no country \"{place}\"; give its two letters, such as de.");
        var store = new InMemoryConversationStore(TimeProvider.System);
        using var keys = KeyRing.Fresh();
        var handler = new KioskHandler(sync.Spool, TimeProvider.System);
        shelf.Open(book);
        var runner = new TurnRunner(() => shelf.Now, store, handler, new AddressHash(keys), TimeProvider.System, new ZoneClock());
        var effects = new KioskEffects(runner, store, new KioskOutbox(sync.Spool, sync.Sender, handler), shelf);
        return parsed.GetValue(Plain) || !Tty.IsTerminal ? PlainKiosk.Run(book, effects) : Screen(book, effects);
    }

    /// <summary>For staff, and for a clock that starts it: counts only.</summary>
    private static int SendOnly(Spool spool, SpoolSender sender)
    {
        var sent = 0;
        while (sender.Once(answer => sent += answer.Outcome == SpoolOutcome.Refused ? 0 : 1, CancellationToken.None).GetAwaiter().GetResult() == SendOutcome.GoOn) { }
        var left = spool.State;
        Output.Say($"{sent} sent, {left.Waiting} not sent{(left.Oldest is { } oldest ? $", the oldest kept since {oldest.ToLocalTime():yyyy-MM-dd HH:mm}" : "")}.");
        foreach (var (problem, count) in spool.Refusals)
            Output.Say($"{count} refused by the server: problem {problem}.");
        return left.Waiting == 0 ? 0 : 1;
    }

    private static int Screen(Book book, KioskEffects effects)
    {
        using var session = Session.Open(touch: true);
        Loop.Run(new KioskApp(book), effects, session, new LoopOptions { CanSuspend = false, Theme = Theme.Calm });
        return 0;
    }
}
