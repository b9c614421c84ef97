using System.Collections.Immutable;

namespace Outreach.Content.Checks;

/// <summary>How much a channel shows at once; what is longer is cut there or refused by it.</summary>
/// <param name="Name">As people know it.</param>
/// <param name="Text">Characters of one message that has buttons.</param>
/// <param name="Button">Characters of a button; null where choices are numbers in the text.</param>
/// <param name="Row">Characters of a row of a list, which takes the place of buttons where there are more than <paramref name="Buttons"/>.</param>
/// <param name="Buttons">How many buttons a message can have.</param>
/// <param name="Rows">How many rows a list can have.</param>
public sealed record ChannelLimits(string Name, int Text, int? Button = null, int? Row = null, int Buttons = int.MaxValue, int Rows = int.MaxValue)
{
    /// <summary>The most parts a text should have as SMS: the person may pay for the answer, and phones show no more as one.</summary>
    public const int SmsParts = 10;

    /// <summary>Bot API: 4096 characters; a button shows about 64 before it is cut; 100 buttons.</summary>
    public static ChannelLimits Telegram { get; } = new("Telegram", 4096, Button: 64, Buttons: 100);

    /// <summary>Cloud API, interactive messages: 1024 characters, 3 buttons of 20 characters, or a list of 10 rows of 24.</summary>
    public static ChannelLimits WhatsApp { get; } = new("WhatsApp", 1024, Button: 20, Row: 24, Buttons: 3, Rows: 10);

    /// <summary>Direct Line 3.0: an activity has at most 256 KB; a letter takes at most four bytes, and as much again for its JSON.</summary>
    public static ChannelLimits DirectLine { get; } = new("Direct Line", 32_768);

    /// <summary>Every channel with limits of its own; SMS is counted in parts (<see cref="SmsSegments"/>).</summary>
    public static ImmutableArray<ChannelLimits> All { get; } = [Telegram, WhatsApp, DirectLine];

    /// <summary>The room a choice has among so many choices; null where it is not on a button.</summary>
    public int? RoomFor(int choices) => choices > Buttons && Row is { } row ? row : Button;
}
