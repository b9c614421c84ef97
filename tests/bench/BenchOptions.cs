namespace Outreach.Bench;

/// <summary>How much is measured.</summary>
internal sealed record BenchOptions
{
    /// <summary>Interleaved rounds, A B A B; figures are medians of them.</summary>
    public required int Rounds { get; init; }

    /// <summary>Seconds of load in each round and for each server.</summary>
    public required int Seconds { get; init; }

    /// <summary>Seconds of load before the first round, so that what is measured is compiled.</summary>
    public required int Warm { get; init; }

    /// <summary>Connections that ask at the same time.</summary>
    public required int Connections { get; init; }

    /// <summary>True when what was published before is measured again.</summary>
    public required bool Built { get; init; }

    /// <summary>True for tables in Markdown.</summary>
    public required bool Markdown { get; init; }
}
