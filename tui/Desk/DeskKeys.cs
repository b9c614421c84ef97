using System.Collections.Immutable;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Desk;

/// <summary>The keys of each screen with their words: translation of events, help line and help screen all come from here.</summary>
public static class DeskKeys
{
    /// <summary>What can be pressed now, most useful first. Only what my role may do is offered.</summary>
    public static ImmutableArray<Binding<DeskMsg>> Of(DeskModel model) => model switch
    {
        { Help: true } => [Bind(Key.Escape, "back", DeskCommand.Back), Bind(Key.Of('?'), "", DeskCommand.Back), Bind(Key.Enter, "", DeskCommand.Back)],
        { Queue.Search: not null, Screen: DeskScreen.Queue } => [Bind(Key.Enter, "find", DeskCommand.Open), Bind(Key.Escape, "back", DeskCommand.Back)],
        _ => OfScreen(model),
    };

    /// <summary>As many keys as fit into a line; the way out and the way to the others always do.</summary>
    public static string Line(ImmutableArray<Binding<DeskMsg>> bindings, int width, Func<string, string> localize)
    {
        var shown = bindings.Where(b => b.Help.Length > 0).ToList();
        while (shown.Count > 1 && TextLayout.Width(shown.HelpLine(localize)) > width)
            shown.RemoveAt(Math.Max(0, shown.FindLastIndex(b => b.Key != Key.Of('?') && b.Key != Key.Escape)));
        return shown.HelpLine(localize);
    }

