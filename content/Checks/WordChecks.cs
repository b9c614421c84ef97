using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>Checks of words that must not stand in a text.</summary>
internal static partial class WordChecks
{
    /// <summary>What sounds like a promise of a place, a date or a sum. "Nobody can promise" is what pages do say, so single words are not here.</summary>
    private static readonly FrozenDictionary<Locale, string[]> Promising = new Dictionary<Locale, string[]>
    {
        [Locale.English] = ["we promise", "we guarantee", "is guaranteed", "are guaranteed", "you will be accepted", "you will surely", "you will definitely", "you will certainly"],
        [Locale.French] = ["nous promettons", "nous garantissons", "est garanti", "est garantie", "vous serez accepté", "vous obtiendrez certainement"],
        [Locale.Spanish] = ["prometemos", "garantizamos", "está garantizado", "está garantizada", "seguro que te aceptan", "será aceptado"],
        [Locale.Arabic] = ["نعدكم", "نعدك", "نضمن لكم", "نضمن لك", "سيتم قبولكم", "بالتأكيد ستحصلون"],
        [Locale.Persian] = ["قول می‌دهیم", "تضمین می‌کنیم", "حتماً پذیرفته می‌شوید", "حتماً دریافت می‌کنید"],
        [Locale.Ukrainian] = ["ми обіцяємо", "ми гарантуємо", "гарантовано отримаєте", "вас обов'язково приймуть"],
        [Locale.Amharic] = ["ቃል እንገባለን", "ዋስትና እንሰጣለን", "በእርግጠኝነት ያገኛሉ"],
        [Locale.Swahili] = ["tunaahidi", "tunakuahidi", "tunahakikisha utapata", "hakika utapata"],
    }.ToFrozenDictionary(p => p.Key, p => p.Value.Select(w => Fold.Text(w)).ToArray());

    public static IEnumerable<Remark> Promises(Book book, DateOnly today) =>
        from page in book.Library.All
        from part in PageParts.Of(page)
        let folded = $" {Fold.Text(part.Text)} "
        from words in Promising[page.Locale]
        where folded.Contains($" {words} ", StringComparison.Ordinal)
        select Remark.Warning(CheckProblems.Promise(part.Where, words));

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
