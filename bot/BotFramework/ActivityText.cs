using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;

namespace Outreach.Bot.BotFramework;

/// <summary>Replies as plain text, for channels of which nothing more is known.</summary>
internal static class ActivityText
{
    /// <summary>The text of a reply, options left out.</summary>
    public static string Of(Reply reply)
    {
        if (reply.Blocks is [PageBlock.Paragraph { Runs: [var only] }])
            return only.Text;                              // nearly every question: nothing to put together
        var text = new StringBuilder();
        foreach (var block in reply.Blocks)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            Write(text, block);
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, PageBlock block)
    {
        switch (block)
        {
            case PageBlock.Heading(var words):
                text.Append(words);
                break;
            case PageBlock.Paragraph(var runs):
                Runs(text, runs);
                break;
            case PageBlock.Warning(var runs):
                Runs(text.Append("! "), runs);
                break;
            case PageBlock.Fine(var words):
                text.Append(words);
                break;
            case PageBlock.Bullets(var numbered, var items):
                for (var i = 0; i < items.Length; i++)
                    Runs(text.Append(i > 0 ? "\n" : "").Append(numbered ? $"{i + 1}. " : "- "), items[i]);
                break;
            case PageBlock.Call(var who, var number, var link, var notes):
                text.Append(who).Append(": ").Append(number ?? link);
                foreach (var note in notes.IsDefault ? [] : notes)
                    text.Append('\n').Append(note);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Runs(StringBuilder text, ImmutableArray<Run> runs)
    {
        foreach (var run in runs)
            text.Append(run.Text).Append(run.Link is { } link && link.StartsWith("http", StringComparison.Ordinal) ? $" ({link})" : "");
    }
}
