namespace Outreach.Referrals.Sync;

/// <summary>Where kiosks send what they keep.</summary>
public static class SyncRoutes
{
    /// <summary>Everything stands below.</summary>
    public const string Root = "/api/kiosk";

    /// <summary>
    /// POST frames (<see cref="SpoolFrames"/>) -> <see cref="SpoolAnswers"/>, one for each item. Over TCP with
    /// <c>Authorization: Bearer TOKEN</c>; over the Unix socket of this machine's owner without.
    /// </summary>
    public const string Spool = "/api/kiosk/spool";

    /// <summary>
    /// GET -> the signed package of what people read now; its tag is the revision, and 304 says that the kiosk has it. The same token.
    /// </summary>
    public const string Package = "/api/kiosk/package";
}

/// <summary>How much of everything: a kiosk that was offline for a week gets through, a flood does not.</summary>
public static class SyncLimits
{
    /// <summary>One sealed item. The longest interview with every answer full is far below.</summary>
    public const int MostItemBytes = 256 * 1024;

    /// <summary>One item before it was compressed.</summary>
    public const int MostPlainBytes = 1024 * 1024;

    /// <summary>An item's id.</summary>
    public const int MostIdCharacters = 64;

    /// <summary>Items in one post.</summary>
    public const int MostItemsAPost = 50;

    /// <summary>A kiosk sends so much at once, so that a broken link repeats little.</summary>
    public const int BytesAPost = 48 * 1024;

    /// <summary>A count that was not sent for so long is destroyed: nobody mends a page by it any more.</summary>
    public static readonly TimeSpan CountKept = TimeSpan.FromDays(30);

    /// <summary>An alert that was not sent within a day is destroyed: without consent nothing is kept longer (DESIGN 6.2).</summary>
    public static readonly TimeSpan AlertKept = TimeSpan.FromHours(24);
}
