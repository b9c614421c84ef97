using Outreach.Content.Checks;

namespace Outreach.Referrals.Tests.Staff;

/// <summary>What the checks of the content say to whoever can mend it.</summary>
public sealed class DeskChecksTests : IAsyncLifetime
{
    private readonly Workplace _office = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Counts_fit_to_the_list_and_the_list_to_the_checks()
    {
        var answer = (await _office.Desk.Checks(await _office.Is("ed", StaffRole.Editor, "ly"), default)).Value!;
        var remarks = Inspector.Inspect(Samples.Book, DateOnly.FromDateTime(Samples.Now.UtcDateTime));
        Assert.NotEmpty(answer.Rows);
        Assert.Equal(remarks.Length, answer.Counts.Sum(c => c.Errors + c.Reports));
        Assert.Equal(remarks.Count(r => r.Severity == Severity.Error), answer.Counts.Sum(c => c.Errors));
        Assert.All(answer.Rows, r => Assert.Contains(remarks, m => m.Problem.Code == r.Code && m.Problem.Message == r.Message));
        Assert.Equal(answer.Rows.OrderByDescending(r => r.Error).Select(r => r.Error), answer.Rows.Select(r => r.Error));
    }

    [Fact]
    public async Task They_are_worked_out_once()
    {
        var editor = await _office.Is("ed", StaffRole.Editor, "ly");
        Assert.Same((await _office.Desk.Checks(editor, default)).Value, (await _office.Desk.Checks(editor, default)).Value);
    }
}
