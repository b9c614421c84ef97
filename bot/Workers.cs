using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Referrals;
using Outreach.Referrals.Staff;

namespace Outreach.Bot;

/// <summary>Finishes what a crash left over, of persons and of staff: at the start, then every few seconds while there is anything.</summary>
internal sealed class OutboxWorker(IConversationStore store, TurnRunner runner, Deliveries deliveries, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TurnTime = TimeSpan.FromSeconds(30);      // younger ones belong to a turn that is still running

    /// <summary>One round: how many conversations were finished.</summary>
    public async Task<int> Round(DateTimeOffset before, CancellationToken cancel)
    {
        var done = 0;
        foreach (var conversation in await store.WithPending(AtOnce, before, cancel))
        {
            try
            {
                await runner.Recover(conversation, cancel);
                done++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.RecoveryFailed(log, conversation.ToString(), e.GetType().Name);
            }
        }
        if (done > 0)
            Log.Recovered(log, done);
        return done;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var before = clock.GetUtcNow();                    // whatever is pending now was left by an earlier process
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Round(before, stoppingToken);
                await deliveries.Run(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.RecoveryFailed(log, "all", e.GetType().Name);
            }
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            before = clock.GetUtcNow() - TurnTime;
        }
    }
}

/// <summary>Erases what has expired, every hour.</summary>
internal sealed class RetentionWorker(IConversationStore store, IReferralStore referrals, INoticeStore notices, TimeProvider clock, ILogger<RetentionWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var now = clock.GetUtcNow();
                var (conversations, closed, alerts) = (await store.Sweep(now, stoppingToken), await referrals.EraseDue(now, stoppingToken), await notices.ForgetDue(now, stoppingToken));
                if (conversations + closed + alerts > 0)
                    Log.Swept(log, conversations, closed, alerts);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.SweepFailed(log, e.GetType().Name);
            }
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

/// <summary>After the start, fetches what the start did not wait for: pages, contacts, the search index of every language.</summary>
internal sealed class WarmUp(Func<Book> book, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<WarmUp> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);      // whoever is writing at this moment goes first

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await Task.Delay(Pause, clock, stoppingToken);
        book().Search.Prepare();
        Log.Warm(log, book().Library.All.Length, book().Contacts.All.Length);
    }
}
