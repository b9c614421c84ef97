using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Outreach.Bot.Web;

/// <summary>Writes HTML as UTF-8. What stands in the code is markup, what fills a hole is text and always encoded, so nothing can be forgotten.</summary>
public sealed class HtmlWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");
    private readonly ArrayBufferWriter<byte> _bytes = new(8 * 1024);

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>Writes markup whose holes are encoded.</summary>
    public HtmlWriter Add([InterpolatedStringHandlerArgument("")] ref Holes html)
    {
        _ = html;
        return this;
    }

    /// <summary>Writes constant markup.</summary>
    public HtmlWriter Raw(string markup)
    {
        Encoding.UTF8.GetBytes(markup, _bytes);
        return this;
    }

    /// <summary>Writes text, encoded for elements and quoted attributes; Arabic stays Arabic.</summary>
    public HtmlWriter Text(string? text)
    {
        var rest = text.AsSpan();
        for (int next; (next = rest.IndexOfAny(Special)) >= 0; rest = rest[(next + 1)..])
        {
            Encoding.UTF8.GetBytes(rest[..next], _bytes);
            Raw(rest[next] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "&#39;" });
        }
        Encoding.UTF8.GetBytes(rest, _bytes);
        return this;
    }

    /// <summary>Collects the parts of an interpolated string straight into the writer.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Holes
    {
        private readonly HtmlWriter _html;

        /// <summary>Begins at the writer's end.</summary>
        public Holes(int literalLength, int formattedCount, HtmlWriter html)
        {
            _ = (literalLength, formattedCount);
            _html = html;
        }

        /// <summary>Markup of the code.</summary>
        public void AppendLiteral(string value) => _html.Raw(value);

        /// <summary>Text.</summary>
        public void AppendFormatted(string? value) => _html.Text(value);

        /// <summary>A number.</summary>
        public void AppendFormatted(long value) => _html.Raw(value.ToString(CultureInfo.InvariantCulture));
    }
}
