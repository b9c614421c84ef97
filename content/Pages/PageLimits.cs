namespace Outreach.Content.Pages;

/// <summary>How much a page may hold, so that every part of it fits a message.</summary>
public static class PageLimits
{
    /// <summary>Characters of a summary.</summary>
    public const int Summary = 160;

    /// <summary>Characters of a card as plain text, without its heading and its contacts.</summary>
    public const int Card = 900;

    /// <summary>Characters of a title or heading: it must fit a button's line.</summary>
    public const int Title = 100;

    /// <summary>Cards of one page.</summary>
    public const int Cards = 30;

    /// <summary>Characters of a whole file.</summary>
    public const int File = 60_000;
}
