using System.Net;
using System.Net.Sockets;

namespace Outreach.Tui;

/// <summary>The way to a bot: over the socket of this machine's owner, or to a server far away.</summary>
public static class ServerLink
{
    /// <summary>What stands in a request where the socket decides.</summary>
    public static Uri SocketAddress { get; } = new("http://localhost/");

    /// <summary>Over a Unix socket.</summary>
    public static SocketsHttpHandler OnSocket(string path) =>
        new() { AutomaticDecompression = DecompressionMethods.All, UseProxy = false, ConnectCallback = (_, cancel) => Connect(path, cancel) };

    /// <summary>To a server.</summary>
    public static SocketsHttpHandler OnServer() =>
        new() { AutomaticDecompression = DecompressionMethods.All, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) };

    /// <summary>A server's address; null when it is none. Secrets go over https only, on this machine plain http too.</summary>
    public static Uri? Address(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? new Uri(uri.GetLeftPart(UriPartial.Authority))
            : null;

    private static async ValueTask<Stream> Connect(string path, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
