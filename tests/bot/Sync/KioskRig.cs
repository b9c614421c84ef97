using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Sync;
using Outreach.Tests.Support;
using Outreach.Tui;
using Outreach.Tui.Kiosk;

namespace Outreach.Bot.Tests.Sync;

/// <summary>A kiosk as it is, with everything but a screen: spool on a disk, sender over the bot's socket, the handler of the visitors.</summary>
internal sealed class KioskRig : IDisposable
{
    public const string Token = "a-token-of-a-test-0123456789";

    private readonly HttpClient _http;

    public KioskRig(string folder, string dataDir, Func<HttpMessageHandler, HttpMessageHandler>? between = null)
    {
        Folder = folder;
        Spool = new Spool(folder, File.ReadAllText(Path.Combine(dataDir, "kiosk.pub")));
        HttpMessageHandler link = ServerLink.OnSocket(Path.Combine(dataDir, "outreach.sock"));
        _http = new HttpClient(between is null ? link : between(link)) { BaseAddress = ServerLink.SocketAddress, Timeout = TimeSpan.FromSeconds(20) };
        Sender = new SpoolSender(Spool, _http, TimeProvider.System);
        Handler = new KioskHandler(Spool, TimeProvider.System);
    }

    public string Folder { get; }

    public Spool Spool { get; }

    public SpoolSender Sender { get; }

    public KioskHandler Handler { get; }

    public void Dispose() => _http.Dispose();

    /// <summary>A visitor sends a request; the reference they are given.</summary>
    public async Task<string> Ask(ConversationId visitor, Submission submission) =>
        Assert.IsType<EffectResult.Submitted>(await Handler.Handle(new EffectId(visitor, 1, 0), new Effect.Submit(submission), "kiosk", default)).Reference;

    public async Task<TakenBack> Delete(ConversationId visitor, string reference) =>
        Assert.IsType<EffectResult.Withdrawn>(await Handler.Handle(new EffectId(visitor, 2, 0), new Effect.Withdraw([reference]), "kiosk", default)).How;

    /// <summary>Tries until nothing is left, as often as said.</summary>
    public async Task Drain(int tries = 50)
    {
        for (var i = 0; i < tries && await Sender.Once(a => Handler.Hear(a), default) != SendOutcome.NothingToSend; i++) { }
    }

    public static ConversationId Visitor() => new(Guid.NewGuid());

    public static Submission Talk(string words, string? called = null) => new()
    {
        Dialog = "talk",
        Revision = "r",
        Programme = TestBook.Real.Dialogs["talk"].Programme,
        Language = Locale.Arabic,
        Place = "ly",
        Answers = ImmutableSortedDictionary<string, string>.Empty.Add("message", words).Add("called", called ?? ""),
        Consent = new ConsentRecord("hash", "shown", Locale.Arabic, ["triage"], ["office"], new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)),
    };

    public static async Task<ImmutableArray<QueueRow>> Queue(BotApp app) =>
        (await app.Services.GetRequiredService<IReferralStore>().Queue(new QueueView(), null, 1_000, default)).Rows;

    public static async Task<Referral?> Find(BotApp app, string reference) =>
        ReferralId.TryParse(reference, out var id) ? await app.Services.GetRequiredService<IReferralStore>().Load(id, default) : null;
}
