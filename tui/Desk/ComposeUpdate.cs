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

    /// <summary>Begins. An answer begins in the person's language when the case worker works in it.</summary>
    public static Compose Begin(ComposeKind kind, ReferralDto dto, DeskModel model, DeskWords words) => new(kind)
    {
        Id = model.Number,
        Choices = kind switch
        {
            ComposeKind.Status => List(Moves(dto).Select(words.Status)),
            ComposeKind.Priority => List(Priorities.Select(words.Priority)),
            _ => null,
        },
        Language = kind == ComposeKind.Reply ? model.Language : null,
        Text = new TextArea { MaxLength = ReferralLedger.MostCharacters },
    };

    /// <summary>A key that chooses or writes. Another text needs a new look at the warning, and is another message.</summary>
    public static Compose Touched(DeskModel model, Compose writing, InputEvent input)
    {
        if (writing is { Choices: { } choices, Chosen: null })
        {
            var (list, chosen) = choices.Update(input);
            return writing with { Choices = list, Chosen = chosen };
        }

        var text = writing.Text.Update(input, ComposeLayout.Text(model));
        return text.Text == writing.Text.Text
            ? writing with { Text = text }
            : writing with { Text = text, Warned = false, Id = model.Waiting == Waiting.Nothing && model.Notice is Notice.Trouble ? model.Number + 1 : writing.Id };
    }

    /// <summary>The next language.</summary>
    public static Compose OtherLanguage(Compose writing) =>
        writing with { Language = Locale.All[((writing.Language?.Index ?? -1) + 1) % Locale.All.Length], Warned = false };

    /// <summary>True where leaving would lose words.</summary>
    public static bool IsWorthKeeping(Compose writing) => writing.Text.Text.Trim().Length > 0;

    private static ListBox List(IEnumerable<string> items) => new([.. items.Select(i => new ListItem(i))]);
}
