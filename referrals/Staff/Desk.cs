using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Localization;

namespace Outreach.Referrals.Staff;

/// <summary>
/// What staff do, whatever they sit at: the API and the console call this and nothing else. Every call checks the access table;
/// a referral out of reach is not there.
/// </summary>
public sealed partial class Desk(DeskServices services)
{
    private const int MostRows = 100;
    private const int MostIdCharacters = 64;
    private readonly Brake<string> _signIns = new(most: 20, window: TimeSpan.FromMinutes(1));
    private readonly ReferralViews _views = new(services);

    private DateTimeOffset Now => services.Clock.GetUtcNow();

    /// <summary>Signs in.</summary>
    /// <param name="request">Name, password, code.</param>
    /// <param name="from">Where the request came from; one address may not try all names.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Result<SignedIn>> SignIn(SignInRequest request, string from, CancellationToken cancel)
    {
        if (!_signIns.MayTry(from, Now))
            return ReferralProblems.TooManyTries(60);
        var tried = await services.SignIn.Try(request, cancel);
        return tried.Ok ? new SignedIn(tried.Value.Token, Now + StaffStore.SessionLength, MeOf(tried.Value.Account)) : tried.Problems;
    }

    /// <summary>The account of a token; null when it is not signed in. Says that somebody is at a desk.</summary>
    public StaffAccount? Who(string token)
    {
        if (token.Length is 0 or > 100 || services.Staff.FindSession(token, Now) is not { } account)
            return null;
        if (account.May(StaffAction.Alerts))
            services.Duty.Seen(account.Id, Now);
        return account;
    }

    /// <summary>Ends a session.</summary>
    public async Task SignOut(Caller caller, string token, CancellationToken cancel)
    {
        services.Duty.Left(caller.Account.Id);
        await services.Staff.EndSession(token, cancel);
    }

    /// <summary>Who I am.</summary>
    public MeDto Me(Caller caller) => MeOf(caller.Account);

    /// <summary>Remembers the language of my desk.</summary>
    public async Task<Result<MeDto>> SetLanguage(Caller caller, LanguageRequest request, CancellationToken cancel)
    {
        if (request.Language is null)
            return ReferralProblems.BadRequest("language");
        await services.Staff.SetLanguage(caller.Account.Id, request.Language, cancel);
        return MeOf(caller.Account with { Language = request.Language });
    }

    /// <summary>A page of the queue.</summary>
    public async Task<Result<QueueDto>> Queue(Caller caller, QueueRequest request, CancellationToken cancel)
    {
        if (!caller.Account.May(StaffAction.SeeQueue))
            return ReferralProblems.NotYourRole("queue");
        if (QueueViews.Of(caller.Account, request, Now) is not { } view)
            return new QueueDto([], null, await CountAll(caller, cancel));
        var page = await services.Referrals.Queue(view, QueueViews.CursorOf(request.After), Math.Clamp(request.Take, 1, MostRows), cancel);
        var names = _views.Names();
        return new QueueDto([.. page.Rows.Select(r => _views.Row(caller, r, names))], page.Next is { } next ? QueueViews.TextOf(next) : null, await CountAll(caller, cancel));
    }

    /// <summary>Badges.</summary>
    public async Task<Result<CountsDto>> Counts(Caller caller, CancellationToken cancel) =>
        caller.Account.May(StaffAction.SeeQueue) || caller.Account.May(StaffAction.Alerts) ? await CountAll(caller, cancel) : ReferralProblems.NotYourRole("counts");

    /// <summary>Opens a referral; the audit chain notes who looked.</summary>
    public async Task<Result<ReferralDto>> Open(Caller caller, string reference, CancellationToken cancel)
    {
        var found = await Reach(caller, StaffAction.OpenReferral, reference, cancel);
        if (!found.Ok)
            return found.Problems;
        await services.Referrals.Saw(found.Value.Id, caller.Account.Id, Now, cancel);
        return await _views.Of(caller, found.Value, cancel);
    }

