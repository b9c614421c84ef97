using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals.Sync;
using Outreach.Referrals.Triage;

namespace Outreach.Referrals.Staff;

/// <summary>What leaves the register towards a desk: listed field by field, as far as the role may see it.</summary>
internal sealed class ReferralViews(DeskServices services)
{
    private const int HashShown = 8;

    /// <summary>Names of staff by number.</summary>
    public FrozenDictionary<StaffId, string> Names() => services.Staff.List().ToFrozenDictionary(a => a.Id, a => a.Name);

    /// <summary>A row of the queue.</summary>
    public QueueRowDto Row(Caller caller, QueueRow row, FrozenDictionary<StaffId, string> names)
    {
        var fields = AccessPolicy.Of(caller.Account.Role).Fields;
        var person = fields.HasFlag(ReferralFields.Person);
        return new QueueRowDto(row.Id.ToString(), row.Priority, row.Due, row.Received, row.Programme, row.Region, row.Status,
            row.Assignee?.Value, row.Assignee is { } staff ? names.GetValueOrDefault(staff) : null, row.Language, row.Channel,
            person ? row.Summary.Called : null, person ? [.. row.Summary.Why.Select(id => Say(caller, TriageRule.CodeKey(id), id))] : [], row.Summary.Locked, row.Summary.Child, row.Summary.Waiting, row.Closed is { } closed ? Local(null, closed) : null);
    }

    /// <summary>A referral.</summary>
    public async ValueTask<ReferralDto> Of(Caller caller, Referral referral, CancellationToken cancel)
    {
        var grant = AccessPolicy.Of(caller.Account.Role);
        var names = Names();
        var draft = referral.Draft;
        bool See(ReferralFields field) => grant.Fields.HasFlag(field);
        return new ReferralDto
        {
            Reference = referral.Id.ToString(),
            Version = referral.Version,
            Programme = draft.Programme,
            Region = draft.Region,
            Priority = referral.Priority,
            Status = referral.Status,
            Moves = Lifecycle.From(referral.Status),
            Received = referral.Received,
            Due = referral.Due,
            LocalTime = Local(draft.Place, services.Clock.GetUtcNow()),
            Assignee = referral.Assignee?.Value,
            AssigneeName = referral.Assignee is { } staff ? names.GetValueOrDefault(staff) : null,
            Language = draft.Language,
            CallLanguage = draft.CallLanguage,
            Channel = referral.Origin.Channel,
            Place = draft.Place,
            Country = Country(caller, draft.Place),
            Locked = referral.ReturnLocked,
            Child = draft.Child,
            Person = See(ReferralFields.Person) ? new PersonDto(draft.Person.Called, draft.Person.Area, draft.Person.Helper) : null,
            Contact = See(ReferralFields.Contact) ? await Contact(caller, referral, cancel) : null,
            Rules = See(ReferralFields.Person) ? [.. referral.Rules.Select(r => Rule(caller, r))] : [],
            Answers = See(ReferralFields.Answers) ? Answers(caller, draft, See(ReferralFields.Sensitive)) : [],
            Counselling = draft.LeadsBack && See(ReferralFields.Sensitive) ? Counselling(referral.Counselling, names) : [],
            Consent = new ConsentDto(draft.Consent.Purposes, draft.Consent.Agencies, draft.Consent.Language, draft.Consent.At, draft.Consent.Oral, draft.Consent.TextHash[..Math.Min(HashShown, draft.Consent.TextHash.Length)], draft.Consent.Spoken, draft.Consent.Helper),
            Timeline = [.. referral.Entries.Select(e => Entry(e, names, See(ReferralFields.Messages)))],
            May = grant.Actions,
        };
    }

    /// <summary>Whether the person may be contacted outside the conversation now.</summary>
    public ContactDecision MayContact(Referral referral) => Lifecycle.IsOpen(referral.Status)
        ? SafeContact.MayContact(referral.Draft.Person.Contact, Zone(referral.Draft.Place), services.Clock.GetUtcNow())
        : new ContactDecision.Never();

