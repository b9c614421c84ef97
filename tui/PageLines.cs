using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;
using Outreach.Tui.Widgets;

namespace Outreach.Tui;

/// <summary>Replies and pages as paragraphs for a terminal; the one place where page blocks meet the runtime.</summary>
public static class PageLines
{
    private const int BulletIndent = 2;

    /// <summary>The paragraphs of a reply, with an empty line behind each.</summary>
    public static IEnumerable<TextBlock> Of(Reply reply) => reply.Blocks.SelectMany(b => Of(b, reply.Kind));

    /// <summary>The paragraphs of one block.</summary>
    public static IEnumerable<TextBlock> Of(PageBlock block, ReplyKind kind = ReplyKind.Say) => block switch
    {
        PageBlock.Heading(var text) => [Block(text, Style.Bold), Blank],
        PageBlock.Paragraph(var runs) => [Block(Join(runs), runs.All(r => r.Emphasis == Content.Pages.Emphasis.Strong) ? Style.Bold : Style.Plain), Blank],
        PageBlock.Warning(var runs) => [new TextBlock(Sanitizer.Clean(Join(runs)), kind == ReplyKind.Danger ? Theme.Calm.Alert : Style.Bold, "!", BulletIndent), Blank],
        PageBlock.Bullets(var numbered, var items) => [.. items.Select((item, i) => new TextBlock(Sanitizer.Clean(Join(item)), Style.Plain, numbered ? $"{i + 1}." : "-", numbered ? 4 : BulletIndent)), Blank],
        PageBlock.Call call => [Block($"{call.Who}: {call.Number ?? call.Link}", Style.Bold), .. call.Notes.Take(2).Select(n => new TextBlock(Sanitizer.Clean(n), Style.Dim, "", BulletIndent)), Blank],
        PageBlock.Fine(var text) => [Block(text, Style.Dim), Blank],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static TextBlock Blank { get; } = new("");

    private static TextBlock Block(string text, Style style) => new(Sanitizer.Clean(text), style);

    private static string Join(IEnumerable<Run> runs) => string.Concat(runs.Select(r => r.Text));
}
