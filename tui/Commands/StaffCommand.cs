using System.CommandLine;
using System.Text;
using Outreach.Content.Conversations;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Referrals.Storage;

namespace Outreach.Tui.Commands;

/// <summary>outreach staff: accounts, from the machine itself while the bot is stopped. There is no default password anywhere.</summary>
internal static class StaffCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "2 to 40 letters, digits, dots or dashes" };
    private static readonly Option<string> Role = new("--role") { Description = $"one of: {string.Join(' ', Roles.Keys)}", Required = true };
    private static readonly Option<string[]> Region = new("--region") { Description = "an office as in rules/routing.yaml; may be repeated; * is every one" };

    private static readonly Option<string?> Data = new("--data") { Description = "folder of the data; default: OUTREACH__DATADIR", Recursive = true };

    private static Dictionary<string, StaffRole> Roles => Enum.GetValues<StaffRole>().ToDictionary(Dashed, StringComparer.OrdinalIgnoreCase);

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var add = new Command("add", "makes an account; asks for its password twice") { Name, Role, Region };
        add.SetAction((parsed, cancel) => Add(parsed, cancel));
        var list = new Command("list", "all accounts");
        list.SetAction(parsed => With(parsed, static accounts => Task.FromResult(List(accounts))));
        var password = new Command("password", "sets another password; sessions of the account end") { Name };
        password.SetAction((parsed, cancel) => Reset(parsed, cancel));
        return new Command("staff", "accounts of staff; the bot must be stopped") { add, list, password, Data };
    }

    private static async Task<int> Add(ParseResult parsed, CancellationToken cancel)
    {
        var name = parsed.GetRequiredValue(Name);
        if (!Roles.TryGetValue(parsed.GetRequiredValue(Role), out var role))
            return Output.Fail($"There is no such role. Known are: {string.Join(' ', Roles.Keys)}.");
        var regions = parsed.GetValue(Region) ?? [];
        if (AccessPolicy.Of(role).Reach == Reach.OwnRegions && regions.Length == 0)
            return Output.Fail($"A {Dashed(role)} works on referrals of a region: name it with --region (\"*\" is every one).");
        return await With(parsed, async accounts =>
        {
            if (AskTwice() is not { } typed)
                return Output.Fail("The two passwords differ, or nothing was typed. No account was made.");
            var made = await accounts.Create(name, role, [.. regions], typed, cancel);
            return made.Ok ? Said($"{made.Value.Name} can sign in: {Dashed(role)}, {string.Join(' ', regions)}") : Output.Fail("No account was made:", made.Problems);
        });
    }

    private static Task<int> Reset(ParseResult parsed, CancellationToken cancel) => With(parsed, async accounts =>
    {
        if (AskTwice() is not { } typed)
            return Output.Fail("The two passwords differ, or nothing was typed. The old one stays.");
        var set = await accounts.ResetPassword(parsed.GetRequiredValue(Name), typed, cancel);
        return set.Ok ? Said($"{set.Value.Name} has a new password; their sessions are over.") : Output.Fail("The old password stays:", set.Problems);
    });

    private static int List(OfflineAccounts accounts)
    {
        foreach (var account in accounts.List())
            Output.Say($"{account.Name,-20} {Dashed(account.Role),-24} {string.Join(' ', account.Regions)}{(account.Totp ? "  one-time code" : "")}{(account.Disabled ? "  disabled" : "")}");
        return 0;
    }

    /// <summary>Opens the register under its lock; a running bot is never disturbed.</summary>
    private static async Task<int> With(ParseResult parsed, Func<OfflineAccounts, Task<int>> work)
    {
        var settings = Settings.Read();
        settings = settings with { DataDir = Path.GetFullPath(parsed.GetValue(Data) ?? settings.DataDir) };
        Directory.CreateDirectory(settings.DataDir);
        var keys = KeyRing.Open(settings.KeyFile, settings.DataDir);
        if (!keys.Ok)
            return Output.Fail("The master key cannot be used:", keys.Problems);
        using var ring = keys.Value;
        var opened = OfflineAccounts.Open(Path.Combine(settings.DataDir, "outreach.db"), [.. SqliteConversationStore.Migrations, .. ReferralMigrations.All], ring, TimeProvider.System);
        if (!opened.Ok)
            return Output.Fail("The register cannot be opened. If the bot is running: stop it with Ctrl-C, run this again, start the bot again.", opened.Problems);
        using var accounts = opened.Value;
        return await work(accounts);
    }

    private static string? AskTwice()
    {
        var first = Ask($"Password (at least {Passwords.FewestCharacters} characters): ");
        return first is { Length: > 0 } && first == Ask("The same again: ") ? first : null;
    }

    /// <summary>Without echo; from a pipe a line.</summary>
    private static string? Ask(string prompt)
    {
        if (Console.IsInputRedirected)
            return Console.In.ReadLine();
        Console.Error.Write(prompt);
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }

    private static int Said(string line)
    {
        Output.Say(line);
        return 0;
    }

    /// <summary>CaseWorker as it is typed: case-worker.</summary>
    private static string Dashed(StaffRole role) => string.Concat(role.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
