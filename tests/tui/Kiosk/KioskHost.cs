using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Referrals.Sync;
using Outreach.Tests.Support;
using Outreach.Tui.Kiosk;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.KioskScreens;

/// <summary>
/// Plays transcripts at the kiosk: keys go into the app, what comes back is read from the drawn screen. The screen is so
/// wide that no line breaks; without a connection, with a sealed spool.
/// </summary>
internal sealed class KioskHost : ITranscriptHost, IDisposable
{
    private static readonly Size Wide = new(1800, 170);

    private readonly TemporaryFolder _folder = new();
    private readonly KeyRing _keys = KeyRing.Fresh();
    private readonly ConcurrentQueue<Effect> _saved = new();
    private readonly Transcript _transcript;
    private readonly Book _book;
    private readonly TestClock _clock;
    private readonly Spool _spool;
    private KioskApp _app = null!;
    private KioskEffects _effects = null!;
    private KioskModel _model = null!;
    private bool _dies;

    public KioskHost(Transcript transcript)
    {
        _transcript = transcript;
        _book = TestBook.Real with { Office = TestBook.Real.Office with { Place = transcript.Setting("place") } };
        _clock = new TestClock(transcript.Begins);
        using var server = SpoolSeal.ServerKey(_keys);
        _spool = new Spool(_folder.Path, SpoolSeal.PublicKey(server));
        Start();
    }

    /// <summary>Where the program stops: after the spool has what is to be sent, else before.</summary>
    public bool StopsLate { get; init; }

    /// <summary>How many items wait in the spool.</summary>
    public int Waiting => _spool.State.Waiting;

    /// <inheritdoc/>
    public string Channel => Channels.Kiosk;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Do(string input)
    {
        if (_model.Screen is KioskScreen.Welcome && _transcript.Setting("language") is { } language)
            await Choose(Locale.All.TakeWhile(l => l.Tag != language).Count());
        if (input.StartsWith("[ask:", StringComparison.Ordinal))
            await Ask(input[1..^1]);
        else if (input != "(open)")
            await Act(input);
        return [.. KioskLines.Of(_app, _model, _book.Texts), .. SavedEffects.Lines(_saved)];
    }

    /// <summary>The conversation, what it wanted done, and the screen go with the program: the next visitor comes to the first screen.</summary>
    public async Task<IReadOnlyList<string>> DoAndStop(string input)
    {
        _dies = true;
        await Assert.ThrowsAsync<ProcessStoppedException>(() => Act(input));
        _dies = false;
        _saved.Clear();
        Start();
        return KioskLines.Of(_app, _model, _book.Texts);
    }

    public void Dispose()
    {
        _keys.Dispose();
        _folder.Dispose();
    }

    private void Start()
    {
        var store = new InMemoryConversationStore(_clock);
        var handler = new MortalHandler(new KioskHandler(_spool, _clock), () => _dies, () => StopsLate);
        var runner = new TurnRunner(() => _book, new SavedEffects(store, _saved), handler, new AddressHash(_keys), _clock, new ZoneClock());
        _effects = new KioskEffects(runner, store);
        _app = new KioskApp(_book, _clock);
        _model = _app.Init(Wide).Model;
    }

    private Task Act(string input) => input switch
    {
        "/exit" => Press(KeyName.Escape),
        "/help" => Press(KeyName.F1),
        "/language" => Press(KeyName.F3),
        "/danger" => Press(KeyName.F4),
        "/back" => Press(KeyName.Backspace),
        _ when input.StartsWith('(') => throw new FormatException($"nobody can do \"{input}\" at a kiosk"),
        _ when input.StartsWith('/') && IndexOf(input) is >= 0 and var control => Choose(control),
        _ when GlobalWords.Control(input) is { } word && KioskUpdate.Everywhere.IndexOf(word) is >= 0 and var item => FromMenu(item),
        _ when input.StartsWith('[') => Choose(IndexOf(input[1..^1]) is >= 0 and var choice ? choice : throw new FormatException($"there is no choice {input}")),
        _ when Numbers(input) is { } numbers => Choose(numbers),
        _ => Write(input),
    };

