using System.Collections.Immutable;
using Outreach.Content.Directory;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>The languages we greet in and do not speak yet. Knowing one only ever leads to a choice, never to a switch.</summary>
public sealed class SecondRing(ImmutableArray<RingCard> cards)
{
    private const int MostContacts = 2;

    /// <summary>The cards, in the order of their tags.</summary>
    public ImmutableArray<RingCard> Cards => cards;

    /// <summary>Their names, to be chosen.</summary>
    internal IEnumerable<Option> Names => cards.Select(c => new Option(c.Tag, c.Name));

    /// <summary>Their tags.</summary>
    public IEnumerable<string> Tags => cards.Select(c => c.Tag);

    /// <summary>The card with a tag; null when there is none.</summary>
    internal RingCard? ByTag(string? tag) => cards.FirstOrDefault(c => c.Tag == tag);

    /// <summary>
    /// The language a first message is in: by letters only it has, then by more of its words than of any of ours, then, when
    /// nobody knows the words, by a script it shares with one of ours. Null when it may as well be one of ours.
    /// </summary>
    internal RingCard? Of(string message)
    {
        if (Best(c => message.Count(c.Letters.Contains)) is { } byLetters)
            return byLetters;
        var words = Fold.Text(message).Split(' ');
        if (Best(c => words.Count(c.Words.Contains)) is { } byWords && (words.Length == 1 || words.Count(byWords.Words.Contains) > Ours(message)))
            return byWords;
        return LanguageGuess.Of(message) is null ? Best(c => message.Count(c.Script.Contains)) : null;
    }

    /// <summary>The card, then the choice among our languages: those its speakers most often know, then the others.</summary>
    internal static Reply Show(Scene scene, RingCard card)
    {
        var told = scene.With(scene.State with { Language = card.LaidOutAs });
        var numbers = scene.Book.Contacts.For(scene.State.Place, "emergency", "police", "ambulance").Take(MostContacts)
            .Select(c => (PageBlock)ContactText.Call(c, scene.Book.Texts, card.LaidOutAs));
        return told.Reply(ReplyKind.Say,
            [new PageBlock.Warning([Words(card.Danger)]), .. numbers, new PageBlock.Paragraph([Words(card.Free)]), new PageBlock.Paragraph([Words(card.Choose)]), .. card.Reviewed ? (ReadOnlySpan<PageBlock>)[] : [new PageBlock.Paragraph([Words(card.Unchecked)])]],
            [.. card.Offer.Concat(Locale.All).Distinct().Select(l => new Option(l.Tag, l.NativeName))]);

        Run Words(string text) => new(text, Language: card.Tag);      // a voice that reads aloud must know
    }

    /// <summary>How much speaks for one of ours: its little words, or letters only it has. "I am a Kurd", in Arabic, is Arabic.</summary>
    private static int Ours(string message) => Math.Max(LanguageGuess.Hits(message), LanguageGuess.Of(message) is { IsRightToLeft: true } ? 1 : 0);

    private RingCard? Best(Func<RingCard, int> score) => cards.Select(c => (Card: c, Score: score(c))).Where(c => c.Score > 0).OrderByDescending(c => c.Score).FirstOrDefault().Card;
}
