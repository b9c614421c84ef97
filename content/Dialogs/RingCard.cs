using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Serialization;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>
/// A language we do not speak yet but greet in (DESIGN section 5): in danger, free of charge, in which of our languages to go on;
/// and by which letters and words it is known. One file each, safety/ring/TAG.yaml.
/// </summary>
public sealed record RingCard
{
    private const int LongestText = 200;
    private static readonly FrozenSet<string> Ours = Locale.All.Select(l => l.Tag).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Its tag, "ti".</summary>
    public required string Tag { get; init; }

    /// <summary>What its speakers call it.</summary>
    public required string Name { get; init; }

    /// <summary>Our languages its speakers most often know, most likely first.</summary>
    public required ImmutableArray<Locale> Offer { get; init; }

    /// <summary>Letters that none of our languages has.</summary>
    public required string Letters { get; init; }

    /// <summary>Letters it shares with one of our languages.</summary>
    public required string Script { get; init; }

    /// <summary>Folded words that mark it, its own name among them.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>What to do in danger.</summary>
    public required string Danger { get; init; }

    /// <summary>Nobody may ask for money.</summary>
    public required string Free { get; init; }

    /// <summary>Please choose one of our languages.</summary>
    public required string Choose { get; init; }

    /// <summary>A machine wrote this and no speaker has read it yet; said while that is so.</summary>
    public required string Unchecked { get; init; }

    /// <summary>A speaker has read it.</summary>
    public required bool Reviewed { get; init; }

    /// <summary>True where it is read from right to left.</summary>
    [JsonIgnore]
    public bool IsRightToLeft => Name[0] is >= '\u0590' and <= '\u08FF';

    /// <summary>The language whose direction of reading is this one's, as far as the offered ones have it.</summary>
    [JsonIgnore]
    public Locale LaidOutAs => Offer.FirstOrDefault(l => l.IsRightToLeft == IsRightToLeft, Offer[0]);

    /// <summary>The card of one file.</summary>
    public static Result<RingCard> Read(string yaml, string file)
    {
        var problems = new List<Problem>();
        if (YamlFields.Of(yaml, file, problems) is not { } fields)
            return problems.ToImmutableArray();
        var offer = fields.Words("offer", Ours);
        if (offer.IsEmpty)
            problems.Add(FieldProblems.Missing(fields.WhereOf("offer"), "offer"));
        var card = new RingCard
        {
            Tag = fields.Text("tag"),
            Name = fields.Text("name"),
            Offer = [.. offer.Select(t => Locale.TryParse(t, out var l) ? l : Locale.English)],
            Letters = Characters(fields.Optional("letters") ?? ""),
            Script = Characters(fields.Optional("script") ?? ""),
            Words = [.. fields.Texts("words").Select(Fold.Text).Distinct()],
            Danger = fields.Text("danger", LongestText),
            Free = fields.Text("free", LongestText),
            Choose = fields.Text("choose", LongestText),
            Unchecked = fields.Text("unchecked", LongestText),
            Reviewed = fields.OneOf("status", ("draft", false), ("reviewed", true)),
        };
        fields.End();
        return problems.Count > 0 ? problems.ToImmutableArray() : card;
    }

    /// <summary>"abx-z": letters one after the other, and ranges.</summary>
    private static string Characters(string text)
    {
        var all = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
            for (var (c, to) = (text[i], i + 2 < text.Length && text[i + 1] == '-' ? text[i += 2] : text[i]); c <= to; c++)
                all.Append(c);
        return all.ToString();
    }
}
