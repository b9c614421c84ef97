namespace Outreach.Bot;

/// <summary>Every log message of the host. Ids and counts only; never what a person wrote or who they are.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Information, "listening on {Addresses}; content {Revision}, {Dialogs} dialogs")]
    public static partial void Started(ILogger logger, string addresses, string revision, int dialogs);

    [LoggerMessage(119, LogLevel.Information, "ready: {Pages} pages, {Contacts} contacts, search in every language")]
    public static partial void Warm(ILogger logger, int pages, int contacts);

    [LoggerMessage(103, LogLevel.Warning, "Outreach:Live is true, but {Count} texts are not signed: this runs as a trial and says so; 'outreach golive check' lists them")]
    public static partial void NotLive(ILogger logger, int count);

    [LoggerMessage(106, LogLevel.Error, "changes published at the desk are not shown: with them the content cannot be read (problem {Problem} at {Where}); put them back at the desk, or correct the content")]
    public static partial void ChangesLeftOut(ILogger logger, int problem, string where);

    [LoggerMessage(107, LogLevel.Information, "a change was published: content {Revision}")]
    public static partial void Published(ILogger logger, string revision);

    [LoggerMessage(108, LogLevel.Error, "no package can be made for kiosks: problem {Problem} at {Where}: {Why}")]
    public static partial void NoPackage(ILogger logger, int problem, string where, string why);

    [LoggerMessage(109, LogLevel.Information, "a package for kiosks was signed: content {Revision}, {Kilobytes} kB")]
    public static partial void Packaged(ILogger logger, string revision, long kilobytes);

    [LoggerMessage(101, LogLevel.Error, "a request to {Route} failed: {Kind}")]
    public static partial void RequestFailed(ILogger logger, string route, string kind);

    [LoggerMessage(102, LogLevel.Warning, "leaving went on without the store: {Kind}")]
    public static partial void LeavingFailed(ILogger logger, string kind);

    [LoggerMessage(103, LogLevel.Information, "a kiosk sent: {Accepted} accepted, {Had} known already, {Refused} refused, {Later} to be sent again")]
    public static partial void SpoolTaken(ILogger logger, int accepted, int had, int refused, int later);

    [LoggerMessage(104, LogLevel.Warning, "{Count} items of a kiosk refused: problem {Problem}; they stay at the kiosk")]
    public static partial void SpoolRefused(ILogger logger, int count, int problem);

    [LoggerMessage(105, LogLevel.Error, "an item of a kiosk could not be kept: {Kind}; the kiosk sends it again")]
    public static partial void SpoolItemFailed(ILogger logger, string kind);

    [LoggerMessage(110, LogLevel.Information, "finished {Count} turns a stop had left over")]
    public static partial void Recovered(ILogger logger, int count);

    [LoggerMessage(111, LogLevel.Warning, "could not finish the effects of {Conversation}: {Kind}; trying again")]
    public static partial void RecoveryFailed(ILogger logger, string conversation, string kind);

    [LoggerMessage(120, LogLevel.Information, "erased what was due: {Conversations} conversations, {Referrals} referrals, details of {Alerts} alerts")]
    public static partial void Swept(ILogger logger, int conversations, int referrals, int alerts);

    [LoggerMessage(121, LogLevel.Warning, "could not erase what has expired: {Kind}; trying again")]
    public static partial void SweepFailed(ILogger logger, string kind);
}
