using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Content.Protection;
using Outreach.Localization;

namespace Outreach.Bot.Web;

/// <summary>How a posted form was taken.</summary>
internal enum Taken
{
    /// <summary>It was a turn; or the same one again, which counts once.</summary>
    Done,

    /// <summary>It was not used, and nothing of it is stored; the view says why.</summary>
    Refused,
}

/// <summary>What came of a posted form.</summary>
/// <param name="How">How it was taken.</param>
/// <param name="View">What to show.</param>
internal sealed record Posting(Taken How, ChatView View);

/// <summary>A form as it came in. Nothing in it is trusted.</summary>
/// <param name="Token">The signed field.</param>
/// <param name="Hint">The hint field.</param>
/// <param name="Control">The button pressed.</param>
/// <param name="Many">The boxes ticked.</param>
/// <param name="Words">What was written.</param>
internal sealed record PostedForm(string? Token, string? Hint, string? Control, ImmutableArray<string> Many, string? Words)
{
    private const char Replaced = '\uFFFD';                // stands where bytes were no letters

    /// <summary>The form of which nothing could be read.</summary>
    public static PostedForm Unreadable { get; } = new(null, null, null, [], $"{Replaced}");

    /// <summary>The form that was larger than anything we read.</summary>
    public static PostedForm Enormous { get; } = new(null, null, null, [], new string(' ', Limits.CharactersPerMessage + 1));

    /// <summary>The language of the page it was on.</summary>
    public string? Language { get; init; }

    /// <summary>The value of the button below tick boxes.</summary>
    public const string ManyDone = "//many";

    /// <summary>What the person means by it, at the question that is open.</summary>
    public Input InputAt(string? at) => Control switch
    {
        ManyDone when Many.IsEmpty => new Input.Text(""),
        ManyDone => new Input.Choice(string.Join(' ', Many), at),
        { Length: > 0 } when GlobalWords.Control(Control) is { } word => new Input.Command(word),
        { Length: > 0 } => new Input.Choice(Control, at),
        _ => new Input.Text(Words ?? ""),
    };

    /// <summary>True when it says something at any question: a control, which is never stale.</summary>
    public bool IsControl => Control is { Length: > 0 } && GlobalWords.Control(Control) is not null;

    /// <summary>True when some of what was written did not arrive as letters.</summary>
    public bool IsUnreadable => Words?.Contains(Replaced, StringComparison.Ordinal) == true;

    /// <summary>What stands in the field again after a refusal: no more than a message may have.</summary>
    public string? Draft => IsControl || IsUnreadable || Words?.TrimEnd() is not { } words ? null
        : words.Length <= Limits.CharactersPerMessage ? words
        : words[..(char.IsHighSurrogate(words[Limits.CharactersPerMessage - 1]) ? Limits.CharactersPerMessage - 1 : Limits.CharactersPerMessage)];

    /// <summary>True when no turn could use it: too long to be looked at.</summary>
    public bool IsTooLong => (Words?.Length ?? 0) > Limits.CharactersPerMessage || (Control?.Length ?? 0) > Limits.CharactersPerMessage || Many.Sum(m => m.Length) > Limits.CharactersPerMessage;
}

/// <summary>Looks at conversations for pages and puts posted forms through the runner. A form counts once, and only at the question it was made for.</summary>
internal sealed class ChatDesk(Func<Book> book, IConversationStore store, TurnRunner runner, Entrance entrance, FormSeal seal, AddressHash addresses, TimeProvider clock, ZoneClock zones)
{
    private const int MostStaffTurns = 6;
    private const int MostLooked = 16_000;                // of a letter nobody could have typed here: its beginning and its end
    private static readonly InputId Look = new("look");
    private static readonly Conversation Nobody = new() { Id = new ConversationId(Guid.Empty), Version = 0, Channel = "web", State = ConversationState.New };
    private readonly SemaphoreSlim[] _doors = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>The key of a session's conversation.</summary>
    public ConversationKey KeyOf(string session) => addresses.Of("web", session);

