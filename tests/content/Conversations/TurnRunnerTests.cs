using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Running;

/// <summary>The one impure loop: redelivery, crashes between save and effect, concurrent turns, moving by a code.</summary>
public class TurnRunnerTests
{
    private static readonly ConversationKey Phone = new("web", "aa");
    private static readonly ConversationKey Library = new("web", "bb");
    private readonly InMemoryConversationStore _store = new();
    private readonly Handler _handler;
    private readonly TurnRunner _runner;
    private int _inputs;

    public TurnRunnerTests()
    {
        _handler = new Handler { Store = _store };
        _runner = new TurnRunner(() => TestBook.Real, _store, _handler, new PlainCodes(), TimeProvider.System, new ZoneClock());
    }

    [Fact]
    public async Task A_redelivered_input_hears_the_same_and_changes_nothing()
    {
        await Say(Phone, new Input.Opened(Locale.English, "ly"));
        var once = await _runner.Run(Phone, new InputId("x"), new Input.Choice("/human"), default);
        var twice = await _runner.Run(Phone, new InputId("x"), new Input.Choice("/human"), default);
        Assert.Equal(Lines(once), Lines(twice));
    }

    [Theory]
    [InlineData("everything was deleted", "/delete")]
    [InlineData("the person left at once", "/exit")]
    public async Task A_late_redelivery_from_before_a_forgetting_is_met_with_silence_and_begins_nothing(string why, string forgetting)
    {
        await Say(Phone, new Input.Opened(Locale.English, "ly"));
        await _runner.Run(Phone, new InputId("ask"), new Input.Choice("ask:stranded"), default);
        await Say(Phone, new Input.Choice(forgetting));
        var (before, _) = await _store.Load(Phone, new InputId("?"), default);

        Assert.True((await _runner.Run(Phone, new InputId("ask"), new Input.Choice("ask:stranded"), default)).IsEmpty, why);

        var (after, said) = await _store.Load(Phone, new InputId("ask"), default);
        Assert.Equal((before.Version, 0), (after.Version, said!.Value.Length));
        Assert.Empty(after.State.Dialogs);
    }

