using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>Dates as people write them: in words of their region, in four calendars, in any digits. Asked about only where it is needed.</summary>
public class DateRuleTests
{
    private static readonly Moment Now = new(new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), TimeSpan.Zero);

    [Theory]
    [InlineData("en", "numbers, day first", "3/12/2026", "2026-12-03")]
    [InlineData("en", "the month in words", "December 3rd, 2026", "2026-12-03")]
    [InlineData("en", "the month cut short", "3 Dec 2026", "2026-12-03")]
    [InlineData("en", "written together", "3dec2026", "2026-12-03")]
    [InlineData("en", "a month alone is its first day", "Sept. 2026", "2026-09-01")]
    [InlineData("fr", "cut short", "2 févr. 2026", "2026-02-02")]
    [InlineData("es", "the other September", "5 setiembre 2026", "2026-09-05")]
    [InlineData("uk", "genitive", "5 грудня 2026", "2026-12-05")]
    [InlineData("uk", "nominative", "грудень 2026", "2026-12-01")]
    [InlineData("ar", "Egypt and the Gulf", "٣ ديسمبر ٢٠٢٦", "2026-12-03")]
    [InlineData("ar", "Levant and Iraq, two words", "3 كانون الأول 2026", "2026-12-03")]
    [InlineData("ar", "Levant and Iraq, the other Kanun", "3 كانون الثاني 2026", "2026-01-03")]
    [InlineData("ar", "as it is said", "3 كانون تاني 2026", "2026-01-03")]
    [InlineData("ar", "Levant", "15 شباط 2026", "2026-02-15")]
    [InlineData("ar", "Levant, the other Tishrin", "1 تشرين الثاني 2026", "2026-11-01")]
    [InlineData("ar", "Algeria and Tunisia", "7 جانفي 2026", "2026-01-07")]
    [InlineData("ar", "Algeria and Tunisia, August", "7 أوت 2026", "2026-08-07")]
    [InlineData("ar", "Morocco", "9 غشت 2026", "2026-08-09")]
    [InlineData("ar", "both names of one month", "2 شباط (فبراير) 2026", "2026-02-02")]
    [InlineData("ar", "Hijri month", "1 رمضان 1447", "2026-02-18")]
    [InlineData("ar", "Hijri month of two words", "10 ذو الحجة 1447", "2026-05-27")]
    [InlineData("ar", "a Hijri month in a Gregorian year", "رمضان 2026", "2026-02-18")]
    [InlineData("ar", "a Hijri month twice in a Gregorian year", "1 رمضان 2030", "2030-01-05 2030-12-26")]
    [InlineData("ar", "the year says its calendar", "10/12/1447 هـ", "2026-05-27")]
    [InlineData("fa", "Iranian names", "۱۲ آذر ۱۴۰۵", "2026-12-03")]
    [InlineData("fa", "Afghan names", "12 قوس 1405", "2026-12-03")]
    [InlineData("fa", "Afghan names, the beginning of the year", "اول حمل 1405", "2026-03-21")]
    [InlineData("fa", "an Afghan month in a Gregorian year", "1 حمل 2026", "2026-03-21")]
    [InlineData("fa", "Gregorian as in Kabul", "3 دسمبر 2026", "2026-12-03")]
    [InlineData("fa", "Gregorian as in Tehran", "3 دسامبر 2026", "2026-12-03")]
    [InlineData("fa", "a Hijri month", "1 رمضان 1447", "2026-02-18")]
    [InlineData("fa", "numbers of a year in two calendars are asked about, the earlier day first", "12/9/1405", "1985-05-31 2026-12-03")]
    [InlineData("fa", "unless the year says its calendar", "12/9/1405 هجری شمسی", "2026-12-03")]
    [InlineData("am", "an Ethiopian month", "ኅዳር 24 ቀን 2019", "2026-12-03")]
    [InlineData("am", "Ethiopian, the other spelling", "ህዳር 24 2019", "2026-12-03")]
    [InlineData("am", "the Ethiopian new year", "መስከረም 1 2019", "2026-09-11")]
    [InlineData("am", "the thirteenth month", "ጳጉሜ 3 2018", "2026-09-08")]
    [InlineData("am", "Ethiopian in Latin letters", "hidar 24 2019", "2026-12-03")]
    [InlineData("am", "a Gregorian month is not asked about", "ዲሴምበር 3 ቀን 2026", "2026-12-03")]
    [InlineData("am", "a Gregorian month in a year both calendars have", "ጃንዋሪ 5 2018", "2018-01-05")]
    [InlineData("am", "Tir in an Ethiopian year", "ጥር 5 2019", "2027-01-13")]
    [InlineData("am", "Tir in a year far ahead may be January", "ጥር 5 2027", "2027-01-05 2035-01-13")]
    [InlineData("am", "Tir by the European calendar is January", "ጥር 5 2018 እ.ኤ.አ", "2018-01-05")]
    [InlineData("am", "numbers alone are asked about, the earlier day first", "3/4/2019", "2019-04-03 2026-12-12")]
    [InlineData("am", "numbers by the European calendar are not", "3/4/2019 እ.ኤ.አ.", "2019-04-03")]
    [InlineData("am", "numbers by the Ethiopian calendar are not", "3/4/2019 በኢትዮጵያ አቆጣጠር", "2026-12-12")]
    [InlineData("en", "Ethiopian calendar, as English speakers cut it", "3/4/2019 E.C.", "2026-12-12")]
    [InlineData("en", "an Ethiopian month in English", "Tahsas 3, 2019", "2026-12-12")]
    [InlineData("sw", "usual names", "tarehe 3 Desemba 2026", "2026-12-03")]
    [InlineData("sw", "another spelling", "3 Disemba 2026", "2026-12-03")]
    [InlineData("sw", "the twelfth month, not the tenth", "tarehe 3 mwezi wa kumi na mbili 2026", "2026-12-03")]
    [InlineData("sw", "the tenth month", "tarehe 3 mwezi wa kumi mwaka 2026", "2026-10-03")]
    [InlineData("sw", "the month as a number", "tarehe 3 mwezi wa 12 mwaka 2026", "2026-12-03")]
    [InlineData("fr", "a month of a third language", "3 ديسمبر 2026", "2026-12-03")]
    [InlineData("en", "two months say nothing", "between March and May 2026", "wrong.date")]
    [InlineData("en", "a Gregorian month has no Ethiopian year", "3 December 2019 E.C.", "wrong.date")]
    [InlineData("en", "a day that is not there", "31 February 2026", "wrong.date")]
    [InlineData("en", "no year: the nearest such day", "3 December", "2026-12-03")]
    [InlineData("en", "no year: the nearest may be just over", "15 Nov", "2026-11-15")]
    [InlineData("fa", "no year, Iranian", "15 آذر", "2026-12-06")]
    [InlineData("fa", "no year, Iranian in Latin letters", "15 azar", "2026-12-06")]
    [InlineData("fa", "no year, Afghan, over the new year of another calendar", "۱۰ جدی", "2026-12-31")]
    [InlineData("ar", "no year, Levant", "3 كانون الأول", "2026-12-03")]
    [InlineData("ar", "no year, Hijri", "1 رمضان", "2027-02-08")]
    [InlineData("uk", "no year, a word beside it", "до 5 грудня", "2026-12-05")]
    [InlineData("am", "no year: Ethiopian, or what many call December", "ታኅሣሥ 10", "2026-12-10 2026-12-19")]
    [InlineData("am", "no year, the calendar named", "ታኅሣሥ 10 እ.ኤ.አ.", "2026-12-10")]
    [InlineData("am", "no year, the thirteenth month", "ጳጉሜ 3", "2026-09-08")]
    [InlineData("en", "neither year nor month in words", "3/12", "wrong.date")]
    [InlineData("en", "a month alone without a year", "in December", "wrong.date")]
    [InlineData("en", "no year, a day that is in no year near", "31 February", "wrong.date")]
    [InlineData("en", "a number too long", "3 December 20262026", "wrong.date")]
    public void Follows_the_table(string language, string why, string text, string expected)
    {
        Assert.True(Locale.TryParse(language, out var locale));
        var found = DateRule.Read(new Scene(TestBook.Real, ConversationState.New with { Language = locale }, Now), text) switch
        {
            Reading.Accepted(var day) => day,
            Reading.Ambiguous(_, var days) => string.Join(' ', days),
            Reading.Rejected(var key, _) => key,
            _ => "?",
        };
        Assert.True(found == expected, $"{why}: {text} was read as {found}, not {expected}");
    }

    [Theory]
    [InlineData("a deadline just over: which of the two", "15 November", false, "2026-11-15 2027-11-15")]
    [InlineData("a deadline to come", "3 December", false, "2026-12-03")]
    [InlineData("a day that should be over, and the next one is nearer", "12 March", true, "2026-03-12 2027-03-12")]
    [InlineData("a day that is over, and nearest", "1 November", true, "2026-11-01")]
    public void Without_a_year_a_day_that_is_hardly_true_is_asked_about(string why, string text, bool past, string expected)
    {
        var today = Now.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var read = DateRule.Read(new Scene(TestBook.Real, ConversationState.New with { Language = Locale.English }, Now), text, day => string.CompareOrdinal(day, today) > 0 == past);
        Assert.True(expected == (read is Reading.Ambiguous("ask.which_day", var days) ? string.Join(' ', days) : ((Reading.Accepted)read).Value), why);
    }

    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_names_every_month_and_shows_none_that_it_cannot_read(string language)
    {
        Assert.True(Locale.TryParse(language, out var locale));
        var texts = TestBook.Real.Texts;
        foreach (var (calendar, months) in (ImmutableArray<(CountedIn, int)>)[(CountedIn.Gregorian, 12), (CountedIn.Ethiopian, 13), (CountedIn.Solar, 12), (CountedIn.Hijri, 12)])
        {
            var lists = texts.Text(locale, DateWords.Key(calendar)).Split('|');
            Assert.Equal(months, lists.Length);
            Assert.All(lists, l => Assert.NotEqual("", l.Trim()));
        }
        Assert.Equal(4, texts.Text(locale, "date.words.era").Split('|').Length);
        foreach (var (number, shown) in texts.Text(locale, "date.months").Split('|').Index())
            Assert.Equal([new NamedMonth(CountedIn.Gregorian, number + 1)], TestBook.Real.Dates.Months(locale, DateWords.Split(shown)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_name_means_two_months_in_one_language(string language)
    {
        Assert.True(Locale.TryParse(language, out var locale));
        var names = from calendar in Enum.GetValues<CountedIn>()
                    from month in TestBook.Real.Texts.Text(locale, DateWords.Key(calendar)).Split('|').Index()
                    from name in month.Item.Split(',')
                    select (Name: string.Join(' ', DateWords.Split(name)), Month: $"{calendar} {month.Index + 1}");
        Assert.Empty(names.Distinct().GroupBy(n => n.Name).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(n => n.Month))}"));
    }
}
