using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Outreach.Referrals.Staff;
using Outreach.Referrals.Sync;

namespace Outreach.Bot;

/// <summary>The folder of the data, for our eyes only.</summary>
internal static class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes it when it is missing.</summary>
    public static void Prepare(BotOptions options)
    {
        try
        {
            var made = Directory.CreateDirectory(options.DataDir);
            if (!OperatingSystem.IsWindows())
                made.UnixFileMode = OwnerOnly;
            using var probe = new FileStream(Path.Combine(options.DataDir, $".write-{Environment.ProcessId}"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"Outreach:DataDir: {options.DataDir} cannot be written: {e.Message} Choose a folder that this account owns, for example OUTREACH__DATADIR=$HOME/outreach-data.");
        }
    }
}

/// <summary>Where Kestrel listens: TCP for everybody, a Unix socket of this machine's owner for desk and kiosk.</summary>
internal static class Listening
{
    private const int LongestSocketPath = 100;
    private const long LargestBody = 1024 * 1024;

    /// <summary>Sets it up.</summary>
    public static void Configure(KestrelServerOptions kestrel, BotOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        foreach (var url in options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
            Listen(kestrel, BindingAddress.Parse(url));
        if (options.Socket.Length > LongestSocketPath)
            throw new CannotStartException($"Outreach:DataDir is too long for a socket in it ({options.Socket.Length} characters, at most {LongestSocketPath}). Choose a shorter folder.");
        File.Delete(options.Socket);                       // left over from a kill; the database's lock says that nobody uses it
        kestrel.ListenUnixSocket(options.Socket);
    }

    /// <summary>Why it cannot listen, and what to do.</summary>
    public static CannotStartException Impossible(Exception why, BotOptions options)
    {
        var urls = options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries);
        var url = urls.FirstOrDefault(u => why.Message.Contains($":{BindingAddress.Parse(u).Port}:", StringComparison.Ordinal)) ?? options.Urls;
        return new CannotStartException(IsInUse(why)
            ? $"Another program already listens on {url}; perhaps Outreach is running already. Stop that program, or choose another address: OUTREACH__URLS=http://localhost:3979 (setting Outreach:Urls)."
            : $"It is not possible to listen on {url}: {why.Message} Choose another address: OUTREACH__URLS=http://localhost:3979 (setting Outreach:Urls).");
    }

    private static bool IsInUse(Exception? why) =>
        why is AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } || (why?.InnerException is { } inner && IsInUse(inner));

    /// <summary>True for a request that came through the socket.</summary>
    public static bool IsSocket(HttpContext http) => http.Connection.LocalIpAddress is null;

    private static void Listen(KestrelServerOptions kestrel, BindingAddress address)
    {
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
            kestrel.Listen(ip, address.Port);
        else if (address.Host == "localhost")
            kestrel.ListenLocalhost(address.Port);
        else
            kestrel.ListenAnyIP(address.Port);
    }
}

/// <summary>Lets the socket reach the staff API and the door for kiosks only.</summary>
internal sealed class SocketGate(RequestDelegate next)
{
    private static readonly PathString Staff = StaffRoutes.Root;
    private static readonly PathString Kiosks = SyncRoutes.Root;

    public Task InvokeAsync(HttpContext http)
    {
        if (!Listening.IsSocket(http) || http.Request.Path.StartsWithSegments(Staff) || http.Request.Path.StartsWithSegments(Kiosks))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
