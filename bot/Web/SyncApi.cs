using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Referrals.Sync;

namespace Outreach.Bot.Web;

/// <summary>
/// Where kiosks send what they keep (<see cref="SyncRoutes"/>): over TCP with the token both ends were given, over the socket of
/// this machine's owner without one. With no token set, TCP has no such address at all. Everybody's items are sealed, checked
/// and counted; an answer is about the sender's own items only.
/// </summary>
internal sealed class SyncApi(SpoolIntake intake, KioskPackage package, BotOptions options, TimeProvider clock, ILogger<SyncApi> log) : IDisposable
{
    private const int AtOnce = 4;
    private const int BusySeconds = 5;
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Brake<string> _strangers = new(most: 10, Window);
    private readonly Brake<string> _posts = new(most: 60, Window);
    private readonly Brake<string> _items = new(most: 1_000, TimeSpan.FromHours(1));
    private readonly SemaphoreSlim _working = new(AtOnce);

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(SyncRoutes.Spool, (RequestDelegate)Post);
        routes.MapGet(SyncRoutes.Package, (RequestDelegate)Package);
    }

    /// <inheritdoc/>
    public void Dispose() => _working.Dispose();

    private async Task Post(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var from = Listening.IsSocket(http) ? "socket" : http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        if (!Listening.IsSocket(http) && await StandsInTheWay(http, from))
            return;
        if (!await _working.WaitAsync(TimeSpan.Zero, http.RequestAborted))
        {
            await Refuse(http, SyncProblems.TooOften(BusySeconds));
            return;
        }
        try
        {
            await http.Response.WriteAsJsonAsync(await Take(http, from), SpoolJson.Plain.SpoolAnswers, cancellationToken: http.RequestAborted);
        }
        finally
        {
            _working.Release();
        }
    }

    /// <summary>What people read, signed; nothing when the kiosk has it already.</summary>
    private async Task Package(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var from = Listening.IsSocket(http) ? "socket" : http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        if (!Listening.IsSocket(http) && await StandsInTheWay(http, from))
            return;
        var tag = $"\"{package.Revision}\"";
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
            http.Response.StatusCode = StatusCodes.Status304NotModified;
        else if (await package.File(http.RequestAborted) is { Ok: true } file)
            await Results.File(file.Value, "application/octet-stream").ExecuteAsync(http);
        else
            await Refuse(http, SyncProblems.NoPackage());
    }

    /// <summary>Over TCP: no token set, none or a wrong one brought, too often. What belongs to this machine's owner is not held up.</summary>
    private async ValueTask<bool> StandsInTheWay(HttpContext http, string from)
    {
        if (options.KioskToken is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return true;
        }
        var known = IsKnown(http);
        if (known && _posts.MayTry(from, clock.GetUtcNow()))
            return false;
        await Refuse(http, known || !_strangers.MayTry(from, clock.GetUtcNow()) ? SyncProblems.TooOften((int)Window.TotalSeconds) : SyncProblems.NoToken());
        return true;
    }

    /// <summary>Takes item by item, each as soon as it is here; the first that cannot be read ends it.</summary>
    private async Task<SpoolAnswers> Take(HttpContext http, string from)
    {
        var answers = ImmutableArray.CreateBuilder<SpoolAnswer>();
        var stopped = (Problem?)null;
        while (stopped is null && await Next(http) is { } frame)
        {
            if (answers.Count >= SyncLimits.MostItemsAPost)
                stopped = SyncProblems.TooMany();
            else if (frame is SpoolFrame.Item(var id, var sealedItem))
                answers.Add(await Take(http, from, id, sealedItem));
            else if (frame is SpoolFrame.TooLarge(var large))
                answers.Add(SpoolIntake.Refused(large, [SyncProblems.TooLarge()]));
            else
                stopped = SyncProblems.BadFrame();
        }
        Tell(answers);
        return new SpoolAnswers(answers.ToImmutable(), stopped?.Code, stopped?.Message);
    }

    private async Task<SpoolAnswer> Take(HttpContext http, string from, string id, ReadOnlyMemory<byte> sealedItem)
    {
        if (!Listening.IsSocket(http) && !_items.MayTry(from, clock.GetUtcNow()))
            return new SpoolAnswer(id, SpoolOutcome.Later);
        try
        {
            return await intake.Take(id, sealedItem, http.RequestAborted);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.SpoolItemFailed(log, e.GetType().Name);
            return new SpoolAnswer(id, SpoolOutcome.Later);      // not known to be durable: the kiosk keeps it
        }
    }

    private static async ValueTask<SpoolFrame?> Next(HttpContext http)
    {
        try
        {
            return await SpoolFrames.Read(http.Request.Body, http.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            return new SpoolFrame.Unreadable();            // longer than a post may be, or too slow
        }
    }

    private bool IsKnown(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim())), options.KioskToken);
    }

    private static async Task Refuse(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Code == SyncProblems.NoToken().Code ? StatusCodes.Status401Unauthorized
            : problem.Code == SyncProblems.NoPackage().Code ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status429TooManyRequests;
        if (http.Response.StatusCode == StatusCodes.Status429TooManyRequests)
            http.Response.Headers.RetryAfter = problem == SyncProblems.TooOften(BusySeconds) ? "5" : "60";
        await http.Response.WriteAsJsonAsync(new ProblemDto(problem.Code, problem.Message), StaffJson.Plain.ProblemDto, cancellationToken: http.RequestAborted);
    }

    private void Tell(IEnumerable<SpoolAnswer> answers)
    {
        var by = answers.CountBy(a => a.Outcome).ToDictionary();
        if (by.Count > 0)
            Log.SpoolTaken(log, by.GetValueOrDefault(SpoolOutcome.Accepted), by.GetValueOrDefault(SpoolOutcome.Had), by.GetValueOrDefault(SpoolOutcome.Refused), by.GetValueOrDefault(SpoolOutcome.Later));
        foreach (var (problem, count) in answers.Where(a => a.Outcome == SpoolOutcome.Refused).CountBy(a => a.Problem ?? 0))
            Log.SpoolRefused(log, count, problem);
    }
}
