using System.Collections.Immutable;
using Outreach.Content.Editing;
using Outreach.Localization;

namespace Outreach.Referrals.Editing;

/// <summary>What can be wrong with a change of content (3220 to 3229).</summary>
public static class EditingProblems
{
    /// <summary>The number of <see cref="Refused"/>, whose place and reason go to the editor.</summary>
    public const int RefusedCode = 3223;

    private const int MostReasons = 3;

    /// <summary>No such page or contact, or one that is not edited here.</summary>
    public static Problem NotHere() => new(3220, "this cannot be edited from the desk: pages and contacts can; dialogs, urgent words and catalogs are signed or translated first");

    /// <summary>Somebody else was faster.</summary>
    public static Problem Changed(TextPart part) => new(3221, "the text has changed since; open it again, and propose the change on what stands there now", part.ToString());

    /// <summary>The same text.</summary>
    public static Problem NothingChanged() => new(3222, "nothing is changed yet");

    /// <summary>The readers refuse it. Where says file, line and what to do, the first problems only.</summary>
    public static Problem Refused(ImmutableArray<Problem> why) => new(
        RefusedCode, "what people read would be broken", string.Join('\n', why.Take(MostReasons).Select(p => p.Where.Length == 0 ? p.Message : $"{p.Where}: {p.Message}")));

    /// <summary>Two persons.</summary>
    public static Problem NeedsAnother() => new(3224, "another person publishes what you proposed: an editor or a coordinator");

    /// <summary>Too late.</summary>
    public static Problem Decided() => new(3225, "somebody has published or withdrawn this already");

    /// <summary>Only what is published can be put back.</summary>
    public static Problem NotPublished() => new(3226, "only a published change can be put back");

    /// <summary>No such change.</summary>
    public static Problem UnknownChange() => new(3227, "there is no such change");

    /// <summary>A page beyond reason.</summary>
    public static Problem TooLong() => new(3228, $"a page has at most {ContentEditing.MostCharacters} characters, a reason at most {ContentEditing.MostReason}");

    /// <summary>A day that is none.</summary>
    public static Problem NotADay() => new(3229, "write the last day it is closed as year-month-day, 2027-01-03, or leave it empty");
}