    /// <summary>Opens one sensitive answer; before it is shown the audit chain notes who opened which.</summary>
    public async Task<Result<AnswerDto>> OpenAnswer(Caller caller, string reference, OpenAnswerRequest request, CancellationToken cancel)
    {
        var found = await Reach(caller, StaffAction.OpenReferral, reference, cancel);
        if (!found.Ok)
            return found.Problems;
        if (_views.Opened(caller, found.Value, request.Path ?? "") is not { } answer)
            return ReferralProblems.NotYourRole("open this answer");
        await services.Referrals.SawAnswer(found.Value.Id, answer.Path, caller.Account.Id, Now, cancel);
        return answer;
    }

    /// <summary>Takes it.</summary>
    public Task<Result<ReferralDto>> Claim(Caller caller, string reference, CancellationToken cancel) =>
        Do(caller, StaffAction.Claim, reference, new ReferralCommand.Claim(), cancel);

    /// <summary>Gives it back to the queue.</summary>
    public Task<Result<ReferralDto>> Release(Caller caller, string reference, CancellationToken cancel) =>
        Do(caller, StaffAction.Claim, reference, new ReferralCommand.Release(), cancel);

    /// <summary>Writes a note.</summary>
    public Task<Result<ReferralDto>> Note(Caller caller, string reference, NoteRequest request, CancellationToken cancel) =>
        Do(caller, StaffAction.Note, reference, new ReferralCommand.AddNote(request.Text ?? ""), cancel, request.Id);

    /// <summary>Changes the status.</summary>
    public Task<Result<ReferralDto>> SetStatus(Caller caller, string reference, StatusRequest request, CancellationToken cancel) =>
        Do(caller, StaffAction.SetStatus, reference, new ReferralCommand.SetStatus(request.Status, request.Reason ?? ""), cancel, request.Id);

    /// <summary>Changes the priority, with a reason.</summary>
    public Task<Result<ReferralDto>> SetPriority(Caller caller, string reference, PriorityRequest request, CancellationToken cancel) =>
        !Enum.IsDefined(request.Priority)
            ? Task.FromResult<Result<ReferralDto>>(ReferralProblems.BadRequest("priority"))
            : Do(caller, StaffAction.SetPriority, reference, new ReferralCommand.SetPriority(request.Priority, request.Reason ?? ""), cancel, request.Id);

    /// <summary>Opens the return lock; the conversation hears of it.</summary>
    public async Task<Result<ReferralDto>> OpenReturnLock(Caller caller, string reference, UnlockRequest request, CancellationToken cancel)
    {
        var opened = await Do(caller, StaffAction.OpenReturnLock, reference, new ReferralCommand.OpenReturnLock(request.Reason ?? ""), cancel, request.Id);
        if (opened.Ok && ReferralId.TryParse(reference, out var id))
            await services.Deliveries.Run(id, cancel);
        return opened;
    }

    /// <summary>Records a step of counselling before a return, on today's day at the place of the person; fear locks the conversation too.</summary>
    public async Task<Result<ReferralDto>> Counsel(Caller caller, string reference, CounselRequest request, CancellationToken cancel)
    {
        var found = await Reach(caller, StaffAction.Counsel, reference, cancel);
        if (!found.Ok)
            return found.Problems;
        var today = DateOnly.FromDateTime(_views.Local(found.Value.Draft.Place, Now).DateTime);
        var recorded = await Do(caller, StaffAction.Counsel, reference, new ReferralCommand.Counsel(request.Step, request.Said ?? "", today), cancel, request.Id);
        if (recorded.Ok)
            await services.Deliveries.Run(found.Value.Id, cancel);
        return recorded;
    }

    /// <summary>Writes down a call or message outside the conversation; refused where the person has not allowed it now.</summary>
    public async Task<Result<ReferralDto>> RecordContact(Caller caller, string reference, ContactRequest request, CancellationToken cancel)
    {
        var found = await Reach(caller, StaffAction.RecordContact, reference, cancel);
        if (!found.Ok)
            return found.Problems;
        if (found.Value.Draft.Child && !caller.Account.May(StaffAction.ContactChild))
            return ReferralProblems.NotYourRole("contact a child");
        return _views.MayContact(found.Value) is ContactDecision.Allowed(var way) && way == request.Way
            ? await Do(caller, StaffAction.RecordContact, reference, new ReferralCommand.RecordContact(request.Way, request.Reached), cancel, request.Id)
            : ReferralProblems.ContactNotAllowed();
    }

