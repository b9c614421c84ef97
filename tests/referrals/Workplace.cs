using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Referrals.Editing;
using Outreach.Referrals.Staff;
using Outreach.Referrals.Tests.Editing;
using Outreach.Referrals.Storage;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests;

/// <summary>An office with everything in it: register, rules, content, conversations, desk. The clock stands still.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private readonly TemporaryFolder _folder = new();
    private readonly Passwords _passwords = new(rounds: 1000);
    private int _inputs;

    public Workplace()
    {
        Database = SqliteDatabase.Open(_folder.File("outreach.db"), ReferralMigrations.All).Value!;
        var audit = new AuditTable(new AuditChain(Keys));
        Referrals = new SqliteReferralStore(Database, Keys, audit);
        Notices = new SqliteNoticeStore(Database, Keys, audit);
        Staff = new StaffStore(Database, Keys, audit);
        Conversations = new InMemoryConversationStore(Clock);
        Codes = new AddressHash(Keys);
        Services = new IntakeServices
        {
            Book = () => Samples.Book,
            Rules = () => Samples.Rules,
            Routing = Samples.Routing,
            Referrals = Referrals,
            Notices = Notices,
            Conversations = Conversations,
            Codes = Codes,
            CodeMaker = new CodeMaker(Keys),
            Duty = Duty,
            Zones = new ZoneClock(),
            Clock = Clock,
            PromiseHours = 72,
        };
        Handler = new SubmitFormHandler(Services);
        Runner = new TurnRunner(() => Samples.Book, Conversations, Handler, Codes, Clock, new ZoneClock());
        SignIn = new SignIn(Staff, _passwords, Clock);
        Editing = new ContentEditing(new SqliteChangeStore(Database, audit), Shelves, Clock);
        Desk = new Desk(new DeskServices
        {
            Book = () => Samples.Book with { Office = Samples.Book.Office with { Live = Live } },
            Referrals = Referrals,
            Notices = Notices,
            Conversations = Conversations,
            Runner = Runner,
            Staff = Staff,
            SignIn = SignIn,
            Duty = Duty,
            Deliveries = new Deliveries(Referrals, Runner),
            Editing = Editing,
            Clock = Clock,
        });
    }

    public TestClock Clock { get; } = new(Samples.Now);

    public KeyRing Keys { get; } = KeyRing.Fresh();

    public SqliteDatabase Database { get; }

    /// <summary>What people read, as far as it can be edited.</summary>
    public SampleShelves Shelves { get; } = new();

    public ContentEditing Editing { get; }

    public IReferralStore Referrals { get; }

    public INoticeStore Notices { get; }

    public StaffStore Staff { get; }

    public InMemoryConversationStore Conversations { get; }

    public AddressHash Codes { get; }

    public DutyRoster Duty { get; } = new();

    public IntakeServices Services { get; }

    public SubmitFormHandler Handler { get; }

    public TurnRunner Runner { get; }

    public SignIn SignIn { get; }

    /// <summary>True once the office is open to the public.</summary>
    public bool Live { get; set; }

    public Desk Desk { get; }

    /// <summary>A member of staff; accounts are made once a name.</summary>
    public async Task<Caller> Is(string name, StaffRole role, params string[] regions)
    {
        var known = Staff.List().FirstOrDefault(a => a.Name == name);
        return new Caller(known ?? Samples.Must(await Staff.Add(name, role, [.. regions], await _passwords.Hash(Password, default), onlyFirst: false, Clock.Now, default)), Locale.English);
    }

    /// <summary>What a person does, in their conversation on a channel.</summary>
    public Task<ImmutableArray<Reply>> Says(string person, Input input, string channel = "web") =>
        Runner.Run(Codes.Of(channel, person), new InputId($"{person}/{++_inputs}"), input, default);

    /// <summary>A person who asks for a programme and answers; every question without an answer here is skipped. Gives the reference.</summary>
    public async Task<ReferralId> Asks(string person, string programme, string answers, string channel = "web")
    {
        var given = Samples.Answers(answers);
        await Says(person, new Input.Opened(Locale.English, "ly"), channel);
        await Says(person, new Input.Choice("en"), channel);
        await Says(person, new Input.Choice($"ask:{programme}"), channel);
        for (var steps = 0; steps < 80; steps++)
        {
            var state = await StateOf(person, channel);
            if (state.Sent is [.., var sent])
                return Samples.Must(ReferralId.TryParse(sent, out var id) ? (Result<ReferralId>)id : ReferralProblems.UnknownReference());
            await Says(person, Next(state, given), channel);
        }
        throw new InvalidOperationException("the interview did not end");
    }

    public async Task<ConversationState> StateOf(string person, string channel = "web") =>
        (await Conversations.Load(Codes.Of(channel, person), new InputId("look"), default)).Conversation.State;

    public async Task<ConversationId> ConversationOf(string person, string channel = "web") =>
        (await Conversations.Load(Codes.Of(channel, person), new InputId("look"), default)).Conversation.Id;

    /// <summary>All words of replies.</summary>
    public static string Words(IEnumerable<Reply> replies) => string.Join('\n', replies.SelectMany(r => r.Blocks).Select(b => System.Text.Json.JsonSerializer.Serialize(b)));

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _passwords.Dispose();
        Editing.Dispose();
        Keys.Dispose();
        _folder.Dispose();
    }

    private static Input Next(ConversationState state, ImmutableSortedDictionary<string, string> given)
    {
        if (state.Mode is Mode.Choosing { What: ChoosingWhat.Safety })
            return new Input.Choice("go-on");
        if (state.Mode is Mode.Confirming(var confirmed))
            return new Input.Choice(ToAdd(state, confirmed, given) is null ? "send" : "add");
        if (state.Mode is Mode.Choosing { What: ChoosingWhat.Add, Then: Mode.Confirming(var summary) })
            return new Input.Choice(ToAdd(state, summary, given)!);
        if (state.Mode is not Mode.Asking(var dialog))
            throw new InvalidOperationException($"not in a dialog but {state.Mode.GetType().Name}");
        var point = Walk(state, dialog).Current!;
        if (point.Question.Type is AnswerType.Consent)
            return new Input.Choice("yes");
        if (!given.TryGetValue(point.Path.Value, out var answer))
            return new Input.Command(GlobalWord.Skip);
        return DialogForm.Choices(point.Question.Type) is null ? new Input.Text(answer) : new Input.Choice(answer);
    }

    /// <summary>What is given and is not asked before the summary.</summary>
    private static string? ToAdd(ConversationState state, string dialog, ImmutableSortedDictionary<string, string> given) =>
        Walk(state, dialog).Extras.FirstOrDefault(p => given.ContainsKey(p.Path.Value))?.Path.Value;

    private static DialogWalk Walk(ConversationState state, string dialog) =>
        DialogWalk.Of(Samples.Book.Dialogs[dialog], state.Dialogs[dialog], new Moment(Samples.Now, TimeSpan.Zero));
}
