using Outreach.Localization;
using Outreach.Tui.Desk;

namespace Outreach.Tui.Tests.Desk;

public class ReplyLanguageTests
{
    [Theory]
    [InlineData("nothing written is the desk's", "", "fa", "en", "en")]
    [InlineData("digits are no language", "12:30?", "ar", "en", "en")]
    [InlineData("Latin letters are the desk's", "Hello Musa", "fa", "en", "en")]
    [InlineData("also where the person reads another Latin language: only Tab can say so", "Bonjour", "fr", "en", "en")]
    [InlineData("a desk without Latin letters writes Latin for the person who reads it", "Bonjour", "fr", "ar", "fr")]
    [InlineData("and English otherwise", "Hello", "uk", "ar", "en")]
    [InlineData("Arabic letters for somebody who reads Persian are Persian", "سلام", "fa", "en", "fa")]
    [InlineData("for somebody who reads Arabic they are Arabic", "سلام", "ar", "en", "ar")]
    [InlineData("letters that Arabic has not are Persian", "چطور", "ar", "en", "fa")]
    [InlineData("letters that Persian has not are Arabic", "الليلة", "fa", "fa", "ar")]
    [InlineData("for anybody else they are the desk's", "سلام", "uk", "fa", "fa")]
    [InlineData("or Arabic", "سلام", "uk", "en", "ar")]
    [InlineData("Cyrillic is Ukrainian", "Добрий день", "uk", "en", "uk")]
    [InlineData("Ethiopic is Amharic", "ሰላም", "am", "en", "am")]
    [InlineData("most letters count: a name in other letters changes nothing", "سلام Musa، فردا می‌آییم", "fa", "en", "fa")]
    [InlineData("letters we do not know say nothing", "您好", "ar", "en", "en")]
    public void Is_told_by_the_letters(string why, string text, string theirs, string desk, string expected) =>
        Assert.True(ReplyLanguage.Of(text, Of(theirs), Of(desk)).Tag == expected, why);

    private static Locale Of(string tag) => Locale.TryParse(tag, out var locale) ? locale : throw new ArgumentException(tag);
}
