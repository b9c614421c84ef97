using System.Collections.Immutable;
using System.Globalization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

/// <summary>The queue: moving, views, search. Rows come page by page, no more than the screen shows.</summary>
internal static class QueueUpdate
{
    private const int MostRows = 100;
    private const string Everywhere = "*";

    /// <summary>The view a desk opens with.</summary>
    public static QueueTab FirstTab(MeDto me) => RegionOf(me) is null ? QueueTab.All : QueueTab.Region;

    /// <summary>Loads the first page of the view.</summary>
    public static DeskStep Load(DeskModel model) => model.Ask(Waiting.Loading, number => new DeskEffect.LoadQueue(number, AskFor(model, null)));

    /// <summary>Loads again what is shown, without anybody waiting for it.</summary>
    public static DeskEffect Refresh(DeskModel model) => new DeskEffect.LoadQueue(0, AskFor(model, null) with { Take = Math.Clamp(model.Queue.Rows.Length, Take(model), MostRows) });

    /// <summary>A key that moves or writes.</summary>
    public static DeskStep Touched(DeskModel model, InputEvent input)
    {
        if (model.Queue.Search is { } search)
            return (model with { Queue = model.Queue with { Search = search.Update(input) } }).Still();
        var (moved, _) = QueueTable.Of(model, static _ => []).Update(input, QueueTable.Place(model));
        var next = model with { Queue = model.Queue with { Selected = moved.Selected, Top = moved.Top } };
        return moved.Selected >= model.Queue.Rows.Length - 1 && model.Queue.Next is not null && model.Waiting == Waiting.Nothing
            ? next.Ask(Waiting.Loading, number => new DeskEffect.LoadQueue(number, AskFor(next, next.Queue.Next)))
            : next.Still();
    }

    /// <summary>A key with a meaning.</summary>
    public static DeskStep Do(DeskModel model, DeskCommand command) => command switch
    {
        DeskCommand.Search => (model with { Queue = model.Queue with { Search = new TextField { MaxLength = 20, Flow = Text.Flow.LeftToRight } }, Notice = null }).Still(),
        DeskCommand.Back => (model with { Queue = model.Queue with { Search = null }, Notice = null }).Still(),
        DeskCommand.Open when model.Queue.Search is { } search => Find(model, search.Text),
        DeskCommand.Open => model.Queue.Marked is { } row ? Open(model, row.Reference) : model.Still(),
        DeskCommand.Claim => model.Queue.Marked is { } row ? model.Ask(Waiting.Saving, number => new DeskEffect.Act(number, row.Reference, new DeskAct.Claim())) : model.Still(),
        DeskCommand.View => Load(model with { Queue = new QueueState { Tab = After(model) } }),
        DeskCommand.Reload => Load(model),
        _ => model.Still(),
    };

    /// <summary>A page came: the first of the view, the next one, or the same once more.</summary>
    public static DeskStep Loaded(DeskModel model, DeskMsg.QueueLoaded loaded)
    {
        var quiet = loaded.Number == 0;
        if (!quiet && loaded.Number != model.Awaited)
            return model.Still();
        if (!loaded.Answer.Ok)
            return quiet && loaded.Answer.Problems[0].Code != DeskProblems.SessionOverCode ? model.Still() : model.Failed(loaded.Answer.Problems[0]).Still();
        var current = AskFor(model, null);
        if (quiet && (loaded.Ask.View, loaded.Ask.Region, loaded.Ask.Status) != (current.View, current.Region, current.Status))
            return model.Still();
        var page = loaded.Answer.Value;
        var before = model.Queue;
        var rows = loaded.Ask.After is null ? page.Rows : before.Rows.AddRange(page.Rows.Where(r => before.Rows.All(b => b.Reference != r.Reference)));
        var next = (quiet ? model : model.Heard()) with
        {
            Queue = before with { Rows = rows, Next = page.Next, Selected = Found(rows, before) },
            Counts = page.Counts,
            Now = loaded.Now,
        };
        if (before.Tab is QueueTab.Region or QueueTab.All)
            next = next with { DueToday = rows.Count(r => r.Due < loaded.Now.AddDays(1)).ToString(CultureInfo.InvariantCulture) + (page.Next is null ? "" : "+") };
        return (next, page.Counts.Alerts != model.Alerts.Length ? [new DeskEffect.LoadAlerts()] : []);
    }

    private static DeskStep Open(DeskModel model, string reference) => model.Ask(Waiting.Loading, number => new DeskEffect.Open(number, reference));

    /// <summary>A whole reference opens; a part of one marks the row that has it.</summary>
    private static DeskStep Find(DeskModel model, string typed)
    {
        if (ReferralId.TryParse(typed, out var id))
            return Open(model with { Queue = model.Queue with { Search = null } }, id.ToString());
        var part = new string([.. typed.ToUpperInvariant().Where(char.IsLetterOrDigit)]);
        var rows = model.Queue.Rows;
        var found = part.Length < 2 ? null : rows.FirstOrDefault(r => r.Reference.Replace("-", "", StringComparison.Ordinal).Contains(part, StringComparison.Ordinal));
        return found is null
            ? (model with { Notice = new Notice.Trouble(DeskProblems.NotAReference()) }).Still()
            : (model with { Queue = model.Queue with { Search = null, Selected = rows.IndexOf(found) }, Notice = null }).Still();
    }

    private static int Found(ImmutableArray<QueueRowDto> rows, QueueState before)
    {
        var same = before.Marked is { } marked ? rows.IndexOf(rows.FirstOrDefault(r => r.Reference == marked.Reference)!) : -1;
        return same >= 0 ? same : Math.Clamp(before.Selected, 0, Math.Max(0, rows.Length - 1));
    }

    private static QueueTab After(DeskModel model)
    {
        var next = (QueueTab)(((int)model.Queue.Tab + 1) % Enum.GetValues<QueueTab>().Length);
        return next == QueueTab.Region && (model.Me is null || RegionOf(model.Me) is null) ? QueueTab.Mine : next;
    }

    /// <summary>Null where there is no such view: every region, or complaints, which come from all regions but one's own.</summary>
    private static string? RegionOf(MeDto me) => me.Regions is [var one] && one != Everywhere && me.Role != StaffRole.ComplaintsOfficer ? one : null;

    private static int Take(DeskModel model) => Math.Clamp(QueueTable.Place(model).Height - 1, 5, MostRows);

    private static QueueAsk AskFor(DeskModel model, string? after) => model.Queue.Tab switch
    {
        QueueTab.Region => new QueueAsk("open", model.Me is { } me ? RegionOf(me) : null, null, after, Take(model)),
        QueueTab.Mine => new QueueAsk("mine", null, null, after, Take(model)),
        QueueTab.Closed => new QueueAsk("closed", null, null, after, Take(model)),
        _ => new QueueAsk("open", null, null, after, Take(model)),
    };
}
