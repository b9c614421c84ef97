using System.Security.Cryptography;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Localization;
using Outreach.Referrals.Editing;

namespace Outreach.Bot;

/// <summary>
/// The signed package of what people read now, for kiosks. It is made when the first kiosk asks for it, kept beside the data, and
/// signed with the key of 'outreach content build'; each is later than the one before, whatever the clock of this machine does.
/// </summary>
internal sealed class KioskPackage(BotOptions options, LiveBook live, ContentEditing editing, TimeProvider clock, ILogger<KioskPackage> log) : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _one = new(1);
    private string? _made;

    /// <summary>What a package would hold now.</summary>
    public string Revision => live.Now().Revision;

    private string Path => System.IO.Path.Combine(options.DataDir, "content.package");

    /// <summary>Makes the key when there is none, and lays its public half beside the one that kiosks seal to; copied to each kiosk by hand.</summary>
    public static Result<bool> PublishKey(BotOptions options)
    {
        var key = PackageKey.OpenOrMake(options.PackageKeyFile);
        if (!key.Ok)
            return key.Problems;
        using var signs = key.Value;
        System.IO.File.WriteAllText(System.IO.Path.Combine(options.DataDir, PackageKey.KioskFile), signs.ExportSubjectPublicKeyInfoPem() + "\n");
        return true;
    }

    /// <summary>The file of the package, made now where it is not there yet.</summary>
    public async Task<Result<string>> File(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (_made == Revision)
                return Path;
            var key = PackageKey.OpenOrMake(options.PackageKeyFile);
            if (!key.Ok)
                return Refused(key.Problems[0]);
            using var signs = key.Value;
            if (BookPackage.RevisionOf(Path)?.StartsWith(Revision, StringComparison.Ordinal) != true || !BookPackage.Load(Path, signs, new Office()).Ok)
            {
                var made = await Make(signs, cancel);
                if (!made.Ok)
                    return Refused(made.Problems[0]);
            }
            _made = Revision;
            return Path;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<Result<string>> Make(ECDsa signs, CancellationToken cancel)
    {
        var read = await editing.Read(cancel);
        if (!read.Ok)
            return read.Problems;
        var now = clock.GetUtcNow();
        var made = BookPackage.MadeOf(Path) is { } before && before >= now ? before + Step : now;
        var built = await Task.Run(() => BookPackage.Build(read.Value.Files, Path, new PackageSigning(signs, made)), cancel);
        if (built.Ok)
            Log.Packaged(log, built.Value, new FileInfo(Path).Length / 1000);
        return built;
    }

    private Problem Refused(Problem why)
    {
        Log.NoPackage(log, why.Code, why.Where, why.Message);
        return why;
    }
}
