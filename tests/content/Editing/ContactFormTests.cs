using Outreach.Content.Directory;
using Outreach.Content.Editing;
using Outreach.Content.Packages;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Editing;

/// <summary>A form writes into the lines of a contact and leaves everything else as somebody wrote it.</summary>
public sealed class ContactFormTests
{
    private const string Lines = """
        - id: de/112
          number: "112"
          kinds: [emergency]
          name: Feuerwehr
          hours: always
          checked: 2026-11-21
          source: {title: "a: b", url: "https://example.org", date: ""}

        """;

    private static readonly DateOnly Today = new(2026, 12, 1);

    [Theory]
    [InlineData("nothing changed", "112", null, "always", null, "")]
    [InlineData("another number is checked today", "0800 1", null, "always", null, "-number: \"112\"|+number: \"0800 1\"|-checked: 2026-11-21|+checked: 2026-12-01")]
    [InlineData("hours too", "112", null, "Mo-Fr 09:00-17:00", null, "-hours: always|-checked: 2026-11-21|+hours: Mo-Fr 09:00-17:00|+checked: 2026-12-01")]
    [InlineData("hours on two days stay one text", "112", null, "Mo 09:00-12:00; We 09:00-12:00", null, "-hours: always|-checked: 2026-11-21|+hours: \"Mo 09:00-12:00; We 09:00-12:00\"|+checked: 2026-12-01")]
    [InlineData("no number any more, an address instead", null, "https://example.org/x", "always", null, "-number: \"112\"|+link: \"https://example.org/x\"|-checked: 2026-11-21|+checked: 2026-12-01")]
    [InlineData("closed for a while says nothing about the number", "112", null, "always", "2027-01-03", "+closed-until: 2027-01-03")]
    [InlineData("what is typed cannot become another field", "1\"\n  free: true", null, "always", null, "-number: \"112\"|+number: \"1\\\"   free: true\"|-checked: 2026-11-21|+checked: 2026-12-01")]
    public void Changes_its_own_lines_only(string why, string? number, string? link, string hours, string? closed, string expected)
    {
        var form = new ContactForm(number?.Replace('\n', ' '), link, hours, closed is null ? null : DateOnly.Parse(closed, System.Globalization.CultureInfo.InvariantCulture));

        var lines = form.Into(Lines, Today);

        var shown = string.Join('|', Difference.Of(Lines, lines).Where(l => l.Fate != LineFate.Stays).Select(l => (l.Fate == LineFate.Goes ? '-' : '+') + l.Text.Trim()));
        Assert.True(shown == expected, $"{why}: {shown}");
        Assert.Equal((number?.Replace('\n', ' '), link, hours), (ContactForm.Of(lines).Number, ContactForm.Of(lines).Link, ContactForm.Of(lines).Hours));
    }

    [Fact]
    public void Opening_again_takes_the_notice_out() =>
        Assert.Equal(Lines, (ContactForm.Of(Lines) with { ClosedUntil = null }).Into((ContactForm.Of(Lines) with { ClosedUntil = Today }).Into(Lines, Today), Today));

    [Fact]
    public void Every_contact_of_ours_is_found_and_comes_back_from_its_form_unchanged()
    {
        var files = ContentFiles.Read(Repository.At("content", "book"), null).Value!;
        var (contacts, seen) = (TestBook.Real.Contacts, 0);
        foreach (var file in files.All.Where(f => f.Name.StartsWith("directory/", StringComparison.Ordinal)))
        {
            foreach (var part in TextPart.ContactsOf(file))
            {
                var lines = part.In(file.Text)!;
                var (form, contact) = (ContactForm.Of(lines), contacts.Find(part.Contact!)!);
                Assert.Equal((contact.Number, contact.Link, contact.Hours, contact.ClosedUntil, contact.Name), (form.Number, form.Link is { } link ? new Uri(link) : null, form.Hours, form.ClosedUntil, ContactForm.NameOf(lines)));
                Assert.Equal(file.Text, part.Put(file.Text, form.Into(lines, Today)));
                seen++;
            }
        }
        Assert.True(seen > 150, $"{seen}");
    }

    [Fact]
    public void A_closed_contact_says_so_first_and_until_when() =>
        Assert.Equal("Closed to 3 January 2027.", ContactText.Call(Pages.Sample.Ambulance with { ClosedUntil = new DateOnly(2027, 1, 3) }, Pages.Sample.Texts, Localization.Locale.English).Notes[0]);
}
