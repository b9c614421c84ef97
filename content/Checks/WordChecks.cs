using System.Text.RegularExpressions;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>Checks of words that must not stand in a text.</summary>
internal static partial class WordChecks
{
    public static IEnumerable<Remark> PromisesInTexts(Book book, DateOnly today) =>
        from text in CheckedTexts.Of(book)
        from promise in Promises.In(text.Locale, text.Words)
        select Remark.Warning(CheckProblems.Promise(text.Where, promise.What, promise.Words));

    /// <summary>Long numbers are errors; a short one is a doubt when it is one of the place's own numbers.</summary>
    public static IEnumerable<Remark> PhoneNumbers(Book book, DateOnly today)
    {
        var known = book.Contacts.All.Where(c => c.Number is not null).ToLookup(c => c.Place, c => c.Number!.Replace(" ", ""), StringComparer.Ordinal);
        foreach (var page in book.Library.All)
            foreach (var part in PageParts.Of(page))
                foreach (var number in Chain().Matches(Digits.ToAscii(part.Text)).Select(m => m.Value))
                {
                    if (IsPhone(number))
                        yield return Remark.Error(CheckProblems.PhoneInText(part.Where, number));
                    else if (number.Length >= 3 && known[page.Id.Shelf].Contains(number))
                        yield return Remark.Warning(CheckProblems.PhoneInText(part.Where, number));
                }
    }

    private static bool IsPhone(string number) =>
        number.Count(char.IsAsciiDigit) is var digits
        && (digits >= 7 || digits >= 5 && number[0] is '+' or '0')
        && !NotAPhone().IsMatch(number);

    /// <summary>Digits as people group them in numbers to call: "030 1815", "030-1815", "(030) 1815", "030 / 18 15".</summary>
    [GeneratedRegex(@"(?<![0-9])\+?[0-9](( ?[/-] ?|[ \u00A0\u202F.]|\) ?| ?\()?[0-9])+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Chain();

    /// <summary>Dates, years and ranges of years, and amounts in groups of three.</summary>
    [GeneratedRegex(@"^([0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|(19|20)[0-9]{2}([ /-]+(19|20)[0-9]{2})+|[1-9][0-9]{0,2}([ .\u00A0\u202F][0-9]{3})+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NotAPhone();
}
