using System.Diagnostics.CodeAnalysis;

[assembly: SuppressMessage("Design", "CA1001", Justification = "xunit calls IAsyncLifetime.DisposeAsync", Scope = "module")]
