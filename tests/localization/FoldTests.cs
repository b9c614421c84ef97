using System.Globalization;
using System.Text;

namespace Outreach.Localization.Tests;

public class FoldTests
{
    [Theory]
    [InlineData("lower case", "HELP Me", "help me")]
    [InlineData("punctuation and runs of space", "  Help!!  me…\tnow\r\n", "help me now")]
    [InlineData("apostrophe inside a word", "I can't / can’t / cant", "i cant cant cant")]
    [InlineData("apostrophes as quotes", "'help' ‘me’", "help me")]
    [InlineData("French accents", "Où est l’hôpital, s’il vous plaît ?", "ou est l hopital s il vous plait")]
    [InlineData("French elisions divide", "qu'elle aujourd'hui d'asile", "qu elle aujourdhui d asile")]
    [InlineData("French ligature", "Cœur, Œuvre, æ", "coeur oeuvre ae")]
    [InlineData("Spanish", "¿Dónde está el NIÑO?", "donde esta el nino")]
    [InlineData("decomposed typing meets composed", "nin\u0303o cafe\u0301", "nino cafe")]
    [InlineData("Swahili", "Ng'ombe wangu!", "ngombe wangu")]
    [InlineData("letters with strokes and hooks", "Straße ıİ Øre Łódź Đorđe ɗan ƙasa", "strasse ii ore lodz dorde dan kasa")]
    [InlineData("full width", "ＨＥＬＰ　１２３！", "help 123")]
    [InlineData("mathematical alphabets", "𝐇𝐞𝐥𝐩 𝟏𝟐", "help 12")]
    [InlineData("figures above and in circles", "m² ① ½", "m2 1 1 2")]
    [InlineData("ligatures of print", "ﬁnd oﬃce", "find office")]
    [InlineData("symbols and emoji", "SOS🆘+me@x.org", "sos me x org")]
    [InlineData("soft hyphens, joiners and marks of direction vanish", "he\u00ADl\u200Dp\u200E \u2066me\u2069 \uFEFFnow", "help me now")]
    [InlineData("zero width spaces divide", "help\u200Bme", "help me")]
    public void Latin(string why, string text, string expected) => AssertFolds(why, text, expected);

    [Theory]
    [InlineData("vowel signs", "مُسَاعَدَة", "مساعده")]
    [InlineData("alef forms", "أحتاج إلى آخر ٱلآن", "احتاج الي اخر الان")]
    [InlineData("hamza on its seats", "مسؤول لاجئ شيء ماء", "مسوول لاجي شي ما")]
    [InlineData("hamza typed apart", "لاجي\u0654 مسو\u0654ول", "لاجي مسوول")]
    [InlineData("tatweel", "مـــساعدة", "مساعده")]
    [InlineData("Persian letters", "کمک می‌خواهم گرسنه‌ام", "كمك مي خواهم گرسنه ام")]
    [InlineData("Persian ezafe", "خانۀ من خانهٔ من", "خانه من خانه من")]
    [InlineData("Urdu letters", "مجھے مدد چاہیے", "مجهي مدد چاهيي")]
    [InlineData("digits", "٠٩١ ۰۹۱", "091 091")]
    [InlineData("punctuation", "مساعدة؟، نعم؛ ۔", "مساعده نعم")]
    [InlineData("presentation forms", "ﻣﺴﺎﻋﺪﺓ ﻻ ﷲ", "مساعده لا الله")]
    [InlineData("a presentation form that is a sentence", "ﷺ", "صلي الله عليه وسلم")]
    [InlineData("vowel signs of print", "مﹷن", "من")]
    public void Arabic_and_Persian(string why, string text, string expected) => AssertFolds(why, text, expected);

    [Theory]
    [InlineData("Ukrainian letters", "Є їжа, і ґанок", "е ижа и ганок")]
    [InlineData("й loses its mark, composed or not", "Мій МИ\u0306", "мии ми")]
    [InlineData("apostrophes of all kinds", "п'ять п’ять пʼять пять", "пять пять пять пять")]
    [InlineData("Russian typing", "Мы ещё этот подъезд", "ми еще етот подъезд")]
    public void Cyrillic(string why, string text, string expected) => AssertFolds(why, text, expected);

