using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Pages;

/// <summary>
/// Reads a page: front matter and the subset of Markdown that every surface can show (docs/content.md). Anything else is a
/// problem with file and line. With <see cref="RunReader"/> the only file that knows Markdig.
/// </summary>
public sealed partial class PageReader
{
    private const string Fence = "---";
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    private readonly List<Problem> _problems = [];
    private readonly PageFile _file;
    private readonly Func<string, PageBlock.Call?> _contact;
    private readonly RunReader _runs;
    private int _lines;
    private DateOnly _reviewed;

    private PageReader(PageFile file, Func<string, PageBlock.Call?> contact) =>
        (_file, _contact, _runs) = (file, contact, new RunReader(file.HostLanguage, Where, _problems));

    /// <summary>The page in a text.</summary>
    /// <param name="markdown">The whole file.</param>
    /// <param name="file">What its name says.</param>
    /// <param name="contact">The block of a contact in the language of the page; null when there is no such contact.</param>
    public static Result<Page> Read(string markdown, PageFile file, Func<string, PageBlock.Call?> contact) =>
        new PageReader(file, contact).Read(markdown);

    private Result<Page> Read(string markdown)
    {
        if (markdown.Length > PageLimits.File)
            return PageProblems.TooLarge(_file.Name);
        var lines = markdown.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == Fence ? Array.IndexOf(lines, Fence, 1) : -1;
        if (end < 0)
            return PageProblems.NoFrontMatter($"{_file.Name}:1");
        _lines = end + 1;
        var front = FrontMatterReader.Read("\n" + string.Join('\n', lines[1..end]), _file, _problems);
        _reviewed = front?.Reviewed ?? default;
        var (lead, cards) = Body(string.Join('\n', lines[(end + 1)..]));
        if (front is not null && Facts(front, lead, cards).Where(f => f.Until < front.ReviewBy).MinBy(f => f.Until) is { } first)
            _problems.Add(PageProblems.FactOlderThanReview($"{_file.Name}:1", first));
        return _problems.Count > 0 || front is null
            ? _problems.ToImmutableArray()
            : new Page { Id = _file.Id, Locale = _file.Locale, Front = front, Lead = lead, Cards = cards };
    }

