using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Kiosk;

/// <summary>The kiosk in lines: numbered choices, nothing redrawn. A first-class way in for screen readers (practice 0.4).</summary>
public static class PlainKiosk
{
    /// <summary>Runs until the person leaves or the input ends.</summary>
    public static int Run(Book book, KioskEffects effects, TurnRunner runner)
    {
        using var terminal = PlainTerminal.OfProcess();
        Talk(terminal, effects.KeyOf(1), runner).GetAwaiter().GetResult();
        return 0;
    }

    /// <summary>One visitor's conversation.</summary>
    public static async Task Talk(PlainTerminal terminal, ConversationKey key, TurnRunner runner)
    {
        Input input = new Input.Opened();
        for (var number = 1; ; number++)
        {
            var replies = await runner.Run(key, new InputId($"plain-{number}"), input, CancellationToken.None);
            foreach (var reply in replies)
                Say(terminal, reply);
            if (replies.Any(r => r.Kind == ReplyKind.Farewell) || terminal.Ask() is not { } typed)
                return;
            input = new Input.Text(typed, replies.LastOrDefault(r => r.At is not null)?.At);
        }
    }

    private static void Say(PlainTerminal terminal, Reply reply)
    {
        foreach (var block in PageLines.Of(reply).Where(b => b.Text.Length > 0))
            terminal.Say(block.Lead.Length > 0 ? $"{block.Lead} {block.Text}" : block.Text);
        terminal.List(reply.Options.Select(o => o.Label));
    }
}
