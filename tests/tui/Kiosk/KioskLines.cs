using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Tests.Support;
using Outreach.Tui.Kiosk;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.KioskScreens;

/// <summary>Reads the drawn screen of a kiosk into lines of a transcript. The model says only where a reply ends; every word comes from the screen.</summary>
internal static class KioskLines
{
    /// <summary>The lines of what is drawn now.</summary>
    public static IReadOnlyList<string> Of(KioskApp app, KioskModel model, Localizer texts)
    {
        var screen = new Screen(model.Size);
        app.View(model, new Painter(screen));
        return model.Screen switch
        {
            KioskScreen.Welcome welcome => [$"< {screen.LogicalRow(KioskLayout.Body(model).Y).Trim()}{string.Concat(Rows(screen, KioskLayout.Languages(model, welcome).Y, welcome.Languages.Items.Length, welcome.Languages.Gap).Select(l => $" [{l}]"))}"],
            KioskScreen.Talk talk => [.. Said(screen, model, talk, texts)],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The replies as they stand on the screen, one below the other, and the choices with the replies they belong to.</summary>
    private static IEnumerable<string> Said(Screen screen, KioskModel model, KioskScreen.Talk talk, Localizer texts)
    {
        var text = KioskLayout.Text(model, talk);
        Assert.True(text.Height >= talk.Text.Blocks.Length, "more is said than the screen of this test holds");
        var choices = Rows(screen, KioskLayout.Choices(model, talk).Y, talk.Choices.Items.Length, talk.Choices.Gap);
        var own = talk.Asking?.Options.Length ?? 0;
        var other = own;
        var y = text.Y;
        foreach (var reply in talk.Replies)
        {
            var paragraphs = new List<string>();
            foreach (var block in reply.Blocks)
            {
                var rows = Enumerable.Range(y, PageLines.Of(block, reply.Kind).Count()).Select(i => screen.LogicalRow(i).Trim()).ToArray();
                y += rows.Length;
                paragraphs.Add(Paragraph(block, rows));
            }
            var asks = ReferenceEquals(reply, talk.Asking);
            var mine = asks ? choices[..own] : choices[other..(other += reply.Options.Count(o => talk.Options[own..].Contains(o)))];
            var at = asks && reply.Progress is { } p && screen.LogicalRow(0).Contains(texts.Text(model.Language, "kiosk.question", ("n", $"{p.Number}"), ("of", $"{p.Of}")), StringComparison.Ordinal) ? reply.Progress : null;
            yield return $"< {ReplyLine.Of(reply.Kind, at, paragraphs, mine.Select(c => asks && reply.Many ? c.Replace("[ ] ", "", StringComparison.Ordinal) : c))}";
        }
    }

    private static string Paragraph(PageBlock block, string[] rows) => block switch
    {
        PageBlock.Warning => $"! {Without(rows[0], "!")}",
        PageBlock.Bullets(var numbered, _) => string.Join(" ; ", rows[..^1].Select((r, i) => Without(r, numbered ? $"{i + 1}." : "-"))),
        _ => rows[0],
    };

    /// <summary>The rows of a list without marker, number and the key that leads there, which stand at the other end where lines run from the right.</summary>
    private static ImmutableArray<string> Rows(Screen screen, int y, int count, int gap) =>
        [.. Enumerable.Range(0, count).Select(i => Without(Without(Without(screen.LogicalRow(y + i * (1 + gap)).Trim(), ">"), i < 9 ? $"{i + 1}" : "", "  "), i == 0 ? "Tab" : ""))];

    /// <summary>The row without its lead; a gap tells the number of a choice from one its words begin with.</summary>
    private static string Without(string row, string lead, string gap = "") =>
        (lead.Length == 0 ? row : row.StartsWith(lead + gap, StringComparison.Ordinal) ? row[lead.Length..] : row.EndsWith(gap + lead, StringComparison.Ordinal) ? row[..^lead.Length] : row).Trim();
}
