using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Editing;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Desk;

/// <summary>The desk's words in one language.</summary>
public sealed class DeskWords(Localizer texts, Locale language)
{
    private const int NotCounselled = 3014;

    /// <summary>Answers that are ready, in the order offered.</summary>
    public static readonly ImmutableArray<string> ReadyAnswers = ["working", "when", "missed", "language", "need", "danger", "free"];

    /// <summary>The language.</summary>
    public Locale Language => language;

    /// <summary>The direction of our own sentences, whatever names and numbers they hold; as long as they are English, that of English.</summary>
    public Flow Flow => texts.Spoken(language, "desk.title").IsRightToLeft ? Flow.RightToLeft : Flow.LeftToRight;

    /// <summary>A place for our own sentences.</summary>
    public Placement At(Align align) => new(align, Flow);

    /// <summary>A text.</summary>
    public string Text(string key, params ReadOnlySpan<(string Name, string Value)> args) => texts.Text(language, key, args);

    /// <summary>A text with a number.</summary>
    public string Plural(string key, long count) => texts.Plural(language, key, count);

    /// <summary>critical, high, …</summary>
    public string Priority(Priority priority) => Text($"desk.priority.{Name(priority)}");

    /// <summary>The same in four letters, critical in capitals.</summary>
    public string PriorityShort(Priority priority) => Text($"desk.pri.{Name(priority)}");

    /// <summary>How far a referral is.</summary>
    public string Status(ReferralStatus status) => Text($"desk.status.{Name(status)}");

    /// <summary>A programme in a few letters; one nobody has translated keeps its id.</summary>
    public string Programme(string id) => Known($"desk.programme.{id}", id);

    /// <summary>Two or three words for a rule that fired.</summary>
    public string Rule(string id) => Known($"rule.{id}.code", id);

    /// <summary>A language, for staff who may not read its own name.</summary>
    public string LanguageName(Locale which) => Text($"desk.language.{which.Tag}");

    /// <summary>Why something was not done, in a sentence.</summary>
    public string Problem(Problem problem)
    {
        if (problem is { Code: NotCounselled, Where.Length: > 0 })
            return Text("desk.problem.3014", ("missing", language.Join(problem.Where.Split(' ').Select(CounsellingStep))));
        if (problem is { Code: EditingProblems.RefusedCode, Where.Length: > 0 })
            return Text("desk.problem.3223", ("why", Sanitizer.Clean(problem.Where)));
        foreach (var key in (ReadOnlySpan<string>)[$"desk.problem.{Ascii(problem.Code)}", $"problem.{Ascii(problem.Code)}"])
            if (texts.English.TryGetValue(key, out var entry) && !entry.English.Contains('{', StringComparison.Ordinal))
                return Text(key);
        return Sanitizer.Line(problem.Message);
    }

    /// <summary>How long until it is due: "18 min", "21 h", "5 d", "now"; what is late says so.</summary>
    public string Due(DateTimeOffset due, DateTimeOffset now)
    {
        var left = due - now;
        if (left > TimeSpan.FromMinutes(1))
            return Span(left);
        return left > -TimeSpan.FromHours(1) ? Text("desk.due.now") : Text("desk.due.late", ("time", Span(-left)));
    }

    /// <summary>A moment on the clock of a place: the time, and the day when it is not today.</summary>
    public string Moment(DateTimeOffset at, DateTimeOffset now)
    {
        var local = at.ToOffset(now.Offset);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return local.Date == now.Date ? time : $"{Day(local)} {time}";
    }

    /// <summary>The same with its zone: "14:05 UTC+2". Offsets are read the same in every language and also where a country changes its clocks.</summary>
    public string Clock(DateTimeOffset at, DateTimeOffset now) => $"{Moment(at, now)} {Zone(now)}";

