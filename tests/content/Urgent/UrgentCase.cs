using Outreach.Content.Urgent;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Urgent;

/// <summary>A row of the table: a language, what is to be found, a message, and why.</summary>
internal sealed record UrgentCase(int Line, string Language, string Expected, string Message, string Why)
{
    public const string Nothing = "none";

    /// <summary>Real questions of the open set: must not be sure, unless the row says so.</summary>
    public const string NotSure = "not-sure";

    /// <summary>Whether the row is one of the open set.</summary>
    public bool IsOpen => Why.StartsWith("open set", StringComparison.Ordinal);

    public static UrgentCase[] ReadAll() =>
    [
        .. from line in File.ReadAllLines(Repository.At("tests", "testdata", "urgent-cases.tsv")).Select((text, i) => (Text: text, Number: i + 1))
           where line.Text.Length > 0 && line.Text[0] != '#'
           let cells = line.Text.Split('\t')
           select new UrgentCase(line.Number, cells[0], cells[1], cells[2], cells[3]),
    ];

    public bool Accepts(UrgentHit? hit) => Expected == NotSure ? hit is not { Sure: true } : Show(hit) == Expected.Replace(OrNone, "", StringComparison.Ordinal);

    /// <summary>After a look-alike of the list that the examples may know better: long past.</summary>
    public const string OrNone = " or none";

    /// <summary>"danger sure", "held unsure" or "none".</summary>
    public static string Show(UrgentHit? hit) => hit is null ? Nothing : $"{hit.Kind.ToString().ToLowerInvariant()} {(hit.Sure ? "sure" : "unsure")}";
}
