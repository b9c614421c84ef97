namespace Outreach.Bench;

/// <summary>The one statistic we quote.</summary>
internal static class Statistics
{
    /// <summary>The middle value; of an even number of values the mean of the two in the middle.</summary>
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The median of what is looked at.</summary>
    public static double Median<T>(this IEnumerable<T> items, Func<T, double> look) => items.Select(look).Median();
}
