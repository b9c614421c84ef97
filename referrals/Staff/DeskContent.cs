using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Outreach.Content.Editing;
using Outreach.Content.Packages;
using Outreach.Localization;
using Outreach.Referrals.Editing;

namespace Outreach.Referrals.Staff;

/// <summary>Editing what people read: search, propose, and as another person publish.</summary>
public sealed partial class Desk
{
    private const int MostContentRows = 60;
    private const int MostChanges = 50;
    private const int MostLines = 60;

    /// <summary>Pages and contacts whose name, title or number has all the words.</summary>
    public async Task<Result<ContentDto>> Content(Caller caller, string? find, CancellationToken cancel)
    {
        if (!caller.Account.May(StaffAction.ProposeChange))
            return ReferralProblems.NotYourRole("content");
        var read = await services.Editing.Read(cancel);
        if (!read.Ok)
            return read.Problems;
        var words = Fold.Text(find ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var waiting = (await services.Editing.Store.Newest(null, MostChanges, cancel)).Where(c => c.State == ChangeState.Proposed).Select(c => c.What.Part).ToHashSet();
        var rows = read.Value.Files.All.SelectMany(Parts).Where(p => Array.TrueForAll(words, p.Fits)).Take(MostContentRows + 1).ToArray();
        return new ContentDto([.. rows.Take(MostContentRows).Select(p => new ContentRow(p.Part.File, p.Part.Contact, p.Title, waiting.Contains(p.Part)))], rows.Length > MostContentRows);
    }

    /// <summary>A page or contact as it reads now, with its history.</summary>
    public async Task<Result<ContentItemDto>> ContentItem(Caller caller, TextPart part, CancellationToken cancel)
    {
        if (!caller.Account.May(StaffAction.ProposeChange))
            return ReferralProblems.NotYourRole("content");
        var open = await services.Editing.Open(part, cancel);
        if (!open.Ok)
            return open.Problems;
        var (text, form) = (open.Value.Text, part.Contact is null ? null : ContactForm.Of(open.Value.Text));
        var history = await Shown(caller, await services.Editing.Store.Newest(part, MostChanges, cancel), cancel);
        return new ContentItemDto(part.File, part.Contact, TitleOf(part, text), text, open.Value.Seen, form, history);
    }

    /// <summary>Proposes another text.</summary>
    public async Task<Result<ChangesDto>> ProposeChange(Caller caller, ChangeRequest request, CancellationToken cancel)
    {
        if (!caller.Account.May(StaffAction.ProposeChange))
            return ReferralProblems.NotYourRole("content");
        if (request is not { Id.Length: > 0 and <= MostIdCharacters, File: not null, Seen: not null } || (request.Text is null) == (request.Form is null))
            return ReferralProblems.BadRequest("id, file, seen, and text or form");
        var part = new TextPart(request.File, request.Contact);
        var open = await services.Editing.Open(part, cancel);
        if (!open.Ok)
            return open.Problems;
        var after = request.Text ?? request.Form!.Into(open.Value.Text, services.Editing.Today);
        var proposed = await services.Editing.Propose(new Edit(part, request.Seen, after, request.Reason ?? ""), caller.Account.Id, request.Id, cancel);
        return proposed.Ok ? await AllChanges(caller, proposed.Value.Number, cancel) : proposed.Problems;
    }

    /// <summary>Changes: what waits, what fits no longer, what was decided last.</summary>
    public async Task<Result<ChangesDto>> Changes(Caller caller, CancellationToken cancel) =>
        caller.Account.May(StaffAction.ProposeChange) ? await AllChanges(caller, null, cancel) : ReferralProblems.NotYourRole("content");

    /// <summary>Publishes, withdraws, or proposes to put back.</summary>
    public async Task<Result<ChangesDto>> DecideChange(Caller caller, long number, ChangeAct act, CancellationToken cancel)
    {
        if (!caller.Account.May(act.Decision == ChangeDecision.Publish ? StaffAction.PublishChange : StaffAction.ProposeChange))
            return ReferralProblems.NotYourRole("content");
        if (act.Id is not { Length: > 0 and <= MostIdCharacters })
            return ReferralProblems.BadRequest("id");
        var done = act.Decision switch
        {
            ChangeDecision.Publish => await services.Editing.Publish(number, caller.Account.Id, cancel),
            ChangeDecision.Withdraw => await services.Editing.Withdraw(number, caller.Account.Id, cancel),
            ChangeDecision.PutBack => await services.Editing.PutBack(number, caller.Account.Id, act.Id, cancel),
            _ => ReferralProblems.BadRequest("decision"),
        };
        return done.Ok ? await AllChanges(caller, done.Value.Number, cancel) : done.Problems;
    }

    private async Task<ChangesDto> AllChanges(Caller caller, long? item, CancellationToken cancel) =>
        new(await Shown(caller, await services.Editing.Store.Newest(null, MostChanges, cancel), cancel), item);

    private async Task<ImmutableArray<ChangeDto>> Shown(Caller caller, ImmutableArray<ContentChange> changes, CancellationToken cancel)
    {
        var (names, read) = (_views.Names(), await services.Editing.Read(cancel));
        FrozenSet<long> stale = [.. read.Value?.Stale ?? []], taken = [.. read.Value?.Taken ?? []];
        return [.. changes.Select(Show)];

        ChangeDto Show(ContentChange change)
        {
            var (part, what) = (change.What.Part, change.What);
            var fits = change.State != ChangeState.Proposed || read.Value?.Files.TextOf(part.File) is { } file && part.In(file) == what.Before;
            return new ChangeDto(
                change.Number, part.File, part.Contact, TitleOf(part, what.After), what.Reason, names.GetValueOrDefault(change.Author) ?? "", change.At, change.State,
                change.DecidedBy is { } by ? names.GetValueOrDefault(by) : null, change.DecidedAt, !fits || stale.Contains(change.Number), taken.Contains(change.Number), what.PutsBack,
                [.. Difference.Of(what.Before, what.After).Take(MostLines)], May(caller, change));
        }
    }

    private static ImmutableArray<ChangeDecision> May(Caller caller, ContentChange change) => change.State switch
    {
        ChangeState.Proposed when change.Author != caller.Account.Id && caller.Account.May(StaffAction.PublishChange) => [ChangeDecision.Publish, ChangeDecision.Withdraw],
        ChangeState.Proposed => [ChangeDecision.Withdraw],
        ChangeState.Published => [ChangeDecision.PutBack],
        _ => [],
    };

    private static IEnumerable<Listed> Parts(NamedText file) => file.Name.StartsWith("directory/", StringComparison.Ordinal)
        ? TextPart.ContactsOf(file).Select(p => (Part: p, Text: p.In(file.Text)!)).Select(p => new Listed(p.Part, TitleOf(p.Part, p.Text), $"{ContactForm.Of(p.Text).Number} {p.Text}"))
        : new TextPart(file.Name, null) is { IsEditable: true } page ? [new Listed(page, TitleOf(page, file.Text), "")] : [];

    private static string TitleOf(TextPart part, string text) => part.Contact is null ? Title().Match(text).Groups["title"].Value.Trim().Trim('"') : ContactForm.NameOf(text);

    [GeneratedRegex("^title: (?<title>[^\r\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();

    /// <param name="Part">The page or contact.</param>
    /// <param name="Title">Its title or name.</param>
    /// <param name="Also">What it is found by besides.</param>
    private sealed record Listed(TextPart Part, string Title, string Also)
    {
        private readonly string _folded = Fold.Text($"{Part} {Title} {Also}");

        public bool Fits(string word) => _folded.Contains(word, StringComparison.Ordinal);
    }
}
