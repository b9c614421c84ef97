using System.Text.RegularExpressions;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;

namespace Outreach.Tests.Support;

/// <summary>One reply as one readable line of a transcript: its text, cut short, and its options in brackets.</summary>
public static partial class ReplyLine
{
    private const int Longest = 150;

    /// <summary>The line, without the mark in front.</summary>
    public static string Of(Reply reply) => Of(reply.Kind, reply.Progress, reply.Blocks.Select(Text), reply.Options.Select(o => o.Label));

    /// <summary>The line of what a channel shows: its paragraphs and its choices.</summary>
    public static string Of(ReplyKind kind, Progress? at, IEnumerable<string> paragraphs, IEnumerable<string> choices)
    {
        var text = Masked(string.Join(" · ", paragraphs));
        var cut = text.Length > Longest ? text[..Longest].TrimEnd() + "…" : text;
        var options = string.Concat(choices.Select(o => $" [{o}]"));
        var progress = at is { } p ? $"({p.Number}/{p.Of}) " : "";
        return $"{Mark(kind)}{progress}{cut}{Masked(options)}";
    }

    /// <summary>References and codes differ from run to run; transcripts show R-**** and ****.</summary>
    public static string Masked(string text) => Code().Replace(Reference().Replace(text, "R-****"), "****");

    /// <summary>A continue code as it is shown; null where there is none.</summary>
    public static string? CodeIn(string text) => Code().Match(text) is { Success: true } code ? code.Value : null;

    /// <summary>A block as plain text.</summary>
    public static string Text(PageBlock block) => block switch
    {
        PageBlock.Heading(var text) => text,
        PageBlock.Paragraph(var runs) => Join(runs),
        PageBlock.Warning(var runs) => $"! {Join(runs)}",
        PageBlock.Bullets(_, var items) => string.Join(" ; ", items.Select(i => Join(i))),
        PageBlock.Call(var who, var number, var link, _) => $"{who}: {number ?? link}",
        PageBlock.Fine(var text) => text,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Join(IEnumerable<Run> runs) => string.Concat(runs.Select(r => r.Text));

    private static string Mark(ReplyKind kind) => kind switch
    {
        ReplyKind.Danger => "DANGER ",
        ReplyKind.Problem => "? ",
        ReplyKind.Staff => "staff: ",
        _ => "",
    };

    [GeneratedRegex("(?<![0-9A-Z])R-[0-9A-Z]{4}(-[0-9A-Z]{1,5})?", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
