using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Outreach.Tests.Support;

namespace Outreach.Bench;

/// <summary>A server under measurement: a process of its own on a free port, ended when disposed.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);
    private readonly Process _process;

    private Server(string name, Process process, int port) => (Name, _process, Port) = (name, process, port);

    public string Name { get; }

    public int Port { get; }

    public int Id => _process.Id;

    public Uri Address => new($"http://127.0.0.1:{Port}/");

    /// <summary>Starts one; what it prints is thrown away.</summary>
    public static Server Start(Peer peer)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(peer.Program, peer.Arguments(port.ToString(CultureInfo.InvariantCulture))) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new Server(peer.Name, process, port);
        process.ErrorDataReceived += (_, line) => server.Complaint += line.Data + "\n";
        process.BeginErrorReadLine();
        return server;
    }

    private string Complaint { get; set; } = "";

    /// <summary>Waits until somebody listens.</summary>
    public async Task Listening()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(Pause))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"{Name} stopped: {Complaint}");
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                // not yet
            }
        }
        throw new TimeoutException($"{Name} does not listen: {Complaint}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var term = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
            try
            {
                await _process.WaitForExitAsync().WaitAsync(Farewell);
            }
            catch (TimeoutException)
            {
                _process.Kill();
            }
        }
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>How a server is started.</summary>
/// <param name="Name">How the tables call it.</param>
/// <param name="Program">What is run.</param>
/// <param name="Arguments">With which arguments, given a port.</param>
internal sealed record Peer(string Name, string Program, Func<string, string[]> Arguments)
{
    /// <summary>The floor.</summary>
    public static Peer Kestrel { get; } = new("bare Kestrel", "dotnet", port => [Workshop.Kestrel, port]);

    /// <summary>What somebody would run instead.</summary>
    public static Peer BotBuilder { get; } = new("botbuilder Node", "node", port => [Workshop.BotBuilder, port]);

    /// <summary>The bot with the interview as its opening dialog, its data in a folder.</summary>
    public static Peer Interview(string folder, string name = "Outreach") =>
        Outreach(name, folder, Path.Combine(folder, "book"), $"--Outreach:OpeningDialog={InterviewBook.Dialog}");

    /// <summary>The bot as people use it.</summary>
    public static Peer Chat(string folder) => Outreach("Outreach", folder, Repository.At("content", "book"));

    private static Peer Outreach(string name, string folder, string content, params string[] more) => new(name, "dotnet", port =>
    [
        Workshop.Bot,
        $"--Outreach:DataDir={Path.Combine(folder, "data")}",
        $"--Outreach:KeyFile={Path.Combine(folder, "master.key")}",
        $"--Outreach:ContentDir={content}",
        $"--Outreach:Urls=http://127.0.0.1:{port}",
        .. more,
    ]);
}
