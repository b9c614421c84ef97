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
    private const string Ellipsis = "…", Between = "\n\n";

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
    /// As much as fits, in order, and "…" where something was left out. Whom to call is what is left out last: calls come
    /// without their notes, other text gives way to them, and a number stands there whole or not at all.
    /// </summary>
    public static string Within(ImmutableArray<PageBlock> blocks, int length)
    {
        if (Of(blocks) is { } whole && whole.Length <= length)
            return whole;
        var parts = new string?[blocks.Length];
        var left = length + Between.Length;                    // nothing stands behind the last
        for (var i = 0; i < parts.Length; i++)
            if (blocks[i] is PageBlock.Call call)
                left -= Take(i, Line(call) is var line && line.Length <= length ? line : Short(call, length));
        for (var i = 0; i < parts.Length && left > Between.Length; i++)
            if (parts[i] is null)
                left -= Take(i, Cut(Of(blocks[i]), left - Between.Length));
        return string.Join(Between, parts.Where(p => !string.IsNullOrEmpty(p)));

        // What was cut, or does not fit, is the end.
        int Take(int at, string text)
        {
            var fits = text.Length + Between.Length <= left;
            parts[at] = fits ? text : left > Between.Length ? Ellipsis : "";
            return fits && !text.EndsWith(Ellipsis, StringComparison.Ordinal) ? text.Length + Between.Length : left;
        }
    }

    /// <summary>A call that is too long by itself: where, what stands in brackets (how old the number is), and of the name what fits.</summary>
    private static string Short(PageBlock.Call call, int length)
    {
        if ((call.Number ?? call.Link) is not { } where)
            return Cut(call.Who, length);
        var bracket = call.Who.EndsWith(')') ? call.Who.LastIndexOf('(') : call.Who.Length;
        var end = $" {call.Who[bracket..]}: {where}".Replace(" :", ":", StringComparison.Ordinal);
        return end.Length < length ? Cut(call.Who[..bracket].TrimEnd(), length - end.Length) + end : bracket == call.Who.Length && where.Length <= length ? where : "";
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
