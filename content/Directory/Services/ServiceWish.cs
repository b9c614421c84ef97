using System.Collections.Immutable;
using System.Globalization;

namespace Outreach.Content.Directory.Services;

/// <summary>What somebody looks for, without the words they said it in: small enough to be kept in the state of a conversation.</summary>
public sealed record ServiceWish
{
    private const string Kind = "kind:", Language = "lang:", Town = "town:", Skip = "from:", NearSign = "near", NowSign = "now", ListSign = "list", FreeSign = "free";

    /// <summary>Ids of kinds; none for anybody at all.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>Tags of languages to be spoken to in.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Ids of towns, "bg/sofia".</summary>
    public ImmutableArray<string> Towns { get; init; } = [];

    /// <summary>"Near me".</summary>
    public bool Near { get; init; }

    /// <summary>"Open now".</summary>
    public bool Now { get; init; }

    /// <summary>"All of them".</summary>
    public bool List { get; init; }

    /// <summary>"Free of charge".</summary>
    public bool Free { get; init; }

    /// <summary>How many were shown already.</summary>
    public int From { get; init; }

    /// <summary>
    /// Whether words ask for services rather than for something to read: a kind of help and where, when or in which language; or who is
    /// open at all. "I need a lawyer" alone is a question for the pages.
    /// </summary>
    public bool AsksForServices => Now || Kinds.Length > 0 && (Near || List || Languages.Length > 0 || Towns.Length > 0);

    /// <summary>As the state keeps it.</summary>
    public ImmutableArray<string> Signs =>
    [
        .. Kinds.Select(k => Kind + k), .. Languages.Select(l => Language + l), .. Towns.Select(t => Town + t),
        .. Near ? [NearSign] : ImmutableArray<string>.Empty, .. Now ? [NowSign] : ImmutableArray<string>.Empty,
        .. List ? [ListSign] : ImmutableArray<string>.Empty, .. Free ? [FreeSign] : ImmutableArray<string>.Empty,
        .. From > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{Skip}{From}")] : ImmutableArray<string>.Empty,
    ];

    /// <summary>From what the state kept.</summary>
    public static ServiceWish Of(ImmutableArray<string> signs) => new()
    {
        Kinds = After(signs, Kind),
        Languages = After(signs, Language),
        Towns = After(signs, Town),
        Near = signs.Contains(NearSign),
        Now = signs.Contains(NowSign),
        List = signs.Contains(ListSign),
        Free = signs.Contains(FreeSign),
        From = After(signs, Skip) is [var from] && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0,
    };

    private static ImmutableArray<string> After(ImmutableArray<string> signs, string mark) =>
        [.. signs.Where(s => s.StartsWith(mark, StringComparison.Ordinal)).Select(s => s[mark.Length..])];
}
