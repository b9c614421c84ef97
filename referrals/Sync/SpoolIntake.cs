using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Content.Search;
using Outreach.Localization;

namespace Outreach.Referrals.Sync;

/// <summary>
/// Opens what kiosks kept and brings it into the register. A repeat, in whatever order and after whatever crash, changes
/// nothing: everything goes under a name made of the visitor's random number and the reference, and the register keeps that
/// name in the same write. What is answered says nothing about anybody else's request.
/// </summary>
public sealed class SpoolIntake : IDisposable
{
    /// <summary>The channel of what comes from a kiosk.</summary>
    public const string Channel = "kiosk";

    private static readonly DateTimeOffset NoEarlier = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly IntakeServices _services;
    private readonly ECDiffieHellman _server;
    private readonly byte[] _names;
    private readonly Lock _opening = new();

    /// <summary>Over the register.</summary>
    public SpoolIntake(IntakeServices services, KeyRing keys)
    {
        (_services, _server) = (services, SpoolSeal.ServerKey(keys));
        _names = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Key(KeyPurpose.Kiosk).ToArray(), 32, info: "outreach kiosk names 1"u8.ToArray());
    }

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

    /// <summary>Takes one sealed item. When this says accepted or had, it is durable.</summary>
    public async ValueTask<SpoolAnswer> Take(string id, ReadOnlyMemory<byte> sealedItem, CancellationToken cancel)
    {
        var item = Open(id, sealedItem.Span);
        if (!item.Ok)
            return Refused(id, item.Problems);
        var at = TimeOf(item.Value.At);
        return item.Value switch
        {
            SpoolItem.Request request => await Receive(id, request, at, cancel),
            SpoolItem.TakeBack back => await TakeBack(id, back, at, cancel),
            SpoolItem.Urgent urgent => await Raise(id, urgent, at, cancel),
            SpoolItem.Unanswered(var number, var note) => await Count(id, item.Value, number, note.Place, (notices, effect) => notices.NoteUnanswered(effect, note with { Words = OwnWords(note) }, at, cancel)),
            SpoolItem.Helped(var number, var note) => await Count(id, item.Value, number, note.Place, (notices, effect) => notices.NoteHelped(effect, note, at, cancel)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>An item that was not taken, with the number of the problem.</summary>
    public static SpoolAnswer Refused(string id, ImmutableArray<Problem> problems) => new(id, SpoolOutcome.Refused, problems[0].Code, problems[0].Message);

    private async ValueTask<SpoolAnswer> Receive(string id, SpoolItem.Request request, DateTimeOffset at, CancellationToken cancel)
    {
        if (Slip(request.Reference) is not { } slip)
            return Refused(id, [SyncProblems.NotAReference()]);
        if (request.Submission.Answers.ContainsValue(null!))
            return Refused(id, [SyncProblems.Broken()]);
        var effect = NameOf(request, request.Reference);
        if (await _services.Referrals.Find(effect, cancel) is not null)
            return new SpoolAnswer(id, SpoolOutcome.Had);
        var taken = await Reception.Take(_services, new Incoming(request.Submission, OriginOf(request), at, effect, slip), cancel);
        return taken.Ok ? new SpoolAnswer(id, SpoolOutcome.Accepted) : Refused(id, taken.Problems);
    }

    private async ValueTask<SpoolAnswer> TakeBack(string id, SpoolItem.TakeBack back, DateTimeOffset at, CancellationToken cancel)
    {
        if (Slip(back.Reference) is null)
            return Refused(id, [SyncProblems.NotAReference()]);
        var act = new ReferralAct(new ReferralCommand.Withdraw(), new Actor.Person(), at, "kiosk take-back");
        var first = await _services.Referrals.TakeBack(NameOf(back, back.Reference), act, cancel);
        return new SpoolAnswer(id, first ? SpoolOutcome.Accepted : SpoolOutcome.Had);
    }

    private async ValueTask<SpoolAnswer> Raise(string id, SpoolItem.Urgent urgent, DateTimeOffset at, CancellationToken cancel)
    {
        if (!Enum.IsDefined(urgent.Alert.Kind) || (urgent.Alert.Place is { } place && _services.Book().Countries.Find(place) is null))
            return Refused(id, [SyncProblems.Broken()]);
        var now = _services.Clock.GetUtcNow();
        var alert = now - at > SyncLimits.AlertKept ? urgent.Alert with { Whereabouts = null } : urgent.Alert;
        await _services.Notices.Raise(NameOf(urgent, urgent.Number), alert, OriginOf(urgent), at, cancel);
        return new SpoolAnswer(id, SpoolOutcome.Accepted, Reached: _services.Duty.AnyoneOnDuty(now));
    }

    /// <summary>Counts say nothing of anybody: a country is known, a page is ours, a word stands in our pages.</summary>
    private async ValueTask<SpoolAnswer> Count(string id, SpoolItem item, long number, string? place, Func<INoticeStore, EffectId, ValueTask> note)
    {
        var book = _services.Book();
        if ((place is not null && book.Countries.Find(place) is null)
            || (item is SpoolItem.Helped(_, var help) && !book.Library.All.Any(p => p.Id.Value == help.Page))
            || (item is SpoolItem.Unanswered(_, var asked) && asked.Words.Length > Limits.CharactersPerMessage))
            return Refused(id, [SyncProblems.Broken()]);
        await note(_services.Notices, new EffectId(OriginOf(item).Conversation, number, 0));
        return new SpoolAnswer(id, SpoolOutcome.Accepted);
    }

    /// <summary>What our own pages know of the words; a kiosk has done the same already, a stranger has not.</summary>
    private string OwnWords(Effect.NoteUnanswered note) =>
        string.Join(' ', note.Words.Split(' ').Select(w => w == SearchIndex.Unknown ? w : _services.Book().Search.KnownWords(note.Language, w)));

    private Result<SpoolItem> Open(string id, ReadOnlySpan<byte> sealedItem)
    {
        lock (_opening)                                    // the key's handle is not made for two threads
        {
            var opened = SpoolSeal.Open(sealedItem, _server, id);
            return opened.Ok ? SpoolCodec.Unpack(opened.Value) : opened.Problems;
        }
    }

    /// <summary>Only what a kiosk gives, letter for letter: the same slip is never two names.</summary>
    private static ReferralId? Slip(string reference) => ReferralId.TryParse(reference, out var id) && id.ToString() == reference ? id : null;

    private Origin OriginOf(SpoolItem item) => new(new ConversationId(Name($"asker {item.Asker:N}")), Channel);

    private EffectId NameOf(SpoolItem item, string what) => new(new ConversationId(Name($"{item.Asker:N} {what}")), 1, 0);

    /// <summary>Keyed, so that no number chosen by a sender can ever be that of another conversation.</summary>
    private Guid Name(string what) => new(HMACSHA256.HashData(_names, Encoding.UTF8.GetBytes(what)).AsSpan(0, 16));

    /// <summary>A kiosk's clock may be wrong: what lies ahead of us, or before there was a kiosk, counts from now.</summary>
    private DateTimeOffset TimeOf(DateTimeOffset at)
    {
        var now = _services.Clock.GetUtcNow();
        return at > now || at < NoEarlier ? now : at.ToUniversalTime();
    }
}
