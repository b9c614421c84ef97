using System.CommandLine;
using Outreach.Content.Packages;

namespace Outreach.Tui.Commands;

/// <summary>outreach content: for editors and translators.</summary>
internal static class ContentCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "the package to write", DefaultValueFactory = _ => "outreach.package" };
    private static readonly Option<string?> Key = new("--key") { Description = "private key that signs (ECDSA P-256, PEM; made when it is not there); default: content.key beside the master key" };
    private static readonly Option<bool> DespiteErrors = new("--despite-errors") { Description = "build although 'content check' finds errors; for trying out" };
    private static readonly Option<string?> Place = new("--place") { Description = "one place only: de, programme, world, countries" };
    private static readonly Option<DateOnly?> On = new("--on") { Description = "as on that day, 2027-12-22; default: today" };
    private static readonly Argument<string?> Folder = new("folder") { Description = "the content to check; default as --content of the other commands", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> OnlyCheck = new("--check") { Description = "write nothing; say which templates are stale, exit 1 when one is (for CI)" };

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var build = new Command("build", "makes one signed package of everything people read and are asked; kiosks load nothing that is not signed") { Sources.ContentOption, Sources.CatalogsOption, Out, Key, DespiteErrors };
        build.SetAction(parsed => ContentBuild.Run(Sources.Of(parsed), new ContentBuild.Order(parsed.GetRequiredValue(Out), KeyOf(parsed), parsed.GetValue(DespiteErrors)), Streams.Of(parsed)));
        var check = new Command("check", "looks at the content as a careful editor would: file, line, what to do; exit 1 when something must not go out") { Folder, Sources.CatalogsOption, Sources.RulesOption };
        check.SetAction(parsed => ContentCheck.Run(Sources.Of(parsed, parsed.GetValue(Folder)), Today(), Streams.Of(parsed)));
        var extract = new Command("extract", "writes the templates that translators work from (dialogs.pot, rules.pot) from dialogs and rules") { Sources.ContentOption, Sources.CatalogsOption, Sources.RulesOption, OnlyCheck };
        extract.SetAction(parsed => ContentExtract.Run(Sources.Of(parsed), parsed.GetValue(OnlyCheck), Streams.Of(parsed)));
        var freshness = new Command("freshness", "lists what grows old (fees, sums, deadlines, numbers, pages) by place, topic and date; exit 1 when something is past its time") { Place, On, Sources.ContentOption, Sources.CatalogsOption };
        freshness.SetAction(parsed => ContentFreshness.Run(Sources.Of(parsed), parsed.GetValue(Place), parsed.GetValue(On) ?? Today(), Streams.Of(parsed)));
        var coverage = new Command("coverage", "prints what is written: place, topic, language, with words, cards, sources and how each translation stands") { Place, Sources.ContentOption, Sources.CatalogsOption };
        coverage.SetAction(parsed => ContentCoverage.Run(Sources.Of(parsed), parsed.GetValue(Place), Streams.Of(parsed)));
        return new Command("content", "builds, checks and prepares for translation what people read and are asked") { build, check, coverage, extract, freshness, ContentChanges.Build() };
    }

    /// <summary>The day of this machine, in UTC.</summary>
    internal static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static string KeyOf(ParseResult parsed) =>
        Path.GetFullPath(parsed.GetValue(Key) ?? Path.Combine(Path.GetDirectoryName(Settings.Read().KeyFile)!, PackageKey.PrivateFile));
}

/// <summary>Where a command says what it did, and what is wrong.</summary>
/// <param name="Say">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Streams(TextWriter Say, TextWriter Error)
{
    /// <summary>Those the command was invoked with.</summary>
    public static Streams Of(ParseResult parsed) => new(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
}
