using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Localization;
using Outreach.Referrals.Editing;

namespace Outreach.Bot;

/// <summary>
/// The book that every channel reads from at this moment: that of the start, or what was published since. It is swapped whole;
/// a turn or a page that has begun goes on with the one it took.
/// </summary>
internal sealed class LiveBook(BotOptions options, Task<OpenedContent> opened, ILogger<LiveBook> log) : IBookHost
{
    private volatile Book? _published;

    private Book Opened => opened.GetAwaiter().GetResult().Book;

    /// <summary>Who speaks, as the settings say.</summary>
    public static Office OfficeOf(BotOptions options) => new() { Name = options.OfficeName, OpeningDialog = options.OpeningDialog, Place = options.Place };

    /// <summary>The book.</summary>
    public Book Now() => _published ?? Opened;

    /// <inheritdoc/>
    public Result<ContentFiles> Files() => ContentFiles.Read(options.ContentDir, options.CatalogsDir);

    /// <inheritdoc/>
    public Result<Book> Build(ContentFiles files)
    {
        var read = BookReader.Read(files, OfficeOf(options));
        if (!read.Ok)
            return read;
        var book = read.Value with { Texts = read.Value.Texts.With(opened.GetAwaiter().GetResult().Rules.English), Office = Opened.Office };
        book.Search.Prepare();                             // nobody's first question waits for it
        return book;
    }

    /// <inheritdoc/>
    public void Use(Book book, ContentFiles files)
    {
        _published = book;
        Log.Published(log, book.Revision);
    }
}
