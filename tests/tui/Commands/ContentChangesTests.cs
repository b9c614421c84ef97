using Outreach.Content.Conversations;
using Outreach.Content.Editing;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Referrals;
using Outreach.Referrals.Editing;
using Outreach.Referrals.Staff;
using Outreach.Referrals.Storage;

namespace Outreach.Tui.Tests.Commands;

/// <summary>outreach content changes export: what was published goes into the repository, with who and why, and overrides nothing.</summary>
public sealed class ContentChangesTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task Changed_files_and_a_list_beside_them_are_written_and_taken_over_ones_are_not_written_again()
    {
        await Publish("directory/de.yaml", "de/110", "number: \"110\"", "number: \"0800 110\"");

        var (exit, said, wrong) = Export();

        Assert.Equal((0, "", "1 files changed, 0 of 1 changes are in the content already; out/CHANGES.tsv says who, when and why.\n"), (exit, wrong, said));
        var file = File.ReadAllText(_checkout.At("out/directory/de.yaml"));
        Assert.Equal(File.ReadAllText(_checkout.At("content/book/directory/de.yaml")).Replace("number: \"110\"", "number: \"0800 110\"", StringComparison.Ordinal), file);
        Assert.Equal("1\tdirectory/de.yaml\tde/110\tnew\telif\t2026-11-22 12:00Z\tomar\t2026-11-22 13:00Z\t\tthe sign on their door", File.ReadAllLines(_checkout.At("out/CHANGES.tsv"))[1]);

        File.Copy(_checkout.At("out/directory/de.yaml"), _checkout.At("content/book/directory/de.yaml"), overwrite: true);
        Assert.StartsWith("0 files changed, 1 of 1 changes", Export().Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_repository_changed_since_is_reported_and_left()
    {
        await Publish("directory/de.yaml", "de/110", "number: \"110\"", "number: \"0800 110\"");
        _checkout.Replace("content/book/directory/de.yaml", "number: \"110\"", "number: \"999\"");

        var (exit, said, wrong) = Export();

        Assert.Equal(1, exit);
        Assert.StartsWith("0 files changed", said, StringComparison.Ordinal);
        Assert.StartsWith("stale directory/de.yaml de/110: the content has another text since change 1 (elif, 2026-11-22 13:00Z)", wrong, StringComparison.Ordinal);
        Assert.Contains("\tstale\t", File.ReadAllText(_checkout.At("out/CHANGES.tsv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_register_it_says_so()
    {
        var (exit, _, wrong) = Export();
        Assert.Equal((1, "There is no register at data/outreach.db; name the folder of the data with --data.\n"), (exit, wrong));
    }

    private (int Exit, string Said, string Wrong) Export() => _checkout.Run(
        "content", "changes", "export", "--out", _checkout.At("out"), "--data", _checkout.At("data"), "--key-file", _checkout.At("master.key"), "--content", _checkout.At("content/book"));

    private async Task Publish(string file, string contact, string before, string after)
    {
        Directory.CreateDirectory(_checkout.At("data"));
        using var keys = KeyRing.Open(_checkout.At("master.key"), _checkout.At("data")).Value!;
        await using var database = SqliteDatabase.Open(_checkout.At("data/outreach.db"), [.. SqliteConversationStore.Migrations, .. ReferralMigrations.All]).Value!;
        var audit = new AuditTable(new AuditChain(keys));
        var staff = new StaffStore(database, keys, audit);
        var (elif, omar) = (await Account("elif"), await Account("omar"));
        var part = new TextPart(file, contact);
        var text = part.In(File.ReadAllText(_checkout.At("content/book/" + file)))!;
        var store = new SqliteChangeStore(database, audit);
        var change = await store.Propose(new Proposal(part, text, text.Replace(before, after, StringComparison.Ordinal), "the sign on their door"), elif, "1", Noon, default);
        await store.Decide(change.Number, ChangeState.Published, omar, Noon.AddHours(1), default);

        async Task<StaffId> Account(string name) => (await staff.Add(name, StaffRole.Editor, [], "hash", onlyFirst: false, Noon, default)).Value!.Id;
    }
}
