using Outreach.Content.Directory;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Directory;

/// <summary>Where there is room for one number only, what must be read before calling still stands beside it.</summary>
public class FirstContactTests
{
    [Theory]
    [InlineData("a number that exposes people without papers says so", "ly", "1515", "If you have no papers: they may tell the police or the immigration office about you.")]
    [InlineData("one of which that is not known says nothing here", "de", "112", null)]
    [InlineData("no place, no number", null, null, null)]
    [InlineData("links alone are no number", "world", null, null)]
    public void Is_the_first_to_call_at_the_place(string why, string? place, string? number, string? caution)
    {
        var first = FirstContact.At(place, TestBook.Real.Contacts, TestBook.Real.Texts, Locale.English);
        Assert.True((number, caution) == (first?.Number, first?.Caution), why);
    }

    [Fact]
    public void Speaks_the_language_of_the_person() =>
        Assert.Equal("Polisi", FirstContact.At("ly", TestBook.Real.Contacts, TestBook.Real.Texts, Locale.Swahili)!.Who);
}
