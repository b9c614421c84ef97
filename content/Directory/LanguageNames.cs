using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Directory;

/// <summary>What speakers call their language: a list of languages somebody answers in is read by those who look for their own.</summary>
public static class LanguageNames
{
    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bg"] = "Български",
        ["bn"] = "বাংলা",
        ["ckb"] = "کوردیی ناوەندی",
        ["cs"] = "Čeština",
        ["de"] = "Deutsch",
        ["el"] = "Ελληνικά",
        ["ff"] = "Fulfulde",
        ["ha"] = "Hausa",
        ["hi"] = "हिन्दी",
        ["hr"] = "Hrvatski",
        ["hu"] = "Magyar",
        ["hy"] = "Հայերեն",
        ["it"] = "Italiano",
        ["ka"] = "ქართული",
        ["ku"] = "Kurdî / کوردی",
        ["ln"] = "Lingála",
        ["mk"] = "Македонски",
        ["ne"] = "नेपाली",
        ["nl"] = "Nederlands",
        ["om"] = "Afaan Oromoo",
        ["pa"] = "ਪੰਜਾਬੀ",
        ["pl"] = "Polski",
        ["prs"] = "دری",
        ["ps"] = "پښتو",
        ["pt"] = "Português",
        ["ro"] = "Română",
        ["ru"] = "Русский",
        ["so"] = "Soomaali",
        ["sq"] = "Shqip",
        ["sr"] = "Српски",
        ["ta"] = "தமிழ்",
        ["ti"] = "ትግርኛ",
        ["tl"] = "Tagalog",
        ["tr"] = "Türkçe",
        ["ur"] = "اردو",
        ["vi"] = "Tiếng Việt",
        ["wo"] = "Wolof",
        ["yo"] = "Yorùbá",
        ["zh"] = "中文",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The tags we have a name for, the languages we speak first.</summary>
    public static ImmutableArray<string> Tags { get; } = [.. Locale.All.Select(l => l.Tag), .. Others.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The name; the tag itself where we have none.</summary>
    public static string Of(string tag) =>
        Locale.All.FirstOrDefault(l => l.Tag == tag)?.NativeName ?? Others.GetValueOrDefault(tag, tag);
}
