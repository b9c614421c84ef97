using Outreach.Content.Conversations;
using Outreach.Content.Protection;

namespace Outreach.Content.Tests.Protection;

public sealed class AddressHashTests : IDisposable
{
    private readonly KeyRing _keys = KeyRing.Fresh();
    private readonly AddressHash _hash;

    public AddressHashTests() => _hash = new AddressHash(_keys);

    public void Dispose() => _keys.Dispose();

    [Fact]
    public void The_same_address_is_found_again_and_no_other()
    {
        var key = _hash.Of("sms", "+4915112345678");

        Assert.Equal(key, _hash.Of("sms", "+4915112345678"));
        Assert.Equal("sms", key.Channel);
        Assert.Matches("^[0-9a-f]{64}$", key.Hash);
        Assert.NotEqual(key.Hash, _hash.Of("sms", "+4915112345679").Hash);
        Assert.NotEqual(key.Hash, _hash.Of("whatsapp", "+4915112345678").Hash);
        Assert.NotEqual(_hash.Of("ab", "c").Hash, _hash.Of("a", "bc").Hash);
    }

    [Fact]
    public void Another_installation_finds_nothing()
    {
        using var others = KeyRing.Fresh();

        Assert.NotEqual(_hash.Of("sms", "+49151").Hash, new AddressHash(others).Of("sms", "+49151").Hash);
        Assert.NotEqual(_hash.OfCode("0123456789ABCDEF"), new AddressHash(others).OfCode("0123456789ABCDEF"));
    }

    [Fact]
    public void Hashes_of_one_kind_say_nothing_about_another()
    {
        const string Text = "+4915112345678";
        string[] all = [_hash.Of("sms", Text).Hash, _hash.OfCode(Text), _hash.OfPhone(Text).Value!, Convert.ToHexStringLower(_hash.OfInput(new InputId(Text)))];

        Assert.Equal(4, all.Select(h => h[..32]).Distinct().Count());
    }

    [Theory]
    [InlineData("a number", "+4915112345678", true)]
    [InlineData("no plus", "4915112345678", false)]
    [InlineData("a space", "+49 15112345678", false)]
    [InlineData("Arabic digits", "+٤٩١٥١١٢٣٤٥٦٧٨", false)]
    [InlineData("too short", "+491", false)]
    [InlineData("too long", "+4915112345678901", false)]
    [InlineData("nothing", "", false)]
    public void Telephone_numbers_are_hashed_in_one_form_only(string why, string phone, bool ok)
    {
        var hash = _hash.OfPhone(phone);

        Assert.True(hash.Ok == ok, why);
        Assert.DoesNotContain(hash.Problems, p => phone.Length > 0 && p.ToString().Contains(phone, StringComparison.Ordinal));
    }
}
