using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Protection;

namespace Outreach.Content.Tests.Protection;

public sealed class SealerTests : IDisposable
{
    private static readonly byte[] Id = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff").ToByteArray();
    private static readonly byte[] OtherId = Guid.Parse("10112233-4455-6677-8899-aabbccddeeff").ToByteArray();

    private readonly KeyRing _keys = KeyRing.Fresh();
    private readonly Sealer _sealer;
    private readonly DataKey _key;
    private readonly byte[] _wrapped;

    public SealerTests()
    {
        _sealer = new Sealer(_keys);
        (_key, _wrapped) = _sealer.NewKey(new SealedPlace("key", Id, "wrapped", 1));
    }

    public void Dispose()
    {
        _key.Dispose();
        _keys.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(599)]
    [InlineData(600)]
    [InlineData(5_000)]
    [InlineData(1_000_000)]
    public void Opens_what_it_sealed(int length)
    {
        byte[] words = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("أحتاج إلى مساعدة ", length / 10 + 1)))[..length];
        foreach (var body in (byte[][])[words, RandomNumberGenerator.GetBytes(length)])
        {
            var opened = Sealer.Open(_key, Place(), Sealer.Seal(_key, Place(), body));
            Assert.Empty(opened.Problems);
            Assert.True(body.AsSpan().SequenceEqual(opened.Value));
        }
    }

    [Fact]
    public void Only_long_bodies_are_compressed()
    {
        Assert.Equal(599 + 1 + 31, Sealer.Seal(_key, Place(), new byte[599]).Length);
        Assert.InRange(Sealer.Seal(_key, Place(), new byte[2_000]).Length, 31, 200);
        Assert.Equal(2_000 + 1 + 31, Sealer.Seal(_key, Place(), RandomNumberGenerator.GetBytes(2_000)).Length);
    }

    [Fact]
    public void The_same_body_never_looks_the_same()
    {
        var body = "سلام"u8.ToArray();

        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => Convert.ToHexString(Sealer.Seal(_key, Place(), body))).Distinct().Count());
    }

    [Fact]
    public void A_wrapped_key_opens_the_same_bodies()
    {
        var blob = Sealer.Seal(_key, Place(), "body"u8);

        using var again = _sealer.Unwrap(new SealedPlace("key", Id, "wrapped", 1), _wrapped).Value!;

        Assert.Equal("body"u8.ToArray(), Sealer.Open(again, Place(), blob).Value);
        Assert.Equal(Sealer.WrappedLength, _wrapped.Length);
    }

    [Fact]
    public void A_body_opens_in_its_place_only()
    {
        var blob = Sealer.Seal(_key, Place(), "body"u8);

        Assert.Equal(2510, Problem(Sealer.Open(_key, new SealedPlace("tables", Id, "state", 7), blob)));
        Assert.Equal(2510, Problem(Sealer.Open(_key, new SealedPlace("table", OtherId, "state", 7), blob)));
        Assert.Equal(2510, Problem(Sealer.Open(_key, new SealedPlace("table", Id, "states", 7), blob)));
        Assert.Equal(2510, Problem(Sealer.Open(_key, new SealedPlace("table", Id, "state", 8), blob)));
        Assert.Equal(2510, Problem(Sealer.Open(_key, new SealedPlace("table", [.. Id, (byte)5], "state", 7), blob)));
    }

    [Fact]
    public void Every_changed_bit_is_noticed()
    {
        var blob = Sealer.Seal(_key, Place(), "a short body"u8);
        for (var bit = 0; bit < blob.Length * 8; bit++)
        {
            blob[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.Contains(Problem(Sealer.Open(_key, Place(), blob)), (int[])[2510, 2511]);
            blob[bit / 8] ^= (byte)(1 << bit % 8);
        }
        Assert.True(Sealer.Open(_key, Place(), blob).Ok);
    }

    [Fact]
    public void A_cut_blob_is_a_problem_at_every_length()
    {
        var blob = Sealer.Seal(_key, Place(), "a short body"u8);
        for (var length = 0; length < blob.Length; length++)
            Assert.Contains(Problem(Sealer.Open(_key, Place(), blob.AsSpan(0, length))), (int[])[2510, 2511]);
    }

    [Fact]
    public void Foreign_keys_open_nothing()
    {
        using var others = KeyRing.Fresh();
        var blob = Sealer.Seal(_key, Place(), "body"u8);
        using var foreign = new Sealer(others).NewKey(new SealedPlace("key", Id, "wrapped", 1)).Key;

        Assert.Equal(2510, Problem(Sealer.Open(foreign, Place(), blob)));
        Assert.Equal(2510, Problem(new Sealer(others).Unwrap(new SealedPlace("key", Id, "wrapped", 1), _wrapped)));
        Assert.Equal(2510, Problem(_sealer.Unwrap(new SealedPlace("key", OtherId, "wrapped", 1), _wrapped)));
        Assert.Equal(2510, Problem(_sealer.Unwrap(new SealedPlace("key", Id, "wrapped", 2), _wrapped)));
        Assert.Equal(2511, Problem(_sealer.Unwrap(new SealedPlace("key", Id, "wrapped", 1), [])));
    }

    [Fact]
    public void A_destroyed_key_opens_nothing_any_more()
    {
        var blob = Sealer.Seal(_key, Place(), "body"u8);

        _key.Dispose();

        Assert.Equal(2512, Problem(Sealer.Open(_key, Place(), blob)));
    }

    [Fact]
    public async Task One_key_serves_many_threads()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() =>
        {
            for (var i = 0; i < 2_000; i++)
            {
                var body = BitConverter.GetBytes(n * 10_000 + i);
                Assert.Equal(body, Sealer.Open(_key, Place(), Sealer.Seal(_key, Place(), body)).Value);
            }
        })));
    }

    private static SealedPlace Place() => new("table", Id, "state", 7);

    private static int Problem<T>(Localization.Result<T> result) => Assert.Single(result.Problems).Code;
}
