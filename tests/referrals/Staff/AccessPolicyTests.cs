using System.Collections.Immutable;
using Outreach.Referrals.Staff;

namespace Outreach.Referrals.Tests.Staff;

public class AccessPolicyTests
{
    [Theory]
    [InlineData("case workers work on referrals and sit at interviews", StaffRole.CaseWorker, "SeeQueue OpenReferral Claim Note SetStatus SetPriority RecordContact Reply Counsel Interview Alerts", ReferralFields.All)]
    [InlineData("coordinators also see what nobody could answer, the checks, and mend content", StaffRole.Coordinator, "SeeQueue OpenReferral Claim Note SetStatus SetPriority RecordContact Reply Counsel Interview Alerts SeeUnanswered SeeChecks ProposeChange PublishChange", ReferralFields.All)]
    [InlineData("administrators run accounts and see nobody", StaffRole.Administrator, "ManageAccounts", ReferralFields.None)]
    [InlineData("auditors read the chain and see nobody", StaffRole.Auditor, "SeeAudit", ReferralFields.None)]
    [InlineData("editors see questions, checks and content", StaffRole.Editor, "SeeUnanswered SeeChecks ProposeChange PublishChange", ReferralFields.None)]
    [InlineData("translators see questions and checks only", StaffRole.Translator, "SeeUnanswered SeeChecks", ReferralFields.None)]
    [InlineData("protection reviewers alone contact children and open the return lock", StaffRole.ProtectionReviewer, "SeeQueue OpenReferral Claim Note SetStatus SetPriority RecordContact ContactChild Reply OpenReturnLock Counsel Interview Alerts", ReferralFields.All)]
    [InlineData("data-protection reviewers see rows and may erase", StaffRole.DataProtectionReviewer, "SeeQueue OpenReferral Erase SeeAudit", ReferralFields.Row)]
    [InlineData("complaints officers set no priority and see no alert", StaffRole.ComplaintsOfficer, "SeeQueue OpenReferral Claim Note SetStatus RecordContact Reply", ReferralFields.All)]
    public void Each_role_does_this_and_nothing_else(string why, StaffRole role, string actions, ReferralFields fields)
    {
        var may = actions.Split(' ').Select(Enum.Parse<StaffAction>).ToHashSet();

        Assert.All(Enum.GetValues<StaffAction>(), action => Assert.True(AccessPolicy.May(role, action) == may.Contains(action), $"{why}: {action}"));
        Assert.True(AccessPolicy.Of(role).Fields == fields, why);
    }

    [Theory]
    [InlineData("a case worker reaches their region", StaffRole.CaseWorker, "ly", QueueName.Team, "ly", true)]
    [InlineData("not another one", StaffRole.CaseWorker, "ly", QueueName.Team, "de", false)]
    [InlineData("with a star every one", StaffRole.CaseWorker, "*", QueueName.Team, "de", true)]
    [InlineData("without regions none", StaffRole.CaseWorker, "", QueueName.Team, "ly", false)]
    [InlineData("never a complaint", StaffRole.Coordinator, "*", QueueName.Complaints, "ly", false)]
    [InlineData("protection staff reach every region", StaffRole.ProtectionReviewer, "ly", QueueName.Team, "de", true)]
    [InlineData("but no complaint", StaffRole.ProtectionReviewer, "ly", QueueName.Complaints, "de", false)]
    [InlineData("a complaints officer reads about other offices", StaffRole.ComplaintsOfficer, "ly", QueueName.Complaints, "de", true)]
    [InlineData("not about their own", StaffRole.ComplaintsOfficer, "ly", QueueName.Complaints, "ly", false)]
    [InlineData("and no referral", StaffRole.ComplaintsOfficer, "ly", QueueName.Team, "de", false)]
    [InlineData("an administrator reaches nobody", StaffRole.Administrator, "*", QueueName.Team, "ly", false)]
    public void Reaches_or_not(string why, StaffRole role, string regions, QueueName queue, string region, bool reaches)
    {
        var own = regions.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
        var view = QueueViews.Of(new StaffAccount(new StaffId(1), "x", role, own), new QueueRequest(), Samples.Now);

        Assert.True(AccessPolicy.Reaches(role, own, queue, region) == reaches, why);
        Assert.True((view is not null && view.Queue == queue && (view.Regions.IsEmpty || view.Regions.Contains(region)) && !view.NotRegions.Contains(region)) == reaches, $"the queue shows the same: {why}");
    }

    [Fact]
    public void Every_role_stands_in_the_table_once() =>
        Assert.Equal(Enum.GetValues<StaffRole>().Order(), AccessPolicy.Table.Select(g => g.Role).Order());
}
