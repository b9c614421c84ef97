using Outreach.Content.Dialogs;

namespace Outreach.Content.Urgent;

/// <summary>
/// What the list of phrases says about a message, as signs that the examples weigh: the hit it came to, and which words of the past,
/// of "if", of calm and of now stand in it. Signs speak all languages: what is learned of them in one helps in every other.
/// </summary>
internal static class UrgentSign
{
    private const int Kinds = 8, FirstRole = Kinds * 2;

    /// <summary>How many there are.</summary>
    public const int Count = FirstRole + 5;

    /// <summary>The sign of a hit.</summary>
    public static int Of(UrgentHit hit) => ((int)hit.Kind * 2) + (hit.Sure ? 1 : 0);

    /// <summary>The sign of a phrase that is no hit.</summary>
    public static int Of(UrgentRole role) => FirstRole + (int)role - 1;

    /// <summary>What it is called where weights are read by people.</summary>
    public static string Name(int sign) => sign >= FirstRole
        ? ((UrgentRole)(sign - FirstRole + 1)).ToString().ToLowerInvariant()
        : $"{((UrgentKind)(sign / 2)).ToString().ToLowerInvariant()}-{(sign % 2 == 1 ? "sure" : "unsure")}";
}