    private (ImmutableArray<PageBlock> Lead, ImmutableArray<Card> Cards) Body(string text)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(text, Markdown);
        }
        // Markdig's own limit of depth.
        catch (ArgumentException)
        {
            _problems.Add(PageProblems.TooDeep(_file.Name));
            return ([], []);
        }
        var lead = WithAsk(document.TakeWhile(b => b is not HeadingBlock).SelectMany(Blocks));
        if (lead.IsEmpty)
            _problems.Add(PageProblems.NoLead($"{_file.Name}:{_lines}"));
        CheckLength(lead, $"{_file.Name}:{_lines}");
        var cards = ImmutableArray.CreateBuilder<Card>();
        for (var i = 0; i < document.Count; i++)
            if (document[i] is HeadingBlock heading)
                cards.Add(Card(heading, document.Skip(i + 1).TakeWhile(b => b is not HeadingBlock), cards.Count + 1));
        CheckCards(cards);
        return (lead, cards.ToImmutable());
    }

    private Card Card(HeadingBlock heading, IEnumerable<Block> blocks, int number)
    {
        if (heading.Level != 2 || heading.IsSetext)
            Refuse(heading, "a heading other than '##'", "cards begin with '## ', and there are no others");
        var runs = _runs.Read(heading.Inline);
        if (runs.Any(r => r.Emphasis != Emphasis.None || r.Link is not null))
            Refuse(heading, "markup in a heading", "write the heading as plain words");
        var title = string.Concat(runs.Select(r => r.Text));
        var anchor = Anchor().Match(title);
        if (anchor.Success)
            title = title[..anchor.Index];
        if (title.Length is 0 or > PageLimits.Title)
            _problems.Add(title.Length == 0 ? FieldProblems.Missing(Where(heading), "##") : FieldProblems.TooLong(Where(heading), "##", title.Length, PageLimits.Title));
        var card = new Card(anchor.Success ? anchor.Groups["anchor"].Value : $"c{number}", title, WithAsk(blocks.SelectMany(Blocks)));
        if (card.Blocks.IsEmpty)
            _problems.Add(PageProblems.EmptyCard(Where(heading)));
        CheckLength(card.Blocks, Where(heading));
        return card;
    }

    /// <summary>What grows old on a card is asked about where the card says whom to call.</summary>
    private static ImmutableArray<PageBlock> WithAsk(IEnumerable<PageBlock> blocks)
    {
        var all = blocks.ToList();
        var ask = all.OfType<PageBlock.Call>().FirstOrDefault()?.Who;
        return [.. all.Select(b => b is not PageBlock.Call && b.Fact is { } fact ? b with { Fact = fact with { Ask = ask } } : b)];
    }

    private static IEnumerable<Fact> Facts(FrontMatter front, ImmutableArray<PageBlock> lead, ImmutableArray<Card> cards) =>
        lead.Concat(cards.SelectMany(c => c.Blocks)).Where(b => b is not PageBlock.Call).Select(b => b.Fact).Append(front.SummaryFact).OfType<Fact>();

    private void CheckLength(ImmutableArray<PageBlock> blocks, string where)
    {
        var length = PageText.Of([.. blocks.Where(b => b is not PageBlock.Call)], PageTextLinks.Hidden).Length;
        if (length > PageLimits.Card)
            _problems.Add(PageProblems.CardTooLong(where, length));
    }

    private void CheckCards(ImmutableArray<Card>.Builder cards)
    {
        if (cards.Count == 0)
            _problems.Add(PageProblems.NoCards(_file.Name));
        if (cards.Count > PageLimits.Cards)
            _problems.Add(PageProblems.TooManyCards(_file.Name));
        foreach (var same in cards.GroupBy(c => c.Anchor, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            _problems.Add(PageProblems.AnchorTwice(_file.Name, same.Key));
    }

    private IEnumerable<PageBlock> Blocks(Block block) => block switch
    {
        ParagraphBlock { Inline: { } inline } when IsContacts(inline) => inline.OfType<LinkInline>().Select(Call).OfType<PageBlock>().ToList(),
        ParagraphBlock paragraph => [new PageBlock.Paragraph(Paragraph(paragraph, out var fact)) { Fact = fact }],
        ListBlock list => [List(list)],
        QuoteBlock quote => quote.SelectMany(Warnings),
        HtmlBlock => Refuse(block, "HTML", "write plain text with **bold**, lists and links"),
        FencedCodeBlock => Refuse(block, "code", "write it as a paragraph"),
        CodeBlock => Refuse(block, "a line that begins with four spaces", "remove the spaces"),
        ThematicBreakBlock => Refuse(block, "a line across", "begin a new card with '## '"),
        LinkReferenceDefinitionGroup => Refuse(block, "a list of link addresses", "write each link as [text](https://…)"),
        _ => Refuse(block, "this", "use paragraphs, lists, '>' warnings, links and contacts"),
    };

    private IEnumerable<PageBlock> Warnings(Block block) => block is ParagraphBlock paragraph
        ? [new PageBlock.Warning(Paragraph(paragraph, out var fact)) { Fact = fact }]
        : Refuse(block, "anything but a paragraph behind '>'", "write the warning as one paragraph");

    private PageBlock List(ListBlock list)
    {
        if (list.IsOrdered ? list.OrderedStart != "1" || list.OrderedDelimiter != '.' : list.BulletType != '-')
            Refuse(list, "this kind of list", "write '- ' or '1. ', and begin numbering with 1");
        var items = ImmutableArray.CreateBuilder<ImmutableArray<Run>>(list.Count);
        var facts = new List<Fact>();
        foreach (var item in list.Cast<ListItemBlock>())
        {
            if (item is [ParagraphBlock { Inline: { } inline } only] && !IsContacts(inline))
            {
                items.Add(Paragraph(only, out var fact));
                if (fact is not null)
                    facts.Add(fact);
            }
            else
                Refuse(item, "an entry of a list that is more than one paragraph", "write one level, one paragraph an entry; contacts stand outside of lists");
        }
        return new PageBlock.Bullets(list.IsOrdered, items.ToImmutable()) { Fact = facts.MinBy(f => f.Until) };
    }

    private ImmutableArray<Run> Paragraph(ParagraphBlock paragraph, out Fact? fact)
    {
        var runs = _runs.Read(paragraph.Inline);
        if (runs is [{ Text: ['|', ..] }, ..])
            Refuse(paragraph, "a table", "write a list");
        fact = null;
        if (runs is [.. var before, { Emphasis: Emphasis.None, Link: null } last])
        {
            (var text, fact) = FactMark.Take(last.Text, _reviewed);
            runs = text.Length > 0 ? runs.SetItem(before.Length, last with { Text = text }) : before;
        }
        if (runs.Any(r => r.Text.Contains('{')))
            _problems.Add(PageProblems.BadMark(Where(paragraph)));
        return runs;
    }

    /// <summary>True for a paragraph of contacts and nothing else.</summary>
    private static bool IsContacts(ContainerInline inline) =>
        inline.Any(i => i is LinkInline) && inline.All(i => i is LineBreakInline { IsHard: false } || i is LinkInline link && IsContact(link));

    private static bool IsContact(LinkInline link) =>
        link is { IsImage: false, FirstChild: null, Url: { } url } && url.StartsWith(RunReader.ContactScheme, StringComparison.Ordinal);

    private PageBlock.Call Call(LinkInline link)
    {
        var id = link.Url![RunReader.ContactScheme.Length..];
        if (_contact(id) is { } call)
            return call;
        _problems.Add(PageProblems.NoSuchContact(Where(link), id));
        return new PageBlock.Call(id, null, null, []);          // the page is refused; its card is not blamed for being empty too
    }

    private IEnumerable<PageBlock> Refuse(MarkdownObject what, string name, string instead)
    {
        _problems.Add(PageProblems.NotAllowed(Where(what), name, instead));
        return [];
    }

    private string Where(MarkdownObject what) => $"{_file.Name}:{_lines + what.Line + 1}";

    [GeneratedRegex(@"\s+\{#(?<anchor>[a-z][a-z0-9-]*)\}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Anchor();
}
