using System.CommandLine;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Tui.Kiosk;

namespace Outreach.Tui.Commands;

/// <summary>The content of a kiosk: a signed package that was brought to it, or what lies beside the program.</summary>
internal static class KioskBook
{
    /// <summary>--package.</summary>
    public static readonly Option<string?> Package = new("--package") { Description = $"signed package of the content ('outreach content build'), or a folder such as a USB stick with {KioskShelf.FileName} in it; a later one is taken between visitors" };

    /// <summary>--package-key.</summary>
    public static readonly Option<string?> PackageKeyFile = new("--package-key") { Description = $"public key that packages must be signed with; default: DataDir/{PackageKey.KioskFile}, which the bot writes" };

    /// <summary>The place packages are kept in, and come from.</summary>
    public static KioskShelf Shelf(ParseResult parsed, Settings settings, HttpClient http, string? token)
    {
        var trusted = parsed.GetValue(PackageKeyFile) ?? Path.Combine(settings.DataDir, PackageKey.KioskFile);
        var office = new Office { Name = Settings.OfficeName, Place = parsed.GetValue(KioskCommand.Place) };
        return new KioskShelf(new PackageSources(Path.Combine(settings.DataDir, "kiosk.package"), trusted, parsed.GetValue(Package)), book => Ready(book, settings, office), TimeProvider.System, http, token);
    }

    /// <summary>
    /// Opens the latest: what was brought, else what was kept, else what lies beside the program. A package that was brought and is
    /// refused stops the start only where there is no good one to go on with.
    /// </summary>
    public static Result<Book> Open(ParseResult parsed, Settings settings, KioskShelf shelf)
    {
        if (parsed.GetValue(Package) is { } named && !File.Exists(parsed.GetValue(PackageKeyFile) ?? Path.Combine(settings.DataDir, PackageKey.KioskFile)))
            return PackageProblems.NoTrust(named);
        var kept = shelf.Kept();
        var brought = shelf.Brought();
        if (!brought.Ok)
        {
            if (kept is null)
                return brought.Problems;
            Output.Fail("The package is refused; the kiosk goes on with the one it has:", brought.Problems);
        }
        if ((brought.Value ?? kept) is { } packed)
            return packed;
        if (parsed.GetValue(Package) is { } missing && !Directory.Exists(missing))
            return PackageProblems.NoPackage(missing);
        var office = new Office { Name = Settings.OfficeName, Place = parsed.GetValue(KioskCommand.Place) };
        var read = BookPackage.LoadOrBuild(settings.ContentDir, settings.CatalogsDir, Path.Combine(settings.DataDir, "kiosk.cache"), office);
        return read.Ok ? Ready(read.Value, settings, office) : read;
    }

    /// <summary>This office's book; a trial until everything is signed.</summary>
    private static Book Ready(Book book, Settings settings, Office office)
    {
        var ours = book with { Office = office };
        return Settings.WantsLive && GoLive.Unsigned(ours, settings.RulesDir, ContentCommand.Today()).IsEmpty ? ours with { Office = office with { Live = true } } : ours;
    }
}
