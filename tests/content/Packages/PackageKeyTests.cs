using System.Security.Cryptography;
using Outreach.Content.Packages;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Packages;

/// <summary>The key packages are signed with is on the disk whole, with the public half that belongs to it.</summary>
public sealed class PackageKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Key => Path.Combine(_folder.Path, "keys", "content.key");

    private string Public => PackageKey.PublicFile(Key);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a stop before the public half was written", null)]
    [InlineData("a public half of another key", "of another key")]
    [InlineData("a public half cut short", "-----BEGIN PUBLIC KEY-----\nMFkwEwYH")]
    public void The_public_half_is_made_good_the_next_time(string why, string? left)
    {
        var made = Made();
        if (left is null)
            File.Delete(Public);
        else
            File.WriteAllText(Public, left);
        Assert.Equal(made, Made());
        using var trusted = PackageKey.OpenPublic(Public).Value;
        Assert.True(trusted is not null && trusted.ExportSubjectPublicKeyInfoPem() == made, why);
    }

    [Fact]
    public void Nothing_half_written_is_left_beside_it()
    {
        Made();
        Assert.Equal(["content.key", "content.key.pub"], System.IO.Directory.GetFiles(Path.GetDirectoryName(Key)!).Select(Path.GetFileName).Order());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Key));
    }

    [Fact]
    public void A_file_that_is_no_key_is_left_as_it_is()
    {
        Made();
        File.WriteAllText(Key, "junk");
        Assert.Equal(2412, Assert.Single(PackageKey.OpenOrMake(Key).Problems).Code);
        Assert.Equal("junk", File.ReadAllText(Key));
    }

    private string Made()
    {
        using var key = PackageKey.OpenOrMake(Key).Value!;
        return key.ExportSubjectPublicKeyInfoPem();
    }
}