    /// <summary>The zone of a clock: "UTC+2", "UTC+3:30".</summary>
    public static string Zone(DateTimeOffset clock) => clock.Offset switch
    {
        var none when none == TimeSpan.Zero => "UTC",
        var offset => "UTC" + (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(offset.Minutes == 0 ? "%h" : "h\\:mm", CultureInfo.InvariantCulture),
    };

    /// <summary>Whether and how the person may be contacted now; stands on the screen as long as the referral does.</summary>
    public string Contact(ReferralDto dto)
    {
        if (dto.Contact is not { } contact)
            return Text("desk.contact.hidden");
        var local = dto.LocalTime;
        var clock = Clock(local, local);
        var hours = contact.Hours.IsDefaultOrEmpty ? Text("desk.hours.unsaid") : language.Join(contact.Hours.Select(h => Text($"desk.hours.{Name(h)}")));
        var how = contact.Now switch
        {
            ContactDecision.Allowed(ContactWay.Site) => Text("desk.contact.site", ("way", Way(ContactWay.Site)), ("hours", hours), ("now", clock)),
            ContactDecision.Allowed(var way) => Text("desk.contact.allowed", ("way", Way(way)), ("number", contact.Number ?? ""), ("hours", hours), ("now", clock)),
            ContactDecision.Wait(var way, var until) => Text("desk.contact.wait", ("way", Way(way)), ("hours", hours), ("now", clock), ("until", Moment(until, local))),
            _ when !Lifecycle.IsOpen(dto.Status) => Text("desk.contact.closed"),
            _ when dto.Child && !dto.May.Contains(StaffAction.ContactChild) => Text("desk.contact.child"),
            _ => Text("desk.contact.never"),
        };
        var others = contact.Now is ContactDecision.Never ? "" : contact.Way switch
        {
            ContactWay.Call => $" {Text($"desk.others.{Name(contact.Others)}")}",
            ContactWay.Sms or ContactWay.WhatsApp => $" {Text("desk.others.read")}",      // nobody answers a message, but others may read it
            _ => "",
        };
        var own = contact.InOwnWords is { Length: > 0 } said ? $" «{Sanitizer.Line(said)}»" : "";
        return $"{how}{others}{own} {Text(contact.CanReply ? "desk.contact.reply" : "desk.contact.noreply")}";
    }

    /// <summary>Whether the person was reached outside the conversation, and how.</summary>
    public string Contacted(ContactWay way, bool reached) => Text(reached ? "desk.entry.contacted" : "desk.entry.missed", ("way", Way(way)));

    /// <summary>Answers that are ready in a language. They name no programme and no reason: others may read them.</summary>
    public IEnumerable<string> Ready(Locale which) => ReadyAnswers.Select(name => texts.Text(which, $"desk.ready.{name}"));

    /// <summary>A step of counselling with its box, ticked when it is done.</summary>
    public string CounsellingStep(CounsellingDto line) => $"{(line.Done ? "[x]" : "[ ]")} {CounsellingStep(line.Step)}";

    /// <summary>The same with what was recorded, when and by whom.</summary>
    public string Counselling(CounsellingDto line) => line is { Said: { } said, Day: { } day, By: { } by }
        ? Text("desk.counsel.recorded", ("step", CounsellingStep(line)), ("said", Counselled(line.Step, said)), ("day", Day(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero))), ("name", Sanitizer.Line(by)))
        : CounsellingStep(line);

    /// <summary>What was said at a step; a language by our name for it, or by its own.</summary>
    public string Counselled(CounsellingStep step, string said) => step switch
    {
        Referrals.CounsellingStep.Language when Locale.TryParse(said, out var known) => LanguageName(known),
        Referrals.CounsellingStep.Language => LanguageNames.Of(said),
        _ => Known($"desk.said.{said}", said),
    };

    /// <summary>What recording an answer does beside that; empty where it does nothing.</summary>
    public string Effect(CounsellingStep step, string said) =>
        CounsellingRules.Locks(said) ? Text("desk.counsel.locks") : said == CounsellingRules.DoesNotGo || step == Referrals.CounsellingStep.Departed ? Text("desk.counsel.ends") : "";

    /// <summary>A step of counselling.</summary>
    public string CounsellingStep(CounsellingStep step) => CounsellingStep(step.ToString());

    private string CounsellingStep(string step) => Known($"desk.counsel.{step.ToLowerInvariant()}", step);

    /// <summary>What happened, in words.</summary>
    public string Entry(EntryDto entry)
    {
        var text = entry.Text is { } said ? Sanitizer.Clean(said) : "";
        return entry.Kind switch
        {
            "from-person" => text,
            "to-person" => entry.Untranslated ? $"{Text("desk.entry.untranslated")} {text}" : text,
            "contacted" when entry is { Way: { } way, Reached: { } reached } => Contacted(way, reached),
            "noted" => $"{Text("desk.entry.noted")} {text}",
            "prioritised" when entry.Priority is { } p => $"{Text("desk.entry.prioritised", ("priority", Priority(p)))} {text}",
            "counselled" when entry is { Step: { } step, Said: { } answer } => Text("desk.counsel.said", ("step", CounsellingStep(step)), ("said", Counselled(step, answer))),
            "locked" when entry.Who == "person" => Text("desk.entry.locked.person"),
            "status" when entry.Status is { } s => $"{Text("desk.entry.status", ("status", Status(s)))} {text}",
            var kind => $"{Known($"desk.entry.{kind}", kind)} {text}",
        };
    }

    /// <summary>What was agreed to, and when it was read aloud, how.</summary>
    public string Consent(ConsentDto consent)
    {
        var agencies = ("agencies", language.Join(consent.Agencies.Select(a => a == "office" ? Text("desk.agency.office") : Known($"agency.{a}", a))));
        if (!consent.Oral)
            return Text("desk.consent.given", agencies);
        var key = consent.Spoken switch { { Way: SpokenWay.Present } => "desk.consent.present", { Way: SpokenWay.Phone } => "desk.consent.phone", _ => "desk.consent.oral" };
        var read = Text("desk.consent.read", ("language", LanguageName(consent.Language)), ("text", Sanitizer.Line(consent.Text)));
        return language.Join([Text(key, agencies), read, .. consent.Spoken is { Interpreter: true } ? [Text("desk.consent.interpreter")] : Array.Empty<string>()]);
    }

