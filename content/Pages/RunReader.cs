using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Pages;

/// <summary>The text inside a block: plain, strong, a term of the place, a link. Anything else is a problem with file and line.</summary>
/// <param name="hostLanguage">The language of terms in emphasis.</param>
/// <param name="where">File and line of what was read.</param>
/// <param name="problems">Where problems go.</param>
internal sealed partial class RunReader(string? hostLanguage, Func<MarkdownObject, string> where, List<Problem> problems)
{
    /// <summary>How a link to a contact begins.</summary>
    public const string ContactScheme = "contact:";

    /// <summary>The runs of a paragraph or an entry; what is not allowed goes to the problems.</summary>
    public ImmutableArray<Run> Read(ContainerInline? container)
    {
        var runs = new List<Run>();
        foreach (var inline in container ?? [])
            Add(runs, inline, new Run(""));
        return Joined(runs);
    }

    /// <summary>Adds an inline; the style says what it stands in.</summary>
    private void Add(List<Run> runs, Inline inline, Run style)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Add(runs, literal, literal.Content.AsSpan(), style);
                break;
            case LineBreakInline { IsHard: false }:
                runs.Add(style with { Text = " " });
                break;
            case EmphasisInline { DelimiterChar: '*' } emphasis when style.Emphasis == Emphasis.None && emphasis.DelimiterCount <= 2:
                var inner = emphasis.DelimiterCount == 2
                    ? style with { Emphasis = Emphasis.Strong }
                    : style with { Emphasis = Emphasis.HostTerm, Language = hostLanguage };
                AddAll(runs, emphasis, inner);
                break;
            case LinkInline { IsImage: false, Title: null or "", Url: { } url } link when style.Link is null && link.Reference is null:
                if (CheckLink(link, url))
                    AddAll(runs, link, style with { Link = url });
                break;
            default:
                RefuseInline(inline);
                break;
        }
    }

    private void AddAll(List<Run> runs, ContainerInline container, Run style)
    {
        foreach (var child in container)
            Add(runs, child, style);
    }

    private void Add(List<Run> runs, LiteralInline literal, ReadOnlySpan<char> text, Run style)
    {
        if (PlainText.FirstInvisible(text) is { } invisible)
            problems.Add(FieldProblems.Invisible(where(literal), "text", invisible));
        runs.Add(style with { Text = text.ToString() });
    }

    private bool CheckLink(LinkInline link, string url)
    {
        if (url.StartsWith(ContactScheme, StringComparison.Ordinal))
            problems.Add(PageProblems.ContactInText(where(link)));
        else if (link.FirstChild is null)
            problems.Add(PageProblems.EmptyLink(where(link)));
        else if (YamlFields.WebLink(url) is null && !InternalLink().IsMatch(url))
            problems.Add(PageProblems.BadLink(where(link), url));
        else
            return true;
        return false;
    }

    private void RefuseInline(Inline inline)
    {
        var (what, instead) = inline switch
        {
            HtmlInline => ("HTML", "write plain text with **bold**, lists and links"),
            HtmlEntityInline => ("an HTML code such as &amp;", "write the character itself"),
            CodeInline => ("code between backticks", "write plain words"),
            AutolinkInline => ("a bare address between < and >", "write [text](https://…)"),
            LineBreakInline => ("a line break inside a paragraph", "leave an empty line to begin a new paragraph, and no spaces at the end of lines"),
            LinkInline { IsImage: true } => ("an image", "say it in words"),
            LinkInline => ("a link of this kind", "write [text](https://…), without a title and not inside another link"),
            EmphasisInline { DelimiterChar: '_' } => ("underscores for emphasis", "write **bold** or *host-language term*"),
            EmphasisInline => ("emphasis inside emphasis", "use either **bold** or *host-language term*"),
            _ => ("this", "write plain text"),
        };
        problems.Add(PageProblems.NotAllowed(where(inline), what, instead));
    }

    private static ImmutableArray<Run> Joined(List<Run> runs)
    {
        var joined = ImmutableArray.CreateBuilder<Run>(runs.Count);
        foreach (var run in runs)
        {
            if (joined.Count > 0 && joined[^1] with { Text = "" } == run with { Text = "" })
                joined[^1] = run with { Text = joined[^1].Text + run.Text };
            else if (run.Text.Length > 0)
                joined.Add(run);
        }
        return joined.ToImmutable();
    }

    [GeneratedRegex(@"^(page:[a-z]{2}/[a-z-]+|programme:[a-z][a-z-]*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InternalLink();
}
