using Outreach.Content.Dialogs;
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
    public const int MaxCharacters = 1_000_000;

    /// <summary>The root of the first document.</summary>
    public static Result<YamlNode> Root(string text, string file)
    {
        if (text.Length > MaxCharacters)
            return DialogProblems.NotYaml(file, $"the file has more than {MaxCharacters} characters; split it");
        try
        {
            var stream = new YamlStream();
            stream.Load(new Guard(new Parser(new StringReader(text))));
            return stream.Documents switch
            {
                [{ RootNode: { } root }] => root,
                [] => DialogProblems.NotYaml(file, "the file is empty"),
                _ => DialogProblems.NotYaml(file, "the file has several documents; keep one, without '---' between"),
            };
        }
        catch (YamlException e)
        {
            return DialogProblems.NotYaml($"{file}:{e.Start.Line}", e.InnerException?.Message ?? e.Message);
        }
        // What the scanner throws at broken escapes and the like.
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            return DialogProblems.NotYaml(file, e.Message);
        }
    }

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
                throw new YamlException(now.Start, now.End, $"nested more than {MaxDepth} levels deep; write it flat");
            if (now is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
                throw new YamlException(now.Start, now.End, "anchors (&) and aliases (*) are not used here; quote the text or write it out");
            return true;
        }
    }
}
