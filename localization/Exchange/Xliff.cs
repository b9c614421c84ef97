using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Outreach.Localization.Exchange;

/// <summary>XLIFF 1.2 (OASIS), strict. Holes and addresses are inline codes, which translators' programs protect.</summary>
public static partial class Xliff
{
    private const long MostCharacters = 32_000_000;
    private static readonly XNamespace Ns = "urn:oasis:names:tc:xliff:document:1.2";

    /// <summary>The text of a file.</summary>
    public static string Write(TranslationFile file)
    {
        var root = new XElement(Ns + "xliff", new XAttribute("version", "1.2"));
        foreach (var units in file.Units.GroupBy(u => u.File, StringComparer.Ordinal))
            root.Add(new XElement(Ns + "file",
                new XAttribute("original", units.Key),
                new XAttribute("source-language", Locale.English.Tag),
                new XAttribute("target-language", file.Locale.Tag),
                new XAttribute("datatype", units.Key.EndsWith(".pot", StringComparison.Ordinal) ? "x-po" : "x-markdown"),
                new XElement(Ns + "body", units.Select(Unit))));
        using var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { NewLineHandling = NewLineHandling.None }))
            new XDocument(root).Save(xml);
        // The writer's own indentation would put spaces into a text that begins with a code.
        return LineBegins().Replace(text.ToString(), "\n$0") + "\n";
    }

    /// <summary>Reads a file of ours that comes back: id, English and translation of each unit. Anything else in it is the translator's own.</summary>
    public static Result<TranslationFile> Read(string text, string name)
    {
        XDocument document;
        try
        {
            using var xml = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters });
            document = XDocument.Load(xml, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
        }
        catch (XmlException e)
        {
            return ExchangeProblems.NotReadable($"{name}:{e.LineNumber}", "it is no well-formed XML; export it again from the translator's program as XLIFF 1.2");
        }
        if (document.Root?.Name != Ns + "xliff" || document.Root.Attribute("version")?.Value != "1.2")
            return ExchangeProblems.NotReadable(name, "it is not XLIFF 1.2; save it as that");
        var files = document.Root.Elements(Ns + "file").ToList();
        var languages = files.Select(f => f.Attribute("target-language")?.Value).Distinct(StringComparer.Ordinal).ToList();
        if (languages is not [var language] || !Locale.TryParse(language, out var locale))
            return ExchangeProblems.NoLanguage(name, string.Join(", ", languages));
        var units = files.SelectMany(f => f.Descendants(Ns + "trans-unit")).Select(Unit).ToImmutableArray();
        return units.FirstOrDefault(u => !u.Id.Contains('#')) is { } foreign ? ExchangeProblems.UnknownUnit(foreign.Id) : new TranslationFile(locale, units);
    }

    private static XElement Unit(TranslationUnit unit)
    {
        var element = new XElement(Ns + "trans-unit", new XAttribute("id", unit.Id));
        if (unit.State == UnitState.Unneeded)
            element.Add(new XAttribute("translate", "no"));
        element.Add(new XAttribute(XNamespace.Xml + "space", "preserve"), new XElement(Ns + "source", Inline(unit.Source)));
        element.Add(new XElement(Ns + "target", new XAttribute("state", unit.State switch
        {
            UnitState.New => "new",
            UnitState.Stale => "needs-review-translation",
            UnitState.Unneeded => "final",
            _ => "translated",
        }), Inline(unit.State == UnitState.Unneeded ? unit.Source : unit.Target)));
        if (unit.Note.Length > 0)
            element.Add(new XElement(Ns + "note", new XAttribute("annotates", "source"), new XAttribute("from", "outreach"), Clean(unit.Note)));
        if (unit.Previous is { } previous)
            element.Add(new XElement(Ns + "alt-trans", new XAttribute("alttranstype", "previous-version"), new XElement(Ns + "source", Inline(previous)), new XElement(Ns + "target", Inline(unit.Target))));
        return element;
    }

    private static TranslationUnit Unit(XElement element) => new()
    {
        Id = element.Attribute("id")?.Value ?? "",
        Source = element.Element(Ns + "source")?.Value ?? "",
        Target = element.Element(Ns + "target")?.Value ?? "",
        State = element.Attribute("translate")?.Value == "no" ? UnitState.Unneeded
            : element.Element(Ns + "target")?.Attribute("state")?.Value switch
            {
                "needs-translation" or "new" => UnitState.New,
                { } state when state.StartsWith("needs-", StringComparison.Ordinal) => UnitState.Stale,
                _ => UnitState.Translated,
            },
    };

    /// <summary>Words as text, holes and addresses as codes, so that they come back as they went.</summary>
    private static IEnumerable<object> Inline(string text)
    {
        var (at, id) = (0, 0);
        foreach (Match code in Code().Matches(text))
        {
            if (code.Index > at)
                yield return Clean(text[at..code.Index]);
            yield return new XElement(Ns + "ph", new XAttribute("id", $"{++id}"), Clean(code.Value));
            at = code.Index + code.Length;
        }
        if (at < text.Length)
            yield return Clean(text[at..]);
    }

    /// <summary>XML cannot hold most control characters; no text of ours has them.</summary>
    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r.Value is '\t' or '\n' or >= 0x20 and not (0xFFFE or 0xFFFF)));

    [GeneratedRegex("<(xliff|file|trans-unit|source|target|note|alt-trans)[ >]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LineBegins();

    [GeneratedRegex(@"\{[A-Za-z_][A-Za-z0-9_]*\}|\]\([^()\s]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    private sealed class Utf8Writer : StringWriter
    {
        public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }
}
