using System.Collections.Immutable;

namespace Outreach.Content.XlsForm;

/// <summary>A dialog between spreadsheet and YAML: what an author writes, not yet what the bot asks.</summary>
public sealed record Draft
{
    /// <summary>The id of the dialog.</summary>
    public required string Id { get; init; }

    /// <summary>The language of the texts in the YAML; "en" for a dialog that can be loaded.</summary>
    public required FormLanguage Base { get; init; }

    /// <summary>The other languages.</summary>
    public required ImmutableArray<FormLanguage> Languages { get; init; }

    /// <summary>The title.</summary>
    public required DraftText Title { get; init; }

    /// <summary>Further settings: programme, agencies, in_own_name, confirm.</summary>
    public required ImmutableArray<DraftField> Settings { get; init; }

    /// <summary>Columns of the settings that mean nothing to us.</summary>
    public ImmutableArray<DraftField> Kept { get; init; } = [];

    /// <summary>The survey.</summary>
    public required ImmutableArray<DraftItem> Items { get; init; }

    /// <summary>The lists of choices.</summary>
    public required ImmutableArray<DraftList> Lists { get; init; }

    /// <summary>What was left out, or must be decided, with its place.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Every text with its catalog key, in the order of the file.</summary>
    public IEnumerable<(string Key, DraftText Text)> Texts() =>
        Items.SelectMany(Of).Concat(Lists.SelectMany(l => l.Choices.SelectMany(c => new[] { ($"{l.Prefix}.{c.Name}", c.Label), ($"{l.Prefix}.{c.Name}.also", c.Also) }))).Prepend(($"dialog.{Id}.title", Title))
            .Where(t => !t.Item2.IsEmpty).DistinctBy(t => t.Item1, StringComparer.Ordinal);

    private static IEnumerable<(string Key, DraftText Text)> Of(DraftItem item) =>
        item.Texts.Select(t => (item.Key + Columns.Texts[t.Key], t.Value)).Concat(item.Items.SelectMany(Of));
}

/// <summary>A text by language code.</summary>
public sealed record DraftText(ImmutableDictionary<string, string> ByCode)
{
    /// <summary>No text.</summary>
    public static DraftText None { get; } = new(ImmutableDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>True when it says nothing in any language.</summary>
    public bool IsEmpty => ByCode.IsEmpty;

    /// <summary>What it says in a language; empty for nothing.</summary>
    public string In(FormLanguage language) => ByCode.GetValueOrDefault(language.Code, "");

    /// <summary>With a language more.</summary>
    public DraftText With(FormLanguage language, string text) => text.Length == 0 ? this : new(ByCode.SetItem(language.Code, text));
}

/// <summary>A key and its value; a list has spaces between.</summary>
public readonly record struct DraftField(string Key, string Value);

/// <summary>A question, group, repeat or included part.</summary>
public sealed record DraftItem
{
    /// <summary>"select_one yes_no", "group", "include".</summary>
    public required string Type { get; init; }

    /// <summary>Its name; of an include the part.</summary>
    public required string Name { get; init; }

    /// <summary>Where the keys of its texts begin: "dialog.talk.name".</summary>
    public required string Key { get; init; }

    /// <summary>Texts by YAML key, in the order of <see cref="Columns.Texts"/>.</summary>
    public ImmutableSortedDictionary<string, DraftText> Texts { get; init; } = ImmutableSortedDictionary<string, DraftText>.Empty;

    /// <summary>Fields in the order of <see cref="Columns.Fields"/>.</summary>
    public ImmutableArray<DraftField> Fields { get; init; } = [];

    /// <summary>Columns that mean nothing to us, by their heading.</summary>
    public ImmutableArray<DraftField> Kept { get; init; } = [];

    /// <summary>What a container contains.</summary>
    public ImmutableArray<DraftItem> Items { get; init; } = [];

    /// <summary>The shared part it comes from; empty for none.</summary>
    public string Part { get; init; } = "";

    /// <summary>What an author has to decide; empty for nothing.</summary>
    public string Remark { get; init; } = "";

    /// <summary>True for a group or repeat.</summary>
    public bool IsContainer => Type is "group" or "repeat";

    /// <summary>A field; empty when it is not there.</summary>
    public string Field(string key) => Fields.FirstOrDefault(f => f.Key == key).Value ?? "";

    /// <summary>True when a dialog would ask the same in the same words of one language.</summary>
    public bool Says(DraftItem other, FormLanguage language) =>
        Type == other.Type && Name == other.Name && Fields.SequenceEqual(other.Fields) && Kept.SequenceEqual(other.Kept)
        && Texts.Select(t => (t.Key, t.Value.In(language))).SequenceEqual(other.Texts.Select(t => (t.Key, t.Value.In(language))))
        && Items.Length == other.Items.Length && Items.Zip(other.Items).All(p => p.First.Says(p.Second, language));
}

/// <summary>A list of choices.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Prefix">Where the keys of its texts begin.</param>
/// <param name="Shared">True for a list of shared.yaml.</param>
/// <param name="Choices">In order.</param>
public sealed record DraftList(string Name, string Prefix, bool Shared, ImmutableArray<DraftChoice> Choices);

/// <summary>A choice.</summary>
/// <param name="Name">What is stored.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Fields">signal, at_site and columns that a choice_filter looks at.</param>
/// <param name="Kept">Columns that mean nothing to us.</param>
public sealed record DraftChoice(string Name, DraftText Label, ImmutableArray<DraftField> Fields, ImmutableArray<DraftField> Kept)
{
    /// <summary>Other words that mean it, with | between.</summary>
    public DraftText Also { get; init; } = DraftText.None;
}