    /// <summary>Who helped the person to write, and what follows from it.</summary>
    public string Helped(HelperRole role) => Text("desk.helped", ("role", Text($"desk.helped.{Name(role)}")));

    /// <summary>The channel a request came by; one nobody has named keeps its id.</summary>
    public string Channel(string id) => Known($"desk.channel.{id}", id);

    /// <summary>How staff and the person talk.</summary>
    public string Spoken(Spoken spoken) => Text((spoken.Way, spoken.Interpreter) switch
    {
        (SpokenWay.Present, false) => "desk.spoken.present",
        (SpokenWay.Present, true) => "desk.spoken.present.interpreter",
        (_, false) => "desk.spoken.phone",
        _ => "desk.spoken.phone.interpreter",
    });

    /// <summary>A day without its time, for closed ones: "21 Nov".</summary>
    public string Day(DateTimeOffset at) => $"{Ascii(at.Day)} {Text("desk.months").Split('|').ElementAtOrDefault(at.Month - 1)}";

    /// <summary>Who did it: person, machine or a name.</summary>
    public string Who(string who) => who is "person" or "machine" ? Text($"desk.who.{who}") : Sanitizer.Line(who);

    /// <summary>An alert in a line.</summary>
    public string Alert(AlertDto alert, DateTimeOffset now) => Text("desk.alert.line", ("kind", Text($"desk.alert.{Name(alert.Kind)}")),
        ("place", alert.Place?.ToUpperInvariant() ?? "?"), ("language", LanguageName(alert.Language)), ("time", Clock(alert.At, now.ToOffset(alert.At.Offset))));

    /// <summary>A change in a few lines: what, who, when, why, and whether it still fits.</summary>
    public string Change(ChangeDto change, DateTimeOffset now)
    {
        var (title, author) = (("title", Titled(change.Title, change.File, change.Contact)), ("author", Sanitizer.Line(change.Author)));
        var decided = (Name: ("name", Sanitizer.Line(change.DecidedBy ?? "")), Time: ("time", Moment(change.DecidedAt ?? change.At, now)));
        var what = change.State switch
        {
            ChangeState.Published => Text("desk.change.published", title, decided.Name, decided.Time, author),
            ChangeState.Withdrawn => Text("desk.change.withdrawn", title, decided.Name, decided.Time, author),
            _ => Text("desk.change.proposed", title, author, decided.Time),
        };
        var lines = new List<string> { what, Sanitizer.Line(change.Reason) };
        if (change.PutsBack is { } back)
            lines.Add(Text("desk.change.back", ("number", Ascii((int)back))));
        if (change.Stale)
            lines.Add(Text("desk.change.stale"));
        if (change.Taken)
            lines.Add(Text("desk.change.taken"));
        return string.Join('\n', lines);
    }

    /// <summary>A question nobody could answer: its words as far as we know them, how many asked, in which language and where.</summary>
    public string Unanswered(UnansweredRow row) =>
        $"{Ascii(row.Times)}  {Sanitizer.Line(row.Words)}  ({LanguageName(row.Language)}, {row.Place?.ToUpperInvariant() ?? Text("desk.unanswered.anywhere")})";

    /// <summary>How many a page helped, and how many it did not; which page, in which language and where.</summary>
    public string Helped(HelpedRow row) => Text("desk.helped.row", ("page", row.Page), ("no", Ascii(row.No)), ("yes", Ascii(row.Yes)),
        ("language", LanguageName(row.Language)), ("place", row.Place?.ToUpperInvariant() ?? Text("desk.unanswered.anywhere")));

    /// <summary>A page or contact by its title and a short name: "Police (de/110)".</summary>
    public static string Titled(string title, string file, string? contact) => $"{Sanitizer.Line(title)} ({contact ?? file.Replace("library/", "", StringComparison.Ordinal).Replace(".md", "", StringComparison.Ordinal)})";

    /// <summary>ASCII digits.</summary>
    public static string Ascii(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Way(ContactWay way) => Text($"desk.way.{Name(way)}");

    private string Span(TimeSpan time) => time switch
    {
        { TotalMinutes: < 90 } => Text("desk.due.minutes", ("n", Ascii((int)time.TotalMinutes))),
        { TotalHours: < 48 } => Text("desk.due.hours", ("n", Ascii((int)time.TotalHours))),
        _ => Text("desk.due.days", ("n", Ascii((int)time.TotalDays))),
    };

    private string Known(string key, string otherwise) => texts.English.ContainsKey(key) ? Text(key) : Sanitizer.Line(otherwise);

    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
