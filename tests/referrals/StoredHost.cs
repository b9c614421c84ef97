using System.Collections.Concurrent;
using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Referrals.Staff;
using Outreach.Referrals.Storage;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests;

/// <summary>Plays transcripts on the core with the real stores and the real register in one database file, which can be stopped and started again.</summary>
internal sealed class StoredHost : ITranscriptHost, IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly KeyRing _keys = KeyRing.Fresh();
    private readonly ConcurrentQueue<Effect> _saved = new();
    private readonly Transcript _transcript;
    private readonly TestClock _clock;
    private readonly AddressHash _codes;
    private ConversationKey _person;
    private SqliteDatabase _database = null!;
    private SqliteConversationStore _store = null!;
    private TurnRunner _runner = null!;
    private int _inputs;
    private int _phones;
    private bool _begun;
    private bool _dies;
    private readonly ShownCodes _shown = new();

    private StoredHost(Transcript transcript)
    {
        _transcript = transcript;
        _clock = new TestClock(transcript.Begins);
        _codes = new AddressHash(_keys);
        _person = _codes.Of("web", "person");
    }

    /// <inheritdoc/>
    public string Channel => Channels.Store;

    /// <summary>How many referrals are in the register.</summary>
    public long Sent => _database.Read(connection =>
    {
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM referral";
        return (long)count.ExecuteScalar()!;
    });

    /// <summary>A host with a database of its own.</summary>
    public static async Task<StoredHost> For(Transcript transcript)
    {
        var host = new StoredHost(transcript);
        await host.Start();
        return host;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Do(string input)
    {
        if (input.StartsWith("(later) ", StringComparison.Ordinal))
        {
            _clock.Now += CoreHost.Later(input);
            return [];
        }
        if (input == CoreHost.AnotherPhone)
        {
            (_person, _begun) = (_codes.Of("web", $"phone {++_phones}"), false);
            return [];
        }
        var step = _shown.Typed(input) is { } code ? new Input.Text(code) : CoreHost.InputOf(input);
        if (!_begun && _transcript.Setting("language") is { } language && Locale.TryParse(language, out var locale))
        {
            _begun = true;
            var begun = await Run(new Input.Opened(locale, _transcript.Setting("place"), Chosen: true));
            if (step is Input.Opened)
                return Lines(begun);
        }
        return Lines(await Run(step));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> DoAndStop(string input)
    {
        _dies = true;
        await Assert.ThrowsAsync<ProcessStoppedException>(() => Do(input));
        _dies = false;
        await _database.DisposeAsync();
        await Start();
        _clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(1, await Recover());
        Assert.Equal(0, await Recover());
        var recent = await _store.Recent(await Conversation(), 1, default);
        return Lines(recent[0]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _keys.Dispose();
        _folder.Dispose();
    }

    private async Task<ImmutableArray<Reply>> Run(Input input)
    {
        var id = new InputId($"input-{++_inputs}");
        return input is Input.StaffSaid or Input.LockOpened
            ? (await _runner.Run(await Conversation(), id, input, default)).GetValueOrDefault()
            : await _runner.Run(_person, id, input, default);
    }

    private async Task<ConversationId> Conversation() => (await _store.Load(_person, new InputId("look"), default)).Conversation.Id;

    /// <summary>What the outbox worker does at every start; gives how many conversations it found.</summary>
    private async Task<int> Recover()
    {
        var left = await _store.WithPending(10, _clock.Now, default);
        foreach (var conversation in left)
            await _runner.Recover(conversation, default);
        return left.Length;
    }

    private IReadOnlyList<string> Lines(ImmutableArray<Reply> replies)
    {
        _shown.Saw(string.Join('\n', replies.SelectMany(r => r.Blocks).Select(ReplyLine.Text)));
        return [.. replies.Select(r => $"< {ReplyLine.Of(r)}"), .. SavedEffects.Lines(_saved)];
    }

    private async Task Start()
    {
        _database = Samples.Must(SqliteDatabase.Open(_folder.File("outreach.db"), [.. SqliteConversationStore.Migrations, .. ReferralMigrations.All]));
        _store = Samples.Must(await SqliteConversationStore.Open(_database, _keys, _clock, default));
        var audit = new AuditTable(new AuditChain(_keys));
        var handler = new SubmitFormHandler(new IntakeServices
        {
            Book = () => Samples.Book,
            Rules = () => Samples.Rules,
            Routing = Samples.Routing,
            Referrals = new SqliteReferralStore(_database, _keys, audit),
            Notices = new SqliteNoticeStore(_database, _keys, audit),
            Conversations = _store,
            Codes = _codes,
            CodeMaker = new CodeMaker(_keys),
            Duty = new DutyRoster(),
            Zones = new ZoneClock(),
            Clock = _clock,
        });
        _runner = new TurnRunner(() => Samples.Book, new SavedEffects(_store, _saved), new MortalHandler(handler, () => _dies), _codes, _clock, new ZoneClock());
    }
}
