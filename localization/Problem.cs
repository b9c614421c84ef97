namespace Outreach.Localization;

/// <summary>
/// An expected failure as a value. The number is stable and is the key of the sentence a person sees
/// (<c>problem.NNNN</c> in the catalogs); <see cref="Message"/> and <see cref="Where"/> are for us and never hold personal data.
/// </summary>
/// <param name="Code">1xxx localization, 2xxx content, 3xxx referrals, 4xxx hosts; never reused.</param>
/// <param name="Message">What is wrong and what to do, in English.</param>
/// <param name="Where">File and line, or the id of the thing that is wrong; empty where there is none.</param>
public sealed record Problem(int Code, string Message, string Where = "")
{
    /// <summary>One line for a terminal: place, number, sentence.</summary>
    public override string ToString() => Where.Length == 0 ? $"{Code}: {Message}" : $"{Where}: {Code}: {Message}";
}
