using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Directory;

/// <summary>A contact as a block in the person's language.</summary>
public static class ContactText
{
    /// <summary>The block.</summary>
    public static PageBlock.Call Call(Contact contact, Localizer texts, Locale locale)
    {
        _ = texts;
        return new PageBlock.Call(contact.Who.GetValueOrDefault(locale) ?? contact.Name, contact.Number, contact.Number is { } n ? $"tel:{n}" : contact.Link?.ToString(), []);
    }
}
