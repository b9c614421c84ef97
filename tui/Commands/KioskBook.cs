using System.CommandLine;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Localization;
using Outreach.Referrals;

namespace Outreach.Tui.Commands;

/// <summary>The content of a kiosk: a signed package that was brought to it, or what lies beside the program.</summary>
internal static class KioskBook
{
    /// <summary>--package.</summary>
    public static readonly Option<string?> Package = new("--package") { Description = "signed package of the content ('outreach content build') instead of the content beside the program; needs --package-key" };

    /// <summary>--package-key.</summary>
    public static readonly Option<string?> PackageKeyFile = new("--package-key") { Description = "public key that the package must be signed with" };

    /// <summary>Opens it; a trial until everything is signed.</summary>
    public static Result<Book> Open(ParseResult parsed, Settings settings, string? place)
    {
        var opened = Load(parsed, settings, new Office { Name = Settings.OfficeName, Place = place });
        return opened.Value is { } book && Settings.WantsLive && GoLive.Unsigned(book, settings.RulesDir, ContentCommand.Today()).IsEmpty
            ? book with { Office = book.Office with { Live = true } }
            : opened;
    }

    private static Result<Book> Load(ParseResult parsed, Settings settings, Office office)
    {
        if (parsed.GetValue(Package) is not { } package)
            return BookPackage.LoadOrBuild(settings.ContentDir, settings.CatalogsDir, Path.Combine(settings.DataDir, "kiosk.cache"), office);
        if (parsed.GetValue(PackageKeyFile) is not { } trusted)
            return PackageProblems.NoTrust(package);
        var key = PackageKey.OpenPublic(trusted);
        if (!key.Ok)
            return key.Problems;
        using var publicKey = key.Value;
        return BookPackage.Load(package, publicKey, office);
    }
}
