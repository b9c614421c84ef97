using System.Collections.Immutable;
using System.Text;

namespace Outreach.Bench;

/// <summary>Findings as text: aligned for a terminal, or Markdown to be pasted into a page.</summary>
internal static class Report
{
    private const string ColumnGap = "  ";

    /// <summary>All tables, the aims last.</summary>
    public static string Of(Findings findings, bool markdown)
    {
        var text = new StringBuilder();
        foreach (var table in findings.Tables)
            Write(text, table, markdown);
        if (findings.Aims.Length > 0)
            Write(text, Aims(findings.Aims), markdown);
        foreach (var note in findings.Notes)
            text.Append(markdown ? "- " : ColumnGap).AppendLine(note);
        return text.AppendLine().ToString();
    }

    private static Table Aims(ImmutableArray<Aim> aims) => new("Aims", ["", "measured", "at most", ""],
        [.. aims.Select(a => ImmutableArray.Create(a.What, Figure(a.Measured, a.Unit), Figure(a.Most, a.Unit), a.Met ? "met" : "MISSED"))]);

    private static string Figure(double value, string unit) => $"{(value >= 100 ? $"{value:N0}" : $"{value:0.##}")} {unit}";

    private static void Write(StringBuilder text, Table table, bool markdown)
    {
        text.AppendLine(markdown ? $"**{table.Title}**\n" : table.Title);
        if (markdown)
        {
            Row(text, table.Columns, "| ", " | ", " |");
            Row(text, [.. table.Columns.Select((_, i) => i == 0 ? "---" : "--:")], "| ", " | ", " |");
            foreach (var row in table.Rows)
                Row(text, row, "| ", " | ", " |");
        }
        else
        {
            var widths = table.Columns.Select((title, i) => table.Rows.Max(r => r[i].Length) is var most && most > title.Length ? most : title.Length).ToArray();
            foreach (var row in table.Rows.Prepend(table.Columns))
                Row(text, [.. row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))], ColumnGap, ColumnGap, "");
        }
        text.AppendLine();
    }

    private static void Row(StringBuilder text, ImmutableArray<string> cells, string open, string between, string close) =>
        text.Append(open).AppendJoin(between, cells).Append(close).AppendLine();
}
