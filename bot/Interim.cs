using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;

namespace Outreach.Content.Protection
{
    internal sealed class AddressHash : ICodeHash
    {
        private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

        public ConversationKey Of(string channel, string address) => new(channel, Hash($"{channel}/{address}"));

        public string OfCode(string code) => Hash($"code/{code}");

        private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
    }
}

namespace Outreach.Bot
{
    internal sealed class InterimHandler : IEffectHandler
    {
        public ValueTask<EffectResult> Handle(EffectId id, Effect effect, string channel, CancellationToken cancel) => new(effect switch
        {
            Effect.Submit => new EffectResult.Submitted("R-7K4M", Kept: false, 48),
            Effect.Alert => new EffectResult.Alerted(false),
            Effect.TellStaff => new EffectResult.Told(true),
            Effect.LookUp(var reference) => new EffectResult.Status(reference, null),
            _ => new EffectResult.Quiet(),
        });
    }

    internal sealed class InterimStore : IConversationStore
    {
        private readonly Dictionary<ConversationKey, ConversationId> _keys = [];
        private readonly Dictionary<ConversationId, (Conversation Now, List<(InputId Id, ImmutableArray<Reply> Replies)> Said)> _all = [];

        public ValueTask<Loaded> Load(ConversationKey key, InputId input, CancellationToken cancel)
        {
            lock (_all)
                return new(_keys.TryGetValue(key, out var id) && Found(id, input) is { } found ? found
                    : new Loaded(new Conversation { Id = new ConversationId(Guid.NewGuid()), Version = 0, Channel = key.Channel, State = ConversationState.New }, null));
        }

        public ValueTask<Loaded?> Load(ConversationId id, InputId input, CancellationToken cancel)
        {
            lock (_all)
                return new(Found(id, input));
        }

        public ValueTask<WriteOutcome> Save(TurnWrite write, CancellationToken cancel)
        {
            lock (_all)
            {
                var known = _all.TryGetValue(write.After.Id, out var before);
                if ((known ? before.Now.Version : 0) + 1 != write.After.Version)
                    return new(WriteOutcome.Conflict);
                var said = known ? before.Said : [];
                if (write.Forget)
                    said.Clear();
                said.RemoveAll(s => s.Id == write.Input);
                said.Add((write.Input, write.Replies));
                _all[write.After.Id] = (write.After, said);
                if (write.Bind is { } key)
                    _keys[key] = write.After.Id;
                return new(WriteOutcome.Saved);
            }
        }

        public ValueTask<ImmutableArray<ImmutableArray<Reply>>> Recent(ConversationId id, int count, CancellationToken cancel)
        {
            lock (_all)
                return new(_all.TryGetValue(id, out var found) ? [.. found.Said.TakeLast(count).Select(s => s.Replies)] : []);
        }

        public ValueTask KeepCode(string codeHash, ConversationId id, DateTimeOffset expires, CancellationToken cancel) => default;

        public ValueTask<ConversationId?> FindCode(string codeHash, DateTimeOffset now, CancellationToken cancel) => default;

        public ValueTask<ImmutableArray<ConversationId>> WithPending(int atMost, DateTimeOffset before, CancellationToken cancel) => new([]);

        public ValueTask Erase(ConversationId id, CancellationToken cancel)
        {
            lock (_all)
                _all.Remove(id);
            return default;
        }

        public ValueTask<int> Sweep(DateTimeOffset now, CancellationToken cancel) => new(0);

        private Loaded? Found(ConversationId id, InputId input) => !_all.TryGetValue(id, out var found) ? null
            : new Loaded(found.Now, found.Said.Where(s => s.Id == input).Select(s => (ImmutableArray<Reply>?)s.Replies).FirstOrDefault());
    }
}
