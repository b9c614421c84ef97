using System.Collections.Immutable;
using Outreach.Localization;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

/// <summary>All the desk knows.</summary>
public sealed record DeskModel
{
    /// <summary>The terminal's size.</summary>
    public required Size Size { get; init; }

    /// <summary>The language of the words around the work.</summary>
    public required Locale Language { get; init; }

    /// <summary>What is shown.</summary>
    public required DeskScreen Screen { get; init; }

    /// <summary>Begins the ids of what is sent, so that a repeat is harmless and another desk's ids differ.</summary>
    public required string Desk { get; init; }

    /// <summary>Who is signed in.</summary>
    public MeDto? Me { get; init; }

    /// <summary>Badges.</summary>
    public CountsDto? Counts { get; init; }

    /// <summary>Alerts nobody has acknowledged, newest first.</summary>
    public ImmutableArray<AlertDto> Alerts { get; init; } = [];

    /// <summary>The queue; stays while a referral is open.</summary>
    public QueueState Queue { get; init; } = new();

    /// <summary>How many are due within a day, as far as loaded; "+" when there may be more.</summary>
    public string DueToday { get; init; } = "0";

    /// <summary>The moment of the last answer; due times are counted from it.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>What was begun and not kept, by what it is about: leaving a screen loses no word.</summary>
    public ImmutableDictionary<string, Compose> Drafts { get; init; } = ImmutableDictionary<string, Compose>.Empty;

    /// <summary>Pages and contacts that were begun and not proposed, by what they are.</summary>
    public ImmutableDictionary<string, DeskScreen.Editing> Edits { get; init; } = ImmutableDictionary<string, DeskScreen.Editing>.Empty;

    /// <summary>The last request did not reach the server.</summary>
    public bool Offline { get; init; }

    /// <summary>Numbers requests and texts.</summary>
    public int Number { get; init; }

    /// <summary>The request that is waited for; answers to others come too late.</summary>
    public int Awaited { get; init; }

    /// <summary>What is waited for.</summary>
    public Waiting Waiting { get; init; }

    /// <summary>Asked the server so many times whether something is new.</summary>
    public int Polls { get; init; }

    /// <summary>One sentence above the keys.</summary>
    public Notice? Notice { get; init; }

    /// <summary>How slow the link is, when it is noticeable.</summary>
    public TimeSpan? RoundTrip { get; init; }

    /// <summary>The keys are explained.</summary>
    public bool Help { get; init; }

    /// <summary>The program is to end.</summary>
    public bool Over { get; init; }
}

/// <summary>What is waited for.</summary>
public enum Waiting
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Something to be shown.</summary>
    Loading,

    /// <summary>Something done to be kept.</summary>
    Saving,

    /// <summary>The end of the session.</summary>
    Leaving,
}

/// <summary>One sentence for the case worker; a closed family.</summary>
public abstract record Notice
{
    private Notice() { }

    /// <summary>Something was done.</summary>
    public sealed record Done(string Key) : Notice;

    /// <summary>Something was not done, and why.</summary>
    public sealed record Trouble(Problem Why) : Notice;
}

/// <summary>The views of the queue.</summary>
public enum QueueTab
{
    /// <summary>My region, open.</summary>
    Region,

    /// <summary>Mine.</summary>
    Mine,

    /// <summary>All I reach, open.</summary>
    All,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>The queue as far as it was loaded.</summary>
public sealed record QueueState
{
    /// <summary>The view.</summary>
    public QueueTab Tab { get; init; }

    /// <summary>Rows, who needs help first on top.</summary>
    public ImmutableArray<QueueRowDto> Rows { get; init; } = [];

    /// <summary>Where the next page begins; null at the end.</summary>
    public string? Next { get; init; }

    /// <summary>The marked row.</summary>
    public int Selected { get; init; }

    /// <summary>The first row that showed last.</summary>
    public int Top { get; init; }

    /// <summary>A reference that is being typed.</summary>
    public TextField? Search { get; init; }

    /// <summary>The marked row, if there is one.</summary>
    public QueueRowDto? Marked => Selected < Rows.Length ? Rows[Selected] : null;
}
