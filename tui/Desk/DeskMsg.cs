using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Desk;

/// <summary>What a key asks for.</summary>
public enum DeskCommand
{
    Back,
    Quit,
    Help,
    Next,
    Previous,
    SignIn,
    Open,
    Claim,
    Release,
    Search,
    View,
    Reload,
    Alerts,
    New,
    Note,
    Status,
    Priority,
    Reply,
    Unlock,
    Counsel,
    Contact,
    Ready,
    Acknowledge,
    Keep,
    Language,
    Write,
    DeskLanguage,
    Checks,
    Content,
    Changes,
    History,
    Publish,
    Withdraw,
    PutBack,
    Unanswered,
}

/// <summary>What can happen at the desk; a closed family.</summary>
public abstract record DeskMsg
{
    private DeskMsg() { }

    /// <summary>A key that writes or moves.</summary>
    public sealed record Event(InputEvent Input) : DeskMsg;

    /// <summary>A key with a meaning.</summary>
    public sealed record Do(DeskCommand Command) : DeskMsg;

    /// <summary>The answer to signing in.</summary>
    public sealed record SignedIn(int Number, Result<Referrals.Staff.SignedIn> Answer, DateTimeOffset Now) : DeskMsg
    {
        /// <summary>Never the token.</summary>
        public override string ToString() => "SignedIn ***";
    }

    /// <summary>A page of the queue.</summary>
    public sealed record QueueLoaded(int Number, QueueAsk Ask, Result<QueueDto> Answer, DateTimeOffset Now) : DeskMsg;

    /// <summary>Time to ask whether something is new.</summary>
    public sealed record Poll : DeskMsg;

    /// <summary>What is new.</summary>
    public sealed record Polled(Result<CountsDto> Answer, DateTimeOffset Now) : DeskMsg;

    /// <summary>Alerts; the number is that of the request where one is waited for, <paramref name="Answered"/> the alert whose person was just written to.</summary>
    public sealed record AlertsLoaded(int Number, Result<AlertsDto> Answer, long? Answered = null) : DeskMsg;

    /// <summary>What the checks of the content say.</summary>
    public sealed record ChecksLoaded(int Number, Result<ChecksDto> Answer) : DeskMsg;

    /// <summary>A referral.</summary>
    public sealed record Opened(int Number, Result<ReferralDto> Answer, DateTimeOffset Now) : DeskMsg;

    /// <summary>A sensitive answer of a referral.</summary>
    public sealed record AnswerOpened(int Number, string Reference, Result<AnswerDto> Answer) : DeskMsg
    {
        /// <summary>Never the answer.</summary>
        public override string ToString() => "AnswerOpened ***";
    }

    /// <summary>A referral after something was done to it.</summary>
    public sealed record Acted(int Number, Result<ReferralDto> Answer, DeskAct Act, DateTimeOffset Now) : DeskMsg;

    /// <summary>A referral after an answer to the person; not delivered where their conversation is gone.</summary>
    public sealed record Replied(int Number, Result<ReplyDto> Answer, DateTimeOffset Now) : DeskMsg;

    /// <summary>What the interview says.</summary>
    public sealed record Heard(int Number, Result<InterviewDto> Answer) : DeskMsg;

    /// <summary>Pages and contacts that were found.</summary>
    public sealed record ContentLoaded(int Number, string Words, Result<ContentDto> Answer) : DeskMsg;

    /// <summary>A page or contact to be edited.</summary>
    public sealed record ContentOpened(int Number, Result<ContentItemDto> Answer) : DeskMsg;

    /// <summary>Changes, perhaps after one was proposed or decided; then Done is the sentence about it.</summary>
    public sealed record ChangesLoaded(int Number, Result<ChangesDto> Answer, string? Done, DateTimeOffset Now) : DeskMsg;

    /// <summary>Questions nobody could answer.</summary>
    public sealed record UnansweredLoaded(int Number, Result<UnansweredDto> Answer) : DeskMsg;

