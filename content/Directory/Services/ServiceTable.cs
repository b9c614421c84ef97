using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Outreach.Localization;

namespace Outreach.Content.Directory.Services;

/// <summary>A kind of help that people look for by name.</summary>
public sealed record ServiceKind
{
    /// <summary>The closed list; contacts name these.</summary>
    internal static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal, "doctor", "pharmacy", "counselling", "pregnancy", "legal", "advice", "shelter", "food", "school", "course", "work",
        "benefits", "interpreter", "violence", "child", "trafficking", "crisis", "tracing", "return", "discrimination", "complaint");

    /// <summary>"doctor".</summary>
    public required string Id { get; init; }

    /// <summary>The topic whose page says more.</summary>
    public required string Topic { get; init; }

    /// <summary>Words for it by language, separated by '|'; the first is its name. '*' stands for any ending.</summary>
    [JsonConverter(typeof(LocaleTextsJsonConverter))]
    public required FrozenDictionary<Locale, string> Words { get; init; }
}

/// <summary>A language somebody may want to be spoken to in.</summary>
public sealed record SpokenLanguage
{
    /// <summary>Its tag, as contacts have it.</summary>
    public required string Tag { get; init; }

    /// <summary>Tags of languages that its speakers understand as their own, itself among them: Dari is served in Persian.</summary>
    public required ImmutableArray<string> Serves { get; init; }

    /// <summary>Words for it by language, as kinds have them.</summary>
    [JsonConverter(typeof(LocaleTextsJsonConverter))]
    public required FrozenDictionary<Locale, string> Words { get; init; }
}

/// <summary>A town people name.</summary>
public sealed record Town
{
    /// <summary>"bg/sofia".</summary>
    public required string Id { get; init; }

    /// <summary>Its names by language, as kinds have them.</summary>
    [JsonConverter(typeof(LocaleTextsJsonConverter))]
    public required FrozenDictionary<Locale, string> Words { get; init; }

    /// <summary>"bg".</summary>
    [JsonIgnore]
    public string Place => Id[..2];

    /// <summary>"sofia", as contacts have it.</summary>
    [JsonIgnore]
    public string Name => Id[3..];
}

/// <summary>Everything by which questions for services are heard, and the days on which offices may be shut.</summary>
public sealed record ServiceTable
{
    /// <summary>Hears nothing.</summary>
    public static ServiceTable Empty { get; } = new() { Kinds = [], Languages = [], Towns = [], Phrases = [], Holidays = [] };

    /// <summary>Kinds of help.</summary>
    public required ImmutableArray<ServiceKind> Kinds { get; init; }

    /// <summary>Languages.</summary>
    public required ImmutableArray<SpokenLanguage> Languages { get; init; }

    /// <summary>Towns.</summary>
    public required ImmutableArray<Town> Towns { get; init; }

    /// <summary>Near me, open now and the like.</summary>
    public required ImmutableArray<ServicePhrase> Phrases { get; init; }

    /// <summary>Public holidays by place.</summary>
    public required ImmutableArray<PublicHolidays> Holidays { get; init; }
}

/// <summary>What words say about a service besides its kind.</summary>
/// <param name="Means">near, now, list, free, speaks, or self: the person speaks of their own work.</param>
/// <param name="Words">Words by language, as kinds have them.</param>
public sealed record ServicePhrase(string Means, [property: JsonConverter(typeof(LocaleTextsJsonConverter))] FrozenDictionary<Locale, string> Words);