    [Theory]
    [InlineData("rows that sound alike", "ሐኪም ኀኪም ሃኪም ሀኪም ኻኪም", "ሀኪም ሀኪም ሀኪም ሀኪም ሀኪም")]
    [InlineData("the two s", "ሥራ ስራ", "ስራ ስራ")]
    [InlineData("the two a", "ዓለም አለም ኣለም", "አለም አለም አለም")]
    [InlineData("the two ts", "ፀሐይ ጸሀይ", "ጸሀይ ጸሀይ")]
    [InlineData("punctuation", "ሰላም፡እርዳታ።እባክዎ፣ አሁን፤", "ሰላም እርዳታ እባክዎ አሁን")]
    [InlineData("digits", "፩ ፪ ፱", "1 2 9")]
    public void Ethiopic(string why, string text, string expected) => AssertFolds(why, text, expected);

    [Theory]
    [InlineData("Greek", "Βοήθεια ΆΣΥΛΟΣ άσυλος", "βοηθεια ασυλοσ ασυλοσ")]
    [InlineData("Bengali keeps its vowels", "সাহায্য ১২", "সাহায্য 12")]
    [InlineData("Hindi keeps its vowels", "मदद चाहिए।", "मदद चाहिए")]
    [InlineData("Armenian", "ՕԳՆՈՒԹՅՈՒՆ", "օգնություն")]
    public void Other_scripts(string why, string text, string expected) => AssertFolds(why, text, expected);

    [Theory]
    [InlineData("empty", "", "")]
    [InlineData("nothing but punctuation", "?!... '’", "")]
    [InlineData("nothing but marks", "\u0301\u064B", "")]
    [InlineData("half a pair", "a\uD800b\uDC00", "a b")]
    [InlineData("a null", "a\0b", "a b")]
    public void Hostile(string why, string text, string expected) => AssertFolds(why, text, expected);

    [Fact]
    public void Takes_a_very_long_text()
    {
        Assert.Equal(18 * 50_000 + 49_999, Fold.Text(string.Join(' ', Enumerable.Repeat("ﷺ", 50_000))).Length);
        Assert.Equal(1_000_000, Fold.Text(new string('É', 1_000_000)).Length);
        Assert.Equal(1_000_000, Fold.Text(string.Concat(Enumerable.Repeat("a'", 1_000_000))).Length);
    }

    [Fact]
    public void Folding_twice_changes_nothing_whatever_the_character()
    {
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF)
                continue;
            var once = Fold.Text($"a{char.ConvertFromUtf32(code)}b");
            Assert.True(Fold.Text(once) == once, $"U+{code:X4}");
        }
    }

    [Fact]
    public void Leaves_letters_digits_and_single_spaces_only()
    {
        for (var code = 1; code <= 0xFFFF; code++)
        {
            var folded = Fold.Text($"a{(char)code}");
            Assert.False(folded.Contains("  ") || folded.EndsWith(' ') || folded.Any(c => char.IsPunctuation(c) || char.IsSymbol(c) || char.IsControl(c)), $"U+{code:X4}");
        }
    }

    [Fact]
    public void A_folded_text_is_given_back_as_it_is()
    {
        var text = new StringBuilder("already folded").ToString();
        Assert.Same(text, Fold.Text(text));
    }

    private static void AssertFolds(string why, string text, string expected)
    {
        var folded = Fold.Text(text);
        Assert.True(folded == expected, $"{why}: got \"{folded}\"");
    }
}

public class DigitsTests
{
    [Theory]
    [InlineData("ASCII stays", "+218 91 123", "+218 91 123")]
    [InlineData("Arabic", "٠١٢٣٤٥٦٧٨٩", "0123456789")]
    [InlineData("Persian", "۰۱۲۳۴۵۶۷۸۹", "0123456789")]
    [InlineData("Bengali and Devanagari", "১२", "12")]
    [InlineData("full width", "９９", "99")]
    [InlineData("beyond the first 65,536", "𝟗𞥑", "91")]
    [InlineData("the rest stays as it is", "رقم: ٥ - é ½ ② ፫ \uD800", "رقم: 5 - é ½ ② ፫ \uD800")]
    public void Become_ASCII(string why, string text, string expected) => Assert.True(Digits.ToAscii(text) == expected, why);

    [Fact]
    public void A_text_without_any_is_given_back_as_it_is()
    {
        var text = new StringBuilder("مساعدة").ToString();
        Assert.Same(text, Digits.ToAscii(text));
    }

    [Fact]
    public void Every_decimal_digit_of_Unicode_is_known()
    {
        for (var code = 0x80; code <= 0x10FFFF; code++)
        {
            if (Rune.IsValid(code) && Rune.GetUnicodeCategory(new Rune(code)) == UnicodeCategory.DecimalDigitNumber)
                Assert.InRange(Digits.ToAscii(char.ConvertFromUtf32(code))[0], '0', '9');
        }
    }
}
