using System.Globalization;
using Outreach.Content.Checks;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;

namespace Outreach.Tui.Commands;

/// <summary>outreach content build.</summary>
internal static class ContentBuild
{
    /// <summary>What is wanted.</summary>
    /// <param name="Out">The file to write.</param>
    /// <param name="Key">The private key's file.</param>
    /// <param name="DespiteErrors">Build what must not go out.</param>
    public sealed record Order(string Out, string Key, bool DespiteErrors);

    /// <summary>Checks, builds, signs; the exit code.</summary>
    public static int Run(Sources sources, Order order, Streams streams)
    {
        var read = BookReader.Read(sources.Content, sources.Catalogs, new Office());
        if (!read.Ok)
            return Output.Fail(streams.Error, $"The content of {sources.Content} cannot be used:", read.Problems);
        var errors = Inspector.Inspect(read.Value, ContentCommand.Today()).Count(r => r.Severity == Severity.Error);
        if (errors > 0 && !order.DespiteErrors)
            return Output.Fail(streams.Error, string.Create(CultureInfo.InvariantCulture, $"Nothing was built: 'outreach content check' finds {errors} errors. Correct them, or build for trying out with --despite-errors."));
        var key = PackageKey.OpenOrMake(order.Key);
        if (!key.Ok)
            return Output.Fail(streams.Error, "The key that signs cannot be used:", key.Problems);
        using var signs = key.Value;
        var built = BookPackage.Build(sources.Content, sources.Catalogs, order.Out, new PackageSigning(signs, TimeProvider.System.GetUtcNow()));
        if (!built.Ok)
            return Output.Fail(streams.Error, "Nothing was built:", built.Problems);
        streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{order.Out}: revision {built.Value}, {new FileInfo(order.Out).Length / 1000} kB, signed."));
        streams.Say.WriteLine($"Kiosks need it and the public key: outreach kiosk --package {order.Out} --package-key {PackageKey.PublicFile(order.Key)}");
        return 0;
    }
}
