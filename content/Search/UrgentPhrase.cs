using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Outreach.Content.Dialogs;

namespace Outreach.Content.Search;

/// <summary>What finding a phrase means.</summary>
internal enum UrgentRole
{
    /// <summary>Danger.</summary>
    Hit,

    /// <summary>A look-alike: cancels the hits it shares a word with.</summary>
    But,

    /// <summary>Words of the past, of another country, of a story: a hit near them is unsure.</summary>
    Past,

    /// <summary>What if: a hit right after it is unsure.</summary>
    If,
}

/// <summary>A phrase of the list: what it means and where it stands, so that a reviewer can find it.</summary>
internal sealed record UrgentPhrase(UrgentRole Role, UrgentKind Kind, bool Sure, string Language, string Text, int Line);

/// <summary>Where in a word a stem has to stand.</summary>
internal enum WordShape
{
    /// <summary>The whole word.</summary>
    Whole,

    /// <summary>kill*</summary>
    Begin,

    /// <summary>*nipiga, *nipiga*</summary>
    Inside,

    /// <summary>Any number.</summary>
    Number,

    /// <summary>The beginning of the message.</summary>
    First,

    /// <summary>The end of the message.</summary>
    Last,
}

/// <summary>One way a word of a phrase may look.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordForm(string Stem, WordShape Shape);

/// <summary>One word of a phrase: how many words may stand before it, and its forms.</summary>
internal sealed record UrgentStep(int Gap, ImmutableArray<WordForm> Forms);
