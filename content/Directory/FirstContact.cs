using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Directory;

/// <summary>Who stands where there is room for one line only: the bar of a page, the first screen of a kiosk.</summary>
/// <param name="Number">As dialled in the country.</param>
/// <param name="Who">Who answers, in the person's language.</param>
/// <param name="Fact">How the number grows old.</param>
/// <param name="Old">What is said of a number that was not looked up for long, wherever it is shown; null for the others.</param>
/// <param name="Caution">What must be read before calling; null where there is nothing.</param>
public sealed record FirstContact(string Number, string Who, Fact Fact, string? Old, string? Caution)
{
    /// <summary>The first to call at a place; null where we know nobody, or not the place.</summary>
    public static FirstContact? At(string? place, Contacts contacts, Localizer texts, Locale locale, DateOnly today) =>
        contacts.For(place, "emergency", "police").FirstOrDefault(c => c.Number is not null) is { Number: { } number } first
            ? new(number, ContactText.Who(first, locale), ContactText.FactOf(first), OldFacts.Said(ContactText.FactOf(first), today, texts, locale), first.Exposes == Known.Yes ? texts.Text(locale, "contact.exposes") : null)
            : null;
}
