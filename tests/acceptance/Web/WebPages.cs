using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Outreach.Content.Pages;
using Outreach.Tests.Support;

namespace Outreach.Acceptance.Tests.Web;

/// <summary>One page as it came over the wire.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Html">What it says.</param>
/// <param name="Bytes">The compressed body.</param>
internal sealed record WebPage(string Address, string Html, int Bytes)
{
    public bool HasScript => Html.Contains("<script", StringComparison.Ordinal);
}

/// <summary>All orientation pages in one language, fetched side by side: what a browser must look at can be chosen without one.</summary>
internal sealed partial class WebPages(Uri host, string language)
{
    private const int AtOnce = 4;

    /// <summary>The addresses of all shelves and pages.</summary>
    public static ImmutableArray<string> All { get; } =
        [.. TestBook.Real.Places.Keys.Append(Library.ProgrammeShelf).Concat(TestBook.Real.Library.All.Select(p => p.Id.Value)).Distinct().Order(StringComparer.Ordinal).Select(id => $"/{id}")];

    public async Task<ImmutableArray<WebPage>> Fetch(IEnumerable<string> addresses)
    {
        using var packed = new HttpClient { BaseAddress = host };
        packed.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        using var door = new SemaphoreSlim(AtOnce);
        return [.. await Task.WhenAll(addresses.Select(a => One(packed, door, a.Contains('?', StringComparison.Ordinal) ? $"{a}&lang={language}" : $"{a}?lang={language}")))];
    }

    /// <summary>The fewest pages, about, that together have every pair of neighbouring tags that any page has.</summary>
    public static ImmutableArray<WebPage> OfEachShape(IEnumerable<WebPage> pages)
    {
        var seen = new HashSet<(string, string)>();
        return [.. pages.Select(p => (Page: p, Shape: Shape(p.Html))).OrderByDescending(p => p.Shape.Count).Where(p => IsNew(p.Shape)).Select(p => p.Page)];

        bool IsNew(HashSet<(string, string)> shape)
        {
            var before = seen.Count;
            seen.UnionWith(shape);
            return seen.Count > before;
        }
    }

    /// <summary>Each tag with the one after it, and whether there are words between: all that a checker of markup and look can see in a page of ours.</summary>
    private static HashSet<(string, string)> Shape(string html)
    {
        var tags = Pieces().Matches(html).Select(m => m.Groups["words"].Success ? "words" : Values().Replace(m.Value, "")).ToList();
        return [.. tags.Zip(tags.Skip(1))];
    }

    private static async Task<WebPage> One(HttpClient http, SemaphoreSlim door, string address)
    {
        await door.WaitAsync();
        try
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            var body = await answer.Content.ReadAsByteArrayAsync();
            Assert.Contains("br", answer.Content.Headers.ContentEncoding);
            return new WebPage(address, Unpacked(body), body.Length);
        }
        finally
        {
            door.Release();
        }
    }

    private static string Unpacked(byte[] body)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("<[^>]*>|(?<words>[^<]*[^<\\s][^<]*)")]
    private static partial Regex Pieces();

    [GeneratedRegex("(?<= (?:href|src|content|title|value|d|aria-label|data-[a-z]+)=)(?:\"[^\"]*\"|[^ >]+)")]
    private static partial Regex Values();
}
