using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals;
using Xunit;

namespace Outreach.Tests.Support;

/// <summary>What holds for every store of alerts and unanswered questions, whatever it keeps its rows in.</summary>
public abstract class NoticeStoreContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly StaffId Amira = new(3), Lena = new(4);
    private readonly ConversationId _musa = Person(1);
    private int _asked;

    protected INoticeStore Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await Open();

    public abstract Task DisposeAsync();

    protected abstract Task<INoticeStore> Open();

    [Fact]
    public async Task An_alert_is_listed_with_its_facts_and_the_way_back()
    {
        await Raise(1, new Effect.Alert(UrgentKind.Sea, "ly", Locale.Arabic, "off Zuwara"), Start);

        var alert = Assert.Single(await Store.Alerts(Start, default));
        Assert.Equal((UrgentKind.Sea, "ly", Locale.Arabic, Start, (StaffId?)null), (alert.Kind, alert.Place, alert.Language, alert.At, alert.AcknowledgedBy));
        Assert.Equal(new AlertDetail(new Origin(_musa, "web"), "off Zuwara"), alert.Detail);
    }

    [Fact]
    public async Task An_alert_without_place_and_whereabouts_is_an_alert_too()
    {
        await Raise(1, new Effect.Alert(UrgentKind.Danger, null, Locale.Amharic, null), Start);

        var alert = Assert.Single(await Store.Alerts(Start, default));
        Assert.Equal((null, null), (alert.Place, alert.Detail!.Whereabouts));
    }

    [Fact]
    public async Task The_same_effect_again_is_one_alert()
    {
        await Raise(1, Danger, Start);
        await Raise(1, Danger, Start.AddMinutes(5));
        await Raise(2, Danger, Start.AddMinutes(1));

        Assert.Equal([Start.AddMinutes(1), Start], (await Store.Alerts(Start, default)).Select(a => a.At));
    }

    [Fact]
    public async Task The_newest_alert_stands_first_and_numbers_differ()
    {
        for (var i = 1; i <= 3; i++)
            await Raise(i, Danger, Start.AddMinutes(i));

        var alerts = await Store.Alerts(Start, default);
        Assert.Equal([Start.AddMinutes(3), Start.AddMinutes(2), Start.AddMinutes(1)], alerts.Select(a => a.At));
        Assert.Equal(3, alerts.Select(a => a.Number).Distinct().Count());
    }

    [Fact]
    public async Task Of_two_who_acknowledge_the_first_stays()
    {
        await Raise(1, Danger, Start);
        var number = (await Store.Alerts(Start, default))[0].Number;

        Assert.True(await Store.Acknowledge(number, Amira, Start.AddMinutes(1), default));
        Assert.True(await Store.Acknowledge(number, Lena, Start.AddMinutes(2), default));

        Assert.Equal(Amira, (await Store.Alerts(Start, default))[0].AcknowledgedBy);
    }

    [Fact]
    public async Task An_alert_that_is_not_there_cannot_be_acknowledged() =>
        Assert.False(await Store.Acknowledge(7, Amira, Start, default));

    [Theory]
    [InlineData("acknowledged, raised since", true, 0, 1)]
    [InlineData("acknowledged, raised before", true, 1, 0)]
    [InlineData("not acknowledged, however old", false, 10_000, 1)]
    public async Task An_alert_stays_in_the_list_until_somebody_saw_it(string why, bool seen, int minutesAgo, int listed)
    {
        await Raise(1, Danger, Start);
        if (seen)
            await Store.Acknowledge((await Store.Alerts(Start, default))[0].Number, Amira, Start, default);

        Assert.True((await Store.Alerts(Start.AddMinutes(minutesAgo), default)).Length == listed, why);
    }

    [Fact]
    public async Task The_way_back_is_forgotten_after_a_day_and_the_rest_stays()
    {
        await Raise(1, Danger, Start);
        await Raise(2, Danger, Start.AddHours(1));

        Assert.Equal(0, await Store.ForgetDue(Start.AddHours(24).AddMinutes(-1), default));
        Assert.Equal(1, await Store.ForgetDue(Start.AddHours(24), default));
        Assert.Equal(0, await Store.ForgetDue(Start.AddHours(24), default));

        Assert.Equal([false, true], (await Store.Alerts(Start, default)).Select(a => a.Detail is null));
    }

    [Fact]
    public async Task A_question_counts_people_not_repeats_and_the_most_asked_stands_first()
    {
        foreach (var (person, words) in ((int, string)[])[(1, "sim card"), (1, "sim card"), (2, "sim card"), (3, "sim card"), (1, "bus"), (2, "bus"), (1, "school")])
            await Ask(person, words, Locale.English);

        Assert.Equal(["sim card 3", "bus 2"], Lines(await Store.Unanswered(2, default)));
        Assert.Equal(["sim card 3"], Lines(await Store.Unanswered(3, default)));
        Assert.Empty(await Store.Unanswered(4, default));
    }

    [Fact]
    public async Task Questions_are_counted_by_place_and_few_askers_of_one_place_are_not_told_apart()
    {
        foreach (var (person, place) in ((int, string?)[])[(1, "de"), (2, "de"), (3, "de"), (3, "ly"), (4, "ly"), (5, "iq"), (6, null)])
            await Ask(person, "sim card", Locale.English, place);
        foreach (var (person, place) in ((int, string?)[])[(1, "de"), (2, "ly")])
            await Ask(person, "bus", Locale.English, place);

        Assert.Equal(["sim card 3 ", "sim card 3 de"], (await Store.Unanswered(3, default)).Select(u => $"{u.Words} {u.Askers} {u.Place}"));
    }

    [Fact]
    public async Task The_same_words_in_two_languages_are_two_questions()
    {
        await Ask(1, "visa", Locale.English);
        await Ask(2, "visa", Locale.French);

        Assert.Equal([(Locale.English, 1), (Locale.French, 1)], (await Store.Unanswered(1, default)).Select(u => (u.Language, u.Askers)).OrderBy(u => u.Language.Index));
    }

    [Fact]
    public async Task What_helped_is_counted_by_page_language_and_place_and_the_least_helpful_stands_first()
    {
        foreach (var (page, place, helped) in ((string, string?, bool)[])
            [("de/work", "de", true), ("de/work", "de", true), ("de/work", "de", false), ("de/health", "de", false), ("de/health", "de", false), ("de/health", "de", true), ("de/money", "de", false)])
            await Say(page, place, helped);

        Assert.Equal(["de/health en de 1:2", "de/work en de 2:1"], await HelpedLines(3));
        Assert.Equal(["de/money en de 0:1", "de/health en de 1:2", "de/work en de 2:1"], await HelpedLines(1));
    }

    [Fact]
    public async Task Few_answers_about_one_place_are_not_told_apart()
    {
        foreach (var place in (string?[])["de", "de", "de", "ly", "iq", null])
            await Say("programme/stranded", place, helped: true);

        Assert.Equal(["programme/stranded en  3:0", "programme/stranded en de 3:0"], await HelpedLines(3));
    }

    [Fact]
    public async Task A_repeat_of_an_answer_counts_once_until_it_is_forgotten_that_it_was_counted()
    {
        var again = new EffectId(Person(1), 1, 0);
        var note = new Effect.NoteHelped("de/work", Locale.English, "de", Helped: true);
        await Store.NoteHelped(again, note, Start, default);
        await Store.NoteHelped(again, note, Start.AddDays(1), default);
        await Store.ForgetDue(Start.AddDays(1), default);
        await Store.NoteHelped(again, note, Start.AddDays(1), default);
        Assert.Equal(["de/work en de 1:0"], await HelpedLines(1));

        await Store.ForgetDue(Start.AddDays(3), default);
        await Store.NoteHelped(again, note, Start.AddDays(3), default);
        Assert.Equal(["de/work en de 2:0"], await HelpedLines(1));
    }

    private async Task Say(string page, string? place, bool helped) =>
        await Store.NoteHelped(new EffectId(Person(1), ++_asked, 0), new Effect.NoteHelped(page, Locale.English, place, helped), Start, default);

    private async Task<IEnumerable<string>> HelpedLines(int answers) => (await Store.Helped(answers, default)).Select(h => $"{h.Page} {h.Language.Tag} {h.Place} {h.Yes}:{h.No}");

    private static Effect.Alert Danger { get; } = new(UrgentKind.Danger, "de", Locale.English, null);

    private async Task Ask(int person, string words, Locale language, string? place = null) =>
        await Store.NoteUnanswered(new EffectId(Person(person), ++_asked, 0), new Effect.NoteUnanswered(language, words, place), Start, default);

    private static ConversationId Person(int number) => new(new Guid(number, 0, 0, new byte[8]));

    private async Task Raise(int version, Effect.Alert alert, DateTimeOffset at) =>
        await Store.Raise(new EffectId(_musa, version, 0), alert, new Origin(_musa, "web"), at, default);

    private static IEnumerable<string> Lines(ImmutableArray<Unanswered> found) => found.Select(u => $"{u.Words} {u.Askers}");
}
