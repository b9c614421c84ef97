using System.Collections.Immutable;
using Outreach.Content.Dialogs;

namespace Outreach.Content.Conversations;

/// <summary>How codes are hashed, so that the store never holds one (implemented by the address hash).</summary>
public interface ICodeHash
{
    /// <summary>The keyed hash of a continue code in its normal form.</summary>
    string OfCode(string code);
}

/// <summary>
/// The only impure loop: loads, steps, saves in one write, follows effects, saves again. One lane per conversation on this
/// node, a version check across nodes; a conflict just loads and steps again, because stepping is free of effects.
/// </summary>
public sealed class TurnRunner(Func<Book> book, IConversationStore store, IEffectHandler handler, ICodeHash codes, TimeProvider clock, ZoneClock zones)
{
    private const int MostConflicts = 20;
    private readonly Lanes _lanes = new();

    /// <summary>One input of a person. A redelivery hears the same again.</summary>
    public async Task<ImmutableArray<Reply>> Run(ConversationKey key, InputId id, Input input, CancellationToken cancel)
    {
        using var lane = await _lanes.Enter($"{key.Channel}/{key.Hash}", cancel);
        for (var tries = 0; tries < MostConflicts; tries++)
        {
            var (before, said) = await store.Load(key, id, cancel);
            if (said is { } again)
                return again;
            if (before.Pending.Length > 0)
                before = await Finish(before, cancel);
            if (await Step(before, id, input, key, cancel) is { } replies)
                return replies;
        }
        throw new TimeoutException("the conversation kept changing under this turn");
    }

