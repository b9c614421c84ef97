using Outreach.Content.Dialogs;

namespace Outreach.Tui.Commands;

/// <summary>Where data and content are; the same environment variables as the bot's (OUTREACH__*).</summary>
/// <param name="DataDir">Data of this machine.</param>
/// <param name="KeyFile">The master key.</param>
/// <param name="ContentDir">Pages, dialogs, programmes.</param>
/// <param name="CatalogsDir">Translations.</param>
/// <param name="RulesDir">Published rules and offices.</param>
internal sealed record Settings(string DataDir, string KeyFile, string ContentDir, string CatalogsDir, string RulesDir)
{
    /// <summary>What the kiosk proves itself with to a server; null over the socket. Never a command's option: others on the machine could read it.</summary>
    public static string? KioskToken => Given("KIOSKTOKEN")?.Trim();

    /// <summary>Where the bot of this machine listens for its owner.</summary>
    public string Socket => Path.Combine(DataDir, "outreach.sock");

    /// <summary>Reads them; defaults as documented.</summary>
    public static Settings Read() => new(
        Value("DATADIR", Path.Combine(Home("XDG_DATA_HOME", ".local/share"), "outreach")),
        Value("KEYFILE", Path.Combine(Home("XDG_CONFIG_HOME", ".config"), "outreach", "master.key")),
        Value("CONTENTDIR", Path.Combine(AppContext.BaseDirectory, "book")),
        Value("CATALOGSDIR", Path.Combine(AppContext.BaseDirectory, "catalogs")),
        Value("RULESDIR", Path.Combine(AppContext.BaseDirectory, "rules")));

    /// <summary>The name of the office; part of the consent text.</summary>
    public static string OfficeName => Given("OFFICENAME") ?? new Office().Name;

    /// <summary>True when the office wants to go live.</summary>
    public static bool WantsLive => bool.TryParse(Given("LIVE"), out var live) && live;

    /// <summary>A setting of the environment; null when it is not set.</summary>
    public static string? Given(string name)
    {
        foreach (var (key, value) in Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(e => ((string)e.Key, (string?)e.Value)))
            if (string.Equals(key, $"OUTREACH__{name}", StringComparison.OrdinalIgnoreCase) && value is { Length: > 0 })
                return value;
        return null;
    }

    private static string Value(string name, string otherwise) => Given(name) is { } value ? Path.GetFullPath(value) : otherwise;

    private static string Home(string variable, string otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), otherwise);
}
