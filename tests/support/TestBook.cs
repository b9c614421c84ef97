using Outreach.Content.Dialogs;
using Outreach.Content.Packages;

namespace Outreach.Tests.Support;

/// <summary>The real content of this repository as a book, read once for all tests.</summary>
public static class TestBook
{
    private static readonly Lazy<Book> Made = new(() =>
    {
        var read = BookReader.Read(Repository.At("content", "book"), Repository.At("localization", "catalogs"), new Office());
        return read.Value ?? throw new InvalidOperationException(string.Join('\n', read.Problems.Take(60)));
    });

    /// <summary>The book.</summary>
    public static Book Real => Made.Value;
}
