using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Outreach.Referrals.Sync;

/// <summary>How one try to send ended.</summary>
public enum SendOutcome
{
    /// <summary>Nothing waits, or nothing but what was refused.</summary>
    NothingToSend,

    /// <summary>The server answered about everything sent: go on with the next.</summary>
    GoOn,

    /// <summary>No connection, or the server has no time: try later.</summary>
    Later,
}

/// <summary>
/// Sends what a kiosk keeps, beside everything else: nothing waits for it, nothing it meets ends the program. With nothing to
/// send it sleeps until something is kept. An item leaves the spool only after the server said that it has it.
/// </summary>
/// <param name="spool">What is kept.</param>
/// <param name="http">To the server; its base address is the server's.</param>
/// <param name="clock">The clock.</param>
/// <param name="token">What the server knows this kiosk by; null over the socket of this machine.</param>
public sealed class SpoolSender(Spool spool, HttpClient http, TimeProvider clock, string? token = null)
{
    /// <summary>The first pause after a failure; doubled by each further one.</summary>
    public static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause between tries.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Refused items are tried again after this: the server may have been brought up to date.</summary>
    public static readonly TimeSpan RefusedPause = TimeSpan.FromHours(1);

    private const int LongestAnswer = 256 * 1024;
    private TimeSpan? _asked;

    /// <summary>Sends for as long as the kiosk runs.</summary>
    /// <param name="tell">Hears what became of each item.</param>
    /// <param name="cancel">Ends it at once.</param>
    public async Task Run(Action<SpoolAnswer> tell, CancellationToken cancel)
    {
        var failures = 0;
        while (!cancel.IsCancellationRequested)
        {
            var outcome = await Once(tell, cancel);
            failures = outcome == SendOutcome.Later ? failures + 1 : 0;
            switch (outcome)
            {
                case SendOutcome.Later:
                    await Task.Delay(ShortestPause, clock, cancel);          // even a new item does not hurry more than this
                    await Wait(_asked ?? PauseAfter(failures), cancel);
                    break;
                case SendOutcome.NothingToSend:
                    var refused = spool.State.Refused > 0;
                    await Wait(refused ? RefusedPause : null, cancel);
                    if (refused)
                        spool.TryAgain();
                    break;
            }
        }
    }

    /// <summary>One try with what goes next.</summary>
    public async Task<SendOutcome> Once(Action<SpoolAnswer> tell, CancellationToken cancel)
    {
        _asked = null;
        try
        {
            spool.Tidy(clock.GetUtcNow());
            var items = spool.Next(clock.GetUtcNow());
            return items.Count == 0 ? SendOutcome.NothingToSend : Heed(items, await Post(items, cancel), tell);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException or JsonException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return SendOutcome.Later;                      // nothing listens, the link broke, the disk is in the way: all of it stays kept
        }
    }

    /// <summary>How long to wait after so many failures in a row.</summary>
    public static TimeSpan PauseAfter(int failures) =>
        failures >= 10 ? LongestPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, ShortestPause.Ticks << Math.Max(0, failures - 1)));

    private async Task<SpoolAnswers?> Post(IReadOnlyList<SpooledItem> items, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        foreach (var item in items)
            SpoolFrames.Write(body, item.Id, item.Sealed);
        body.Position = 0;
        using var request = new HttpRequestMessage(HttpMethod.Post, SyncRoutes.Spool) { Content = new StreamContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            _asked = answer.Headers.RetryAfter?.Delta is { } delta && delta > TimeSpan.Zero ? delta < LongestPause ? delta : LongestPause : null;
            return null;
        }
        await answer.Content.LoadIntoBufferAsync(LongestAnswer, cancel);
        return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancel), SpoolJson.Plain.SpoolAnswers);
    }

    private SendOutcome Heed(IReadOnlyList<SpooledItem> items, SpoolAnswers? answers, Action<SpoolAnswer> tell)
    {
        var settled = 0;
        foreach (var answer in answers?.Items ?? [])
        {
            if (answer.Outcome == SpoolOutcome.Later || items.All(i => i.Id != answer.Id))
                continue;
            if (answer.Outcome == SpoolOutcome.Refused)
                spool.Refuse(answer.Id, answer.Problem ?? 0);
            else
                spool.Drop(answer.Id);
            settled++;
            tell(answer);
        }
        return settled > 0 ? SendOutcome.GoOn : SendOutcome.Later;
    }

    private async Task Wait(TimeSpan? atMost, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var more = spool.MoreKept(either.Token);
        await (atMost is { } pause ? Task.WhenAny(more, Task.Delay(pause, clock, either.Token)) : more);
        await either.CancelAsync();
        await more.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancel.ThrowIfCancellationRequested();
    }
}
