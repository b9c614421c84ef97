using System.Text;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Localization;
using Outreach.Referrals.Staff;
using Outreach.Referrals.Sync;

namespace Outreach.Referrals.Tests.Sync;

/// <summary>What a kiosk kept comes into the register once, under the number the person holds, with the time they asked.</summary>
public sealed class SpoolIntakeTests : IAsyncLifetime
{
    private const string Slip = "R-7K4M-2QX";
    private static readonly Guid Visitor = new("44444444-4444-4444-4444-444444444444");
    private static readonly DateTimeOffset Asked = Samples.Now.AddHours(-30);
    private readonly Workplace _office = new();
    private SpoolIntake _intake = null!;

    public Task InitializeAsync()
    {
        _intake = new SpoolIntake(_office.Services, _office.Keys);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _intake.Dispose();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task A_request_keeps_number_time_channel_and_consent_and_is_judged_by_the_same_rules()
    {
        var reference = ReferralId.Random();

        Assert.Equal(SpoolOutcome.Accepted, (await Send(Request(reference, Samples.Submission("stranded", "health=pregnant; called=Amal")))).Outcome);

        var referral = (await _office.Referrals.Load(reference, default))!;
        Assert.Equal(("kiosk", Asked, Asked + TimeSpan.FromHours(48), Priority.High), (referral.Origin.Channel, referral.Received, referral.Due, referral.Priority));
        Assert.Equal(Samples.Consent with { Purposes = referral.Draft.Consent.Purposes, Agencies = referral.Draft.Consent.Agencies }, referral.Draft.Consent);
    }

    [Fact]
    public async Task The_desk_shows_the_channel_offers_no_reply_into_nowhere_and_keeps_to_what_the_person_allowed()
    {
        var reference = ReferralId.Random();
        await Send(Request(reference, Samples.Submission("stranded", "called=Amal; contact_way=call; contact_number=+218911234567; contact_hours=evening")));
        var amira = await _office.Is("amira", StaffRole.CaseWorker, "ly");

        var row = Assert.Single(Samples.Must(await _office.Desk.Queue(amira, new QueueRequest("open", null, null, null, null, 10), default)).Rows);
        var opened = Samples.Must(await _office.Desk.Open(amira, reference.ToString(), default));

        Assert.Equal(("kiosk", reference.ToString()), (row.Channel, row.Reference));
        Assert.False(opened.Contact!.CanReply);
        Assert.IsType<ContactDecision.Wait>(opened.Contact.Now);
        Assert.Equal(3017, (await _office.Desk.Reply(amira, reference.ToString(), new ReplyRequest("1", "hello", Locale.English), default)).Problems[0].Code);
    }

    [Fact]
    public async Task A_repeat_in_the_same_or_in_another_seal_changes_nothing()
    {
        var request = Request(ReferralId.Random(), Samples.Submission("talk", "message=help"));
        var (id, sealedItem) = Seal(request);

        Assert.Equal(SpoolOutcome.Accepted, (await _intake.Take(id, sealedItem, default)).Outcome);
        Assert.Equal(SpoolOutcome.Had, (await _intake.Take(id, sealedItem, default)).Outcome);
        Assert.Equal(SpoolOutcome.Had, (await Send(request)).Outcome);
        Assert.Single((await _office.Referrals.Queue(new QueueView(), null, 10, default)).Rows);
    }

    [Theory]
    [InlineData("the same number, another visitor: kept under a new number; the answer tells nothing of the other", true)]
    [InlineData("a free number: kept under it", false)]
    public async Task A_number_twice_is_answered_like_any_other(string why, bool twice)
    {
        var reference = ReferralId.Random();
        if (twice)
            await Send(Request(reference, Samples.Submission("talk", "message=first")));

        var answer = await Send(Request(reference, Samples.Submission("talk", "message=second")) with { Asker = Guid.NewGuid() });

        Assert.True(answer == new SpoolAnswer(answer.Id, SpoolOutcome.Accepted), why);
        Assert.Equal(twice ? "first" : "second", (await _office.Referrals.Load(reference, default))!.Draft.Answers["message"]);
        Assert.Equal(twice ? 2 : 1, (await _office.Referrals.Queue(new QueueView(), null, 10, default)).Rows.Length);
    }

    [Fact]
    public async Task Only_the_visitor_who_sent_it_takes_it_back_a_number_is_not_enough()
    {
        var reference = ReferralId.Random();
        await Send(Request(reference, Samples.Submission("talk", "message=help")));

        await Send(new SpoolItem.TakeBack(reference.ToString()) { Asker = Guid.NewGuid(), At = Asked });
        Assert.Equal(ReferralStatus.Received, (await _office.Referrals.Load(reference, default))!.Status);

        await Send(new SpoolItem.TakeBack(reference.ToString()) { Asker = Visitor, At = Asked.AddHours(28) });
        var referral = (await _office.Referrals.Load(reference, default))!;
        Assert.Equal((ReferralStatus.Withdrawn, Asked.AddHours(52)), (referral.Status, referral.EraseAfter));
    }

    [Fact]
    public async Task Counts_of_a_kiosk_are_counted_once_like_those_of_the_chat_and_say_only_what_our_pages_say()
    {
        var help = new SpoolItem.Helped(48, new Effect.NoteHelped("de/health", Locale.Arabic, "de", Helped: false)) { Asker = Visitor, At = Asked };
        await Send(help);
        await Send(help);
        await Send(help with { Asker = Guid.NewGuid() });
        Assert.Equal(new PageHelp("de/health", Locale.Arabic, 0, 2, "de"), Assert.Single(await _office.Notices.Helped(1, default)));

        for (var visitor = 0; visitor < 5; visitor++)
            await Send(new SpoolItem.Unanswered(16, new Effect.NoteUnanswered(Locale.English, "doctor Xolani … +218911234567", "ly")) { Asker = Guid.NewGuid(), At = Asked });
        Assert.Equal("doctor … … …", Assert.Single(await _office.Notices.Unanswered(3, default)).Words);
    }

    [Theory]
    [InlineData("de/nothing", "de")]
    [InlineData("de/health", "zz")]
    public async Task A_count_of_nothing_is_refused(string page, string place) => Assert.Equal(
        SpoolOutcome.Refused, (await Send(new SpoolItem.Helped(1, new Effect.NoteHelped(page, Locale.Arabic, place, Helped: true)) { Asker = Visitor, At = Asked })).Outcome);

    [Fact]
    public async Task An_alert_is_raised_once_and_says_whether_somebody_is_there()
    {
        var urgent = new SpoolItem.Urgent("3.0", new Effect.Alert(UrgentKind.Held, "ly", Locale.Arabic, "blue gate")) { Asker = Visitor, At = Samples.Now.AddMinutes(-1) };

        Assert.False((await Send(urgent)).Reached);
        _office.Duty.Seen(new StaffId(1), Samples.Now);
        Assert.True((await Send(urgent)).Reached);

        var alert = Assert.Single(await _office.Notices.Alerts(Samples.Now.AddDays(-1), default));
        Assert.Equal((UrgentKind.Held, "kiosk", "blue gate"), (alert.Kind, alert.Detail!.Origin.Channel, alert.Detail.Whereabouts));
    }

    [Fact]
    public async Task Whereabouts_of_an_alert_older_than_a_day_are_not_kept()
    {
        await Send(new SpoolItem.Urgent("3.0", new Effect.Alert(UrgentKind.Held, "ly", Locale.Arabic, "blue gate")) { Asker = Visitor, At = Asked });
        Assert.Null(Assert.Single(await _office.Notices.Alerts(Samples.Now.AddDays(-9), default)).Detail?.Whereabouts);
    }

    [Theory]
    [InlineData("a clock ahead counts from now", 2030)]
    [InlineData("a clock without a battery counts from now", 1970)]
    public async Task A_wrong_clock_moves_nobody_to_the_top_or_to_the_end(string why, int year)
    {
        var reference = ReferralId.Random();
        await Send(Request(reference, Samples.Submission("talk", "message=help")) with { At = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        Assert.True((await _office.Referrals.Load(reference, default))!.Received == Samples.Now, why);
    }

    [Theory]
    [InlineData(3202, "empty", "")]
    [InlineData(3202, "noise", "02 00 11 22 33")]
    [InlineData(3203, "sealed by a newer kiosk", "03 00 11 22 33")]
    [InlineData(3202, "sealed by a version nobody ever ran", "01 00 11 22 33")]
    public async Task What_is_no_seal_is_refused(int problem, string why, string bytes)
    {
        var answer = await _intake.Take("1-a", Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)), default);
        Assert.True((SpoolOutcome.Refused, problem) == (answer.Outcome, answer.Problem), why);
    }

    [Theory]
    [InlineData(3203, "a newer form inside", "\u0002x")]
    [InlineData(3202, "no brotli inside", "\u0001xxxx")]
    [InlineData(3202, "nothing inside", "")]
    public async Task What_is_no_item_inside_a_good_seal_is_refused(int problem, string why, string plain)
    {
        var answer = await _intake.Take("1-a", SpoolSeal.Seal(Encoding.UTF8.GetBytes(plain), Key(_office.Keys), "1-a"), default);
        Assert.True((SpoolOutcome.Refused, problem) == (answer.Outcome, answer.Problem), why);
    }

    [Theory]
    [InlineData(3205, "a number with a wrong check letter", Slip + "E", "talk", "message=help", false)]
    [InlineData(3205, "a number in another spelling would be a second name", "r 7k4m", "talk", "message=help", false)]
    [InlineData(3205, "no number", "", "talk", "message=help", false)]
    [InlineData(3006, "an answer nobody asked", null, "talk", "message=help; nationality=x", false)]
    [InlineData(3007, "an answer that is no choice", null, "stranded", "health=rich", false)]
    [InlineData(3004, "a child in a programme for adults", null, "stranded", "health=pregnant", true)]
    public async Task What_the_web_would_not_take_is_not_taken_here(int problem, string why, string? reference, string dialog, string answers, bool child)
    {
        var answer = await Send(new SpoolItem.Request(reference ?? ReferralId.Random().ToString(), Samples.Submission(dialog, answers, child)) { Asker = Visitor, At = Asked });
        Assert.True((SpoolOutcome.Refused, problem) == (answer.Outcome, answer.Problem), why);
        Assert.Empty((await _office.Referrals.Queue(new QueueView(), null, 10, default)).Rows);
    }

    [Fact]
    public async Task No_consent_a_locked_return_and_another_servers_key_are_refused()
    {
        var unconsented = Samples.Submission("talk", "message=help") with { Consent = Samples.Consent with { Agencies = [] } };
        Assert.Equal(3003, (await Send(Request(ReferralId.Random(), unconsented))).Problem);
        Assert.Equal(3005, (await Send(Request(ReferralId.Random(), Samples.Submission("voluntary-return", locked: true)))).Problem);
        using var other = KeyRing.Fresh();
        Assert.Equal(3201, (await _intake.Take("1-a", SpoolSeal.Seal("x"u8, Key(other), "1-a"), default)).Problem);
    }

    [Fact]
    public async Task A_child_comes_in_by_the_child_route_and_on_top()
    {
        var reference = ReferralId.Random();
        Assert.Equal(SpoolOutcome.Accepted, (await Send(Request(reference, Samples.Submission("child", "", child: true)))).Outcome);
        Assert.True((await _office.Referrals.Load(reference, default))!.Draft.Child);
    }

    private static SpoolItem.Request Request(ReferralId reference, Submission submission) => new(reference.ToString(), submission) { Asker = Visitor, At = Asked };

    private static string Key(KeyRing keys)
    {
        using var server = SpoolSeal.ServerKey(keys);
        return SpoolSeal.PublicKey(server);
    }

    private (string Id, byte[] Sealed) Seal(SpoolItem item)
    {
        var id = Spool.IdFor(item.At, Guid.NewGuid());
        return (id, SpoolSeal.Seal(SpoolCodec.Pack(item), Key(_office.Keys), id));
    }

    private ValueTask<SpoolAnswer> Send(SpoolItem item)
    {
        var (id, sealedItem) = Seal(item);
        return _intake.Take(id, sealedItem, default);
    }
}