    /// <summary>The page of a session as it stands. Stores nothing.</summary>
    public async Task<ChatView> Show(string session, Hint hint, CancellationToken cancel)
    {
        var conversation = await Find(session, cancel);
        var view = View(session, conversation, hint);
        var unknown = view.Prompt.State.Unknown;           // whoever looks has not said who they are: the question and what was answered to it, nothing of before
        if (conversation.Version == 0 || (unknown && !conversation.State.Unknown))
            return view;
        var recent = await store.Recent(conversation.Id, MostStaffTurns, cancel);
        if (unknown)
            recent = [.. recent.Where(r => r.All(said => said.Kind != ReplyKind.Staff)).TakeLast(1)];
        return view with { Replies = Shown(recent, view.Prompt) };
    }

    /// <summary>A form that came without a session: the browser keeps no cookie, or the person has left.</summary>
    /// <remarks>Words of danger are answered with numbers all the same, from memory: nobody can be told without a conversation.</remarks>
    public Posting TakeStray(string session, PostedForm form, Hint hint)
    {
        var refused = Refuse(View(session, Nobody, hint), form, "web.no_cookie");
        if (Urgent(form) is not { } cry)
            return refused;
        var moment = new Moment(clock.GetUtcNow(), TimeSpan.Zero);
        var heard = DialogEngine.Step(book(), entrance.Preview(hint, moment), new Input.Text(cry), moment).Replies;
        return refused with { View = refused.View with { Replies = [.. heard, refused.View.Replies[0]] } };
    }

    /// <summary>Takes a posted form.</summary>
    public async Task<Posting> Take(string session, PostedForm form, Hint hint, CancellationToken cancel)
    {
        var door = _doors[(uint)StringComparer.Ordinal.GetHashCode(session) % _doors.Length];
        await door.WaitAsync(cancel);                      // two tabs at once: the second is compared with what the first left
        try
        {
            return await TakeInTurn(session, form, hint, cancel);
        }
        finally
        {
            door.Release();
        }
    }

    /// <summary>What staff said since a version; null when nothing.</summary>
    public async Task<ChatView?> News(string session, long version, Hint hint, CancellationToken cancel)
    {
        var conversation = await Find(session, cancel);
        var view = View(session, conversation, hint);
        if (conversation.Version <= version || conversation.Version == 0 || view.Prompt.State.Unknown)
            return null;
        var recent = await store.Recent(conversation.Id, (int)Math.Min(MostStaffTurns, conversation.Version - version), cancel);
        return view with { Replies = [.. recent.SelectMany(r => r).Where(r => r.Kind == ReplyKind.Staff)] };
    }

    /// <summary>What staff said lately.</summary>
    public async Task<ImmutableArray<Reply>> StaffSaid(string session, CancellationToken cancel)
    {
        var conversation = await Find(session, cancel);
        var recent = conversation.Version == 0 || View(session, conversation, new Hint(Locale.English)).Prompt.State.Unknown ? [] : await store.Recent(conversation.Id, MostStaffTurns, cancel);
        return [.. recent.SelectMany(r => r).Where(r => r.Kind == ReplyKind.Staff)];
    }

    /// <summary>The person leaves: the conversation is told, and erased when nothing was asked of anybody.</summary>
    public async Task Leave(string session, CancellationToken cancel)
    {
        var conversation = await Find(session, cancel);
        if (conversation.Version == 0)
            return;
        await runner.Run(KeyOf(session), new InputId($"leave-{conversation.Version}"), new Input.Command(GlobalWord.Exit), cancel);
        entrance.Forget(KeyOf(session));
        if (conversation.State.Sent.IsEmpty && conversation.State.Consents.Count == 0)
            await store.Erase(conversation.Id, cancel);
    }

    private async Task<Posting> TakeInTurn(string session, PostedForm form, Hint hint, CancellationToken cancel)
    {
        var key = KeyOf(session);
        var token = seal.Read(session, form.Token);
        var input = token is null ? Look : seal.InputOf(token, form);
        var (conversation, said) = await store.Load(key, input, cancel);
        var before = View(session, conversation, hint);
        if (said is not null)
            return new(Taken.Done, await Show(session, hint, cancel));
        if (WhyNot(form, token, before) is not { } why)
            return await Run(session, input, form.InputAt(before.Prompt.At), hint, conversation, cancel);
        return Urgent(form) is { } cry                     // urgent first: whatever is wrong with the page
            ? await Run(session, seal.UrgentOf(form, conversation.Version, cry), new Input.Text(cry), hint, conversation, cancel)
            : Refuse(before, form, why);
    }

