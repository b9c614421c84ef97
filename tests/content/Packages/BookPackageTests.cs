using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Outreach.Content.Dialogs;
using Outreach.Content.Editing;
using Outreach.Content.Packages;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Packages;

/// <summary>A package says the same as the folders it was made from, and nothing else is taken for one.</summary>
public sealed class BookPackageTests : IDisposable
{
    private static readonly DateTimeOffset Made = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly Folders _folders = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private string File => _folders.At("book.package");

    public void Dispose()
    {
        _folders.Dispose();
        _key.Dispose();
    }

    [Fact]
    public void A_package_of_the_real_content_says_what_the_folders_say()
    {
        var (content, catalogs) = (Repository.At("content", "book"), Repository.At("localization", "catalogs"));
        var built = BookPackage.Build(content, catalogs, File, new PackageSigning(_key, Made));
        Assert.True(built.Ok, string.Join('\n', built.Problems));
        Assert.Equal(Show(BookReader.Read(content, catalogs, new Office()).Value!), Show(BookPackage.Load(File, _key, new Office()).Value!));
    }

    [Fact]
    public void Building_twice_gives_the_same_revision()
    {
        Assert.Equal(Build(), Build());
        Assert.StartsWith(Build(), BookPackage.RevisionOf(File), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_says_when_it_was_made_and_a_cache_does_not()
    {
        Build();
        Assert.Equal(Made, BookPackage.Load(File, _key, new Office()).Value!.PackagedAt);
        Assert.Equal(Made, BookPackage.MadeOf(File));
        LoadOrBuild();
        Assert.Null(BookPackage.MadeOf(_folders.Cache));
    }

    [Fact]
    public void What_is_laid_over_the_folders_is_read_and_cached_like_a_file()
    {
        var part = new TextPart("directory/de.yaml", "de/112");
        var before = part.In(Folders.Contact("de/112"))!;
        var published = Task.FromResult<ImmutableArray<PartChange>>([new PartChange(1, part, before, before.Replace("\"112\"", "\"110\"", StringComparison.Ordinal))]);
        var first = BookPackage.LoadOrBuild(_folders.Content, _folders.Catalogs, _folders.Cache, new Office(), published).Value!;
        Assert.Equal("110", first.Contacts.Find("de/112")!.Number);
        Assert.StartsWith(first.Revision, BookPackage.RevisionOf(_folders.Cache), StringComparison.Ordinal);
        Assert.NotEqual(first.Revision, LoadOrBuild().Value!.Revision);
    }

    [Fact]
    public void Every_torn_package_is_refused()
    {
        Build();
        var whole = System.IO.File.ReadAllBytes(File);
        for (var length = 0; length < whole.Length; length += length < 64 ? 1 : 97)
            Assert.InRange(Refused(whole[..length]), 2404, 2409);
    }

    [Fact]
    public void Every_changed_byte_is_noticed()
    {
        Build();
        var whole = System.IO.File.ReadAllBytes(File);
        for (var at = 0; at < whole.Length; at += at < 400 ? 1 : 53)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x20;
            Assert.InRange(Refused(changed), 2404, 2409);
        }
    }

    [Fact]
    public void Another_key_is_not_trusted()
    {
        Build();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(2407, Assert.Single(BookPackage.Load(File, other, new Office()).Problems).Code);
    }

    [Fact]
    public void A_cache_is_no_package()
    {
        Assert.True(LoadOrBuild().Ok);
        Assert.Equal(2409, Assert.Single(BookPackage.Load(_folders.Cache, _key, new Office()).Problems).Code);
    }

    [Theory]
    [InlineData("nothing", "", 2404)]
    [InlineData("a text", "Somebody else's file, longer than a header.", 2404)]
    [InlineData("another format", "OUTREACH\0\0\0\u0009\0\0\0\u0002{}", 2405)]
    [InlineData("a header without end", "OUTREACH\0\0\0\u0006\u007F\0\0\u0002{}", 2406)]
    [InlineData("an empty header", "OUTREACH\0\0\0\u0006\0\0\0\u0002{}", 2406)]
    public void Foreign_files_are_refused(string what, string bytes, int code) =>
        Assert.True(Refused(System.Text.Encoding.Latin1.GetBytes(bytes)) == code, what);

    [Fact]
    public void A_missing_package_says_how_to_build_one() => Assert.Equal(2403, Assert.Single(BookPackage.Load(File, _key, new Office()).Problems).Code);

    [Fact]
    public void Broken_content_makes_no_package()
    {
        _folders.Write("content/library/de/housing.en.md", "nothing");
        Assert.False(BookPackage.Build(_folders.Content, _folders.Catalogs, File, new PackageSigning(_key, Made)).Ok);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void The_cache_follows_the_folders()
    {
        var first = LoadOrBuild().Value!;
        Assert.Equal(first.Revision, LoadOrBuild().Value!.Revision);
        Assert.Equal(Show(first), Show(LoadOrBuild().Value!));
        _folders.Write("content/directory/de.yaml", Folders.Contact("de/112").Replace("\"112\"", "\"110\""));
        Assert.Equal("110", LoadOrBuild().Value!.Contacts.Find("de/112")!.Number);
    }

    [Fact]
    public void A_damaged_cache_is_made_anew()
    {
        LoadOrBuild();
        System.IO.File.WriteAllBytes(_folders.Cache, System.IO.File.ReadAllBytes(_folders.Cache)[..200]);
        Assert.True(LoadOrBuild().Ok);
        Assert.NotNull(BookPackage.RevisionOf(_folders.Cache));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_only_time() =>
        Assert.True(BookPackage.LoadOrBuild(_folders.Content, _folders.Catalogs, Path.Combine(_folders.At("catalogs/app.pot"), "cache"), new Office()).Ok);

    private string Build()
    {
        var built = BookPackage.Build(_folders.Content, _folders.Catalogs, File, new PackageSigning(_key, Made));
        Assert.True(built.Ok, string.Join('\n', built.Problems));
        return built.Value;
    }

    private Localization.Result<Book> LoadOrBuild() => BookPackage.LoadOrBuild(_folders.Content, _folders.Catalogs, _folders.Cache, new Office());

    private int Refused(byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File, bytes);
        return Assert.Single(BookPackage.Load(File, _key, new Office()).Problems).Code;
    }

    private static string Show(Book book) => JsonSerializer.Serialize(new
    {
        book.Revision,
        Pages = book.Library.All,
        Contacts = book.Contacts.All,
        Places = book.Places.Values.OrderBy(p => p.Id, StringComparer.Ordinal),
        book.Programmes,
        Dialogs = book.Dialogs.Values.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => d.Revision),
        Texts = book.Texts.English.Values.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => e.English),
    });
}
