using System.Collections.Immutable;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

/// <summary>Writing a note, a reason or an answer.</summary>
internal static class ComposeUpdate
{
    /// <summary>Priorities in the order offered.</summary>
    public static readonly ImmutableArray<Priority> Priorities = [Priority.Critical, Priority.High, Priority.Medium, Priority.Low];

    /// <summary>Statuses staff may choose: taking and withdrawing have ways of their own.</summary>
    public static ImmutableArray<ReferralStatus> Moves(ReferralDto dto) =>
        [.. dto.Moves.Where(m => m is not (ReferralStatus.Received or ReferralStatus.Claimed or ReferralStatus.Withdrawn))];

    /// <summary>Whether somebody was reached, in the order offered.</summary>
    public static readonly ImmutableArray<bool> Reached = [true, false];

    /// <summary>Begins.</summary>
    public static Compose Begin(ComposeKind kind, ReferralDto dto, DeskModel model, DeskWords words) => kind == ComposeKind.Reply ? Reply(model, dto.Language) : new(kind)
    {
        Choices = kind switch
        {
            ComposeKind.Status => List(Moves(dto).Select(words.Status)),
            ComposeKind.Priority => List(Priorities.Select(words.Priority)),
            ComposeKind.Contact when dto.Contact?.Now is ContactDecision.Allowed(var way) => List(Reached.Select(reached => words.Contacted(way, reached))),
            _ => null,
        },
        Text = new TextArea { MaxLength = ReferralLedger.MostCharacters },
    };

    /// <summary>Begins an answer to somebody who reads a language.</summary>
    public static Compose Reply(DeskModel model, Locale theirs) => new(ComposeKind.Reply)
    {
        Theirs = theirs,
        Language = model.Language,
        Text = new TextArea { MaxLength = ReferralLedger.MostCharacters },
    };

    /// <summary>A key that chooses or writes. Another text needs a new look at the warning. While it is being sent it stays as it is: what is kept is what is seen.</summary>
    public static Compose Touched(DeskModel model, Compose writing, InputEvent input)
    {
        if (model.Waiting == Waiting.Saving)
            return writing;
        if (writing is { Choices: { } choices, Chosen: null })
        {
            var (list, chosen) = choices.Update(input, ComposeLayout.Text(model));
            return writing.Ready.IsEmpty || chosen is not { } ready ? writing with { Choices = list, Chosen = chosen } : WithReady(writing, writing.Ready[ready]);
        }

        var text = writing.Text.Update(input, ComposeLayout.Text(model));
        if (text.Text == writing.Text.Text)
            return writing with { Text = text };
        return writing with
        {
            Text = text,
            Warned = false,
            Language = writing is { Theirs: { } theirs, ByHand: false } ? ReplyLanguage.Of(text.Text, theirs, model.Language) : writing.Language,
        };
    }

    /// <summary>Offers ready answers: read in the language of the desk, sent in that of the person.</summary>
    public static Compose OfferReady(Compose writing, DeskWords words) => writing.Theirs is { } theirs
        ? writing with { Choices = List(words.Ready(words.Language)), Chosen = null, Ready = [.. words.Ready(theirs)] }
        : writing;

    /// <summary>The offer goes, what was typed stays.</summary>
    public static Compose WithoutOffer(Compose writing) => writing with { Choices = null, Chosen = null, Ready = [] };

    /// <summary>Behind what stands there already, so that several make one answer.</summary>
    private static Compose WithReady(Compose writing, string ready)
    {
        var text = writing.Text.Text.Trim() is { Length: > 0 } before ? $"{before}\n{ready}" : ready;
        return WithoutOffer(writing) with { Text = writing.Text with { Text = text, Caret = text.Length }, Language = writing.Theirs, ByHand = true, Warned = false };
    }

    /// <summary>The next language: the person's first, then the desk's, then the others. From now on it is chosen, not guessed.</summary>
    public static Compose OtherLanguage(DeskModel model, Compose writing)
    {
        if (writing.Theirs is not { } theirs || model.Waiting == Waiting.Saving)
            return writing;
        ImmutableArray<Locale> order = [.. new[] { theirs, model.Language }.Concat(Locale.All).Distinct()];
        var next = !writing.ByHand && writing.Language != theirs ? theirs : order[(order.IndexOf(writing.Language ?? theirs) + 1) % order.Length];
        return writing with { Language = next, ByHand = true, Warned = false };
    }

    /// <summary>The same words sent once more keep their id, so that a repeat after a broken link is one; other words get another.</summary>
    public static Compose Named(DeskModel model, Compose writing)
    {
        var what = $"{writing.Kind} {writing.Step} {writing.Chosen} {writing.Language?.Tag} {writing.Text.Text.Trim()}";
        return writing.Sent == what ? writing : writing with { Sent = what, Id = model.Number + 1 };
    }

    /// <summary>The id it is sent under.</summary>
    public static string IdOf(DeskModel model, Compose writing) => $"{model.Desk}-{DeskWords.Ascii(writing.Id)}";

    /// <summary>True where leaving would lose words.</summary>
    public static bool IsWorthKeeping(Compose writing) => writing.Text.Text.Trim().Length > 0;

    /// <summary>Keeps what was begun, to go on with it later.</summary>
    public static DeskModel Keeping(this DeskModel model, string about, Compose? writing) =>
        model with { Drafts = writing is not null && IsWorthKeeping(writing) ? model.Drafts.SetItem(about, writing) : model.Drafts.Remove(about) };

    private static ListBox List(IEnumerable<string> items) => new([.. items.Select(i => new ListItem(i))]);
}