    private static string? WhyNot(PostedForm form, FormToken? token, ChatView before) =>
        form.IsUnreadable ? "web.retype"
        : form.IsTooLong ? "wrong.too_long"
        : token is null ? "web.not_ours"
        : token.Prompt != before.Prompt.Print && !form.IsControl ? "wrong.stale"
        : null;

    /// <summary>The piece of what was written that speaks of danger, a plain cry before a doubtful one, short enough for a turn; null when none does.</summary>
    private string? Urgent(PostedForm form)
    {
        var words = form.Words is { Length: > MostLooked } all ? string.Concat(all.AsSpan(0, MostLooked), all.AsSpan(all.Length - Limits.CharactersPerMessage)) : form.Words ?? "";
        string? doubtful = null;
        for (var start = 0; start == 0 || start + (Limits.CharactersPerMessage / 2) < words.Length; start += Limits.CharactersPerMessage / 2)
        {
            var piece = words.Substring(start, Math.Min(Limits.CharactersPerMessage, words.Length - start));
            var hit = book().Urgent.Find(piece);
            if (hit is { Sure: true })
                return piece;
            doubtful ??= hit is null ? null : piece;
        }
        return doubtful;
    }

    private async Task<Posting> Run(string session, InputId id, Input input, Hint hint, Conversation conversation, CancellationToken cancel)
    {
        var key = KeyOf(session);
        if (conversation.Version == 0)
            entrance.Forget(key);
        await entrance.Begin(key, hint, last: null, cancel);
        var replies = await runner.Run(key, id, input, cancel);
        var after = View(session, await Find(session, cancel), hint);
        return new(Taken.Done, after with { Replies = replies.IsEmpty ? after.Prompt.Replies : replies });
    }

    private Posting Refuse(ChatView view, PostedForm form, string why)
    {
        var note = new Reply { Kind = ReplyKind.Problem, Language = view.Language, Blocks = [PageBlock.Paragraph.Of(book().Texts.Text(view.Language, why))] };
        return new(Taken.Refused, view with { Replies = [note, .. view.Prompt.Replies], Draft = form.Draft });
    }

    private async ValueTask<Conversation> Find(string session, CancellationToken cancel) => (await store.Load(KeyOf(session), Look, cancel)).Conversation;

    private ChatView View(string session, Conversation conversation, Hint hint)
    {
        var fresh = conversation.Version == 0;
        var now = clock.GetUtcNow();
        var state = fresh ? entrance.Preview(hint, new Moment(now, TimeSpan.Zero)) : conversation.State;
        var prompt = Prompt.Of(book(), state, zones.At(book(), state.Place, now));
        return new ChatView { Prompt = prompt, Replies = prompt.Replies, Token = seal.Make(session, prompt.Print), Version = conversation.Version, Hint = fresh ? hint : null };
    }

    /// <summary>The last turn of the person, what staff said after it, and the open question where these do not show it.</summary>
    private static ImmutableArray<Reply> Shown(ImmutableArray<ImmutableArray<Reply>> recent, Prompt prompt)
    {
        var from = recent.Length - 1;
        while (from > 0 && recent[from].All(r => r.Kind == ReplyKind.Staff))
            from--;
        ImmutableArray<Reply> replies = from < 0 ? [] : [.. recent.Skip(from).SelectMany(r => r)];
        var asks = prompt.Replies is [.., { Options.IsEmpty: false } last] && replies.Any(r => r.At == last.At && !r.Options.IsEmpty);
        return asks || (prompt.Replies is [.., { Options.IsEmpty: true }] && !replies.IsEmpty) || replies is [.., { Options.IsEmpty: false }]
            ? replies
            : [.. replies, .. prompt.Replies];
    }
}