    [Fact]
    public async Task A_crash_between_save_and_effect_sends_the_request_once_and_answers_on_return()
    {
        await Reach(Phone, "talk");
        _handler.Crash = true;
        await Assert.ThrowsAsync<IOException>(() => _runner.Run(Phone, new InputId("send"), new Input.Choice("send", "send"), default));
        _handler.Crash = false;
        var replies = await _runner.Run(Phone, new InputId("after"), new Input.Choice("/status"), default);
        Assert.Single(_handler.Submitted);
        Assert.Contains(replies, r => r.Options.Any(o => o.Value.StartsWith("R-", StringComparison.Ordinal)));
        Assert.Contains("R-0001", string.Join(' ', Lines(await _runner.Run(Phone, new InputId("send"), new Input.Choice("send", "send"), default))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forty_inputs_at_once_are_forty_turns_in_some_order()
    {
        await Say(Phone, new Input.Opened(Locale.English, "ly"));
        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => _runner.Run(Phone, new InputId($"c{i}"), new Input.Choice("/help"), default)));
        Assert.All(all, replies => Assert.NotEmpty(replies));
    }

    [Fact]
    public async Task A_code_continues_the_conversation_elsewhere_once_and_leaves_the_old_phone_empty()
    {
        await Reach(Phone, "talk");
        await Say(Phone, new Input.Choice("/continue"));
        var code = _handler.Code;
        await Say(Phone, new Input.Choice("new-code"));
        await Say(Library, new Input.Opened(Locale.French, "ly"));
        await Say(Library, new Input.Choice("/continue"));
        var there = await Say(Library, new Input.Text(ContinueCode.Shown(code).ToLowerInvariant()));
        Assert.Contains(there, r => r.Kind == ReplyKind.Summary);
        Assert.Contains(ContinueCode.Shown(_handler.Renewed), Lines(there));              // renewed at each use (DESIGN 6.8)
        var old = await Say(Phone, new Input.Choice("/menu"));
        Assert.DoesNotContain(old, r => r.Kind == ReplyKind.Summary);
        await Say(Phone, new Input.Choice("/continue"));
        var again = await Say(Phone, new Input.Text(code));
        Assert.Contains(again, r => r.Kind == ReplyKind.Problem);
    }

    [Fact]
    public async Task Two_people_share_a_phone_and_neither_loses_what_they_began()
    {
        await Reach(Phone, "talk");
        await Say(Phone, new Input.Choice("/continue"));
        await Say(Phone, new Input.Choice("new-code"));
        await Say(Phone, new Input.Choice("/newperson"));
        var first = (await _store.Load(Phone, new InputId("?"), default)).Conversation.Id;
        await _runner.Run(Phone, new InputId("new"), new Input.Choice("new"), default);
        await _runner.Run(Phone, new InputId("new"), new Input.Choice("new"), default);   // delivered twice
        await Say(Phone, new Input.Choice("en"));
        await Say(Phone, new Input.Choice("ly"));
        await Reach(Phone, "talk");
        var (second, _) = await _store.Load(Phone, new InputId("?"), default);
        Assert.NotEqual(first, second.Id);

        var back = await Say(Phone, new Input.Choice("/newperson"));
        Assert.DoesNotContain(back, r => r.Kind == ReplyKind.Summary);
        back = await Say(Phone, new Input.Text(_handler.Code));
        Assert.Contains(back, r => r.Kind == ReplyKind.Summary);
        Assert.Equal(first, (await _store.Load(Phone, new InputId("?"), default)).Conversation.Id);
        Assert.True((await _store.Load(second.Id, new InputId("?"), default))!.Conversation.State.Dialogs.ContainsKey("talk"));
    }

    [Fact]
    public async Task After_a_pause_the_code_of_this_very_phone_opens_it_again_and_is_used_up()
    {
        await Reach(Phone, "talk");
        await Say(Phone, new Input.Choice("/continue"));
        await Say(Phone, new Input.Choice("new-code"));
        await Say(Phone, new Input.Choice("/newperson"));
        var wrong = await Say(Phone, new Input.Text("7K4M2QXD9TTA5M2E"));
        Assert.DoesNotContain(wrong, r => r.Kind == ReplyKind.Summary);
        Assert.Contains(await Say(Phone, new Input.Text(_handler.Code)), r => r.Kind == ReplyKind.Summary);
        await Say(Phone, new Input.Choice("/newperson"));
        Assert.DoesNotContain(await Say(Phone, new Input.Text(_handler.Code)), r => r.Kind == ReplyKind.Summary);
        Assert.Contains(await Say(Phone, new Input.Text(_handler.Renewed)), r => r.Kind == ReplyKind.Summary);
    }

    private async Task Reach(ConversationKey key, string dialog)
    {
        await Say(key, new Input.Opened(Locale.English, "ly"));
        await Say(key, new Input.Choice("/menu"));
        await Say(key, new Input.Choice($"ask:{dialog}"));
        await Say(key, new Input.Choice("yes"));
        await Say(key, new Input.Text("please call me"));
        for (var i = 0; i < 12; i++)
            if ((await Say(key, new Input.Choice("/skip"))).Any(r => r.Kind == ReplyKind.Summary))
                return;
        Assert.Fail("the summary was not reached");
    }

    private Task<ImmutableArray<Reply>> Say(ConversationKey key, Input input) => _runner.Run(key, new InputId($"i{++_inputs}"), input, default);

    private static IEnumerable<string> Lines(IEnumerable<Reply> replies) => replies.SelectMany(r => r.Blocks).Select(ReplyLine.Text);

    private sealed class PlainCodes : ICodeHash
    {
        public string OfCode(string code) => code;
    }

    private sealed class Handler : IEffectHandler
    {
        public Dictionary<string, string> Submitted { get; } = new(StringComparer.Ordinal);

        public string Code { get; } = "7K4M2QXD9TTA5M2C";

        public string Renewed { get; } = "7K4M2QXD9TTA5M2D";

        private int _issued;

        public bool Crash { get; set; }

        public IConversationStore? Store { get; set; }

        public ValueTask<EffectResult> Handle(EffectId id, Effect effect, string channel, CancellationToken cancel)
        {
            if (Crash)
                throw new IOException("the power went");
            EffectResult result = effect switch
            {
                Effect.Submit => new EffectResult.Submitted(Reference(id), false, null),
                Effect.IssueCode => Issue(id),
                _ => new EffectResult.Quiet(),
            };
            return ValueTask.FromResult(result);
        }

        private EffectResult.CodeIssued Issue(EffectId id)
        {
            var code = _issued++ == 0 ? Code : Renewed;
            Store!.KeepCode(code, id.Conversation, DateTimeOffset.MaxValue, default).AsTask().Wait();
            return new EffectResult.CodeIssued(code);
        }

        private string Reference(EffectId id) => Submitted.TryGetValue(id.ToString(), out var r) ? r : Submitted[id.ToString()] = $"R-{Submitted.Count + 1:D4}";
    }
}
