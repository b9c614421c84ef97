using System.Collections.Immutable;

namespace Outreach.Bench;

/// <summary>A figure held against what was promised: at most so much.</summary>
internal sealed record Aim(string What, double Measured, double Most, string Unit)
{
    public bool Met => Measured <= Most;
}

/// <summary>Figures, the first column saying of what.</summary>
internal sealed record Table(string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows);

/// <summary>What one measurement found.</summary>
/// <param name="Tables">All figures.</param>
/// <param name="Aims">Those with a promise.</param>
/// <param name="Notes">What a reader must know to judge them.</param>
internal sealed record Findings(ImmutableArray<Table> Tables, ImmutableArray<Aim> Aims, ImmutableArray<string> Notes);
