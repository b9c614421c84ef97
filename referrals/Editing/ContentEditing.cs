using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Checks;
using Outreach.Content.Dialogs;
using Outreach.Content.Editing;
using Outreach.Content.Packages;
using Outreach.Localization;

namespace Outreach.Referrals.Editing;

/// <summary>The host that people read from: where its files lie, how it makes a book of them, and what it shows.</summary>
public interface IBookHost
{
    /// <summary>The files of the repository as they are now.</summary>
    Result<ContentFiles> Files();

    /// <summary>Reads and checks files with the real readers. Slow; what people read goes on meanwhile.</summary>
    Result<Book> Build(ContentFiles files);

    /// <summary>From now on people read this book, made of these files.</summary>
    void Use(Book book, ContentFiles files);
}

/// <summary>What can be edited, as it reads now.</summary>
/// <param name="Part">The page or the contact.</param>
/// <param name="Text">How it reads, published changes among it.</param>
public sealed record OpenedPart(TextPart Part, string Text)
{
    private const int SeenLength = 32;

    /// <summary>Stands for the text: who proposes a change says which text it was made for.</summary>
    public string Seen => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..SeenLength];
}

/// <summary>What somebody wrote, and which text they had before them.</summary>
/// <param name="Part">The page or the contact.</param>
/// <param name="Seen">The text it was made for, <see cref="OpenedPart.Seen"/>.</param>
/// <param name="After">How it is to read.</param>
/// <param name="Reason">Why.</param>
/// <param name="PutsBack">The change it undoes; null for none.</param>
public sealed record Edit(TextPart Part, string Seen, string After, string Reason, long? PutsBack = null);

/// <summary>
/// Editing by people who do not use Git: somebody proposes, the readers check it, another person publishes, and everybody reads
/// it. One publication after the other; a book that cannot be made changes nothing.
/// </summary>
public sealed class ContentEditing(IChangeStore store, IBookHost host, TimeProvider clock) : IDisposable
{
    /// <summary>Longest page.</summary>
    public const int MostCharacters = 30_000;

    /// <summary>Longest reason.</summary>
    public const int MostReason = 500;

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>The changes.</summary>
    public IChangeStore Store => store;

    /// <summary>The day, for "checked".</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>All files as people read them, and which changes fit no longer.</summary>
    public async Task<Result<OverlaidFiles>> Read(CancellationToken cancel)
    {
        var files = host.Files();
        return files.Ok ? ContentOverlay.Lay(files.Value, [.. (await store.Published(cancel)).Select(c => c.Laid)]) : files.Problems;
    }

    /// <summary>One page or contact as it reads now.</summary>
    public async Task<Result<OpenedPart>> Open(TextPart part, CancellationToken cancel)
    {
        var read = await Read(cancel);
        return !read.Ok ? read.Problems : In(read.Value.Files, part);
    }

    /// <summary>Proposes another text. It is checked at once: whoever wrote it can still mend it.</summary>
    /// <param name="edit">What was written.</param>
    /// <param name="by">Who.</param>
    /// <param name="once">Makes a repeat harmless.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Result<ContentChange>> Propose(Edit edit, StaffId by, string once, CancellationToken cancel)
    {
        var (after, reason) = (Normal(edit.After), edit.Reason.Trim());
        if (reason.Length == 0)
            return ReferralProblems.ReasonMissing("change");
        if (after.Length > MostCharacters || reason.Length > MostReason)
            return EditingProblems.TooLong();
        var read = await Read(cancel);
        if (!read.Ok)
            return read.Problems;
        var open = In(read.Value.Files, edit.Part);
        if (!open.Ok)
            return open.Problems;
        if (open.Value.Seen != edit.Seen)
            return EditingProblems.Changed(edit.Part);
        if (open.Value.Text == after)
            return EditingProblems.NothingChanged();
        var wanted = new Proposal(edit.Part, open.Value.Text, after, reason, edit.PutsBack);
        var book = Built(read.Value.Files, wanted);
        return book.Ok ? await store.Propose(wanted, by, once, clock.GetUtcNow(), cancel) : book.Problems;
    }

    /// <summary>Publishes what another person proposed: the new book is made and checked first, then kept, then shown.</summary>
    public async Task<Result<ContentChange>> Publish(long number, StaffId by, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (await store.Find(number, cancel) is not { } change)
                return EditingProblems.UnknownChange();
            if (change.State != ChangeState.Proposed)
                return EditingProblems.Decided();
            if (change.Author == by)
                return EditingProblems.NeedsAnother();
            var read = await Read(cancel);
            if (!read.Ok)
                return read.Problems;
            if (In(read.Value.Files, change.What.Part).Value?.Text != change.What.Before)
                return EditingProblems.Changed(change.What.Part);
            var book = Built(read.Value.Files, change.What);
            if (!book.Ok)
                return book.Problems;
            if (!await store.Decide(number, ChangeState.Published, by, clock.GetUtcNow(), cancel))
                return EditingProblems.Decided();
            host.Use(book.Value.Book, book.Value.Files);
            return (await store.Find(number, cancel))!;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Takes a proposal back, one's own or another's that must not be published.</summary>
    public async Task<Result<ContentChange>> Withdraw(long number, StaffId by, CancellationToken cancel)
    {
        if (await store.Find(number, cancel) is null)
            return EditingProblems.UnknownChange();
        return await store.Decide(number, ChangeState.Withdrawn, by, clock.GetUtcNow(), cancel) ? (await store.Find(number, cancel))! : EditingProblems.Decided();
    }

    /// <summary>Proposes the text that stood there before a published change; like every text, another person publishes it.</summary>
    public async Task<Result<ContentChange>> PutBack(long number, StaffId by, string once, CancellationToken cancel)
    {
        if (await store.Find(number, cancel) is not { } change)
            return EditingProblems.UnknownChange();
        if (change.State != ChangeState.Published)
            return EditingProblems.NotPublished();
        var open = await Open(change.What.Part, cancel);
        if (!open.Ok)
            return open.Problems;
        return await Propose(new Edit(change.What.Part, open.Value.Seen, change.What.Before, change.What.Reason, number), by, once, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private static Result<OpenedPart> In(ContentFiles files, TextPart part) =>
        part.IsEditable && files.TextOf(part.File) is { } file && part.In(file) is { } text ? new OpenedPart(part, text) : EditingProblems.NotHere();

    private Result<(Book Book, ContentFiles Files)> Built(ContentFiles files, Proposal wanted)
    {
        var changed = files.With([new NamedText(wanted.Part.File, wanted.Part.Put(files.TextOf(wanted.Part.File)!, wanted.After)!)]);
        var book = host.Build(changed);
        if (!book.Ok)
            return EditingProblems.Refused(book.Problems);
        var errors = Errors(book.Value, wanted.Part.File);
        if (!errors.IsEmpty && host.Build(files) is { Ok: true } before)
            errors = [.. errors.Except(Errors(before.Value, wanted.Part.File))];     // what was wrong before is no reason to leave a wrong number standing
        return errors.IsEmpty ? (book.Value, changed) : EditingProblems.Refused([.. errors.Select(e => LineFinder.Locate(e, changed.TextOf))]);
    }

    private ImmutableArray<Problem> Errors(Book book, string file) =>
        [.. Inspector.Inspect(book, Today).Where(r => r.Severity == Severity.Error && r.Problem.Where.StartsWith(file, StringComparison.Ordinal)).Select(r => r.Problem)];

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd() + "\n";
}
