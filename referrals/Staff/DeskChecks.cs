using System.Collections.Immutable;
using Outreach.Content.Checks;
using Outreach.Localization;

namespace Outreach.Referrals.Staff;

public sealed partial class Desk
{
    private const int MostCheckRows = 500;
    private readonly Lock _checking = new();
    private (string Revision, DateOnly Day, ChecksDto Answer)? _checked;

    /// <summary>What the checks say of the content that is shown now. Worked out once a revision and day: it takes seconds.</summary>
    public async Task<Result<ChecksDto>> Checks(Caller caller, CancellationToken cancel)
    {
        if (!caller.Account.May(StaffAction.SeeChecks))
            return ReferralProblems.NotYourRole("checks");
        return await Task.Run(CheckOnce, cancel);
    }

    private ChecksDto CheckOnce()
    {
        lock (_checking)
        {
            var (book, day) = (services.Book(), DateOnly.FromDateTime(Now.UtcDateTime));
            if (_checked is { } known && known.Revision == book.Revision && known.Day == day)
                return known.Answer;
            var remarks = Inspector.Inspect(book, day, services.CheckTools()).Select(r => r with { Problem = LineFinder.Locate(r.Problem, services.ContentText) }).ToImmutableArray();
            _checked = (book.Revision, day, Answer(remarks));
            return _checked.Value.Answer;
        }
    }

    private static ChecksDto Answer(ImmutableArray<Remark> remarks) => new(
        [.. remarks.GroupBy(r => CheckKinds.Of(r.Problem.Code)).OrderBy(g => g.Key).Select(g => new CheckCount(g.Key, g.Count(IsError), g.Count(r => !IsError(r))))],
        [.. remarks.OrderByDescending(r => r.Severity).Take(MostCheckRows).Select(r => new CheckRow(CheckKinds.Of(r.Problem.Code), IsError(r), r.Problem.Code, r.Problem.Where, r.Problem.Message))]);

    private static bool IsError(Remark remark) => remark.Severity == Severity.Error;
}