    /// <summary>Answers the person in their conversation. A repeat with the same id is one answer.</summary>
    public async Task<Result<ReplyDto>> Reply(Caller caller, string reference, ReplyRequest request, CancellationToken cancel)
    {
        if (request.Id is not { Length: > 0 and <= MostIdCharacters } || request.Language is null)
            return ReferralProblems.BadRequest("id, language");
        var found = await Reach(caller, StaffAction.Reply, reference, cancel);
        if (!found.Ok)
            return found.Problems;
        if (await _views.MayReply(found.Value, cancel) is not ContactDecision.Allowed)
            return ReferralProblems.ContactNotAllowed();
        var command = new ReferralCommand.TellPerson(request.Text ?? "", request.Language, request.Untranslated);
        var told = await services.Referrals.Act(found.Value.Id, new ReferralAct(command, caller.Account.Actor, Now, $"reply {request.Id}"), cancel);
        if (!told.Ok)
            return told.Problems;
        var delivered = await services.Deliveries.Run(told.Value.Id, cancel);
        return new ReplyDto(delivered, await _views.Of(caller, told.Value, cancel));
    }

    /// <summary>Destroys a referral (data-protection reviewer).</summary>
    public async Task<Result<bool>> Erase(Caller caller, string reference, CancellationToken cancel)
    {
        var found = await Reach(caller, StaffAction.Erase, reference, cancel);
        return found.Ok ? await services.Referrals.Erase(found.Value.Id, caller.Account.Actor, Now, cancel) : found.Problems;
    }

    private MeDto MeOf(StaffAccount account) =>
        new(account.Id.Value, account.Name, account.Role, account.Regions, AccessPolicy.Of(account.Role).Actions, account.Language, Trial: !services.Book().Office.Live);

    private async Task<Result<ReferralDto>> Do(Caller caller, StaffAction action, string reference, ReferralCommand command, CancellationToken cancel, string? id = null)
    {
        if (id is { Length: 0 or > MostIdCharacters })
            return ReferralProblems.BadRequest("id");
        var found = await Reach(caller, action, reference, cancel);
        if (!found.Ok)
            return found.Problems;
        var done = await services.Referrals.Act(found.Value.Id, new ReferralAct(command, caller.Account.Actor, Now, id is null ? null : $"{action} {id}"), cancel);
        return done.Ok ? await _views.Of(caller, done.Value, cancel) : done.Problems;
    }

    /// <summary>The referral, if the role may do this and reaches it.</summary>
    private async Task<Result<Referral>> Reach(Caller caller, StaffAction action, string reference, CancellationToken cancel)
    {
        var account = caller.Account;
        if (!account.May(action))
            return ReferralProblems.NotYourRole(action.ToString());
        return ReferralId.TryParse(reference, out var id) && await services.Referrals.Load(id, cancel) is { } found
            && AccessPolicy.Reaches(account.Role, account.Regions, found.Draft.Queue, found.Draft.Region)
            ? found
            : ReferralProblems.UnknownReference();
    }

    private async Task<CountsDto> CountAll(Caller caller, CancellationToken cancel)
    {
        var account = caller.Account;
        var mine = services.Referrals.Counts().Where(c => AccessPolicy.Reaches(account.Role, account.Regions, c.Queue, c.Region)).ToImmutableArray();
        int Of(Priority priority) => mine.Where(c => c.Priority == priority).Sum(c => c.Open);
        var alerts = account.May(StaffAction.Alerts) ? (await services.Notices.Alerts(Now, cancel)).Count(a => a.AcknowledgedBy is null) : 0;
        return new CountsDto(Of(Priority.Critical), Of(Priority.High), Of(Priority.Medium), Of(Priority.Low), mine.Sum(c => c.Unassigned), alerts);
    }
}
