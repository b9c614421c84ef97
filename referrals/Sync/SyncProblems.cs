using Outreach.Localization;

namespace Outreach.Referrals.Sync;

/// <summary>Why the server does not take an item of a spool (3200 to 3219). No message holds anything a person said.</summary>
public static class SyncProblems
{
    /// <summary>No package can be made.</summary>
    public static Problem NoPackage() => new(3210, "this server cannot sign a package now; whoever runs it finds the reason in its log");

    /// <summary>Sealed to the key of another server.</summary>
    public static Problem OtherKey() => new(3201, "sealed to the key of another server; give the kiosk this server's kiosk.pub, and send what is in its spool to the server of the old key");

    /// <summary>Not what a kiosk sealed, or changed since.</summary>
    public static Problem Broken() => new(3202, "the item was changed or cut off after it was sealed; keep the file and tell whoever runs the server");

    /// <summary>Made by a newer kiosk.</summary>
    public static Problem NewerVersion() => new(3203, "the kiosk is newer than this server; update the server, the item can be sent again");

    /// <summary>Above the limit.</summary>
    public static Problem TooLarge() => new(3204, $"an item has at most {SyncLimits.MostItemBytes} bytes");

    /// <summary>The reference on the slip cannot be one.</summary>
    public static Problem NotAReference() => new(3205, "the item carries no reference that a kiosk gives");

    /// <summary>What was sent is not framed as agreed.</summary>
    public static Problem BadFrame() => new(3206, "the rest of what was sent cannot be read; send it again");

    /// <summary>More at once than is taken.</summary>
    public static Problem TooMany() => new(3207, $"at most {SyncLimits.MostItemsAPost} items are taken at once; send the rest again");

    /// <summary>No token, or a wrong one: never which.</summary>
    public static Problem NoToken() => new(3208, "this kiosk is not known here; its token must be the one that the server has (Outreach:KioskToken)");

    /// <summary>Too often.</summary>
    public static Problem TooOften(int seconds) => new(3209, $"too much at once; wait {seconds} seconds");
}
