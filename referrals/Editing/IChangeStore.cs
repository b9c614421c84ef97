using System.Collections.Immutable;
using Outreach.Content.Editing;

namespace Outreach.Referrals.Editing;

/// <summary>Keeps changes of content and their history. Nothing is ever deleted: what people read on a day can be told years later.</summary>
public interface IChangeStore
{
    /// <summary>Keeps a proposal; a repeat with the same id by the same author keeps one, and gives that one.</summary>
    ValueTask<ContentChange> Propose(Proposal proposal, StaffId author, string once, DateTimeOffset at, CancellationToken cancel);

    /// <summary>One change; null when there is none.</summary>
    ValueTask<ContentChange?> Find(long number, CancellationToken cancel);

    /// <summary>Publishes or withdraws a proposal. False when somebody has decided already, or there is none.</summary>
    ValueTask<bool> Decide(long number, ChangeState decision, StaffId by, DateTimeOffset at, CancellationToken cancel);

    /// <summary>All published ones in the order of their publication: as they are laid over the files.</summary>
    ValueTask<ImmutableArray<ContentChange>> Published(CancellationToken cancel);

    /// <summary>The newest of a part, or of everything; those that wait first, then the last decided ones.</summary>
    ValueTask<ImmutableArray<ContentChange>> Newest(TextPart? part, int most, CancellationToken cancel);
}
