using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Checks;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Bench.Measures;

/// <summary>What a request asks of a person: questions before the summary, and words on each screen in every language. Exact, not measured.</summary>
internal static class Screens
{
    /// <summary>Counts it.</summary>
    public static Findings Measure()
    {
        var book = TestBook.Real;
        var dialogs = book.Dialogs.Values.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => (Dialog: d, Size: SurveySize.Of(book, d))).ToList();
        return new Findings(
            [
                new Table("Questions before the summary; words per screen, median / most", ["programme", "questions", "at most", .. Locale.All.Select(l => l.Tag)],
                    [.. dialogs.Select(d => ImmutableArray.CreateRange<string>([d.Size.Programme, $"{d.Size.Questions}", $"{d.Size.Most}", .. Locale.All.Select(l => Words(SurveySize.WordsOf(book, d.Dialog, l)))]))]),
            ],
            [new Aim("most questions before a summary, against what is promised for the dialog", dialogs.Max(d => (double)d.Size.Questions / d.Size.Most), 1, "x")],
            ["A screen is a question with its hint and all its choices; the consent is not counted as words, and as one question."]);
    }

    private static string Words(ImmutableArray<int> words) => string.Create(CultureInfo.InvariantCulture, $"{words[words.Length / 2]} / {words[^1]}");
}
