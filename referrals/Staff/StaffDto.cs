using System.Collections.Immutable;
using Outreach.Content.Checks;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Referrals.Staff;

/// <summary>Signing in.</summary>
public sealed record SignInRequest(string Name, string Password, string? Code = null)
{
    /// <summary>Never the password.</summary>
    public override string ToString() => "SignInRequest ***";
}

/// <summary>Signed in: the token goes into <c>Authorization: Bearer</c>.</summary>
public sealed record SignedIn(string Token, DateTimeOffset Until, MeDto Me)
{
    /// <summary>Never the token.</summary>
    public override string ToString() => "SignedIn ***";
}

/// <summary>Who I am, what I may do, the language I chose for my desk, null until I did, and whether all this is a trial.</summary>
public sealed record MeDto(int Id, string Name, StaffRole Role, ImmutableArray<string> Regions, ImmutableArray<StaffAction> May, Locale? Language = null, bool Trial = false);

/// <summary>The language my desk speaks from now on, at every machine I sign in at.</summary>
public sealed record LanguageRequest(Locale Language);

/// <summary>A page of the queue. <paramref name="Next"/> is given back as <c>after</c>; null at the end.</summary>
public sealed record QueueDto(ImmutableArray<QueueRowDto> Rows, string? Next, CountsDto Counts);

/// <summary>One row of the queue; <paramref name="Closed"/> is when it was closed or taken back, on the clock of the office. <paramref name="Why"/> are the rules that fired in two or three words each, the deciding one first, in the language of the request.</summary>
public sealed record QueueRowDto(
    string Reference, Priority Priority, DateTimeOffset Due, DateTimeOffset Received, string Programme, string Region, ReferralStatus Status,
    int? Assignee, string? AssigneeName, Locale Language, string Channel, string? Called, ImmutableArray<string> Why, bool Locked, bool Child, bool Waiting, DateTimeOffset? Closed = null);

/// <summary>Badges: open by priority, unassigned, due within a day, alerts not acknowledged.</summary>
public sealed record CountsDto(int Critical, int High, int Medium, int Low, int Unassigned, int Alerts);

/// <summary>A referral as far as my role may see it: what it may not is null or empty.</summary>
public sealed record ReferralDto
{
    /// <summary>R-7K4M-2QXD.</summary>
    public required string Reference { get; init; }

    /// <summary>Raised by every change.</summary>
    public required int Version { get; init; }

    /// <summary>The programme asked for.</summary>
    public required string Programme { get; init; }

    /// <summary>The responsible office.</summary>
    public required string Region { get; init; }

    /// <summary>Its place in the queue.</summary>
    public required Priority Priority { get; init; }

    /// <summary>How far it is.</summary>
    public required ReferralStatus Status { get; init; }

