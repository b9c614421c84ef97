using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Localization;
using Outreach.Referrals.Triage;
using Outreach.Tui.Desk;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Commands;

/// <summary>outreach desk: where staff see who needs help first.</summary>
internal static class DeskCommand
{
    private static readonly Option<string?> Server = new("--server") { Description = "address of a bot far away (https://…); default: the bot of this machine" };
    private static readonly Option<string?> Data = new("--data") { Description = "folder of the data, where the bot's socket is; default: OUTREACH__DATADIR" };
    private static readonly Option<string?> Language = new("--language") { Description = "language to sign in in (en fr es ar fa uk am sw); default: the terminal's. F2 chooses the one your account remembers" };

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var command = new Command("desk", "the queue of referrals, who needs help first on top; needs a running bot, here or far away") { Server, Data, Language };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (!Tty.IsTerminal || !TerminalTraits.CanShowScreens(Environment.GetEnvironmentVariable))
            return Output.Fail("The desk needs a terminal with UTF-8 (LANG=C.UTF-8, TERM=xterm-256color).");
        var asked = parsed.GetValue(Language);
        if (asked is not null && !Locale.TryParse(asked, out _))
            return Output.Fail($"There is no language \"{asked}\". Known are: {string.Join(' ', Locale.All.Select(l => l.Tag))}.");
        var language = Locale.TryParse(asked, out var known) ? known : Locale.FromEnvironment(Environment.GetEnvironmentVariable) ?? Locale.English;
        var settings = Settings.Read();
        settings = settings with { DataDir = Path.GetFullPath(parsed.GetValue(Data) ?? settings.DataDir) };
        var opened = BookPackage.LoadOrBuild(settings.ContentDir, settings.CatalogsDir, Path.Combine(settings.DataDir, "desk.cache"), new Office());
        if (opened.Value is not { } book)
            return Output.Fail("The content cannot be used:", opened.Problems);
        var client = parsed.GetValue(Server) is { } address
            ? StaffClient.OnServer(address, language)
            : StaffClient.OnSocket(settings.Socket, language);
        return client.Value is { } staff ? Open(staff, book, language) : Output.Fail("The server cannot be used:", client.Problems);
    }

    private static int Open(StaffClient staff, Book book, Locale language)
    {
        using (staff)
        {
            ImmutableArray<string> programmes = [.. book.Programmes.Where(p => p.Dialog is not null).Select(p => p.Id)];
            var desk = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
            using var session = Session.Open();
            Loop.Run(new DeskApp(Words(book), language, programmes, desk), new DeskEffects(staff, TimeProvider.System), session);
        }

        return 0;
    }

    /// <summary>The catalogs and the published rules: a row of the queue names rules by their id.</summary>
    private static Localizer Words(Book book)
    {
        var rules = RulesReader.Read(Path.Combine(AppContext.BaseDirectory, "rules"), book.Dialogs.Values);
        return rules.Value is { } known ? book.Texts.With(known.English) : book.Texts;
    }
}
