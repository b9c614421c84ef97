using System.Globalization;

namespace Outreach.Tui.Text;

/// <summary>Borders between what people see as one letter.</summary>
public static class Graphemes
{
    /// <summary>The border before a place; 0 at the beginning.</summary>
    public static int Before(string text, int index)
    {
        var before = 0;
        for (var border = 0; border < index; border += StringInfo.GetNextTextElementLength(text, border)) before = border;
        return before;
    }

    /// <summary>The border after a place; the length at the end.</summary>
    public static int After(string text, int index) =>
        index >= text.Length ? text.Length : AtOrAfter(text, index + 1);

    /// <summary>The place itself when it is a border, else the next one.</summary>
    public static int AtOrAfter(string text, int index)
    {
        var border = 0;
        while (border < index && border < text.Length) border += StringInfo.GetNextTextElementLength(text, border);
        return border;
    }

    /// <summary>How much of a text fits into a number of UTF-16 units without cutting a letter.</summary>
    public static int Fit(string text, int room)
    {
        var fitting = 0;
        while (fitting < text.Length)
        {
            var next = fitting + StringInfo.GetNextTextElementLength(text, fitting);
            if (next > room) break;
            fitting = next;
        }

        return fitting;
    }
}