    private static ImmutableArray<Binding<DeskMsg>> OfScreen(DeskModel model) => model.Screen switch
    {
        DeskScreen.SignIn { Behind: not null } => [Bind(Key.Enter, "signin", DeskCommand.SignIn), Bind(Key.Tab, "next", DeskCommand.Next), Bind(Key.Down, "", DeskCommand.Next), Bind(Key.BackTab, "", DeskCommand.Previous), Bind(Key.Up, "", DeskCommand.Previous), Bind(Key.Function(2), "language", DeskCommand.DeskLanguage), Bind(Key.Escape, "", DeskCommand.Back), Bind(Key.Ctrl('q'), "quit", DeskCommand.Quit)],
        DeskScreen.SignIn => [Bind(Key.Enter, "signin", DeskCommand.SignIn), Bind(Key.Tab, "next", DeskCommand.Next), Bind(Key.Down, "", DeskCommand.Next), Bind(Key.BackTab, "", DeskCommand.Previous), Bind(Key.Up, "", DeskCommand.Previous), Bind(Key.Function(2), "language", DeskCommand.DeskLanguage), Bind(Key.Escape, "quit", DeskCommand.Quit)],
        DeskScreen.Queue => Queue(model),
        DeskScreen.Referral { Writing: { } writing } => Writing(writing),
        DeskScreen.Alerts { Writing: { } writing } => Writing(writing),
        DeskScreen.Referral referral => Referral(model, referral),
        DeskScreen.Alerts alerts => Alerts(model, alerts),
        DeskScreen.Checks => [Bind(Key.Function(5), "reload", DeskCommand.Reload), Bind(Key.Escape, "back", DeskCommand.Back), Bind(Key.Of('?'), "help", DeskCommand.Help)],
        DeskScreen.Choosing => [Bind(Key.Escape, "back", DeskCommand.Back)],
        DeskScreen.Interview interview => Interview(interview),
        DeskScreen.Content { Search: not null } => [Bind(Key.Enter, "find", DeskCommand.Open), Bind(Key.Escape, "back", DeskCommand.Back)],
        DeskScreen.Content content => Content(content),
        DeskScreen.Editing => [Bind(Key.Ctrl('s'), "propose", DeskCommand.Keep), Bind(Key.Tab, "next", DeskCommand.Next), Bind(Key.BackTab, "", DeskCommand.Previous), Bind(Key.Function(4), "history", DeskCommand.History), Bind(Key.Escape, "back", DeskCommand.Back)],
        DeskScreen.Changes changes => Changes(changes),
        DeskScreen.Unanswered => [Bind(Key.Escape, "back", DeskCommand.Back), Bind(Key.Of('q'), "quit", DeskCommand.Quit), Bind(Key.Of('?'), "help", DeskCommand.Help)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ImmutableArray<Binding<DeskMsg>> Queue(DeskModel model)
    {
        var keys = ImmutableArray.CreateBuilder<Binding<DeskMsg>>();
        if (!model.Alerts.IsEmpty)
            keys.Add(Bind(Key.Of('a'), "alerts", DeskCommand.Alerts));
        keys.Add(Bind(Key.Enter, "open", DeskCommand.Open));
        if (May(model, StaffAction.Claim))
            keys.Add(Bind(Key.Of('c'), "claim", DeskCommand.Claim));
        keys.Add(Bind(Key.Of('/'), "search", DeskCommand.Search));
        keys.Add(Bind(Key.Of('v'), "views", DeskCommand.View));
        if (May(model, StaffAction.Interview))
            keys.Add(Bind(Key.Of('N'), "new", DeskCommand.New));
        if (May(model, StaffAction.SeeChecks))
            keys.Add(Bind(Key.Of('k'), "checks", DeskCommand.Checks));
        if (May(model, StaffAction.ProposeChange))
            keys.Add(Bind(Key.Of('e'), "content", DeskCommand.Content));
        keys.AddRange(Bind(Key.Function(5), "reload", DeskCommand.Reload), Bind(Key.Function(2), "language", DeskCommand.DeskLanguage), Bind(Key.Of('q'), "quit", DeskCommand.Quit), Bind(Key.Of('?'), "help", DeskCommand.Help));
        return keys.ToImmutable();
    }

    private static ImmutableArray<Binding<DeskMsg>> Referral(DeskModel model, DeskScreen.Referral referral)
    {
        var keys = ImmutableArray.CreateBuilder<Binding<DeskMsg>>();
        void Offer(StaffAction action, char key, string help, DeskCommand command)
        {
            if (referral.Dto.May.Contains(action))
                keys.Add(Bind(Key.Of(key), help, command));
        }

        if (!model.Alerts.IsEmpty)
            keys.Add(Bind(Key.Of('a'), "alerts", DeskCommand.Alerts));
        Offer(StaffAction.Reply, 'r', "reply", DeskCommand.Reply);
        if (referral.Dto.Assignee is { } who && who == model.Me?.Id)
            Offer(StaffAction.Claim, 'c', "release", DeskCommand.Release);
        else
            Offer(StaffAction.Claim, 'c', "claim", DeskCommand.Claim);
        Offer(StaffAction.Note, 'n', "note", DeskCommand.Note);
        if (referral.Dto.Locked)
            Offer(StaffAction.OpenReturnLock, 'u', "unlock", DeskCommand.Unlock);
        if (!referral.Dto.Counselling.IsEmpty && Lifecycle.IsOpen(referral.Dto.Status))
            Offer(StaffAction.Counsel, 'g', "counsel", DeskCommand.Counsel);
        if (referral.Dto.Contact?.Now is ContactDecision.Allowed { Way: not ContactWay.Site })
            Offer(StaffAction.RecordContact, 't', "contact", DeskCommand.Contact);
        Offer(StaffAction.SetStatus, 's', "status", DeskCommand.Status);
        Offer(StaffAction.SetPriority, 'p', "priority", DeskCommand.Priority);
        keys.AddRange(Bind(Key.Enter, "", DeskCommand.Open), Bind(Key.Escape, "back", DeskCommand.Back), Bind(Key.Function(5), "reload", DeskCommand.Reload),
            Bind(Key.Of('q'), "quit", DeskCommand.Quit), Bind(Key.Of('?'), "help", DeskCommand.Help));
        return keys.ToImmutable();
    }

    private static ImmutableArray<Binding<DeskMsg>> Alerts(DeskModel model, DeskScreen.Alerts alerts)
    {
        ImmutableArray<Binding<DeskMsg>> leave = [Bind(Key.Escape, "back", DeskCommand.Back), Bind(Key.Of('?'), "help", DeskCommand.Help)];
        return alerts.Selected < model.Alerts.Length
            ? [Bind(Key.Of('a'), "acknowledge", DeskCommand.Acknowledge), .. model.Alerts[alerts.Selected].CanReply ? [Bind(Key.Of('r'), "reply", DeskCommand.Reply)] : (ReadOnlySpan<Binding<DeskMsg>>)[], .. leave]
            : leave;
    }

    private static ImmutableArray<Binding<DeskMsg>> Writing(Compose writing) => writing switch
    {
        { Choices: not null, Chosen: null } => [Bind(Key.Escape, "back", DeskCommand.Back)],
        { Kind: ComposeKind.Reply } => [Bind(Key.Ctrl('s'), "send", DeskCommand.Keep), Bind(Key.Tab, "language", DeskCommand.Language), Bind(Key.Function(3), "ready", DeskCommand.Ready), Bind(Key.Escape, "back", DeskCommand.Back)],
        { IsShort: true } => [Bind(Key.Enter, "keep", DeskCommand.Keep), Bind(Key.Ctrl('s'), "", DeskCommand.Keep), Bind(Key.Escape, "back", DeskCommand.Back)],
        _ => [Bind(Key.Ctrl('s'), "keep", DeskCommand.Keep), Bind(Key.Escape, "back", DeskCommand.Back)],
    };

    private static ImmutableArray<Binding<DeskMsg>> Interview(DeskScreen.Interview interview)
    {
        ImmutableArray<Binding<DeskMsg>> leave = [Bind(Key.Escape, "leave", DeskCommand.Back)];
        return interview switch
        {
            { Writing: not null } => [Bind(Key.Enter, "answer", DeskCommand.Keep), Bind(Key.Ctrl('b'), "stepback", DeskCommand.Previous), .. leave],
            { Choices.Items.Length: > 0 } => [Bind(Key.Of('/'), "write", DeskCommand.Write), Bind(Key.Ctrl('b'), "stepback", DeskCommand.Previous), .. leave],
            _ => [Bind(Key.Enter, "done", DeskCommand.Back), .. leave],
        };
    }

    private static ImmutableArray<Binding<DeskMsg>> Content(DeskScreen.Content content) =>
    [
        Bind(Key.Enter, "open", DeskCommand.Open), Bind(Key.Of('/'), "search", DeskCommand.Search), Bind(Key.Of('c'), "changes", DeskCommand.Changes), Bind(Key.Of('n'), "unanswered", DeskCommand.Unanswered),
        .. content.Behind is DeskScreen.Queue ? [Bind(Key.Escape, "back", DeskCommand.Back)] : (ReadOnlySpan<Binding<DeskMsg>>)[],
        Bind(Key.Function(5), "reload", DeskCommand.Reload), Bind(Key.Function(2), "language", DeskCommand.DeskLanguage), Bind(Key.Of('q'), "quit", DeskCommand.Quit), Bind(Key.Of('?'), "help", DeskCommand.Help),
    ];

    private static ImmutableArray<Binding<DeskMsg>> Changes(DeskScreen.Changes changes)
    {
        var keys = ImmutableArray.CreateBuilder<Binding<DeskMsg>>();
        keys.Add(Bind(Key.Enter, "difference", DeskCommand.Open));
        foreach (var decision in (changes.Marked?.May ?? []).Where(d => d != ChangeDecision.Publish || changes.Marked?.Number == changes.Opened))
            keys.Add(decision switch
            {
                ChangeDecision.Publish => Bind(Key.Of('p'), "publish", DeskCommand.Publish),
                ChangeDecision.Withdraw => Bind(Key.Of('w'), "withdraw", DeskCommand.Withdraw),
                _ => Bind(Key.Of('u'), "putback", DeskCommand.PutBack),
            });
        keys.AddRange(Bind(Key.Escape, "back", DeskCommand.Back), Bind(Key.Of('q'), "quit", DeskCommand.Quit), Bind(Key.Of('?'), "help", DeskCommand.Help));
        return keys.ToImmutable();
    }

    private static bool May(DeskModel model, StaffAction action) => model.Me?.May.Contains(action) == true;

    private static Binding<DeskMsg> Bind(Key key, string help, DeskCommand command) => new(key, help.Length > 0 ? $"desk.key.{help}" : "", new DeskMsg.Do(command));
}
