using Outreach.Localization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Outreach.Content.Yaml;

/// <summary>
/// YAML text to nodes, guarded: a file that nests without end or refers to itself is refused before a tree is built from it,
/// because a deep tree would end the whole process.
/// </summary>
internal static class YamlText
{
    /// <summary>No file of ours nests deeper.</summary>
    public const int MaxDepth = 40;

    /// <summary>A larger text is no content file.</summary>
    public const int MaxCharacters = 4_000_000;

    private const string LookHere = "look here and in the lines before for a key that stands twice, or a missing quote, bracket, colon or space";

    /// <summary>The root of the first document.</summary>
    public static Result<YamlNode> Root(string text, string file)
    {
        if (text.Length > MaxCharacters)
            return FieldProblems.NotYaml(file, $"it has more than {MaxCharacters} characters; split it");
        try
        {
            var stream = new YamlStream();
            stream.Load(new Guard(new Parser(new StringReader(text))));
            return stream.Documents switch
            {
                [{ RootNode: { } root }] => root,
                [] => FieldProblems.NotYaml(file, "the file is empty; put its content back, or remove the file"),
                _ => FieldProblems.NotYaml(file, "it holds several documents; keep one, without '---' between"),
            };
        }
        catch (Refusal e)
        {
            return FieldProblems.NotYaml($"{file}:{e.Start.Line}", e.Message);
        }
        catch (YamlException e)
        {
            return Said(e, text, file);
        }
        // What the scanner throws at broken escapes and the like.
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            return FieldProblems.NotYaml(file, $"{e.Message.TrimEnd('.')}; {LookHere}");
        }
    }

    /// <summary>What the parser says, and what to do. A tab is found where it stands, not where its mapping begins.</summary>
    private static Problem Said(YamlException e, string text, string file)
    {
        var why = (e.InnerException?.Message ?? e.Message).TrimEnd('.');
        var tab = Array.FindIndex(text.Split('\n'), Math.Max(0, (int)e.Start.Line - 1), l => l[..^l.TrimStart().Length].Contains('\t'));
        return why.Contains("tab", StringComparison.Ordinal) && tab >= 0
            ? FieldProblems.NotYaml($"{file}:{tab + 1}", "the line begins with a tab; begin it with spaces")
            : FieldProblems.NotYaml($"{file}:{e.Start.Line}", $"{why}; {LookHere}");
    }

    private sealed class Refusal(Mark start, Mark end, string message) : YamlException(start, end, message);

    private sealed class Guard(Parser inner) : IParser
    {
        private int _depth;

        public ParsingEvent? Current => inner.Current;

        public bool MoveNext()
        {
            if (!inner.MoveNext())
                return false;
            var now = inner.Current!;
            _depth += now.NestingIncrease;
            if (_depth > MaxDepth)
                throw new Refusal(now.Start, now.End, $"nested more than {MaxDepth} levels deep; write it flat");
            if (now is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
                throw new Refusal(now.Start, now.End, "anchors (&) and aliases (*) are not used here; quote the text or write it out");
            return true;
        }
    }
}
