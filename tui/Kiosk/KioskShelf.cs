using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Localization;
using Outreach.Referrals.Sync;

namespace Outreach.Tui.Kiosk;

/// <summary>Where a kiosk's packages come from.</summary>
/// <param name="Kept">The file the last good one is kept in.</param>
/// <param name="TrustedKey">The public key they must be signed with; without that file none is taken.</param>
/// <param name="Brought">A file, or a folder such as a USB stick, that packages are brought in; null for none.</param>
public sealed record PackageSources(string Kept, string TrustedKey, string? Brought);

/// <summary>
/// The content a kiosk shows: fetched from the server or brought on a stick, verified, kept, and opened between visitors. What is
/// broken, signed by somebody else or older than what is shown is refused, and the old one stays.
/// </summary>
/// <param name="sources">Where packages come from.</param>
/// <param name="finish">Makes a book of a package ready for this kiosk.</param>
/// <param name="clock">The clock.</param>
/// <param name="http">To the server; null where there is none.</param>
/// <param name="token">What the server knows this kiosk by; null over the socket.</param>
public sealed class KioskShelf(PackageSources sources, Func<Book, Book> finish, TimeProvider clock, HttpClient? http = null, string? token = null)
{
    /// <summary>The name that is looked for in a folder.</summary>
    public const string FileName = "outreach.package";

    /// <summary>So often it is looked for a later package; asking the server costs some hundred bytes.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private const long Largest = 100_000_000;
    private volatile Book? _now;
    private Book? _latest;
    private (DateTime, long) _seen;

    /// <summary>The book of this visitor.</summary>
    public Book Now => _now ?? throw new InvalidOperationException("the shelf has no book yet");

    /// <summary>From the next visitor on.</summary>
    public void Open(Book book) => (_now, _latest) = (book, _latest ?? book);

    /// <summary>The package kept from the last time; null when there is none or it is not sound any more.</summary>
    public Book? Kept() => _latest = Load(sources.Kept).Value;

    /// <summary>A package that was brought, if it is later than what is shown; null when nothing new was brought.</summary>
    public Result<Book?> Brought()
    {
        var file = sources.Brought is { } place && Directory.Exists(place) ? Path.Combine(place, FileName) : sources.Brought;
        if (file is null || !File.Exists(file) || StampOf(file) is var stamp && stamp == _seen)
            return (Book?)null;
        _seen = stamp;
        try
        {
            File.Copy(file, Arriving, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PackageProblems.Unreadable(file, e.Message);
        }
        return Take();
    }

    /// <summary>The server's package, if it is another than what is shown; null when it is the same, or there is no connection now.</summary>
    public async Task<Result<Book?>> Fetch(CancellationToken cancel)
    {
        if (http is null || !File.Exists(sources.TrustedKey))
            return (Book?)null;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, SyncRoutes.Package);
            if (token is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (_latest is { } had)
                request.Headers.TryAddWithoutValidation("If-None-Match", $"\"{had.Revision}\"");
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentLength > Largest)
                return (Book?)null;
            await using (var file = File.Create(Arriving))
                await answer.Content.CopyToAsync(file, cancel);
            return Take();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException || e is TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return (Book?)null;                            // no connection, or it broke: the next time
        }
    }

    /// <summary>Looks for later packages for as long as the program runs.</summary>
    public async Task Watch(Action<KioskMsg> post, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            Tell(Brought());
            Tell(await Fetch(stopping));
            await Task.Delay(Every, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        void Tell(Result<Book?> found)
        {
            if (!found.Ok)
                post(new KioskMsg.PackageRefused(found.Problems[0].Code));
            else if (found.Value is { } book)
                post(new KioskMsg.PackageCame(book));
        }
    }

    private string Arriving => sources.Kept + ".new";

    private static (DateTime, long) StampOf(string file) => new FileInfo(file) is var info ? (info.LastWriteTimeUtc, info.Length) : default;

    /// <summary>Verifies what has arrived, and keeps it: the very bytes that were verified.</summary>
    private Result<Book?> Take()
    {
        var came = Load(Arriving);
        if (!came.Ok)
            return Refused(came.Problems[0]);
        if (_latest?.PackagedAt is { } have && came.Value.PackagedAt <= have)
            return came.Value.PackagedAt == have ? Gone() : Refused(PackageProblems.Older(sources.Kept, came.Value.PackagedAt ?? default, have));
        File.Move(Arriving, sources.Kept, overwrite: true);
        return _latest = came.Value;
    }

    private Problem Refused(Problem why)
    {
        Gone();
        return why;
    }

    private Book? Gone()
    {
        File.Delete(Arriving);
        return null;
    }

    private Result<Book> Load(string file)
    {
        var key = PackageKey.OpenPublic(sources.TrustedKey);
        if (!key.Ok)
            return key.Problems;
        using ECDsa trusted = key.Value;
        var book = BookPackage.Load(file, trusted, new Office());
        return book.Ok ? finish(book.Value) : book;
    }
}