    private async Task FromMenu(int item)
    {
        await Press(KeyName.F2);
        await Take(new InputEvent.Typed(new Rune('1' + item)));
    }

    /// <summary>To the request of a programme by the way the kiosk offers: menu, "ask for help", the whole list, its group, the programme, "ask".</summary>
    private async Task Ask(string value)
    {
        if (IndexOf(value) < 0)
        {
            if (IndexOf("ask") < 0)
                await Write("menu");
            await Choose(IndexOf("ask"));
            if (IndexOf("list") >= 0)
            {
                await Choose(IndexOf("list"));
                await Choose(IndexOf($"group:{GroupOf(value[4..])}"));
            }
            await Choose(IndexOf($"programme/{value[4..]}"));
        }
        await Choose(IndexOf(value));
    }

    private string GroupOf(string programme) => _book.Programmes.First(p => p.Id == programme).Group.ToString().ToLowerInvariant();

    private KioskScreen.Talk? Talk => _model.Screen as KioskScreen.Talk;

    private int IndexOf(string value) => Talk is { } talk
        ? talk.Options.Select((o, i) => (o, i)).FirstOrDefault(x => x.o.Value == value, (null!, -1)).i
        : Locale.All.TakeWhile(l => l.Tag != value).Count();

    /// <summary>The choices that numbers name; null where these are words to write.</summary>
    private int[]? Numbers(string input)
    {
        var numbers = input.Split(' ').Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        return Talk is { Writing: null } talk && numbers.All(n => n >= 1 && n <= talk.Options.Length) && (numbers.Length == 1 || talk.Asking!.Many) ? [.. numbers.Select(n => n - 1)] : null;
    }

    /// <summary>Marks or chooses with arrows and Enter; after marking, "done".</summary>
    private async Task Choose(params int[] indexes)
    {
        var marks = Talk?.Asking is { Many: true } asking && indexes.All(i => i < asking.Options.Length && GlobalWords.Control(asking.Options[i].Value) is null);
        if (Talk is { Types: true })
            await Press(KeyName.Tab);
        foreach (var index in marks ? [.. Talk!.Marked.SymmetricExcept(indexes)] : indexes)
            await Go(index);
        if (marks)
            await Go(Talk!.Options.Length);
    }

    private async Task Go(int index)
    {
        for (var at = Selected; at != index; at = Selected)
        {
            await Press(at < index ? KeyName.Down : KeyName.Up);
            if (Selected == at)
                throw new FormatException($"there is no choice {index + 1}");
        }
        await Press(KeyName.Enter);
    }

    private int Selected => _model.Screen switch
    {
        KioskScreen.Talk talk => talk.Choices.Selected,
        KioskScreen.Welcome welcome => welcome.List.Selected,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task Write(string words)
    {
        if (Talk is { Types: false })
            await Take(new InputEvent.Typed(new Rune('/')));
        foreach (var rune in words.EnumerateRunes())
            await Take(new InputEvent.Typed(rune));
        await Press(KeyName.Enter);
    }

    private Task Press(KeyName name) => Take(new InputEvent.Pressed(new Key(name)));

    private async Task Take(InputEvent input)
    {
        var (model, effects) = _app.Update(_model, _app.Translate(_model, input)!);
        _model = model;
        var posted = new Queue<KioskMsg>();
        var wanted = new Queue<KioskEffect>(effects);
        while (wanted.TryDequeue(out var effect))
        {
            await _effects.Run(effect, posted.Enqueue, default);
            while (posted.TryDequeue(out var message))
            {
                (_model, effects) = _app.Update(_model, message);
                foreach (var more in effects)
                    wanted.Enqueue(more);
            }
        }
    }
}
