using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Programmes;

/// <summary>What people must know before they go home.</summary>
public class AssistedReturnTests
{
    [Fact]
    public void That_sources_differ_about_coming_back_to_Italy_is_said_in_every_language_with_both_sources()
    {
        foreach (var locale in Locale.All)
        {
            var page = TestBook.Real.Library.Find(new PageId("programme", "assisted-return"), locale)!;
            var said = string.Join(' ', page.Cards.SelectMany(c => c.Blocks).Select(ReplyLine.Text));
            Assert.True(page.Locale == locale && said.Contains("2024", StringComparison.Ordinal) && said.Contains('3', StringComparison.Ordinal), locale.Tag);
            Assert.True(page.Front.Sources.Count(s => s.Title.Contains("Gerenzano", StringComparison.Ordinal) || s.Title.Contains("Toscana", StringComparison.Ordinal)) == 2, locale.Tag);
        }
    }
}
