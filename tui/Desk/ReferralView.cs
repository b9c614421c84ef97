using System.Collections.Immutable;
using Outreach.Content.Directory;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Desk;

/// <summary>What a referral says, line by line: who, in which language, where, why it stands where it stands, history, answers, counselling, consent.</summary>
internal static class ReferralLines
{
    private const int LabelWidth = 19;

    /// <summary>The lines.</summary>
    public static LineList Of(DeskWords words, DeskModel model, DeskScreen.Referral screen)
    {
        var dto = screen.Dto;
        ImmutableArray<DeskLine> lines =
        [
            .. Facts(words, dto).Concat(Rules(words, dto)).Select(l => l with { Flow = words.Flow }), .. History(words, dto), .. Answers(words, screen),
            .. Counselling(words, dto).Select(l => l with { Flow = words.Flow }), .. Consent(words, dto),
        ];
        return new LineList(lines, DeskLayout.IsWide(model) ? LabelWidth : 0) { Selected = Math.Clamp(screen.Selected, 0, lines.Length - 1), Top = screen.Top };
    }

    private static IEnumerable<DeskLine> Facts(DeskWords words, ReferralDto dto)
    {
        var person = dto.Person;
        var called = person?.Called is { Length: > 0 } name ? Sanitizer.Line(name) : words.Text("desk.person.unnamed");
        string[] marks = [called, dto.Child ? words.Text("desk.mark.child") : "", words.LanguageName(dto.Language), dto.CallLanguage is { } call ? words.Text("desk.call.language", ("language", LanguageNames.Of(call))) : "", Helper(words, person?.Helper)];
        yield return new DeskLine(Join(words, marks), words.Text("desk.fact.person"));
        if (dto.Consent?.Helper is { } helper)
            yield return new DeskLine(words.Helped(helper), words.Text("desk.fact.helped"), Style.Bold);
        string[] where = [Sanitizer.Line(dto.Country ?? dto.Place?.ToUpperInvariant() ?? "?"), Sanitizer.Line(person?.Area ?? ""), words.Text("desk.fact.by", ("channel", words.Channel(dto.Channel)), ("region", Sanitizer.Line(dto.Region)))];
        yield return new DeskLine(Join(words, where), words.Text("desk.fact.where"));
    }

    private static IEnumerable<DeskLine> Rules(DeskWords words, ReferralDto dto) =>
        dto.Rules.Select((r, i) => new DeskLine(Sanitizer.Line(r.Reason), i == 0 ? words.Text("desk.fact.rules") : ""));

    private static IEnumerable<DeskLine> Counselling(DeskWords words, ReferralDto dto) => dto.Counselling.IsEmpty
        ? []
        : dto.Counselling.Select(line => new DeskLine(words.Counselling(line))).Prepend(new DeskLine(words.Text("desk.counsel"), "", Style.Bold));

    private static IEnumerable<DeskLine> Consent(DeskWords words, ReferralDto dto)
    {
        if (dto.Consent is { } consent)
            yield return new DeskLine(Join(words, [words.Consent(consent), words.Clock(consent.At, dto.LocalTime)]), words.Text("desk.fact.consent"), default, null, words.Flow);
    }

    private static IEnumerable<DeskLine> Answers(DeskWords words, DeskScreen.Referral screen)
    {
        if (screen.Dto.Answers.IsEmpty)
            yield break;
        yield return new DeskLine(words.Text("desk.answers"), "", Style.Bold);
        foreach (var answer in screen.Dto.Answers)
        {
            var known = answer.Answer ?? screen.Opened.GetValueOrDefault(answer.Path);
            var hidden = known is null && answer.CanOpen;
            var said = known is not null ? Sanitizer.Clean(known) : words.Text(hidden ? "desk.answer.hidden" : "desk.answer.notyours");
            var twice = answer.Doubted ? $" {words.Text("desk.answer.doubted")}" : "";
            yield return new DeskLine($"{Sanitizer.Line(answer.Question)}\n  {said}{twice}", "", default, hidden ? answer.Path : null);
        }
    }

