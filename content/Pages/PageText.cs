using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Outreach.Content.Pages;

/// <summary>What plain text says of a link.</summary>
public enum PageTextLinks
{
    /// <summary>Its words only.</summary>
    Hidden,

    /// <summary>Its words, and behind them the web address in brackets.</summary>
    Shown,
}

/// <summary>Blocks as plain text: for SMS, a line-mode terminal, search.</summary>
public static class PageText
{
    private const string Ellipsis = "…";

    /// <summary>All of it, an empty line between blocks.</summary>
    public static string Of(ImmutableArray<PageBlock> blocks, PageTextLinks links = PageTextLinks.Shown) =>
        string.Join("\n\n", blocks.Select(b => Of(b, links)));

    /// <summary>One block.</summary>
    public static string Of(PageBlock block, PageTextLinks links = PageTextLinks.Shown) => block switch
    {
        PageBlock.Heading(var text) => text,
        PageBlock.Paragraph(var runs) => Of(runs, links),
        PageBlock.Bullets(var numbered, var items) =>
            string.Join('\n', items.Select((item, i) => (numbered ? (i + 1).ToString(CultureInfo.InvariantCulture) + ". " : "- ") + Of(item, links))),
        PageBlock.Warning(var runs) => "! " + Of(runs, links),
        PageBlock.Call call => string.Join('\n', [Line(call), .. call.Notes]),
        PageBlock.Fine(var text) => text,
        _ => throw new UnreachableException(),
    };

    /// <summary>A stretch of runs.</summary>
    public static string Of(ImmutableArray<Run> runs, PageTextLinks links = PageTextLinks.Shown)
    {
        var text = new StringBuilder();
        foreach (var run in runs)
        {
            text.Append(run.Text);
            if (links == PageTextLinks.Shown && run.Link is { } link && link.StartsWith("https:", StringComparison.Ordinal))
                text.Append(" (").Append(link).Append(')');
        }
        return text.ToString();
    }

    /// <summary>
    /// As much as fits, in order, and "…" where something was left out. Whom to call is never what is left out: calls come
    /// without their notes, and other text gives way to them.
    /// </summary>
    public static string Within(ImmutableArray<PageBlock> blocks, int length)
    {
        if (Of(blocks) is { } whole && whole.Length <= length)
            return whole;
        var parts = blocks.Select(b => b is PageBlock.Call call ? Line(call) : null).ToArray();
        var left = length - parts.Sum(p => p is null ? 0 : p.Length + 2);
        for (var i = 0; i < parts.Length && left > Ellipsis.Length; i++)
        {
            if (parts[i] is not null)
                continue;
            parts[i] = Cut(Of(blocks[i]), left - 2);
            left -= parts[i]!.Length + 2;
            if (parts[i]!.EndsWith(Ellipsis, StringComparison.Ordinal))
                break;
        }
        return Cut(string.Join("\n\n", parts.Where(p => !string.IsNullOrEmpty(p))), length);
    }

    /// <summary>The line of a call: who, and the number or address.</summary>
    private static string Line(PageBlock.Call call) => (call.Number ?? call.Link) is { } where ? $"{call.Who}: {where}" : call.Who;

    /// <summary>A text cut behind a sentence if one ends in its second half, else behind a word, never inside a character.</summary>
    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        if (length <= Ellipsis.Length)
            return length < Ellipsis.Length ? "" : Ellipsis;
        var room = length - Ellipsis.Length - 1;
        var sentence = text.LastIndexOfAny(SentenceEnds, Math.Max(0, room - 1));
        if (sentence >= length / 2)
            return text[..(sentence + 1)] + " " + Ellipsis;
        var word = text.LastIndexOfAny(Spaces, room);
        if (word > 0)
            return text[..word] + Ellipsis;
        return text[..(char.IsHighSurrogate(text[room]) ? room : room + 1)] + Ellipsis;
    }

    private static readonly char[] SentenceEnds = ['.', '!', '?', '؟', '۔', '።', '\n'];
    private static readonly char[] Spaces = [' ', '\n'];
}
