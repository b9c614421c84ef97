using Outreach.Content.Directory;
using Outreach.Content.Pages;
using Outreach.Content.Tests.Pages;
using Outreach.Localization;

namespace Outreach.Content.Tests.Directory;

/// <summary>How a contact is shown: what matters most comes first, and what we do not know is said.</summary>
public class ContactTextTests
{
    [Fact]
    public void Says_everything_in_order()
    {
        var call = Show(Sample.Ambulance);
        Assert.Equal(("Ambulance (en)", "112", "tel:112"), (call.Who, call.Number, call.Link));
        Assert.Equal(
            [
                "We do not know whether it is safe without papers.", "You call and speak.", "Day and night.", "They speak: Deutsch, English, xx.",
                "Free of charge.", "Name there: Feuerwehr.", "Checked on 3 November 2026.",
            ],
            call.Notes.AsEnumerable());
    }

    [Theory]
    [InlineData("always", "Day and night.")]
    [InlineData("unknown", "We do not know the hours.")]
    [InlineData("Mo-Fr 09:00-17:00", "Open: Monday to Friday 09:00 to 17:00.")]
    [InlineData("Mo-Su 10:00-23:59", "Open: every day 10:00 to 23:59.")]
    [InlineData("Su-Th 09:00-17:00", "Open: Sunday to Thursday 09:00 to 17:00.")]
    [InlineData("We 09:00-12:00; Fr 14:00-24:00", "Open: Wednesday 09:00 to 12:00; Friday 14:00 to 24:00.")]
    public void Says_hours(string hours, string expected) => Assert.Contains(expected, Show(Sample.Ambulance with { Hours = hours }).Notes);

    [Fact]
    public void A_number_we_doubt_says_so_first() =>
        Assert.Equal("We are not sure of this number.", Show(Sample.Ambulance with { Confidence = Confidence.Low }).Notes[0]);

    [Theory]
    [InlineData(Known.Yes, "They may tell the immigration office.")]
    [InlineData(Known.Unknown, "We do not know whether it is safe without papers.")]
    public void Says_whether_calling_exposes(Known exposes, string expected) => Assert.Contains(expected, Show(Sample.Ambulance with { Exposes = exposes }).Notes);

    [Fact]
    public void A_number_for_messages_is_not_called()
    {
        var call = Show(Sample.Ambulance with { By = "text", Number = "88 788" });
        Assert.Equal(("88 788", "sms:88788"), (call.Number, call.Link));
        Assert.Contains("Write, nobody answers calls.", call.Notes);
    }

    [Fact]
    public void A_site_has_no_hours_and_no_price_where_there_are_none()
    {
        var call = Show(Sample.Ambulance with { By = "web", Number = null, Link = new Uri("https://help.unhcr.org"), Hours = "unknown", Free = Known.Unknown });
        Assert.Equal((null, "https://help.unhcr.org/"), (call.Number, call.Link));
        Assert.DoesNotContain(call.Notes, n => n.Contains("hours", StringComparison.Ordinal) || n.Contains("costs", StringComparison.Ordinal));
    }

    [Fact]
    public void Number_and_site_are_both_said() =>
        Assert.Contains("On the web: https://help.unhcr.org/", Show(Sample.Ambulance with { Link = new Uri("https://help.unhcr.org") }).Notes);

    [Fact]
    public void Who_answers_is_said_in_the_persons_language() =>
        Assert.Equal("Ambulance (am)", ContactText.Call(Sample.Ambulance, Sample.Texts, Locale.Amharic).Who);

    private static PageBlock.Call Show(Contact contact) => ContactText.Call(contact, Sample.Texts, Locale.English);
}
