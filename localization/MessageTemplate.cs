using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace Outreach.Localization;

/// <summary>
/// A text with <c>{name}</c> holes, parsed once; <c>{{</c> and <c>}}</c> are braces. Filling never throws: a hole nobody filled
/// shows as ⟦name⟧, and a value is never read as a template.
/// </summary>
public sealed class MessageTemplate : IEquatable<MessageTemplate>
{
    private static readonly SearchValues<char> Braces = SearchValues.Create("{}");
    private readonly ImmutableArray<Part> _parts;

    private MessageTemplate(string source, ImmutableArray<Part> parts, bool wellFormed) => (Source, _parts, IsWellFormed) = (source, parts, wellFormed);

    /// <summary>The text as written.</summary>
    public string Source { get; }

    /// <summary>True when there is anything to fill in.</summary>
    public bool HasHoles => _parts is not ([] or [{ IsHole: false }]);

    /// <summary>Names of the holes, sorted, each once.</summary>
    public ImmutableArray<string> Holes => !HasHoles ? [] : [.. _parts.Where(p => p.IsHole).Select(p => p.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What is written between the holes, in order.</summary>
    public ImmutableArray<string> Words => [.. _parts.Where(p => !p.IsHole).Select(p => p.Text)];

    /// <summary>False when a brace stands alone or a hole has no proper name; such braces are shown as they are.</summary>
    public bool IsWellFormed { get; }

    /// <summary>Reads a template; any text is one.</summary>
    public static MessageTemplate Parse(string source)
    {
        if (!source.AsSpan().ContainsAny(Braces))
            return new MessageTemplate(source, source.Length == 0 ? [] : [new Part(source, IsHole: false)], wellFormed: true);
        var parts = ImmutableArray.CreateBuilder<Part>();
        var literal = new StringBuilder();
        var wellFormed = true;
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c is not ('{' or '}'))
            {
                literal.Append(c);
            }
            else if (i + 1 < source.Length && source[i + 1] == c)
            {
                literal.Append(c);
                i++;
            }
            else if (c == '{' && HoleLength(source.AsSpan(i + 1)) is > 0 and var length)
            {
                if (literal.Length > 0)
                    parts.Add(new Part(literal.ToString(), IsHole: false));
                literal.Clear();
                parts.Add(new Part(source.Substring(i + 1, length), IsHole: true));
                i += length + 1;
            }
            else
            {
                wellFormed = false;
                literal.Append(c);
            }
        }

        if (literal.Length > 0)
            parts.Add(new Part(literal.ToString(), IsHole: false));
        return new MessageTemplate(source, parts.ToImmutable(), wellFormed);
    }

    /// <summary>The text with its holes filled.</summary>
    public string Format(params ReadOnlySpan<(string Name, string Value)> args)
    {
        if (_parts.Length == 0)
            return "";
        if (_parts is [{ IsHole: false } only])
            return only.Text;
        var text = new DefaultInterpolatedStringHandler(Source.Length, _parts.Length, provider: null, stackalloc char[256]);
        foreach (var part in _parts)
        {
            if (!part.IsHole)
                text.AppendLiteral(part.Text);
            else if (Value(part.Text, args) is { } value)
                text.AppendLiteral(value);
            else
                text.AppendLiteral(Missing(part.Text));
        }

        return text.ToStringAndClear();
    }

    /// <summary>How a missing thing shows.</summary>
    public static string Missing(string name) => $"⟦{name}⟧";

    /// <summary>Braces doubled, so that a text from elsewhere stays a text inside a template.</summary>
    public static string Escape(string text) => text.Replace("{", "{{").Replace("}", "}}");

    /// <inheritdoc/>
    public bool Equals(MessageTemplate? other) => other is not null && Source == other.Source;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MessageTemplate);

    /// <inheritdoc/>
    public override int GetHashCode() => Source.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Source;

    private static string? Value(string name, ReadOnlySpan<(string Name, string Value)> args)
    {
        foreach (var (given, value) in args)
        {
            if (given == name)
                return value;
        }

        return null;
    }

    /// <summary>Length of the name when the text goes on with <c>name}</c>; 0 when it does not. Names are what gettext's python-brace-format takes.</summary>
    private static int HoleLength(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('}');
        if (end <= 0 || char.IsAsciiDigit(rest[0]))
            return 0;
        foreach (var c in rest[..end])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return 0;
        }

        return end;
    }

    private readonly record struct Part(string Text, bool IsHole);
}
