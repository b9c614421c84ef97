using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Directory;

/// <summary>A contact as a block in the person's language: who answers, how, and what to know before, the most important first.</summary>
public static class ContactText
{
    /// <summary>The block.</summary>
    /// <param name="contact">Whom.</param>
    /// <param name="texts">The catalogs.</param>
    /// <param name="locale">The language.</param>
    /// <param name="now">What holds at this moment, said behind the warnings; it says too where we do not know the hours.</param>
    public static PageBlock.Call Call(Contact contact, Localizer texts, Locale locale, ImmutableArray<string> now = default) =>
        new(Who(contact, locale), contact.Number, LinkOf(contact), [.. Notes(contact, texts, locale, now.IsDefault ? [] : now)]) { Fact = FactOf(contact), ClosedUntil = contact.ClosedUntil };

    /// <summary>How a contact grows old, and the next best way then: its web page or our source; for an emergency whoever is near.</summary>
    public static Fact FactOf(Contact contact) => contact switch
    {
        { Number: null } => new Fact(FactKind.Address, contact.Checked),
        _ when contact.Kinds.Any(k => k is "emergency" or "police" or "ambulance" or "fire" or "sea") => new Fact(FactKind.Emergency, contact.Checked),
        _ => new Fact(FactKind.Number, contact.Checked, (contact.Link ?? contact.Source.Url).AbsoluteUri),
    };

    /// <summary>Who answers, in a language; the name on the door where that is all we have.</summary>
    public static string Who(Contact contact, Locale locale) => contact.Who.GetValueOrDefault(locale) ?? contact.Name;

    private static string? LinkOf(Contact contact) => contact switch
    {
        { Number: { } number, By: "text" } => $"sms:{Dialled(number)}",
        { Number: { } number } => $"tel:{Dialled(number)}",
        _ => contact.Link?.AbsoluteUri,
    };

    private static string Dialled(string number) => number.Replace(" ", "");

    private static IEnumerable<string> Notes(Contact contact, Localizer texts, Locale locale, ImmutableArray<string> now)
    {
        var site = contact.By == "web";
        if (contact.ClosedUntil is { } closed)
            yield return texts.Text(locale, "contact.closed.until", ("date", Day(closed, texts, locale)));
        if (contact.Confidence == Confidence.Low)
            yield return texts.Text(locale, "contact.unsure");
        if (contact.Exposes != Known.No)
            yield return texts.Text(locale, contact.Exposes == Known.Yes ? "contact.exposes" : "contact.exposes.unknown");
        foreach (var note in now)
            yield return note;
        if (contact is { Number: not null, By: "voice" or "text" or "both" })
            yield return texts.Text(locale, $"contact.by.{contact.By}");
        if (now.IsEmpty ? !site || contact.Hours is not (OpeningHours.Always or OpeningHours.Unknown) : contact.Hours is not (OpeningHours.Always or OpeningHours.Unknown))
            yield return OpeningHours.Say(contact.Hours, texts, locale);
        yield return contact.Languages.IsEmpty
            ? texts.Text(locale, "contact.languages.unknown")
            : texts.Text(locale, "contact.languages", ("languages", locale.Join(contact.Languages.Select(LanguageNames.Of))));
        if (!site || contact.Free != Known.Unknown)
            yield return texts.Text(locale, contact.Free switch
            {
                Known.Yes => "contact.free",
                Known.No => "contact.free.no",
                _ => "contact.free.unknown",
            });
        if (!contact.Who.Values.Contains(contact.Name))
            yield return texts.Text(locale, "contact.name", ("name", contact.Name));
        if (contact is { Number: not null, Link: { } link })
            yield return texts.Text(locale, "contact.link", ("link", link.AbsoluteUri));
        yield return texts.Text(locale, "contact.checked", ("date", Day(contact.Checked, texts, locale)));
    }

    private static string Day(DateOnly day, Localizer texts, Locale locale) => DateRule.Show(texts, locale, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
