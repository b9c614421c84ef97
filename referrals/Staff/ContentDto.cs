using System.Collections.Immutable;
using Outreach.Content.Editing;
using Outreach.Referrals.Editing;

namespace Outreach.Referrals.Staff;

/// <summary>Pages and contacts that can be edited; <paramref name="More"/> when there are more than are listed.</summary>
public sealed record ContentDto(ImmutableArray<ContentRow> Rows, bool More);

/// <summary>One page or contact. <paramref name="Waiting"/> when a proposal about it waits for somebody to publish it.</summary>
public sealed record ContentRow(string File, string? Contact, string Title, bool Waiting = false);

/// <summary>A page or contact as it reads now; contacts have a form. <paramref name="Seen"/> goes back with what is proposed.</summary>
public sealed record ContentItemDto(string File, string? Contact, string Title, string Text, string Seen, ContactForm? Form, ImmutableArray<ChangeDto> History);

/// <summary>Another text for a page, or the form of a contact. The id makes a repeat harmless.</summary>
public sealed record ChangeRequest(string Id, string File, string? Contact, string Seen, string Reason, string? Text = null, ContactForm? Form = null);

/// <summary>What is done with a change.</summary>
public enum ChangeDecision
{
    /// <summary>Everybody reads it.</summary>
    Publish,

    /// <summary>It is taken back before anybody reads it.</summary>
    Withdraw,

    /// <summary>The text before it is proposed.</summary>
    PutBack,
}

/// <summary>Doing it. The id makes a repeat harmless.</summary>
public sealed record ChangeAct(ChangeDecision Decision, string Id);

/// <summary>Changes: those that wait first. Item is the one just made or decided.</summary>
public sealed record ChangesDto(ImmutableArray<ChangeDto> Rows, long? Item = null);

/// <summary>
/// One change with the lines that differ. <paramref name="Stale"/>: the repository has another text by now, and people read that.
/// <paramref name="Taken"/>: the repository has it.
/// </summary>
public sealed record ChangeDto(
    long Number, string File, string? Contact, string Title, string Reason, string Author, DateTimeOffset At, ChangeState State, string? DecidedBy, DateTimeOffset? DecidedAt,
    bool Stale, bool Taken, long? PutsBack, ImmutableArray<DifferentLine> Lines, ImmutableArray<ChangeDecision> May);
