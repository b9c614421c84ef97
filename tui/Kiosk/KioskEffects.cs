using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Referrals.Sync;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Kiosk;

/// <summary>Runs the visitor's inputs through the same runner as every channel, with conversations in memory, and sends beside them.</summary>
public sealed class KioskEffects(TurnRunner runner, IConversationStore store, KioskOutbox? outbox = null, KioskShelf? shelf = null) : IEffectRunner<KioskEffect, KioskMsg>
{
    private readonly string _start = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<ConversationId, int> _visitors = new();

    private SpoolState State => outbox?.State ?? SpoolState.Empty;

    /// <inheritdoc/>
    public async Task Run(KioskEffect effect, Action<KioskMsg> post, CancellationToken stopping)
    {
        switch (effect)
        {
            case KioskEffect.Say say:
                _visitors[(await Of(say.Visitor, stopping)).Id] = say.Visitor;         // before the turn: what it keeps may arrive before it ends
                ImmutableArray<Reply> replies = [];
                foreach (var (at, input) in say.Inputs.Index())
                    replies = await runner.Run(KeyOf(say.Visitor), new InputId($"{say.Visitor}-{say.Number + at}"), input, stopping);
                post(new KioskMsg.Heard(say.Visitor, replies, State));
                break;
            case KioskEffect.Forget(var visitor):
                var gone = (await Of(visitor, stopping)).Id;
                await store.Erase(gone, stopping);
                outbox?.Forget(gone);
                foreach (var (id, _) in _visitors.Where(v => v.Value == visitor))
                    _visitors.TryRemove(id, out _);
                break;
            case KioskEffect.Open(var book):
                shelf?.Open(book);
                break;
            case KioskEffect.Follow:
                await Task.WhenAll(Send(post, stopping), shelf?.Watch(post, stopping) ?? Task.CompletedTask);
                break;
        }
    }

    private async Task Send(Action<KioskMsg> post, CancellationToken stopping)
    {
        if (outbox is null)
            return;
        post(new KioskMsg.Spooled(State));
        await outbox.Follow(note => post(new KioskMsg.Spooled(State) { Visitor = note is null ? null : _visitors.GetValueOrDefault(note.Visitor), Note = note }), stopping);
    }

    /// <summary>A visitor's conversation; means nothing outside this process.</summary>
    public ConversationKey KeyOf(int visitor) => new("kiosk", $"{_start}-{visitor.ToString(CultureInfo.InvariantCulture)}");

    private async Task<Conversation> Of(int visitor, CancellationToken stopping) => (await store.Load(KeyOf(visitor), new InputId("who"), stopping)).Conversation;
}