    private static IEnumerable<DeskLine> History(DeskWords words, ReferralDto dto)
    {
        yield return new DeskLine($"{words.Text("desk.history")} ({DeskWords.Zone(dto.LocalTime)})", "", Style.Bold);
        foreach (var entry in dto.Timeline)
            yield return new DeskLine(words.Entry(entry).TrimEnd(), $"{words.Moment(entry.At, dto.LocalTime)} {words.Who(entry.Who)}", entry.Kind == "from-person" ? Style.Bold : default, null, entry.Text is null ? words.Flow : Flow.Auto);
    }

    private static string Helper(DeskWords words, string? helper) => helper is "man" or "woman" ? words.Text($"desk.helper.{helper}") : "";

    private static string Join(DeskWords words, IEnumerable<string> parts) => words.Language.Join(parts.Where(p => p.Length > 0));
}

/// <summary>Draws a referral.</summary>
internal sealed class ReferralView(DeskWords words)
{
    /// <summary>Draws it.</summary>
    public void Draw(DeskModel model, DeskScreen.Referral screen, Painter painter)
    {
        var dto = screen.Dto;
        var due = Lifecycle.IsOpen(dto.Status) ? words.Text("desk.referral.due", ("priority", words.Priority(dto.Priority)), ("due", words.Due(dto.Due, model.Now))) : words.Priority(dto.Priority);
        var who = dto.AssigneeName is { } name ? words.Text("desk.referral.who", ("status", words.Status(dto.Status)), ("name", Sanitizer.Line(name))) : words.Status(dto.Status);
        var locked = dto.Locked ? $"   {words.Text("desk.mark.locked")}" : "";
        var row = new Rect(1, 0, painter.Width - 2, 1);
        var used = painter.Text(row, dto.Reference, painter.Theme.Title, Placement.Code) + 2;
        var rest = row with { X = row.X + used, Width = row.Width - used };
        if (DeskLayout.IsWide(model))
        {
            painter.Text(rest, $"{words.Programme(dto.Programme)}{locked}", painter.Theme.Title, words.At(Align.Start));
            painter.Text(rest, $"{who}   {due}", painter.Theme.Normal, words.At(Align.End));
        }
        else
        {
            painter.Text(rest, due, painter.Theme.Title, words.At(Align.End));
            painter.Text(row.Moved(0, 1), words.Language.Join([$"{words.Programme(dto.Programme)}{locked}", who]), default, words.At(Align.Start));
        }

        var contact = ReferralLayout.Contact(model, screen, words);
        painter.Paragraph(contact, words.Contact(dto), dto.Contact?.Now is ContactDecision.Allowed ? painter.Theme.Normal : painter.Theme.Alert, words.At(Align.Start));
        painter.Rule(contact.EndY);
        ReferralLines.Of(words, model, screen).Draw(painter, ReferralLayout.Body(model, screen, words));
        if (screen.Writing is { } writing)
            new ComposeView(words).Draw(model, writing, painter);
    }
}

/// <summary>Draws where one writes.</summary>
internal sealed class ComposeView(DeskWords words)
{
    /// <summary>Draws it over the lower part of the screen.</summary>
    public void Draw(DeskModel model, Compose writing, Painter painter)
    {
        var panel = ComposeLayout.Panel(model);
        painter.Rule(panel.Row(0));
        var place = ComposeLayout.Text(model);
        painter.Text(panel.Row(1) with { X = 1, Width = panel.Width - 2 }, Heading(writing), writing.Warned ? painter.Theme.Alert : painter.Theme.Title, words.At(Align.Start));
        if (writing is { Choices: { } choices, Chosen: null })
            choices.Draw(painter, place);
        else
            writing.Text.Draw(painter, place);
    }

    private string Heading(Compose writing) => writing switch
    {
        { Ready.IsEmpty: false, Theirs: { } theirs } => words.Text("desk.write.ready", ("language", words.LanguageName(theirs))),
        { Warned: true, Theirs: { } theirs } => words.Text("desk.write.untranslated", ("language", words.LanguageName(theirs))),
        { Language: { } language, Theirs: { } theirs } => words.Text("desk.write.reply", ("language", words.LanguageName(language)), ("theirs", words.LanguageName(theirs))),
        { Step: { } step } => words.CounsellingStep(step),
        { Choices: { } choices, Chosen: { } chosen } => words.Text("desk.write.why", ("what", choices.Items[chosen].Title)),
        _ => words.Text($"desk.write.{writing.Kind.ToString().ToLowerInvariant()}"),
    };
}
