using System.Text;
using Outreach.Bot.Web;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Bot.Tests;

public sealed class HtmlTests
{
    [Theory]
    [InlineData("<b>", "&lt;b&gt;")]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("\" onload='x'", "&quot; onload=&#39;x&#39;")]
    [InlineData("العربية አማርኛ", "العربية አማርኛ")]
    [InlineData("", "")]
    public void Holes_are_encoded(string text, string html) => Assert.Equal($"<p title=\"{html}\">{html}</p>", Of(w => w.Add($"<p title=\"{text}\">{text}</p>")));

    [Theory]
    [InlineData("javascript:alert(1)", "x")]
    [InlineData("data:text/html,x", "x")]
    [InlineData("page:de/housing", "<a href=\"/de/housing?lang=ar\">x</a>")]
    [InlineData("programme:stranded", "<a href=\"/programme/stranded?lang=ar\">x</a>")]
    [InlineData("https://example.org/?a=1&b=2", "<a href=\"https://example.org/?a=1&amp;b=2\">x</a>")]
    public void Only_known_links_are_links(string link, string html) =>
        Assert.Equal($"<p>{html}</p>", Of(w => BlockHtml.Write(w, [new PageBlock.Paragraph([new Run("x", Link: link)])], Locale.Arabic, "h2")));

    [Fact]
    public void Every_kind_of_block_has_its_markup() => Assert.Equal(
        "<h2>A</h2><p>b<b>c</b></p><ul><li>d</ul><ol><li>e</ol><p class=note>f</p><p class=soft>g</p><div class=call><span>h<br><small>i j</small></span><bdi><a href=\"tel:1\">1</a></bdi></div>",
        Of(w => BlockHtml.Write(w,
        [
            new PageBlock.Heading("A"), new PageBlock.Paragraph([new Run("b"), new Run("c", Emphasis.Strong)]), new PageBlock.Bullets(false, [[new Run("d")]]), new PageBlock.Bullets(true, [[new Run("e")]]),
            new PageBlock.Warning([new Run("f")]), new PageBlock.Fine("g"), new PageBlock.Call("h", "1", "tel:1", ["i", "j"]),
        ], Locale.English, "h2")));

    private static string Of(Action<HtmlWriter> write)
    {
        var html = new HtmlWriter();
        write(html);
        return Encoding.UTF8.GetString(html.Written.Span);
    }
}