    /// <summary>Whether a reply may go into the conversation now, on the channel it is on today.</summary>
    public async ValueTask<ContactDecision> MayReply(Referral referral, CancellationToken cancel)
    {
        if (referral.Status == ReferralStatus.Withdrawn)
            return new ContactDecision.Never();
        var today = await services.Conversations.Load(referral.Origin.Conversation, new InputId("desk"), cancel);
        if (today is null && referral.Origin.Channel == SpoolIntake.Channel)
            return new ContactDecision.Never();            // a visitor of a kiosk has no conversation to come back to
        return today is { Conversation.State.Left: true, Conversation.Channel: var left } && !SafeContact.IsFetched(left)
            ? new ContactDecision.Never()
            : SafeContact.MayReply(today?.Conversation.Channel ?? referral.Origin.Channel, referral.Draft.Person.Contact, referral.LastFromPerson, Zone(referral.Draft.Place), services.Clock.GetUtcNow());
    }

    /// <summary>A moment on the clock of a place; of the office where there is none.</summary>
    public DateTimeOffset Local(string? place, DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(Zone(place)).ToDateTimeOffset();

    private async ValueTask<ContactDto> Contact(Caller caller, Referral referral, CancellationToken cancel)
    {
        var wish = referral.Draft.Person.Contact;
        var now = referral.Draft.Child && !caller.Account.May(StaffAction.ContactChild) ? new ContactDecision.Never() : MayContact(referral);
        // The number is shown when it may be used, not before: what is not on the screen is not dialled by mistake.
        return new ContactDto(now, wish.Way, now is ContactDecision.Allowed ? wish.Number : null, wish.Hours, wish.Others, wish.InOwnWords,
            await MayReply(referral, cancel) is ContactDecision.Allowed);
    }

    private string? Country(Caller caller, string? place) => place is not null && services.Book().Countries.Find(place) is { } found
        ? found.Names.GetValueOrDefault(caller.Language) ?? found.Names.GetValueOrDefault(Locale.English)
        : null;

    private DateTimeZone Zone(string? place)
    {
        var book = services.Book();
        return (place ?? book.Office.Place) is { } id && book.Countries.Find(id) is { } found && found.Zones is [var zone, ..]
            ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc
            : DateTimeZone.Utc;
    }

    private RuleDto Rule(Caller caller, FiredRule rule) =>
        new(rule.Id, rule.Version, rule.Priority, Say(caller, TriageRule.CodeKey(rule.Id), rule.Code), Say(caller, TriageRule.Key(rule.Id), rule.Code));

    /// <summary>A text of the rules; a rule that has been withdrawn since still has its words of then.</summary>
    private string Say(Caller caller, string key, string orElse)
    {
        var texts = services.Book().Texts;
        return texts.Has(Locale.English, key) ? texts.Text(caller.Language, key) : orElse;
    }

    /// <summary>One sensitive answer, opened; null where there is none of this path, or the role may not see it.</summary>
    public AnswerDto? Opened(Caller caller, Referral referral, string path)
    {
        if (!AccessPolicy.Of(caller.Account.Role).Fields.HasFlag(ReferralFields.Sensitive))
            return null;
        var book = services.Book();
        var closed = Answers(caller, referral.Draft, sensitiveToo: true).FirstOrDefault(a => a.Path == path && a.CanOpen);
        return closed is not null && DialogForm.Of(book.Dialogs[referral.Draft.Dialog]).At(path) is { } question
            ? closed with { Answer = Said(book, caller.Language, question, referral.Draft.Answers[path]) }
            : null;
    }

    private ImmutableArray<AnswerDto> Answers(Caller caller, ReferralDraft draft, bool sensitiveToo)
    {
        var book = services.Book();
        if (!book.Dialogs.TryGetValue(draft.Dialog, out var dialog))
            return [];
        var form = DialogForm.Of(dialog);
        var answers = from answer in draft.Answers
                      let question = form.At(answer.Key)
                      where question is not null && !IsShownElsewhere(question.Collects)
                      orderby form.Order.GetValueOrDefault(DialogForm.Plain(answer.Key)), answer.Key
                      let sensitive = question.Sensitive || DataKinds.AlwaysSensitive.Contains(question.Collects)
                      select new AnswerDto(answer.Key, book.Texts.Text(caller.Language, question.Label),
                          sensitive ? null : Said(book, caller.Language, question, answer.Value), sensitive, sensitive && sensitiveToo, draft.Doubted.Contains(answer.Key));
        return [.. answers];
    }

    private static ImmutableArray<CounsellingDto> Counselling(Counselling record, FrozenDictionary<StaffId, string> names)
    {
        var missing = record.MissingToLeave;
        return [.. from rule in CounsellingRules.All
                   let mark = record.At(rule.Step)
                   select new CounsellingDto(rule.Step, mark is not null && !missing.Contains(rule.Step), mark?.Said, mark?.Day, mark is null ? null : names.GetValueOrDefault(mark.By, mark.By.ToString()))];
    }

    private static string Said(Book book, Locale language, DialogItem.Question question, string value) => question.Type switch
    {
        AnswerType.Date => DateRule.Show(book.Texts, language, value),
        var type when DialogForm.Choices(type) is { } list => language.Join(value.Split(' ').Select(v => list.Choices.FirstOrDefault(c => c.Name == v) is { } c ? book.Texts.Text(language, c.Label) : v)),
        _ => value,
    };

    private static bool IsShownElsewhere(string collects) =>
        collects is "called-name" or "region" or "gender-of-helper" || collects.StartsWith("contact-", StringComparison.Ordinal);

    private static EntryDto Entry(ReferralEntry entry, FrozenDictionary<StaffId, string> names, bool words)
    {
        var who = entry.By switch
        {
            Actor.Person => "person",
            Actor.Machine => "machine",
            Actor.Staff(var id, _) => names.GetValueOrDefault(id, id.ToString()),
            _ => throw new UnreachableException(),
        };
        var line = new EntryDto(entry.Number, entry.At, who, "", null, null, null, null, false);
        var shown = entry.Event switch
        {
            ReferralEvent.Received => line with { Kind = "received" },
            ReferralEvent.Prioritised e => line with { Kind = "prioritised", Priority = e.Priority, Text = e.Reason },
            ReferralEvent.Claimed => line with { Kind = "claimed" },
            ReferralEvent.Released => line with { Kind = "released" },
            ReferralEvent.Contacted(var way, var reached) => line with { Kind = "contacted", Way = way, Reached = reached },
            ReferralEvent.Noted(var text) => line with { Kind = "noted", Text = text },
            ReferralEvent.MessageFromPerson(var text, var language) => line with { Kind = "from-person", Text = text, Language = language },
            ReferralEvent.MessageToPerson(var text, var language, var untranslated) => line with { Kind = "to-person", Text = text, Language = language, Untranslated = untranslated },
            ReferralEvent.StatusSet(var status, var reason) => line with { Kind = "status", Status = status, Text = reason },
            ReferralEvent.ReturnLockOpened(var reason) => line with { Kind = "lock-opened", Text = reason },
            ReferralEvent.ReturnLocked => line with { Kind = "locked" },
            ReferralEvent.Counselled(var step, var said, _) => line with { Kind = "counselled", Step = step, Said = said },
            ReferralEvent.Withdrawn => line with { Kind = "withdrawn" },
            ReferralEvent.HoldsOtherSlip(var slip) => line with { Kind = "other-slip", Text = slip.ToString() },
            _ => throw new UnreachableException(),
        };
        return words ? shown : shown with { Text = null, Step = null, Said = null };
    }
}