    /// <summary>One input from staff or the system to a conversation known by id; null when it is gone.</summary>
    public async Task<ImmutableArray<Reply>?> Run(ConversationId conversation, InputId id, Input input, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostConflicts; tries++)
        {
            if (await store.Load(conversation, id, cancel) is not { } loaded)
                return null;
            if (loaded.Said is { } again)
                return again;
            if (await Step(loaded.Conversation, id, input, null, cancel) is { } replies)
                return replies;
        }
        throw new TimeoutException("the conversation kept changing under this turn");
    }

    /// <summary>Finishes what a crash left over in one conversation. The outbox worker calls this.</summary>
    public async Task Recover(ConversationId conversation, CancellationToken cancel)
    {
        if (await store.Load(conversation, new InputId("recover"), cancel) is { Conversation: { Pending.Length: > 0 } left })
            await Finish(left, cancel);
    }

    private async Task<ImmutableArray<Reply>?> Step(Conversation before, InputId id, Input input, ConversationKey? bind, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var turn = DialogEngine.Step(book(), before.State, input, zones.At(book(), before.State.Place, now));
        if (turn.Anew && bind is not null && before.Version > 0)
            return await Part(before, turn, id, bind, now, cancel);
        var after = Next(before, turn, id);
        if (await store.Save(Write(after, id, turn.Replies, now, turn.Forget) with { Bind = before.Version == 0 ? bind : null }, cancel) == WriteOutcome.Conflict)
            return null;
        if (bind is not null)
            foreach (var pending in after.Pending)
                if (pending.Effect is Effect.Resume(var code) && await TryMove(after, code, bind, id, cancel) is { } moved)
                    return moved;
        return await FollowAll(after, turn.Replies, bind, cancel);
    }

    /// <summary>Somebody else is at this address now: they begin a conversation of their own, and nothing is written to the one before.</summary>
    private async Task<ImmutableArray<Reply>?> Part(Conversation before, Turn turn, InputId id, ConversationKey key, DateTimeOffset now, CancellationToken cancel)
    {
        var begun = new Conversation { Id = new ConversationId(Guid.CreateVersion7()), Version = 1, Channel = key.Channel, State = turn.State };
        var write = Write(begun, id, turn.Replies, now, turn.Forget) with { Bind = key, Leaves = before.Id };
        return await store.Save(write, cancel) == WriteOutcome.Saved ? turn.Replies : null;
    }

    private async Task<ImmutableArray<Reply>> FollowAll(Conversation after, ImmutableArray<Reply> replies, ConversationKey? bind, CancellationToken cancel)
    {
        foreach (var pending in after.Pending)
            (after, replies) = await Follow(after, pending, replies, bind, cancel);
        return replies;
    }

    /// <summary>Does one effect and lets the core hear what came of it.</summary>
    private async Task<(Conversation After, ImmutableArray<Reply> Replies)> Follow(Conversation before, PendingEffect pending, ImmutableArray<Reply> said, ConversationKey? bind, CancellationToken cancel)
    {
        var result = await Result(before, pending, bind, cancel);
        for (var tries = 0; tries < MostConflicts; tries++)
        {
            var now = clock.GetUtcNow();
            var turn = DialogEngine.Step(book(), before.State, new Input.EffectDone(result), zones.At(book(), before.State.Place, now));
            var after = Next(before, turn, pending.Input);
            after = after with { Pending = after.Pending.Remove(pending) };
            ImmutableArray<Reply> replies = [.. said, .. turn.Replies];
            if (await store.Save(Write(after, pending.Input, replies, now, turn.Forget), cancel) == WriteOutcome.Saved)
                return (after, replies);
            if (await store.Load(before.Id, pending.Input, cancel) is not { } again || !again.Conversation.Pending.Any(p => p.Id == pending.Id))
                return (before, said);                     // somebody else finished it
            before = again.Conversation;
            said = again.Said ?? said;
        }
        throw new TimeoutException("the conversation kept changing under this effect");
    }

    private async ValueTask<EffectResult> Result(Conversation conversation, PendingEffect pending, ConversationKey? bind, CancellationToken cancel)
    {
        if (pending.Effect is Effect.Resume)
            return new EffectResult.CodeUnknown(TooManyTries: bind is not null && !_lanes.MayTry(bind, clock.GetUtcNow()));
        return await handler.Handle(pending.Id, pending.Effect, conversation.Channel, cancel);
    }

    private async Task<Conversation> Finish(Conversation conversation, CancellationToken cancel)
    {
        foreach (var pending in conversation.Pending)
        {
            var said = await store.Load(conversation.Id, pending.Input, cancel) is { Said: { } earlier } ? earlier : [];
            (conversation, _) = await Follow(conversation, pending, said, null, cancel);
        }
        return conversation;
    }

    /// <summary>The code was right: this address now belongs to the older conversation, in the one write that also answers.</summary>
    private async Task<ImmutableArray<Reply>?> TryMove(Conversation begun, string code, ConversationKey key, InputId id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var hash = codes.OfCode(code);
        if (!_lanes.MayTry(key, now) || await store.FindCode(hash, now, cancel) is not { } target
            || await store.Load(target, id, cancel) is not { Conversation: var older })
            return null;
        var state = older.State with { Language = begun.State.Language ?? older.State.Language };
        var turn = DialogEngine.Step(book(), state, new Input.EffectDone(new EffectResult.Resumed()), zones.At(book(), state.Place, now));
        var here = target == begun.Id;                     // the same phone after a pause: nothing moves, the code only says who is there
        var holds = !here && Sharing.Holds(begun.State);   // two people share a phone: what the other began is not given up for this one
        var after = Next(older with { Pending = here ? [.. older.Pending.Where(p => p.Effect is not Effect.Resume)] : older.Pending }, turn, id) with { Channel = key.Channel };
        var write = Write(after, id, turn.Replies, now, forget: true) with { Bind = key, Move = new Move(hash, here || holds ? null : begun.Id), Leaves = holds ? begun.Id : null };
        return await store.Save(write, cancel) == WriteOutcome.Saved ? await FollowAll(after, turn.Replies, bind: null, cancel) : null;
    }

    private static Conversation Next(Conversation before, Turn turn, InputId id)
    {
        var version = before.Version + 1;
        var pending = turn.Effects.Select((e, i) => new PendingEffect(new EffectId(before.Id, version, i), id, e));
        return before with { Version = version, State = turn.State, Pending = [.. before.Pending, .. pending] };
    }

    private static TurnWrite Write(Conversation after, InputId id, ImmutableArray<Reply> replies, DateTimeOffset now, bool forget) => new()
    {
        After = after,
        Input = id,
        Replies = replies,
        At = now,
        Expires = Freshness.Expires(after.State, now),
        Forget = forget,
    };
}
