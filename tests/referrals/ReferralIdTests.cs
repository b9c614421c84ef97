using Outreach.Content.Dialogs;

namespace Outreach.Referrals.Tests;

public class ReferralIdTests
{
    [Theory]
    [InlineData("as it is shown", "{0}")]
    [InlineData("in small letters", "{0}", true)]
    [InlineData("without dashes and R, as the core passes it on", "{1}")]
    [InlineData("with R and without dashes", "R{1}")]
    [InlineData("with spaces around", "  {0} ")]
    public void Reads_what_people_type(string why, string form, bool small = false)
    {
        var id = ReferralId.Random();
        var typed = string.Format(null, form, id, id.Value);

        Assert.True(ReferralId.TryParse(small ? typed.ToLowerInvariant() : typed, out var read) && read == id, why);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("R-")]
    [InlineData("hello world, this is no reference at all and it is long enough to be refused")]
    public void Refuses_what_is_none(string? typed) => Assert.False(ReferralId.TryParse(typed, out _));

    [Fact]
    public void Every_wrong_letter_and_every_exchange_of_two_is_noticed()
    {
        foreach (var id in Enumerable.Range(0, 50).Select(_ => ReferralId.Random().Value))
        {
            foreach (var at in Enumerable.Range(0, ReferralId.Length))
                foreach (var letter in ContinueCode.Alphabet.Where(l => l != id[at]))
                    Assert.False(ReferralId.TryParse(id[..at] + letter + id[(at + 1)..], out _));
            foreach (var (i, j) in Enumerable.Range(0, ReferralId.Length).SelectMany(i => Enumerable.Range(i + 1, ReferralId.Length - i - 1).Select(j => (i, j))))
            {
                var letters = id.ToCharArray();
                (letters[i], letters[j]) = (letters[j], letters[i]);
                Assert.Equal(id[i] == id[j], ReferralId.TryParse(new string(letters), out _));
            }
        }
    }

    [Fact]
    public void Looks_like_R_7K4M_2QXD_and_does_not_repeat()
    {
        var made = Enumerable.Range(0, 2000).Select(_ => ReferralId.Random().ToString()).ToHashSet(StringComparer.Ordinal);

        Assert.All(made, r => Assert.Matches("^R-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", r));
        Assert.True(made.Count >= 1999);
    }

    [Fact]
    public void An_id_that_was_never_set_cannot_be_used() => Assert.Throws<InvalidOperationException>(() => default(ReferralId).Value);
}
