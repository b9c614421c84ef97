using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Sync;
using Outreach.Tests.Support;
using Outreach.Tui.Kiosk;

namespace Outreach.Bot.Tests.Sync;

/// <summary>A real kiosk and a real bot, from a visitor's words to the queue.</summary>
public sealed class KioskToBotTests : IDisposable
{
    private const string Planted = "planted-words-7731";
    private const string Name = "أمل-المزروعة";
    private readonly string _folder = Directory.CreateTempSubdirectory("outreach-sync-").FullName;

    private string SpoolDir => Path.Combine(_folder, "kiosk", "spool");

    private string DataDir => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_a_visitor_says_while_the_bot_is_down_arrives_when_it_is_there_and_they_are_told_so()
    {
        await (await BotApp.StartIn(_folder)).DisposeAsync();                        // once, for its key
        using var rig = new KioskRig(SpoolDir, DataDir);
        var store = new InMemoryConversationStore();
        using var keys = KeyRing.Fresh();
        var runner = new TurnRunner(() => TestBook.Real, store, rig.Handler, new AddressHash(keys), TimeProvider.System, new ZoneClock());
        var effects = new KioskEffects(runner, store, new KioskOutbox(rig.Spool, rig.Sender, rig.Handler));
        var heard = new ConcurrentQueue<KioskMsg>();
        using var over = new CancellationTokenSource();
        var following = effects.Run(new KioskEffect.Follow(), heard.Enqueue, over.Token);

        var said = await Interview(effects);
        var reference = Assert.Single(rig.Spool.Waiting) is { } ? ReferenceIn(said) : "";
        Assert.Contains("Kept here, not sent yet", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Come back here for answers", said, StringComparison.Ordinal);

        await using (var app = await BotApp.StartIn(_folder))
        {
            await Until(() => rig.Spool.State.Waiting == 0);
            var row = Assert.Single(await KioskRig.Queue(app));
            Assert.Equal((reference, "kiosk"), (row.Id.ToString(), row.Channel));
            Assert.Contains((await KioskRig.Find(app, reference))!.Draft.Answers.Values, v => v.Contains(Planted, StringComparison.Ordinal));
            await Until(() => heard.OfType<KioskMsg.Spooled>().Any(s => s is { Visitor: 1, Note: { Key: "kiosk.arrived" } note } && note.Reference == reference));
            NothingIsReadable(Encoding.UTF8.GetBytes(Planted));
        }
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    [Fact]
    public async Task Whether_a_page_helped_is_counted_once_and_no_visitor_is_told_that_something_waits()
    {
        await using var app = await BotApp.StartIn(_folder);
        using var rig = new KioskRig(SpoolDir, DataDir);
        var answer = new EffectId(KioskRig.Visitor(), 1, 0);
        for (var time = 0; time < 2; time++)
            await rig.Handler.Handle(answer, new Effect.NoteHelped("de/health", Locale.Arabic, "de", Helped: false), "kiosk", default);
        Assert.Equal(SpoolState.Empty, rig.Spool.State);
        await rig.Drain();
        Assert.Empty(rig.Spool.Waiting);
        Assert.Equal(new PageHelp("de/health", Locale.Arabic, 0, 1, "de"), Assert.Single(await app.Services.GetRequiredService<INoticeStore>().Helped(1, default)));
    }

    [Fact]
    public async Task Nothing_personal_stands_in_any_file_of_either_side_before_and_after()
    {
        await using var app = await BotApp.StartIn(_folder);
        using var rig = new KioskRig(SpoolDir, DataDir);
        var reference = await rig.Ask(KioskRig.Visitor(), KioskRig.Talk(Planted, Name));
        await rig.Handler.Handle(new EffectId(KioskRig.Visitor(), 1, 0), new Effect.Alert(UrgentKind.Held, "ly", Locale.Arabic, Planted), "kiosk", default);
        byte[][] secrets = [Encoding.UTF8.GetBytes(Planted), Encoding.UTF8.GetBytes(Name), Encoding.ASCII.GetBytes("+21891")];

        NothingIsReadable([.. secrets, Encoding.ASCII.GetBytes(reference)]);
        await rig.Drain();
        NothingIsReadable(secrets);
        Assert.Empty(Directory.GetFiles(SpoolDir));
    }

    [Theory]
    [InlineData("before anything was sent: nobody has seen it", false, TakenBack.NeverSent)]
    [InlineData("after it was sent: the wish follows it", true, TakenBack.OnItsWay)]
    public async Task Delete_everything_at_the_kiosk_is_true_to_what_happened(string why, bool sent, TakenBack how)
    {
        await using var app = await BotApp.StartIn(_folder);
        using var rig = new KioskRig(SpoolDir, DataDir);
        var visitor = KioskRig.Visitor();
        var reference = await rig.Ask(visitor, KioskRig.Talk("help"));
        if (sent)
            await rig.Drain();

        Assert.True(how == await rig.Delete(visitor, reference), why);
        await rig.Drain();

        Assert.Equal(0, rig.Spool.State.Waiting);
        Assert.Empty(await KioskRig.Queue(app));
        Assert.Equal(sent ? ReferralStatus.Withdrawn : null, (await KioskRig.Find(app, reference))?.Status);
    }

    [Fact]
    public async Task A_bad_item_stays_and_those_behind_it_go()
    {
        await using var app = await BotApp.StartIn(_folder);
        using var rig = new KioskRig(SpoolDir, DataDir);
        using var stranger = KeyRing.Fresh();
        using var key = SpoolSeal.ServerKey(stranger);
        new Spool(SpoolDir, SpoolSeal.PublicKey(key)).Keep("000000000000001-a", new SpoolItem.TakeBack("x") { Asker = Guid.NewGuid(), At = default });
        await File.WriteAllBytesAsync(Path.Combine(SpoolDir, "000000000000002-b.sealed"), new byte[300 * 1024]);
        var references = new List<string>();
        for (var i = 0; i < 5; i++)
            references.Add(await rig.Ask(KioskRig.Visitor(), KioskRig.Talk("help")));

        await rig.Drain();

        Assert.Equal(references.Order(StringComparer.Ordinal), (await KioskRig.Queue(app)).Select(r => r.Id.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal((2, 2), (rig.Spool.State.Waiting, rig.Spool.State.Refused));
        Assert.Equal([3201, 3204], rig.Spool.Refusals.Keys.Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_breaks_on_the_way_each_request_is_there_once_under_its_number(int seed)
    {
        var random = new Random(seed);
        var seen = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        var (kept, deleted) = (new List<string>(), new List<string>());
        var app = await BotApp.StartIn(_folder);
        var rig = new KioskRig(SpoolDir, DataDir, link => new BrokenLink(random, seen, link));
        try
        {
            for (var step = 0; step < 60; step++)
            {
                var visitor = KioskRig.Visitor();
                var reference = await rig.Ask(visitor, KioskRig.Talk($"request {step}"));
                if (random.Next(3) > 0)
                    await rig.Sender.Once(a => rig.Handler.Hear(a), default);
                if (random.Next(5) == 0)
                {
                    await rig.Delete(visitor, reference);
                    deleted.Add(reference);
                }
                else
                {
                    kept.Add(reference);
                }
                if (random.Next(15) == 0)                                               // the kiosk loses its memory
                {
                    rig.Dispose();
                    rig = new KioskRig(SpoolDir, DataDir, link => new BrokenLink(random, seen, link));
                }
                if (random.Next(20) == 0)                                               // the server goes down and comes back
                {
                    await app.DisposeAsync();
                    await rig.Sender.Once(a => rig.Handler.Hear(a), default);
                    app = await BotApp.StartIn(_folder);
                }
            }
            await rig.Drain(500);
            await Replay(rig, seen, random);

            Assert.Equal(0, rig.Spool.State.Waiting);
            var rows = await KioskRig.Queue(app);
            Assert.Equal(kept.Order(StringComparer.Ordinal), rows.Select(r => r.Id.ToString()).Order(StringComparer.Ordinal));
            foreach (var reference in deleted)
                Assert.True((await KioskRig.Find(app, reference))?.Status is null or ReferralStatus.Withdrawn);
        }
        finally
        {
            rig.Dispose();
            await app.DisposeAsync();
        }
    }

    /// <summary>Everything that was ever sent, also what broke on the way, is sent again, in any order.</summary>
    private static async Task Replay(KioskRig rig, IReadOnlyDictionary<string, byte[]> seen, Random random)
    {
        foreach (var (id, bytes) in seen.OrderBy(_ => random.Next()))
        {
            await File.WriteAllBytesAsync(Path.Combine(rig.Folder, id + ".sealed"), bytes);
            if (random.Next(3) == 0)
                await rig.Drain(5);
        }
        await rig.Drain(500);
    }

    private static async Task<string> Interview(KioskEffects effects)
    {
        var number = 0;
        async Task<string> Say(Input input)
        {
            KioskMsg.Heard? answer = null;
            await effects.Run(new KioskEffect.Say(1, ++number, [input]), m => answer = m as KioskMsg.Heard, default);
            return string.Join('\n', answer!.Replies.SelectMany(r => Tui.PageLines.Of(r)).Select(b => b.Text));
        }
        await Say(new Input.Opened(Locale.English, "ly"));
        await Say(new Input.Choice("en"));
        await Say(new Input.Choice("ask:talk"));
        await Say(new Input.Choice("yes"));
        var said = await Say(new Input.Text($"Please call me, {Planted}"));
        for (var steps = 0; steps < 20 && !said.Contains("R-", StringComparison.Ordinal); steps++)
            said = await Say(said.Contains("Is this right", StringComparison.Ordinal) || steps > 8 ? new Input.Choice("send") : new Input.Command(GlobalWord.Skip));
        return said;
    }

    private static string ReferenceIn(string said) => said[said.IndexOf("R-", StringComparison.Ordinal)..][..11];

    private void NothingIsReadable(params ReadOnlySpan<byte[]> secrets)
    {
        var read = 0;
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is not (".cache" or ".sock" or ".lock")))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            read++;
            foreach (var secret in secrets)
                Assert.True(bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(secret) < 0, file);
        }
        Assert.True(read >= 3);                            // key, database and its log at the least
    }

    private static async Task Until(Func<bool> there)
    {
        for (var i = 0; i < 300 && !there(); i++)
            await Task.Delay(100);
        Assert.True(there());
    }
}
