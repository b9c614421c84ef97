using Outreach.Localization.Exchange;

namespace Outreach.Localization.Tests.Exchange;

/// <summary>What changed in a text, word by word.</summary>
public class WordDifferenceTests
{
    [Theory]
    [InlineData("nothing", "Ask for a bed.", "Ask for a bed.", "Ask for a bed.")]
    [InlineData("a word", "You must pay 5 euro.", "You must pay 8 euro.", "You must pay [-5-]{+8+} euro.")]
    [InlineData("a word more", "You may stay.", "You may not stay.", "You may {+not +}stay.")]
    [InlineData("a word less", "You may not stay.", "You may stay.", "You may [-not -]stay.")]
    [InlineData("a mark", "Are you safe.", "Are you safe?", "Are you safe[-.-]{+?+}")]
    [InlineData("all of it", "Yes", "No", "[-Yes-]{+No+}")]
    [InlineData("from nothing", "", "New", "{+New+}")]
    [InlineData("another alphabet", "لك سرير", "لك بيت", "لك [-سرير-]{+بيت+}")]
    public void Shows(string what, string old, string now, string expected) => Assert.True(WordDifference.Shown(old, now) == expected, $"{what}: {WordDifference.Shown(old, now)}");

    [Fact]
    public void Holds_both_texts_whole_for_any_texts()
    {
        var random = new Random(4711);
        string Text() => string.Join(' ', Enumerable.Range(0, random.Next(30)).Select(_ => "abcde"[random.Next(5)]));
        for (var i = 0; i < 500; i++)
        {
            var (old, now) = (Text(), Text());
            var all = WordDifference.Of(old, now);
            Assert.Equal(old, string.Concat(all.Where(s => s.Change != WordChange.New).Select(s => s.Text)));
            Assert.Equal(now, string.Concat(all.Where(s => s.Change != WordChange.Gone).Select(s => s.Text)));
        }
    }

    [Fact]
    public void Shows_very_long_texts_one_behind_the_other()
    {
        var old = string.Join(' ', Enumerable.Repeat("a", WordDifference.MostWords));
        Assert.Equal(2, WordDifference.Of(old, old + " b").Length);
    }
}
