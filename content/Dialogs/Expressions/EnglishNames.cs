using System.Collections.Immutable;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>What <c>%b</c> and <c>%a</c> say when nobody gives names in the language of the person.</summary>
internal static class EnglishNames
{
    public static readonly ImmutableArray<string> Months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static readonly ImmutableArray<string> Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
}
