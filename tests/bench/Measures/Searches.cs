using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Outreach.Content.Packages;
using Outreach.Content.Pages;
using Outreach.Content.Search;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Bench.Measures;

/// <summary>
/// The search beside minisearch and nlp.js: the same pages, the same examples, the same questions, of authors who saw none of them. Times
/// are of one question in one thread, after warming; every question is asked five times and its median counts.
/// </summary>
internal static class Searches
{
    private const string Place = "de";
    private const int Times = 5;
    private const double ShareOfMiniSearch = 0.25;

    private static readonly string[] Sets = ["questions-held.tsv", "questions-held-2.tsv"];

    /// <summary>Measures it.</summary>
    public static async Task<Findings> Measure()
    {
        var book = TestBook.Real;
        ImmutableArray<QuestionRow> rows = [.. Sets.SelectMany(s => QuestionEvaluation.Read(File.ReadAllText(Repository.At("tests", "testdata", "eval", s)), s).Value)];
        book.Search.Prepare();
        var ours = rows.Select(r => Ask(book.Search, r)).ToImmutableArray();
        var peers = await Peers(book.Library, rows);
        (string Name, ImmutableArray<Result> Results)[] all = [("Outreach", ours), ("minisearch", peers["minisearch"]), ("nlp.js", peers["nlpjs"])];
        return new Findings(
            [
                new Table("Search on questions of strangers", ["", "n", "hit@1", "hit@3", "mrr", "p50 us", "p99 us"],
                    [.. all.Select(a => ImmutableArray.Create(a.Name, $"{rows.Length}", Share(rows, a.Results, 1), Share(rows, a.Results, 3), Reciprocal(rows, a.Results), $"{Percentile(a.Results, 50):N0}", $"{Percentile(a.Results, 99):N0}"))]),
                new Table("The same by language: hit@1 / hit@3", ["", .. Locale.All.Select(l => l.Tag)],
                    [.. all.Select(a => ImmutableArray.CreateRange(Locale.All.Select(l => Both(rows, a.Results, l)).Prepend(a.Name)))]),
            ],
            [new Aim("p99 of a question, against minisearch", Percentile(ours, 99) / Percentile(peers["minisearch"], 99), ShareOfMiniSearch, "x")],
            [$"{book.Library.All.Length} pages, {Examples().Length} examples. minisearch 7 with prefixes and a fifth of fuzziness, the examples a field of their topic's page; nlp.js 4 taught the examples as intents. It has no Amharic."]);
    }

    private static Result Ask(SearchIndex search, QuestionRow row)
    {
        var times = new List<double>();
        var found = search.Find(row.Language, row.Text, Place);
        for (var i = 0; i < Times; i++)
        {
            var since = Stopwatch.GetTimestamp();
            _ = search.Find(row.Language, row.Text, Place);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMicroseconds);
        }
        return new Result(times.Order().ElementAt(Times / 2), [.. found.Cards.Select(c => c.Page.Shelf == Library.ProgrammeShelf ? "" : c.Page.Topic)]);
    }

    private static async Task<ImmutableDictionary<string, ImmutableArray<Result>>> Peers(Library library, ImmutableArray<QuestionRow> rows)
    {
        using var folder = new TemporaryFolder();
        var (corpus, results) = (Path.Combine(folder.Path, "corpus.json"), Path.Combine(folder.Path, "results.json"));
        var ids = library.All.Select(p => p.Id).Distinct().ToList();
        await File.WriteAllTextAsync(corpus, JsonSerializer.Serialize(new
        {
            place = Place,
            pages = from locale in Locale.All
                    from id in ids
                    let page = library.Find(id, locale)
                    where page is not null
                    select new { id = id.Value, lang = locale.Tag, place = id.Shelf, topic = id.Topic, title = page.Front.Title, asked = string.Join('\n', page.Front.AlsoAskedAs), text = Text(page) },
            examples = Examples().Select(e => new { lang = e.Language, topic = e.Topic, text = e.Text }),
            questions = rows.Select(r => new { lang = r.Language.Tag, text = r.Text }),
        }));
        using var node = Process.Start(new ProcessStartInfo("node", [Repository.At("tests", "bench", "peers", "js", "search.js"), corpus, results]))!;
        await node.WaitForExitAsync();
        return JsonSerializer.Deserialize<ImmutableDictionary<string, ImmutableArray<Result>>>(await File.ReadAllTextAsync(results), JsonSerializerOptions.Web)!;
    }

    private static string Text(Page page) => string.Join('\n', page.Cards.Select(c => $"{c.Title}\n{PageText.Of(c.Blocks, PageTextLinks.Hidden)}").Prepend(PageText.Of(page.Lead, PageTextLinks.Hidden)).Prepend(page.Front.Summary));

    private static ImmutableArray<TopicExample> Examples() => TopicExamples.Read(ContentFiles.Read(Repository.At("content", "book"), null).Value!).Value;

    private static int Rank(QuestionRow row, Result result) => result.Ranked.Select((topic, i) => row.Topics.Contains(topic) ? i + 1 : 0).FirstOrDefault(r => r > 0);

    private static string Share(ImmutableArray<QuestionRow> rows, ImmutableArray<Result> results, int within) =>
        $"{rows.Zip(results).Average(r => Rank(r.First, r.Second) is > 0 and var rank && rank <= within ? 1.0 : 0):0.00}";

    private static string Reciprocal(ImmutableArray<QuestionRow> rows, ImmutableArray<Result> results) =>
        $"{rows.Zip(results).Average(r => Rank(r.First, r.Second) is > 0 and var rank ? 1.0 / rank : 0):0.00}";

    private static string Both(ImmutableArray<QuestionRow> rows, ImmutableArray<Result> results, Locale locale)
    {
        ImmutableArray<int> at = [.. Enumerable.Range(0, rows.Length).Where(i => rows[i].Language == locale)];
        ImmutableArray<QuestionRow> some = [.. at.Select(i => rows[i])];
        ImmutableArray<Result> theirs = [.. at.Select(i => results[i])];
        return $"{Share(some, theirs, 1)} / {Share(some, theirs, 3)}";
    }

    private static double Percentile(ImmutableArray<Result> results, int percent) => results.Select(r => r.Us).Order().ElementAt((results.Length - 1) * percent / 100);

    private sealed record Result(double Us, ImmutableArray<string> Ranked);
}
