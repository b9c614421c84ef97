using System.Collections.Frozen;
using Outreach.Content.Directory;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Tests.Pages;

/// <summary>A small page, contact and texts for tests.</summary>
internal static class Sample
{
    public const string Front = """
        title: Somewhere to live
        summary: The shortest true answer.
        reviewed: 2026-11-21
        review-by: 2027-05-21
        owner: orientation
        revision: 1
        sources:
          - {title: UNHCR Germany, url: "https://help.unhcr.org/germany/", date: "2026"}
        also-asked-as: [how do i find a flat]
        """;

    public const string Body = "The answer first.\n\n## A card\nWords.\n";

    public static PageFile File { get; } = new(new PageId("de", "housing"), Locale.English, "library/de/housing.en.md", "de");

    public static string Text(string body = Body, string front = Front) => $"---\n{front}\n---\n{body}";

    public static Result<Page> Read(string body = Body, string front = Front) => PageReader.Read(Text(body, front), File, Contact);

    public static PageBlock.Call? Contact(string id) => id == "de/112" ? new PageBlock.Call("Ambulance", "112", "tel:112", []) : null;

    /// <summary>The blocks of the only card of a page with this card text.</summary>
    public static IReadOnlyList<PageBlock> Card(string text)
    {
        var page = Read($"Lead.\n\n## Card\n{text}\n");
        Assert.True(page.Ok, string.Join('\n', page.Problems));
        return page.Value.Cards[0].Blocks;
    }

    public static Localizer Texts { get; } = Localizer.Of(
    [
        PoEntry.OfEnglish("contact.hours.always", "Day and night."),
        PoEntry.OfEnglish("contact.hours.unknown", "We do not know the hours."),
        PoEntry.OfEnglish("contact.hours", "Open: {times}."),
        PoEntry.OfEnglish("contact.hours.daily", "every day {from} to {until}"),
        PoEntry.OfEnglish("contact.hours.day", "{day} {from} to {until}"),
        PoEntry.OfEnglish("contact.hours.days", "{first} to {last} {from} to {until}"),
        PoEntry.OfEnglish("contact.languages", "They speak: {languages}."),
        PoEntry.OfEnglish("contact.languages.unknown", "We do not know their languages."),
        PoEntry.OfEnglish("contact.free", "Free of charge."),
        PoEntry.OfEnglish("contact.free.no", "It costs money."),
        PoEntry.OfEnglish("contact.free.unknown", "We do not know what it costs."),
        PoEntry.OfEnglish("contact.exposes", "They may tell the immigration office."),
        PoEntry.OfEnglish("contact.exposes.unknown", "We do not know whether it is safe without papers."),
        PoEntry.OfEnglish("contact.closed.until", "Closed to {date}."),
        PoEntry.OfEnglish("contact.unsure", "We are not sure of this number."),
        PoEntry.OfEnglish("contact.by.voice", "You call and speak."),
        PoEntry.OfEnglish("contact.by.text", "Write, nobody answers calls."),
        PoEntry.OfEnglish("contact.by.both", "Call or write."),
        PoEntry.OfEnglish("contact.name", "Name there: {name}."),
        PoEntry.OfEnglish("contact.link", "On the web: {link}"),
        PoEntry.OfEnglish("contact.checked", "Checked on {date}."),
        PoEntry.OfEnglish("date.days", "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"),
        PoEntry.OfEnglish("date.months", "January|February|March|April|May|June|July|August|September|October|November|December"),
        PoEntry.OfEnglish("date.day", "{day} {month} {year}"),
    ], []);

    public static Contact Ambulance { get; } = new()
    {
        Id = "de/112",
        Number = "112",
        Kinds = ["emergency"],
        Name = "Feuerwehr",
        Who = Locale.All.ToFrozenDictionary(l => l, l => $"Ambulance ({l.Tag})"),
        By = "voice",
        Hours = "always",
        Languages = ["de", "en", "xx"],
        Free = Known.Yes,
        Exposes = Known.Unknown,
        Checked = new DateOnly(2026, 11, 3),
        Source = new Source("gesund.bund.de", new Uri("https://gesund.bund.de"), ""),
        Confidence = Confidence.High,
    };
}
