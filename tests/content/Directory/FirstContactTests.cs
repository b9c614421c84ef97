using Outreach.Content.Directory;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Directory;

/// <summary>Where there is room for one number only, what must be read before calling still stands beside it.</summary>
public class FirstContactTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Theory]
    [InlineData("a number that exposes people without papers says so", "ly", "1515", "If you have no papers: they may tell the police or the immigration office about you.")]
    [InlineData("one of which that is not known says nothing here", "de", "112", null)]
    [InlineData("no place, no number", null, null, null)]
    [InlineData("links alone are no number", "world", null, null)]
    public void Is_the_first_to_call_at_the_place(string why, string? place, string? number, string? caution)
    {
        var first = FirstContact.At(place, TestBook.Real.Contacts, TestBook.Real.Texts, Locale.English, Day);
        Assert.True((number, caution) == (first?.Number, first?.Caution), why);
    }

    [Fact]
    public void A_number_that_was_not_looked_up_for_a_year_stands_beside_its_date_and_the_next_best_way()
    {
        var first = FirstContact.At("de", TestBook.Real.Contacts, TestBook.Real.Texts, Locale.English, Day.AddMonths(13))!;
        Assert.Equal("checked on 21 November 2026; no answer? Ask people near you for help", first.Old);
        Assert.Null(FirstContact.At("de", TestBook.Real.Contacts, TestBook.Real.Texts, Locale.English, Day)!.Old);
    }

    [Fact]
    public void Speaks_the_language_of_the_person() =>
        Assert.Equal("Polisi", FirstContact.At("ly", TestBook.Real.Contacts, TestBook.Real.Texts, Locale.Swahili, Day)!.Who);
}
