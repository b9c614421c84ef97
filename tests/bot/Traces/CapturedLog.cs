using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Outreach.Bot.Tests.Traces;

/// <summary>Keeps everything that is logged, at every level, with all values.</summary>
[ProviderAlias("Captured")]
internal sealed class CapturedLog : ILoggerProvider
{
    /// <summary>The settings that let everything through to this log, whatever the host filters for others.</summary>
    public static readonly string[] Everything = ["--Logging:Captured:LogLevel:Default=Trace", "--Logging:Captured:LogLevel:Microsoft=Trace", "--Logging:Captured:LogLevel:System=Trace"];

    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>All of it.</summary>
    public byte[] Bytes => Encoding.UTF8.GetBytes(string.Join('\n', _lines));

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose() { }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            log._lines.Enqueue($"{category} scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(p => $"{p.Key}={p.Value}")) : "";
            log._lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {values} {exception}");
        }
    }
}
