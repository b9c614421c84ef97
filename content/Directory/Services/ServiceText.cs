using System.Collections.Immutable;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Directory.Services;

/// <summary>A service as a block in the person's language: whether somebody answers now comes before the rest of the contact.</summary>
public static class ServiceText
{
    /// <summary>The block.</summary>
    public static PageBlock.Call Call(FoundService found, ServiceTable table, Localizer texts, Locale locale) =>
        ContactText.Call(found.Contact, texts, locale, [.. First(found, table, texts, locale)]);

    /// <summary>The first word of a language for something that is called by several.</summary>
    public static string Name(IReadOnlyDictionary<Locale, string> words, Locale locale) => words[locale].Split('|')[0];

    private static IEnumerable<string> First(FoundService found, ServiceTable table, Localizer texts, Locale locale)
    {
        var contact = found.Contact;
        yield return State(found, texts, locale);
        var towns = table.Towns.Where(t => t.Place == contact.Place && contact.Towns.Contains(t.Name)).Select(t => Name(t.Words, locale)).ToList();
        if (towns.Count > 0)
            yield return texts.Text(locale, "contact.towns", ("towns", locale.Join(towns)));
        if (contact.Region is { } region)
            yield return texts.Text(locale, "contact.region", ("region", region));
        if (contact.Address is { } address)
            yield return texts.Text(locale, "contact.address", ("address", address));
        if (contact.For.Length > 0)
            yield return texts.Text(locale, "contact.for", ("people", locale.Join(contact.For.Select(g => texts.Text(locale, $"contact.for.{g}")))));
        if (contact.Costs != Known.Unknown)
            yield return texts.Text(locale, contact.Costs == Known.No ? "contact.costs.nothing" : "contact.costs.money");
        foreach (var channel in contact.Channels)
            yield return texts.Text(locale, "contact.also", ("at", channel.At));
    }

    private static string State(FoundService found, Localizer texts, Locale locale)
    {
        var contact = found.Contact;
        return found.State switch
        {
            OpenState.Always when contact.By == "web" => texts.Text(locale, "contact.open.web"),
            OpenState.Always => texts.Text(locale, "contact.open"),
            OpenState.Until(var time) => texts.Text(locale, "contact.open.until", ("time", time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture))),
            OpenState.Shut(var opens, var today) when opens.Date == today => texts.Text(locale, "contact.closed.today", ("time", Clock(opens))),
            OpenState.Shut(var opens, var today) when opens.Date <= today.PlusDays(6) => texts.Text(locale, "contact.closed", ("day", texts.Text(locale, "date.days").Split('|')[(int)opens.DayOfWeek - 1]), ("time", Clock(opens))),
            OpenState.Shut => texts.Text(locale, "contact.closed.long"),
            OpenState.Holiday(true) => texts.Text(locale, "contact.holiday"),
            OpenState.Holiday => texts.Text(locale, "contact.holiday.perhaps"),
            _ when contact.Number is null => texts.Text(locale, "contact.hours.look"),
            _ => texts.Text(locale, "contact.hours.call"),
        };
    }

    private static string Clock(NodaTime.LocalDateTime time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
