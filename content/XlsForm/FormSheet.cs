using System.Collections.Immutable;

namespace Outreach.Content.XlsForm;

/// <summary>A spreadsheet as text.</summary>
/// <param name="Sheets">In their order.</param>
public sealed record FormBook(ImmutableArray<FormSheet> Sheets);

/// <summary>One sheet; rows without any text are left out.</summary>
/// <param name="Name">As written.</param>
/// <param name="Rows">The first holds the headings.</param>
public sealed record FormSheet(string Name, ImmutableArray<FormRow> Rows);

/// <summary>One row.</summary>
/// <param name="Number">As the spreadsheet counts it, from 1.</param>
/// <param name="Cells">Trimmed; empty where there is nothing.</param>
public sealed record FormRow(int Number, ImmutableArray<string> Cells)
{
    /// <summary>A cell; empty beyond the last.</summary>
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";

    /// <summary>The letters of a column: A, B, … Z, AA.</summary>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