    /// <summary>Statuses that may follow.</summary>
    public required ImmutableArray<ReferralStatus> Moves { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>By when a first contact is due.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>Now on the clock of the place: every time of this referral is read with this offset.</summary>
    public required DateTimeOffset LocalTime { get; init; }

    /// <summary>Who took it.</summary>
    public int? Assignee { get; init; }

    /// <summary>Their name.</summary>
    public string? AssigneeName { get; init; }

    /// <summary>The language of the person.</summary>
    public required Locale Language { get; init; }

    /// <summary>The channel it came by.</summary>
    public required string Channel { get; init; }

    /// <summary>Where the person is, as a place id.</summary>
    public string? Place { get; init; }

    /// <summary>The name of the place in the language of the request.</summary>
    public string? Country { get; init; }

    /// <summary>The language for our call, where it is none of ours: its tag.</summary>
    public string? CallLanguage { get; init; }

    /// <summary>Return is locked.</summary>
    public bool Locked { get; init; }

    /// <summary>Under 18, or may be.</summary>
    public bool Child { get; init; }

    /// <summary>The person in short.</summary>
    public PersonDto? Person { get; init; }

    /// <summary>Whether and how they may be contacted now.</summary>
    public ContactDto? Contact { get; init; }

    /// <summary>Rules that fired, the deciding one first.</summary>
    public ImmutableArray<RuleDto> Rules { get; init; } = [];

    /// <summary>Answers in the order of the dialog.</summary>
    public ImmutableArray<AnswerDto> Answers { get; init; } = [];

    /// <summary>Every step of counselling before a return, in order; empty where nothing leads back, or my role may not see it.</summary>
    public ImmutableArray<CounsellingDto> Counselling { get; init; } = [];

    /// <summary>What was agreed to.</summary>
    public ConsentDto? Consent { get; init; }

    /// <summary>What happened, in order.</summary>
    public ImmutableArray<EntryDto> Timeline { get; init; } = [];

    /// <summary>What I may do with it.</summary>
    public ImmutableArray<StaffAction> May { get; init; } = [];
}

/// <summary>The person in short.</summary>
public sealed record PersonDto(string? Called, string? Area, string? Helper);

/// <summary>Contact now: the decision, the number where it may be seen, parts of the day on the clock of the place.</summary>
public sealed record ContactDto(ContactDecision Now, ContactWay Way, string? Number, ImmutableArray<DayPart> Hours, OthersAnswer Others, string? InOwnWords, bool CanReply);

/// <summary>A rule that fired. <paramref name="Reason"/> is in the language of the request.</summary>
public sealed record RuleDto(string Id, int Version, Priority Priority, string Code, string Reason);

/// <summary>
/// An answer in the language of the request. A sensitive one comes without its <paramref name="Answer"/>: where it
/// <paramref name="CanOpen"/>, it is opened alone and the audit chain notes it; otherwise my role may not see it. One that is
/// <paramref name="Doubted"/> is hardly true, was asked about once more, and stands as the person said it.
/// </summary>
public sealed record AnswerDto(string Path, string Question, string? Answer, bool Sensitive, bool CanOpen = false, bool Doubted = false);

/// <summary>Opening one sensitive answer by its path.</summary>
public sealed record OpenAnswerRequest(string Path);

/// <summary>What was agreed to. <paramref name="Text"/> begins the hash of the text; <paramref name="Spoken"/> is how it was read aloud, null where it was read by the person; <paramref name="Helper"/> who helped the person to write.</summary>
public sealed record ConsentDto(ImmutableArray<string> Purposes, ImmutableArray<string> Agencies, Locale Language, DateTimeOffset At, bool Oral, string Text = "", Spoken? Spoken = null, HelperRole? Helper = null);

/// <summary>
/// One line of the history. Kind is the event's short name: received, prioritised, claimed, released, contacted, noted, from-person,
/// to-person, status, lock-opened, locked, counselled, withdrawn, other-slip. Who is "person", "machine" or a name. Way and Reached tell of a contact,
/// Step and Said of counselling.
/// </summary>
public sealed record EntryDto(
    int Number, DateTimeOffset At, string Who, string Kind, string? Text, Locale? Language, Priority? Priority, ReferralStatus? Status, bool Untranslated,
    ContactWay? Way = null, bool? Reached = null, CounsellingStep? Step = null, string? Said = null);

/// <summary>A note. The id makes a repeat harmless, here and below.</summary>
public sealed record NoteRequest(string Text, string? Id = null);

/// <summary>Another status; the reason may be empty.</summary>
public sealed record StatusRequest(ReferralStatus Status, string Reason = "", string? Id = null);

/// <summary>Another priority, with the reason.</summary>
public sealed record PriorityRequest(Priority Priority, string Reason, string? Id = null);

/// <summary>Opening the return lock, with the reason.</summary>
public sealed record UnlockRequest(string Reason, string? Id = null);

/// <summary>A step of counselling before a return: what was recorded, on which day and by whom; <paramref name="Done"/> when nothing of it stands between the person and leaving.</summary>
public sealed record CounsellingDto(CounsellingStep Step, bool Done, string? Said = null, DateOnly? Day = null, string? By = null);

/// <summary>Recording a step of counselling with one of the answers of <see cref="CounsellingRules"/>.</summary>
public sealed record CounselRequest(CounsellingStep Step, string Said, string? Id = null);

/// <summary>A contact outside the conversation that was tried. The id makes a repeat harmless.</summary>
public sealed record ContactRequest(ContactWay Way, bool Reached, string? Id = null);

/// <summary>An answer to the person. In another language than theirs it needs <paramref name="Untranslated"/>. The id makes a repeat harmless.</summary>
public sealed record ReplyRequest(string Id, string Text, Locale Language, bool Untranslated = false);

/// <summary>Where an answer went: into the conversation, or kept until it can be delivered.</summary>
public sealed record ReplyDto(bool Delivered, ReferralDto Referral);

/// <summary>Beginning an interview for a person who is present or on the phone, with or without an interpreter. Language is the person's; programme null for the menu.</summary>
public sealed record InterviewStart(Locale Language, string? Place, string? Programme, Spoken? Spoken);

/// <summary>One step: exactly one of text, choice (with the question it was shown at) or word. The id makes a repeat harmless.</summary>
public sealed record InterviewStep(string Id, string? Text = null, string? Choice = null, string? At = null, GlobalWord? Word = null);

/// <summary>What the bot says, to be read aloud. The interview goes on under this name. After sending there is something to hand over.</summary>
public sealed record InterviewDto(string Interview, ImmutableArray<Reply> Replies, HandOver? HandOver = null);

/// <summary>What the person takes along: the reference tells how far it is, the code goes on with the conversation elsewhere. Shown this once.</summary>
public sealed record HandOver(string Reference, string Code)
{
    /// <summary>Never the code.</summary>
    public override string ToString() => $"HandOver {Reference} ***";
}

/// <summary>Somebody is in urgent danger. These facts only, never words; whereabouts only if the person volunteered them. <paramref name="At"/> is on the clock of the place.</summary>
public sealed record AlertDto(long Number, UrgentKind Kind, string? Place, Locale Language, string? Whereabouts, DateTimeOffset At, bool Acknowledged, string? AcknowledgedBy, bool CanReply);

/// <summary>Alerts, newest first.</summary>
public sealed record AlertsDto(ImmutableArray<AlertDto> Alerts);

/// <summary>Questions nobody could answer, most asked first; and whether pages helped, the least helpful first.</summary>
public sealed record UnansweredDto(ImmutableArray<UnansweredRow> Rows, ImmutableArray<HelpedRow> Helped);

/// <summary>Words asked by at least three different people; place null where they are of several.</summary>
public sealed record UnansweredRow(Locale Language, string Words, int Times, string? Place = null);

/// <summary>How a page helped, by at least three answers; place null where they are of several.</summary>
public sealed record HelpedRow(string Page, Locale Language, int Yes, int No, string? Place = null);

/// <summary>What the checks of the content say: how many remarks of each kind, and the remarks with file and line, errors first.</summary>
public sealed record ChecksDto(ImmutableArray<CheckCount> Counts, ImmutableArray<CheckRow> Rows);

/// <summary>Remarks of one kind.</summary>
public sealed record CheckCount(CheckKind Kind, int Errors, int Reports);

/// <summary>One remark. The sentence is English, as the content it is about is.</summary>
public sealed record CheckRow(CheckKind Kind, bool Error, int Code, string Where, string Message);

/// <summary>Why something was not done; the number is the key of the sentence. Where names the steps of counselling that are missing.</summary>
public sealed record ProblemDto(int Code, string Message, string? Where = null);
