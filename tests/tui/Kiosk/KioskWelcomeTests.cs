using System.Text.RegularExpressions;
using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Localization;
using Outreach.Referrals.Sync;
using Outreach.Tests.Support;
using Outreach.Tui.Kiosk;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.KioskScreens;

/// <summary>The first screen speaks to somebody who has not chosen a language yet, and may be in danger.</summary>
public partial class KioskWelcomeTests
{
    private const string Down = "\x1b[B";
    private const string F4 = "\x1bOS";

    private static readonly Localizer Texts = TestBook.Real.Texts;
    private static readonly Size[] Sizes = [new(80, 24), new(40, 20)];

    public static IEnumerable<object[]> Languages => from l in Locale.All from s in Sizes select (object[])[l.Tag, s.Width, s.Height];

    public static IEnumerable<object[]> Greeted => from c in TestBook.Real.Ring.Cards from s in Sizes select (object[])[c.Tag, s.Width, s.Height];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_number_that_nobody_looked_up_for_a_year_stands_there_with_its_date_and_the_next_best_way(string tag, int width, int height)
    {
        var language = Locale.All.Single(l => l.Tag == tag);
        var day = new DateTimeOffset(2027, 12, 22, 12, 0, 0, TimeSpan.Zero);
        var kiosk = new Hands(new Size(width, height), new TestClock(day));
        for (var i = 0; Locale.All[i] != language; i++)
            await kiosk.Press(Down);
        var old = FirstContact.At("ly", TestBook.Real.Contacts, Texts, language, DateOnly.FromDateTime(day.DateTime))!.Old!;
        Assert.Contains(Plain(old), Joined(kiosk.Draw()), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Says_in_the_marked_language_whom_to_call_what_calling_may_bring_and_that_it_is_a_trial(string tag, int width, int height)
    {
        var language = Locale.All.Single(l => l.Tag == tag);
        var kiosk = new Hands(new Size(width, height));
        for (var i = 0; Locale.All[i] != language; i++)
            await kiosk.Press(Down);

        var shown = Joined(kiosk.Draw());
        Assert.Contains(Plain(Texts.Text(language, "kiosk.danger", ("number", "1515"))), shown, StringComparison.Ordinal);
        Assert.Contains(new[] { "contact.exposes", "kiosk.safer" }, key => shown.Contains(Plain(Texts.Text(language, key)), StringComparison.Ordinal));
        Assert.Contains(new[] { "trial", "kiosk.trial" }, key => shown.Contains(Plain(Texts.Text(language, key)), StringComparison.Ordinal));
        Assert.All(Locale.All, l => Assert.Contains(Plain(l.NativeName), shown, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Greeted))]
    public async Task Greets_in_a_language_we_do_not_speak_and_offers_ours(string tag, int width, int height)
    {
        var card = TestBook.Real.Ring.Cards.Single(c => c.Tag == tag);
        var kiosk = new Hands(new Size(width, height));
        Assert.Contains(Plain(card.Name), Joined(kiosk.Draw()), StringComparison.Ordinal);

        await kiosk.Press("9");
        for (var i = TestBook.Real.Ring.Cards.IndexOf(card); i > 0; i--)
            await kiosk.Press(Down);
        Assert.Contains(Plain($"{card.Danger} 1515"), Joined(kiosk.Draw()), StringComparison.Ordinal);

        await kiosk.Press("\r");
        var talk = Assert.IsType<KioskScreen.Talk>(kiosk.Model.Screen);
        Assert.Contains(talk.Text.Blocks, b => b.Text == card.Choose);
        Assert.Equal(card.Offer[0].Tag, talk.Options[0].Value);

        await kiosk.Do(new KioskMsg.Leave());
        Assert.Null(Assert.IsType<KioskScreen.Welcome>(kiosk.Model.Screen).Ring);
    }

    [Fact]
    public async Task Digits_open_a_greeting_too_and_backspace_closes_the_list()
    {
        var kiosk = new Hands(new Size(80, 24));
        await kiosk.Press("9");
        await kiosk.Press("\x7f");
        Assert.Null(Assert.IsType<KioskScreen.Welcome>(kiosk.Model.Screen).Ring);
        await kiosk.Press("91");
        Assert.IsType<KioskScreen.Talk>(kiosk.Model.Screen);
    }

    [Fact]
    public async Task The_danger_key_shows_the_safer_contacts_in_the_marked_language_before_any_is_chosen()
    {
        var kiosk = new Hands(new Size(80, 24));
        await kiosk.Press(Down + Down + Down + F4);
        var talk = Assert.IsType<KioskScreen.Talk>(kiosk.Model.Screen);
        Assert.Equal(Locale.Arabic, kiosk.Model.Language);
        Assert.Contains(talk.Text.Blocks, b => b.Text.Contains("091 712 76 44", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_while_the_next_person_finds_it_as_it_was()
    {
        var app = new KioskApp(TestBook.Real);
        var kiosk = new Hands(new Size(80, 24));
        Assert.Empty(app.Alarms(kiosk.Model));
        await kiosk.Press(Down);
        Assert.Equal(new Alarm<KioskMsg>.Idle(KioskApp.WipeAfter, new KioskMsg.Wipe()), Assert.Single(app.Alarms(kiosk.Model)));
        await kiosk.Do(new KioskMsg.Wipe());
        Assert.Equal(Locale.English, kiosk.Model.Language);
    }

    [Fact]
    public async Task Staff_see_how_many_wait_since_when_and_how_many_were_refused()
    {
        var kiosk = new Hands(new Size(80, 24));
        await kiosk.Do(new KioskMsg.Spooled(new SpoolState(3, new DateTimeOffset(new DateTime(2026, 11, 20, 9, 5, 0, DateTimeKind.Local)), 1)));
        Assert.Contains("3 requests not sent yet", Joined(kiosk.Draw()), StringComparison.Ordinal);
        Assert.Contains("the oldest since 2026-11-20 09:05 1 could not be taken", Joined(kiosk.Draw()), StringComparison.Ordinal);
    }

    /// <summary>All rows as one text, without what only arranges it.</summary>
    private static string Joined(Screen screen) => Plain(string.Join(' ', Enumerable.Range(0, screen.Height).Select(screen.LogicalRow)));

    private static string Plain(string text) => Spaces().Replace(text.Replace("\u200e", "", StringComparison.Ordinal).Replace("\u200f", "", StringComparison.Ordinal), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
