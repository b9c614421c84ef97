using System.Diagnostics;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Referrals.Storage;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests.Storage;

public sealed class KillTests
{
    private const int Rounds = 20;

    /// <summary>A process that never got to write anything shall fail the test, not hold it up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    [Fact]
    public async Task Killed_twenty_times_in_a_storm_of_writes_the_register_loses_no_acknowledged_referral()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(2026);
        var all = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            var acknowledged = await Storm(folder.File("killed.db"), TimeSpan.FromMilliseconds(random.Next(20, 400)));
            Assert.True(acknowledged.Count > 0, "nothing was written before the kill");
            all.AddRange(acknowledged);
            await Check(folder.File("killed.db"), round == Rounds - 1 ? all : acknowledged);
        }
    }

    private static async Task<List<string>> Storm(string file, TimeSpan time)
    {
        using var child = Process.Start(new ProcessStartInfo("dotnet", [typeof(KilledProcess).Assembly.Location, file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var limit = new CancellationTokenSource(Patience);
        await using var kill = limit.Token.Register(child.Kill);
        Assert.Equal("ready", await child.StandardOutput.ReadLineAsync(limit.Token));
        var lines = new List<string>();
        var watch = Stopwatch.StartNew();
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Length == "R-7K4M-2QXD".Length)                           // the last line may be cut
                lines.Add(line);
            if (watch.Elapsed > time)                                          // and never before the first line, however slow the machine
                child.Kill();
        }
        await child.WaitForExitAsync();
        Assert.Equal(137, child.ExitCode);
        return lines;
    }

    private static async Task Check(string file, IEnumerable<string> acknowledged)
    {
        await using var database = SqliteDatabase.Open(file, ReferralMigrations.All).Value!;
        using var keys = KeyRing.Of(KilledProcess.Master);
        var audit = new AuditTable(new AuditChain(keys));
        var store = new SqliteReferralStore(database, keys, audit);
        foreach (var reference in acknowledged)
            Assert.True(ReferralId.TryParse(reference, out var id) && await store.Load(id, default) is { Status: ReferralStatus.Claimed }, reference);
        Assert.True(database.Read(c => audit.Verify(c)).Ok);
    }
}
