using System.Collections.Concurrent;
using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Kiosk;

/// <summary>The kiosk in lines: numbered choices, nothing redrawn. A first-class way in for screen readers (practice 0.4).</summary>
public static class PlainKiosk
{
    /// <summary>Runs until the person leaves or the input ends. What is kept is sent beside it and never waited for.</summary>
    public static int Run(Book book, KioskEffects effects)
    {
        using var terminal = PlainTerminal.OfProcess();
        using var over = new CancellationTokenSource();
        var talk = new Visit(terminal, book.Texts);
        var sending = Task.Run(() => effects.Run(new KioskEffect.Follow(), talk.Hear, over.Token));
        talk.Run(effects).GetAwaiter().GetResult();
        over.Cancel();
        _ = sending.ContinueWith(static t => t.Exception, TaskScheduler.Default);
        return 0;
    }

    /// <summary>One visitor's conversation.</summary>
    private sealed class Visit(PlainTerminal terminal, Localizer texts)
    {
        private const int OnlyVisitor = 1;
        private readonly ConcurrentQueue<KioskMsg.Spooled> _news = new();
        private Locale _language = Locale.English;

        /// <summary>Something got somewhere; it is said before the next question, never in the middle of a line.</summary>
        public void Hear(KioskMsg message)
        {
            if (message is KioskMsg.Spooled { Note: not null } spooled)
                _news.Enqueue(spooled);
        }

        public async Task Run(KioskEffects effects)
        {
            Input input = new Input.Opened(AtSite: true);
            for (var number = 1; ; number++)
            {
                ImmutableArray<Reply> replies = [];
                await effects.Run(new KioskEffect.Say(OnlyVisitor, number, [input]), m => replies = m is KioskMsg.Heard heard ? heard.Replies : replies, CancellationToken.None);
                foreach (var reply in replies)
                    Say(terminal, reply);
                _language = replies.LastOrDefault(r => r.Kind != ReplyKind.Staff)?.Language ?? _language;
                while (_news.TryDequeue(out var news))
                    terminal.Say(texts.Text(_language, news.Note!.Key, ("reference", news.Note.Reference)));
                if (replies.Any(r => r.Kind == ReplyKind.Farewell) || terminal.Ask() is not { } typed)
                    break;
                input = new Input.Text(typed, replies.LastOrDefault(r => r.At is not null)?.At);
            }
            await effects.Run(new KioskEffect.Forget(OnlyVisitor), static _ => { }, CancellationToken.None);
        }
    }

    private static void Say(PlainTerminal terminal, Reply reply)
    {
        foreach (var block in PageLines.Of(reply).Where(b => b.Text.Length > 0))
            terminal.Say(block.Lead.Length > 0 ? $"{block.Lead} {block.Text}" : block.Text);
        terminal.List(reply.Options.Select(o => o.Label));
    }
}
