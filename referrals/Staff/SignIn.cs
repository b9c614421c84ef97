using System.Collections.Concurrent;
using Outreach.Localization;

namespace Outreach.Referrals.Staff;

/// <summary>
/// Signing in: one answer for every wrong name, password and code. After three wrong tries an account waits twice as long
/// each time, up to a quarter of an hour; names that do not exist behave the same.
/// </summary>
public sealed class SignIn(StaffStore store, Passwords passwords, TimeProvider clock)
{
    private const int FreeTries = 3;
    private const int MostNames = 10_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, (int Failed, DateTimeOffset Until)> _failed = new(StringComparer.Ordinal);

    /// <summary>Whether everybody must have an authenticator app; false lets accounts without one sign in by password.</summary>
    public bool NeedsTotp { get; init; }

    /// <summary>The token and the account, or why not.</summary>
    public async Task<Result<(string Token, StaffAccount Account)>> Try(SignInRequest request, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var name = request.Name ?? "";
        if (name.Length > 40 || request.Password is null || request.Password.Length > Passwords.MostCharacters)
            return ReferralProblems.NotSignedIn();
        if (_failed.TryGetValue(name, out var failed) && failed.Until > now)
            return ReferralProblems.TooManyTries((int)Math.Ceiling((failed.Until - now).TotalSeconds));
        Count(name, now);                                  // counted before the slow check, so that many at once are counted too
        var found = store.Find(name);
        var right = await passwords.Check(request.Password, found?.Password, cancel);
        if (!right || found is not { Account.Disabled: false } || (found.Totp is null && NeedsTotp))
            return ReferralProblems.NotSignedIn();
        long? step = null;
        if (found.Totp is { } secret && (step = Totp.Accept(secret, request.Code ?? "", now, found.LastStep)) is null)
            return ReferralProblems.NotSignedIn();
        var newHash = passwords.IsOld(found.Password) ? await passwords.Hash(request.Password, cancel) : null;
        if (await store.BeginSession(found.Account, step, newHash, now, cancel) is not { } token)
            return ReferralProblems.NotSignedIn();
        _failed.TryRemove(name, out _);
        return (token, found.Account);
    }

    private void Count(string name, DateTimeOffset now)
    {
        if (_failed.Count > MostNames)
            foreach (var (old, tries) in _failed)
                if (tries.Until < now)
                    _failed.TryRemove(old, out _);
        _failed.AddOrUpdate(name, _ => (1, now), (_, before) => (before.Failed + 1, now + Wait(before.Failed + 1)));
    }

    private static TimeSpan Wait(int failed) => failed <= FreeTries
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(failed - FreeTries, 20))));
}
