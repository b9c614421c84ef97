using System.Collections.Immutable;
using System.Diagnostics;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Bot.Web;

/// <summary>The one rendering of <see cref="PageBlock"/> as HTML; chat and pages both use it.</summary>
internal static class BlockHtml
{
    /// <summary>Writes blocks. Headings become <paramref name="heading"/> ("h2"), so that each surface keeps its outline.</summary>
    public static void Write(HtmlWriter html, IEnumerable<PageBlock> blocks, Locale locale, string heading)
    {
        foreach (var block in blocks)
            Write(html, block, locale, heading);
    }

    private static void Write(HtmlWriter html, PageBlock block, Locale locale, string heading)
    {
        switch (block)
        {
            case PageBlock.Heading(var text):
                html.Add($"<{heading}>{text}</{heading}>");
                break;
            case PageBlock.Paragraph(var runs):
                Runs(html.Raw("<p>"), runs, locale).Raw("</p>");
                break;
            case PageBlock.Warning(var runs):
                Runs(html.Raw("<p class=note>"), runs, locale).Raw("</p>");
                break;
            case PageBlock.Fine(var text):
                html.Add($"<p class=soft>{text}</p>");
                break;
            case PageBlock.Bullets(var numbered, var items):
                List(html, numbered ? "ol" : "ul", items, locale);
                break;
            case PageBlock.Call call:
                Call(html, call);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void List(HtmlWriter html, string element, ImmutableArray<ImmutableArray<Run>> items, Locale locale)
    {
        html.Add($"<{element}>");
        foreach (var item in items)
            Runs(html.Raw("<li>"), item, locale);
        html.Add($"</{element}>");
    }

    private static HtmlWriter Runs(HtmlWriter html, ImmutableArray<Run> runs, Locale locale)
    {
        foreach (var run in runs)
        {
            var link = Address(run.Link, locale);
            if (link is not null)
                html.Add($"<a href=\"{link}\">");
            _ = run.Emphasis switch
            {
                Emphasis.Strong => html.Add($"<b>{run.Text}</b>"),
                Emphasis.HostTerm when run.Language is { } host => html.Add($"<i lang=\"{host}\" dir=auto>{run.Text}</i>"),
                Emphasis.HostTerm => html.Add($"<i dir=auto>{run.Text}</i>"),
                _ when run.Language is { } other => html.Add($"<span lang=\"{other}\" dir=auto>{run.Text}</span>"),
                _ => html.Text(run.Text),
            };
            if (link is not null)
                html.Raw("</a>");
        }
        return html;
    }

    private static void Call(HtmlWriter html, PageBlock.Call call)
    {
        html.Add($"<div class=call><span>{call.Who}");
        if (!call.Notes.IsDefaultOrEmpty)
            html.Add($"<br><small>{string.Join(" ", call.Notes)}</small>");
        html.Raw("</span><bdi>");
        var shown = call.Number ?? Host(call.Link);
        if (call.Link is { } link && (link.StartsWith("tel:", StringComparison.Ordinal) || IsWeb(link)))
            html.Add($"<a href=\"{link}\">{shown}</a>");
        else
            html.Text(shown);
        html.Raw("</bdi></div>");
    }

    /// <summary>Where a run leads: https as it is, our own pages in the same language; anything else is no link.</summary>
    private static string? Address(string? link, Locale locale) => link switch
    {
        null => null,
        _ when IsWeb(link) => link,
        _ when link.StartsWith("page:", StringComparison.Ordinal) => $"/{link[5..]}?lang={locale.Tag}",
        _ when link.StartsWith("programme:", StringComparison.Ordinal) => $"/programme/{link[10..]}?lang={locale.Tag}",
        _ => null,
    };

    private static bool IsWeb(string link) => link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith("http://", StringComparison.Ordinal);

    private static string? Host(string? link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) ? uri.IdnHost : link;
}
