namespace Outreach.Referrals.Staff;

/// <summary>
/// Where the staff API is: JSON over HTTP, <c>Authorization: Bearer TOKEN</c> everywhere but at signing in. Errors are
/// <see cref="ProblemDto"/> with 400 (refused), 401 (sign in), 403 (not your role), 404 (not there, or not yours), 409 (already
/// so), 429 (too many tries). <c>Accept-Language</c> chooses the language of questions, answers and reasons.
/// </summary>
public static class StaffRoutes
{
    /// <summary>Everything stands below.</summary>
    public const string Root = "/staff";

    /// <summary>POST <see cref="SignInRequest"/> -> <see cref="SignedIn"/>.</summary>
    public const string SignIn = "/staff/sign-in";

    /// <summary>POST -> 204. The token is dead.</summary>
    public const string SignOut = "/staff/sign-out";

    /// <summary>GET -> <see cref="MeDto"/>. Ask at least once a minute while the desk is open: it says that somebody is on duty.</summary>
    public const string Me = "/staff/me";

    /// <summary>POST <see cref="LanguageRequest"/> -> <see cref="MeDto"/>.</summary>
    public const string Language = "/staff/me/language";

    /// <summary>
    /// GET -> <see cref="QueueDto"/>. Query: view = open | mine | unassigned | due | closed; region, programme, status;
    /// after = cursor; take (at most 100).
    /// </summary>
    public const string Queue = "/staff/queue";

    /// <summary>POST -> 204. Data-protection reviewers only: key, body and history are destroyed.</summary>
    public const string Erase = "/staff/referrals/{reference}/erase";

    /// <summary>GET -> <see cref="CountsDto"/>.</summary>
    public const string Counts = "/staff/counts";

    /// <summary>GET -> <see cref="ReferralDto"/>; the audit chain notes who looked.</summary>
    public const string Referral = "/staff/referrals/{reference}";

    /// <summary>POST <see cref="OpenAnswerRequest"/> -> <see cref="AnswerDto"/>: one sensitive answer; the audit chain notes who opened which.</summary>
    public const string OpenAnswer = "/staff/referrals/{reference}/answer";

    /// <summary>POST -> <see cref="ReferralDto"/>.</summary>
    public const string Claim = "/staff/referrals/{reference}/claim";

    /// <summary>POST -> <see cref="ReferralDto"/>.</summary>
    public const string Release = "/staff/referrals/{reference}/release";

    /// <summary>POST <see cref="NoteRequest"/> -> <see cref="ReferralDto"/>.</summary>
    public const string Note = "/staff/referrals/{reference}/note";

    /// <summary>POST <see cref="StatusRequest"/> -> <see cref="ReferralDto"/>.</summary>
    public const string Status = "/staff/referrals/{reference}/status";

    /// <summary>POST <see cref="PriorityRequest"/> -> <see cref="ReferralDto"/>.</summary>
    public const string Priority = "/staff/referrals/{reference}/priority";

    /// <summary>POST <see cref="UnlockRequest"/> -> <see cref="ReferralDto"/>; protection reviewers only.</summary>
    public const string Unlock = "/staff/referrals/{reference}/unlock";

    /// <summary>POST <see cref="CounselRequest"/> -> <see cref="ReferralDto"/>: one step of counselling before a return.</summary>
    public const string Counsel = "/staff/referrals/{reference}/counsel";

    /// <summary>POST <see cref="ContactRequest"/> -> <see cref="ReferralDto"/>; refused outside what the person allowed.</summary>
    public const string Contact = "/staff/referrals/{reference}/contact";

    /// <summary>POST <see cref="ReplyRequest"/> -> <see cref="ReplyDto"/>.</summary>
    public const string Reply = "/staff/referrals/{reference}/reply";

    /// <summary>POST <see cref="InterviewStart"/> -> <see cref="InterviewDto"/>.</summary>
    public const string Interview = "/staff/interview";

    /// <summary>POST <see cref="InterviewStep"/> -> <see cref="InterviewDto"/>.</summary>
    public const string InterviewStep = "/staff/interview/{interview}";

    /// <summary>GET -> <see cref="AlertsDto"/>.</summary>
    public const string Alerts = "/staff/alerts";

    /// <summary>POST -> <see cref="AlertsDto"/>.</summary>
    public const string Acknowledge = "/staff/alerts/{number}/acknowledge";

    /// <summary>POST <see cref="ReplyRequest"/> -> <see cref="AlertsDto"/>: answers in the conversation the alert came from.</summary>
    public const string AnswerAlert = "/staff/alerts/{number}/reply";

    /// <summary>GET -> <see cref="ChecksDto"/>: what the checks say of the content that is shown now; spelling is left to the console.</summary>
    public const string Checks = "/staff/checks";

    /// <summary>GET -> <see cref="UnansweredDto"/>.</summary>
    public const string Unanswered = "/staff/unanswered";

    /// <summary>GET ?find= -> <see cref="ContentDto"/>: pages and contacts that can be edited.</summary>
    public const string Content = "/staff/content";

    /// <summary>GET ?file=&amp;contact= -> <see cref="ContentItemDto"/>; POST <see cref="ChangeRequest"/> -> <see cref="ChangesDto"/>: proposes another text.</summary>
    public const string ContentItem = "/staff/content/item";

    /// <summary>GET -> <see cref="ChangesDto"/>: what waits, what fits no longer, what was decided last.</summary>
    public const string Changes = "/staff/changes";

    /// <summary>POST <see cref="ChangeAct"/> -> <see cref="ChangesDto"/>: publishes, withdraws, proposes to put back.</summary>
    public const string Change = "/staff/changes/{number}";
}
