using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Outreach.Content.Urgent;

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
