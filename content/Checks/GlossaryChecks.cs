using Outreach.Content.Dialogs;

namespace Outreach.Content.Checks;

/// <summary>Words our glossaries avoid.</summary>
internal static class GlossaryChecks
{
    public static IEnumerable<Remark> AvoidedWords(Book book, CheckTools tools)
    {
        var glossaries = tools.Glossaries.ToDictionary(g => g.Locale);
        return from text in CheckedTexts.Of(book)
               where glossaries.ContainsKey(text.Locale)
               from avoided in glossaries[text.Locale].AvoidedIn(text.Words)
               select Remark.Warning(CheckProblems.Avoided(text.Where, avoided.Word, avoided.Term.Use, avoided.Term.English));
    }
}
