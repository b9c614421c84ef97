using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals.Staff;

namespace Outreach.Referrals.Tests.Staff;

/// <summary>Every door of the desk against the policy table, for every role: the table decides, nothing else.</summary>
public sealed class DeskPolicyTests : IAsyncLifetime
{
    private const int NotYourRole = 3012;
    private readonly Workplace _office = new();
    private string _reference = "";

    private static readonly Dictionary<StaffAction, Func<Desk, Caller, string, Task<Problem?>>> Doors = new()
    {
        [StaffAction.SeeQueue] = async (desk, who, _) => Why(await desk.Queue(who, new QueueRequest("closed"), default)),
        [StaffAction.OpenReferral] = async (desk, who, reference) => Why(await desk.Open(who, reference, default)),
        [StaffAction.Claim] = async (desk, who, reference) => Why(await desk.Claim(who, reference, default)),
        [StaffAction.Note] = async (desk, who, reference) => Why(await desk.Note(who, reference, new NoteRequest("x"), default)),
        [StaffAction.SetStatus] = async (desk, who, reference) => Why(await desk.SetStatus(who, reference, new StatusRequest(ReferralStatus.WaitingForPerson), default)),
        [StaffAction.SetPriority] = async (desk, who, reference) => Why(await desk.SetPriority(who, reference, new PriorityRequest(Priority.High, "x"), default)),
        [StaffAction.RecordContact] = async (desk, who, reference) => Why(await desk.RecordContact(who, reference, new ContactRequest(ContactWay.Call, true), default)),
        [StaffAction.Reply] = async (desk, who, reference) => Why(await desk.Reply(who, reference, new ReplyRequest("1", "x", Locale.English), default)),
        [StaffAction.OpenReturnLock] = async (desk, who, reference) => Why(await desk.OpenReturnLock(who, reference, new UnlockRequest("talked twice"), default)),
        [StaffAction.Counsel] = async (desk, who, reference) => Why(await desk.Counsel(who, reference, new CounselRequest(CounsellingStep.Risk, "safe"), default)),
        [StaffAction.Interview] = async (desk, who, _) => Why(await desk.StartInterview(who, new InterviewStart(Locale.English, "ly", "talk", new Spoken(SpokenWay.Present)), default)),
        [StaffAction.Alerts] = async (desk, who, _) => Why(await desk.AnswerAlert(who, 99, new ReplyRequest("1", "x", Locale.English), default)),
        [StaffAction.SeeChecks] = async (desk, who, _) => Why(await desk.Checks(who, default)),
        [StaffAction.SeeUnanswered] = async (desk, who, _) => Why(await desk.Unanswered(who, default)),
        [StaffAction.ProposeChange] = async (desk, who, _) => Why(await desk.Changes(who, default)),
        [StaffAction.PublishChange] = async (desk, who, _) => Why(await desk.DecideChange(who, 99, new ChangeAct(ChangeDecision.Publish, "1"), default)),
        [StaffAction.Erase] = async (desk, who, reference) => Why(await desk.Erase(who, reference, default)),
    };

    public static TheoryData<StaffRole, StaffAction> Cases()
    {
        var data = new TheoryData<StaffRole, StaffAction>();
        foreach (var role in Enum.GetValues<StaffRole>())
            foreach (var action in Doors.Keys)
                data.Add(role, action);
        return data;
    }

    public async Task InitializeAsync() => _reference = (await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=yes")).ToString();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Opens_for_whom_the_table_says(StaffRole role, StaffAction action)
    {
        var who = await _office.Is("somebody", role, "ly");

        var why = await Doors[action](_office.Desk, who, _reference);

        Assert.True((why?.Code == NotYourRole) != AccessPolicy.May(role, action), $"{role} {action}: {why}");
    }

    [Fact]
    public void Every_action_of_the_table_has_its_door_or_none_at_the_desk() =>
        Assert.Equal(Enum.GetValues<StaffAction>().Except([StaffAction.ContactChild, StaffAction.SeeAudit, StaffAction.ManageAccounts]).Order(), Doors.Keys.Order());

    private static Problem? Why<T>(Result<T> result) => result.Ok ? null : result.Problems[0];
}
