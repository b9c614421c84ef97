using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Outreach.Content.Dialogs;
using Outreach.Tests.Support;

namespace Outreach.Bot.Tests.Transcripts;

/// <summary>Reads the log of a page, as a person does, into lines of a transcript: from the HTML alone.</summary>
internal static partial class WebLines
{
    /// <summary>The lines of a whole page, or of the replies that the script gets.</summary>
    public static IReadOnlyList<string> Of(string html)
    {
        if (Title().Match(html) is { Success: true } bye && !html.Contains("id=log", StringComparison.Ordinal))
            return [$"< {Words(bye.Groups[1].Value)}"];
        var log = html.StartsWith('<') ? html[html.IndexOf("<div role=log", StringComparison.Ordinal)..html.IndexOf("</ol></div>", StringComparison.Ordinal)] : html[(html.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        return [.. Item().Split(log).Skip(1).Chunk(2).Select(i => $"< {Line(i[0], i[1])}")];
    }

    private static string Line(string kind, string html)
    {
        var choices = Choices().Match(html);
        var body = choices.Success ? html.Remove(choices.Index) : html;
        var at = Progress().Match(body);
        if (at.Success)
            body = body.Remove(at.Index);
        var blocks = Block().Matches(body).Skip(kind == "s" ? 1 : 0);      // what staff say stands below who says it
        return ReplyLine.Of(KindOf(kind), at.Success ? ProgressOf(at.Groups[1].Value) : null, blocks.Select(Paragraph), Choice().Matches(choices.Value).Select(c => Words(c.Groups[1].Value)));
    }

    private static string Paragraph(Match block) => block switch
    {
        _ when block.Groups["heading"] is { Success: true } heading => Words(heading.Value),
        _ when block.Groups["list"] is { Success: true } list => string.Join(" ; ", list.Value.Split("<li>").Skip(1).Select(Words)),
        _ when block.Groups["who"] is { Success: true } who => $"{Words(who.Value)}: {Number(block.Groups["number"].Value)}",
        _ => (block.Groups["class"].Value == "note" ? "! " : "") + Words(block.Groups["text"].Value),
    };

    /// <summary>What one taps: the number as it is shown, or the whole address behind a name.</summary>
    private static string Number(string html) => Address().Match(html) is { Success: true } link ? WebUtility.HtmlDecode(link.Groups[1].Value) : Words(html);

    /// <summary>The numbers of "Question 3 of 16", in any language.</summary>
    private static Progress? ProgressOf(string words) => Digits().Matches(words) is [var number, var of]
        ? new Progress(int.Parse(number.Value, CultureInfo.InvariantCulture), int.Parse(of.Value, CultureInfo.InvariantCulture))
        : null;

    private static ReplyKind KindOf(string kind) => kind switch
    {
        "d" => ReplyKind.Danger,
        "p" => ReplyKind.Problem,
        "s" => ReplyKind.Staff,
        _ => ReplyKind.Say,
    };

    private static string Words(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("<li class=([a-z])")]
    private static partial Regex Item();

    [GeneratedRegex("<h1>(.*?)</h1>")]
    private static partial Regex Title();

    [GeneratedRegex("<form class=choices.*", RegexOptions.Singleline)]
    private static partial Regex Choices();

    [GeneratedRegex("(?:<label>.*?<span>|<button name=c[^>]*>)(.*?)(?:</label>|</button>)", RegexOptions.Singleline)]
    private static partial Regex Choice();

    [GeneratedRegex("<p class=soft>([^<]*)</p><progress")]
    private static partial Regex Progress();

    [GeneratedRegex("<h2>(?<heading>.*?)</h2>|<p(?: class=(?<class>[a-z]+))?[^>]*>(?<text>.*?)</p>|<(?:ul|ol)>(?<list>.*?)</(?:ul|ol)>|<div class=call><span>(?<who>.*?)(?:<br><small>.*?</small>)?</span><bdi>(?<number>.*?)</bdi>", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("href=\"(http[^\"]*)\"")]
    private static partial Regex Address();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