    /// <summary>Nobody has touched a key for long: sign out, keep the work.</summary>
    public sealed record Lock : DeskMsg;

    /// <summary>The session is over.</summary>
    public sealed record SignedOut : DeskMsg;
}

/// <summary>What is done to a referral; a closed family.</summary>
public abstract record DeskAct
{
    private DeskAct() { }

    /// <summary>Take it.</summary>
    public sealed record Claim : DeskAct;

    /// <summary>Give it back.</summary>
    public sealed record Release : DeskAct;

    /// <summary>A note.</summary>
    public sealed record Note(NoteRequest Request) : DeskAct;

    /// <summary>Another status.</summary>
    public sealed record Status(StatusRequest Request) : DeskAct;

    /// <summary>Another priority.</summary>
    public sealed record Priority(PriorityRequest Request) : DeskAct;

    /// <summary>Open the return lock.</summary>
    public sealed record Unlock(UnlockRequest Request) : DeskAct;

    /// <summary>Record a step of counselling.</summary>
    public sealed record Counsel(CounselRequest Request) : DeskAct;

    /// <summary>Write down a call or message.</summary>
    public sealed record Contact(ContactRequest Request) : DeskAct;
}

/// <summary>What the desk wants done outside the loop; a closed family.</summary>
public abstract record DeskEffect
{
    private DeskEffect() { }

    /// <summary>Sign in.</summary>
    public sealed record SignIn(int Number, SignInRequest Request) : DeskEffect;

    /// <summary>Load a page of the queue.</summary>
    public sealed record LoadQueue(int Number, QueueAsk Ask) : DeskEffect;

    /// <summary>Ask for the badges.</summary>
    public sealed record Poll : DeskEffect;

    /// <summary>Load alerts.</summary>
    public sealed record LoadAlerts : DeskEffect;

    /// <summary>Load what the checks of the content say.</summary>
    public sealed record LoadChecks(int Number) : DeskEffect;

    /// <summary>Open a referral.</summary>
    public sealed record Open(int Number, string Reference) : DeskEffect;

    /// <summary>Open one of its sensitive answers.</summary>
    public sealed record OpenAnswer(int Number, string Reference, string Path) : DeskEffect;

    /// <summary>Do something to it.</summary>
    public sealed record Act(int Number, string Reference, DeskAct What) : DeskEffect;

    /// <summary>Answer the person.</summary>
    public sealed record Reply(int Number, string Reference, ReplyRequest Request) : DeskEffect;

    /// <summary>Begin an interview.</summary>
    public sealed record Begin(int Number, InterviewStart Start) : DeskEffect;

    /// <summary>Go on with it.</summary>
    public sealed record Step(int Number, string Interview, InterviewStep What) : DeskEffect;

    /// <summary>Acknowledge an alert.</summary>
    public sealed record Acknowledge(int Number, long Alert) : DeskEffect;

    /// <summary>Answer in the conversation of an alert.</summary>
    public sealed record AnswerAlert(int Number, long Alert, ReplyRequest Request) : DeskEffect;

    /// <summary>Find pages and contacts.</summary>
    public sealed record LoadContent(int Number, string Words) : DeskEffect;

    /// <summary>Open one.</summary>
    public sealed record OpenContent(int Number, string File, string? Contact) : DeskEffect;

    /// <summary>Propose another text.</summary>
    public sealed record Propose(int Number, ChangeRequest Request) : DeskEffect;

    /// <summary>Load changes.</summary>
    public sealed record LoadChanges(int Number) : DeskEffect;

    /// <summary>Publish one, withdraw it, propose to put it back.</summary>
    public sealed record Decide(int Number, long Change, ChangeAct What) : DeskEffect;

    /// <summary>Load the questions nobody could answer.</summary>
    public sealed record LoadUnanswered(int Number) : DeskEffect;

    /// <summary>Ask the server in another language from now on, and keep it with the account where it is not.</summary>
    public sealed record Speak(Locale Language) : DeskEffect;

    /// <summary>Sign out.</summary>
    public sealed record SignOut : DeskEffect;
}
