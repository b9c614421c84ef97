using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests.Triage;

/// <summary>A row of tests/testdata/triage-cases.tsv: what was said, and which rules fire for it.</summary>
internal sealed record TriageCase(string Name, Submission Submission, Priority Priority, int Hours, ImmutableArray<string> Rules)
{
    /// <summary>The rule that fires when no other does.</summary>
    public const string Last = "any";

    public static ImmutableArray<TriageCase> All { get; } =
    [
        .. File.ReadLines(Repository.At("tests", "testdata", "triage-cases.tsv")).Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => Of(l.Split('\t'))),
    ];

    public ReferralDraft Draft => Samples.Must(Intake.Read(Samples.Book, Samples.Routing, Submission, oral: false));

    private static TriageCase Of(string[] cells) => new(
        cells[0],
        Samples.Submission(cells[1], cells[2], child: cells[1] == "child" || cells[3].EndsWith("yes", StringComparison.Ordinal), locked: cells[4] == "yes")
            with
        { SaysAdult = cells[3].StartsWith("says-adult", StringComparison.Ordinal) },
        Enum.Parse<Priority>(cells[5], ignoreCase: true),
        int.Parse(cells[6], System.Globalization.CultureInfo.InvariantCulture),
        [.. cells[7].Split(' ', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty(Last)]);
}
