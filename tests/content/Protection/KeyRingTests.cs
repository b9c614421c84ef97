using System.Diagnostics.CodeAnalysis;
using Outreach.Content.Protection;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Protection;

[SuppressMessage("Interoperability", "CA1416", Justification = "the tests run on Linux")]
public sealed class KeyRingTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    private string KeyFile => _folder.File("keys/deep/master.key");

    private string Data => _folder.File("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_first_start_makes_a_key_for_its_owner_only_and_the_next_reads_the_same()
    {
        using var first = KeyRing.Open(KeyFile, Data).Value!;
        using var second = KeyRing.Open(KeyFile, Data).Value!;

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(KeyFile));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.File("keys")));
        Assert.Equal(32, new FileInfo(KeyFile).Length);
        Assert.Equal(KeyFile, Assert.Single(System.IO.Directory.GetFiles(_folder.File("keys/deep"))));
        foreach (var purpose in Enum.GetValues<KeyPurpose>())
            Assert.Equal(first.Key(purpose).ToArray(), second.Key(purpose).ToArray());
    }

    [Fact]
    public void Keys_of_all_purposes_differ()
    {
        using var keys = KeyRing.Fresh();

        var all = Enum.GetValues<KeyPurpose>().Select(p => Convert.ToHexString(keys.Key(p))).ToHashSet();

        Assert.Equal(Enum.GetValues<KeyPurpose>().Length, all.Count);
    }

    [Fact]
    public void Labels_are_part_of_the_stored_form_and_never_change()
    {
        using var keys = KeyRing.Of(new byte[31].Append((byte)1).ToArray());

        // Computed apart from this code, with Python's hmac after RFC 5869.
        Assert.Equal("4b9f2e82ac0772559ba6a245fa8b3b1998e27892e10e195ca620fbcce769e7f2", Convert.ToHexStringLower(keys.Key(KeyPurpose.Audit)));
        Assert.Equal("3e912dd8c5cc146c0528106d06b42955f46b7b6d1fb71c98fa1799a07434785f", Convert.ToHexStringLower(keys.Key(KeyPurpose.Address)));
    }

    [Theory]
    [InlineData("the group may read it", UnixFileMode.GroupRead, 2500)]
    [InlineData("everybody may read it", UnixFileMode.OtherRead, 2500)]
    [InlineData("everybody may write it", UnixFileMode.OtherWrite, 2500)]
    [InlineData("its owner may only read it", UnixFileMode.None, 0)]
    public void Refuses_a_key_that_others_can_reach(string why, UnixFileMode more, int problem)
    {
        KeyRing.Open(KeyFile, Data).Value!.Dispose();
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | more);

        Assert.True(Code(KeyFile) == problem, why);
    }

    [Theory]
    [InlineData("empty", 0, 2501)]
    [InlineData("one short", 31, 2501)]
    [InlineData("one long", 33, 2501)]
    [InlineData("zeros, as after a power cut", 32, 2504)]
    public void Refuses_a_key_that_is_none(string why, int length, int problem)
    {
        var file = _folder.File("short.key");
        File.WriteAllBytes(file, new byte[length]);
        File.SetUnixFileMode(file, OwnerOnly);

        Assert.True(Code(file) == problem, why);
        Assert.Equal(length, new FileInfo(file).Length);
    }

    [Theory]
    [InlineData("data/master.key")]
    [InlineData("data/deeper/master.key")]
    [InlineData("other/../data/master.key")]
    [InlineData("link/master.key")]
    public void Refuses_a_key_beside_what_it_protects(string name)
    {
        System.IO.Directory.CreateDirectory(Data);
        File.CreateSymbolicLink(_folder.File("link"), Data);

        Assert.Equal(2502, Code(_folder.File(name)));
        Assert.Empty(System.IO.Directory.GetFiles(Data, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_folder_whose_name_only_begins_like_the_data_folder_is_fine() => Assert.Equal(0, Code(_folder.File("data-keys/master.key")));

    [Fact]
    public void Makes_no_new_key_where_data_wait_for_the_old_one()
    {
        System.IO.Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Data, "outreach.db"), "");

        Assert.Equal(2505, Code(KeyFile));
        Assert.False(File.Exists(KeyFile));
    }

    [Fact]
    public void A_folder_in_the_way_is_a_problem_and_no_crash()
    {
        File.WriteAllText(_folder.File("keys"), "");

        Assert.Equal(2503, Code(KeyFile));
    }

    private int Code(string file)
    {
        var opened = KeyRing.Open(file, Data);
        opened.Value?.Dispose();
        return opened.Problems.Select(p => p.Code).SingleOrDefault();
    }
}
