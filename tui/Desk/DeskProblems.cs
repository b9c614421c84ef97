using Outreach.Localization;

namespace Outreach.Tui.Desk;

/// <summary>What can go wrong between the desk and the bot (4201 to 4219).</summary>
public static class DeskProblems
{
    /// <summary>The number of <see cref="SessionOver"/>: the desk asks to sign in again and keeps what was typed.</summary>
    public const int SessionOverCode = 4203;

    /// <summary>Whether the server was not reached at all; what was asked may be asked again.</summary>
    public static bool IsLink(Problem why) => why.Code is 4201 or 4202 or 4205;

    /// <summary>Nobody answers at the socket.</summary>
    public static Problem NoBot() => new(4201, "no bot is running here; start the bot: dotnet run --project bot");

    /// <summary>Nobody answers at the server.</summary>
    public static Problem ServerUnreachable() => new(4202, "the server cannot be reached; check the connection and try again");

    /// <summary>The token is dead.</summary>
    public static Problem SessionOver() => new(SessionOverCode, "the session is over; sign in again, what was typed is kept");

    /// <summary>Not the staff API.</summary>
    public static Problem StrangeAnswer() => new(4204, "the server answered something this program does not understand; are both of the same version?");

    /// <summary>No answer within a minute.</summary>
    public static Problem TooSlow() => new(4205, "the server did not answer in time; nothing is lost, try again");

    /// <summary>Passwords never go in clear.</summary>
    public static Problem NotAServer() => new(4206, "--server takes an address such as https://help.example.org; plain http only on this machine");

    /// <summary>A reference that cannot be one.</summary>
    public static Problem NotAReference() => new(4207, "that is no reference: letters or digits are missing or wrong");

    /// <summary>Nobody may write to the person now.</summary>
    public static Problem CannotReplyNow() => new(4208, "the person has not allowed a message now; it can go when they write again or in their hours");

    /// <summary>Nothing was typed.</summary>
    public static Problem NothingTyped() => new(4209, "nothing is written yet");
}
