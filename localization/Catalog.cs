using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Outreach.Localization;

/// <summary>What one language can say: key to text, frozen. Holds only what people may be shown; missing, fuzzy and stale messages are not in it.</summary>
public sealed class Catalog
{
    private readonly Dictionary<string, Message> _messages;     // frozen would be made for every language at every start, which takes longer than all its look-ups save
    private readonly PluralRule _rule;

    private Catalog(Locale locale, Dictionary<string, Message> messages) =>
        (Locale, _messages, _rule) = (locale, messages, PluralRule.Of(locale));

    /// <summary>The language.</summary>
    public Locale Locale { get; }

    /// <summary>How many messages it has.</summary>
    public int Count => _messages.Count;

    /// <summary>The keys it has.</summary>
    public ImmutableArray<string> Keys => [.. _messages.Keys];

    /// <summary>True when it has the message.</summary>
    public bool Has(string key) => _messages.ContainsKey(key);

    /// <summary>True when it has the message and no speaker has checked it yet.</summary>
    public bool IsDraft(string key) => _messages.TryGetValue(key, out var message) && message.Draft;

    /// <summary>The text of a message; of a counted one the general form.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out MessageTemplate? template)
    {
        template = _messages.TryGetValue(key, out var message) ? message.Forms[^1] : null;
        return template is not null;
    }

    /// <summary>The form of a message for a count; of an uncounted one its only text.</summary>
    public bool TryGet(string key, long count, [NotNullWhen(true)] out MessageTemplate? template)
    {
        template = _messages.TryGetValue(key, out var message) ? message.Forms[message.Forms.Length == 1 ? 0 : _rule.FormIndex(count)] : null;
        return template is not null;
    }

    internal static Catalog OfEnglish(IEnumerable<PoEntry> entries) => Of(Locale.English, entries.Select(e =>
        (e.Key, new Message(e.EnglishPlural is { } plural ? [Parse(e.English), Parse(plural)] : [Parse(e.English)], Draft: false))));

    internal static Catalog OfTranslations(Locale locale, IReadOnlyDictionary<string, PoEntry> english, IEnumerable<PoFile> files) =>
        Of(locale, from file in files
                   from entry in file.Entries
                   where IsUsable(locale, english, entry)
                   select (entry.Key, new Message([.. entry.Translations.Select(Parse)], file.IsDraft)));

    private static bool IsUsable(Locale locale, IReadOnlyDictionary<string, PoEntry> english, PoEntry entry) =>
        entry.IsTranslated && english.TryGetValue(entry.Key, out var source) && entry.SameEnglish(source)
        && entry.Translations.Length == (entry.IsPlural ? PluralRule.Of(locale).Forms.Length : 1);

    private static Catalog Of(Locale locale, IEnumerable<(string Key, Message Message)> messages) =>
        new(locale, messages.DistinctBy(m => m.Key, StringComparer.Ordinal).ToDictionary(m => m.Key, m => m.Message, StringComparer.Ordinal));

    private static MessageTemplate Parse(string text) => MessageTemplate.Parse(text);

    private sealed record Message(ImmutableArray<MessageTemplate> Forms, bool Draft);
}
