using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Content.Programmes;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>How much a dialog asks of people: questions on the longest way, and words of the fullest screen (English).</summary>
public sealed record SurveySize(string Dialog, string Programme, int Questions, int Most, int Extras, int FullestWords, string Fullest, double MeanWords)
{
    /// <summary>Questions before the summary, the consent counted.</summary>
    public const int MostQuestions = 12;

    /// <summary>The same on the route of a child.</summary>
    public const int MostQuestionsOfChild = 7;

    /// <summary>The smallest screen we draw for.</summary>
    public const int Columns = 40;

    /// <summary>Lines of it that a question may take; the rest is for the title, the answer and the keys.</summary>
    public const int Rows = 16;

    /// <summary>The size of a dialog.</summary>
    public static SurveySize Of(Book book, DialogDefinition dialog)
    {
        var screens = Screens(dialog).Select(q => (q.Name, Words: Texts(book, q).Sum(Words))).ToList();
        var fullest = screens.MaxBy(s => s.Words);
        return new SurveySize(dialog.Id, dialog.Programme, SurveyRoutes.Of(book, dialog).Longest.Length, MostOf(book, dialog), Screens(dialog).Count(q => q.Extra),
            fullest.Words, fullest.Name, screens.Average(s => s.Words));
    }

    /// <summary>The sizes of all dialogs as a table in Markdown.</summary>
    public static string Table(Book book) => string.Concat(book.Dialogs.Values.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => Row(Of(book, d))).Prepend(
        "| dialog | programme | questions, longest way | at most | can be added | words, fullest screen | words, mean |\n|---|---|---:|---:|---:|---|---:|\n"));

    /// <summary>How many questions a dialog may ask before its summary.</summary>
    public static int MostOf(Book book, DialogDefinition dialog) =>
        book.Programmes.Any(p => p.Dialog == dialog.Id && p.Kind == ProgrammeKind.Child) ? MostQuestionsOfChild : MostQuestions;

    /// <summary>Lines that a question takes on the smallest screen, its choices below each other.</summary>
    public static int RowsOf(Book book, DialogItem.Question question) => Texts(book, question).Sum(t => Lines(t)) + 1;

    /// <summary>What is shown one at a time. The consent is not among them: its text is the same everywhere and is read in full.</summary>
    internal static IEnumerable<DialogItem.Question> Screens(DialogDefinition dialog) =>
        DialogChecks.Flatten(dialog.Items).OfType<DialogItem.Question>().Where(q => q.Type is not (AnswerType.Calculate or AnswerType.Consent));

    /// <summary>The list of a question that has one.</summary>
    internal static ChoiceList? ListOf(DialogItem.Question question) => question.Type switch
    {
        AnswerType.SelectOne one => one.List,
        AnswerType.SelectMultiple many => many.List,
        AnswerType.AgeBand age => age.List,
        _ => null,
    };

    /// <summary>Words of every screen of a dialog in a language, fewest first.</summary>
    public static ImmutableArray<int> WordsOf(Book book, DialogDefinition dialog, Locale locale) =>
        [.. Screens(dialog).Select(q => Keys(book, q).Sum(k => Words(book.Texts.Text(locale, k)))).Order()];

    private static IEnumerable<string> Texts(Book book, DialogItem.Question question) => Keys(book, question).Select(k => book.Texts.English[k].English);

    private static IEnumerable<string> Keys(Book book, DialogItem.Question question) =>
        from key in (IEnumerable<string?>)[question.Label, question.Hint, .. ListOf(question)?.Choices.Select(c => c.Label) ?? []]
        where key is not null && book.Texts.English.ContainsKey(key)
        select key;

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static int Lines(string text)
    {
        var (lines, at) = (1, 0);
        foreach (var length in text.Split(' ').Select(w => w.Length))
            (lines, at) = at == 0 || at + 1 + length <= Columns - 4 ? (lines, at + length + (at == 0 ? 0 : 1)) : (lines + 1, length);
        return lines;
    }

    private static string Row(SurveySize s) => string.Create(CultureInfo.InvariantCulture,
        $"| {s.Dialog} | {s.Programme} | {s.Questions} | {s.Most} | {s.Extras} | {s.FullestWords} ({s.Fullest}) | {s.MeanWords:0} |\n");
}
