using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Outreach.Content.Dialogs;

namespace Outreach.Bot;

/// <summary>What whoever starts the host sees: where to go next. At the first start also what was made and must be kept safe.</summary>
internal static class Welcome
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Says it.</summary>
    public static void Say(WebApplication app, BotOptions options)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(options.Socket))
            File.SetUnixFileMode(options.Socket, OwnerReadsAndWrites);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var book = app.Services.GetRequiredService<Func<Book>>()();
        Log.Started(app.Logger, string.Join(' ', addresses.Where(a => a.StartsWith("http://", StringComparison.Ordinal) && !a.Contains("unix:", StringComparison.Ordinal))), book.Revision, book.Dialogs.Count);
        if (options.Live && !book.Office.Live)
            Log.NotLive(app.Logger, app.Services.GetRequiredService<Task<OpenedContent>>().GetAwaiter().GetResult().Unsigned);
        if (app.Services.GetRequiredService<Task<OpenedContent>>().GetAwaiter().GetResult().LeftOut is { } leftOut)
            Log.ChangesLeftOut(app.Logger, leftOut.Code, leftOut.Where);
        var mark = Path.Combine(options.DataDir, "welcome");
        if (File.Exists(mark))
            return;
        File.WriteAllText(mark, "");
        Console.WriteLine($"""
            First start. This was made:
              data   {options.DataDir}
              key    {options.KeyFile}   keep a copy elsewhere: without it nothing can be read again
            Open {options.PublicUrl} to try the chat.
            To work at the desk: stop the bot with Ctrl-C, make an account, start the bot again, open the desk:
              dotnet run --project tui -- staff add NAME --role coordinator --region "*"
              dotnet run --project bot
              dotnet run --project tui -- desk   (in another terminal)
            """);
    }
}
