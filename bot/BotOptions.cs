using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Outreach.Bot;

/// <summary>The settings, read once from <c>Outreach:*</c> (environment <c>OUTREACH__*</c>). A wrong one stops the start with a sentence.</summary>
public sealed record BotOptions
{
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("\";<>\r\n");
    private static readonly string[] Known =
        ["DataDir", "KeyFile", "ContentDir", "CatalogsDir", "RulesDir", "PublicUrl", "Urls", "OfficeName", "OpeningDialog", "Place", "Live", "LeaveTo", "PromiseHours", "KioskToken"];

    /// <summary>Where data lives.</summary>
    public required string DataDir { get; init; }

    /// <summary>The master key's file; never inside <see cref="DataDir"/>.</summary>
    public required string KeyFile { get; init; }

    /// <summary>The key that packages for kiosks are signed with: beside the master key, and the same as 'outreach content build' uses.</summary>
    public string PackageKeyFile => Path.Combine(Path.GetDirectoryName(KeyFile)!, Content.Packages.PackageKey.PrivateFile);

    /// <summary>The folder of pages, dialogs, places, programmes.</summary>
    public required string ContentDir { get; init; }

    /// <summary>The folder of catalogs.</summary>
    public required string CatalogsDir { get; init; }

    /// <summary>The folder of published rules and offices.</summary>
    public required string RulesDir { get; init; }

    /// <summary>The address people see. Links and cookies follow it, never the Host header.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>Where to listen.</summary>
    public required string Urls { get; init; }

    /// <summary>The office's name as people know it.</summary>
    public required string OfficeName { get; init; }

    /// <summary>The dialog a conversation opens with; null for the menu.</summary>
    public string? OpeningDialog { get; init; }

    /// <summary>The place assumed; null asks.</summary>
    public string? Place { get; init; }

    /// <summary>True when the office wants to go live. It does only while every text is signed; otherwise it stays a trial.</summary>
    public bool Live { get; init; }

    /// <summary>Where "leave now" leads in the end: a neutral page that suits the place.</summary>
    public required Uri LeaveTo { get; init; }

    /// <summary>What the office promises about a first contact, in hours; null promises nothing.</summary>
    public int? PromiseHours { get; init; }

    /// <summary>The hash of what kiosks on other machines prove themselves with; null lets none in over TCP.</summary>
    public byte[]? KioskToken { get; init; }

    /// <summary>True in Development only: /api/messages answers callers that prove nothing.</summary>
    public bool OpenMessages { get; init; }

    /// <summary>True when people reach us over https.</summary>
    public bool Secure => PublicUrl.Scheme == Uri.UriSchemeHttps;

    /// <summary>The staff API's socket.</summary>
    public string Socket => Path.Combine(DataDir, "outreach.sock");

    /// <summary>Reads and checks the settings.</summary>
    public static BotOptions Read(IConfiguration configuration, bool development)
    {
        var section = configuration.GetSection("Outreach");
        foreach (var key in section.GetChildren().Select(c => c.Key))
            if (!Known.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw new CannotStartException($"Outreach:{key} is no setting. Known are: {string.Join(", ", Known)}.");
        var data = Full(section["DataDir"] ?? Path.Combine(Home("XDG_DATA_HOME", ".local/share"), "outreach"));
        var keyFile = Full(section["KeyFile"] ?? Path.Combine(Home("XDG_CONFIG_HOME", ".config"), "outreach", "master.key"));
        if (keyFile.StartsWith(data + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new CannotStartException($"Outreach:KeyFile must not lie inside DataDir: whoever copies the data would have the key too. Now it is {keyFile}.");
        var urls = Listen(section["Urls"] ?? "http://localhost:3978");
        return new BotOptions
        {
            DataDir = data,
            KeyFile = keyFile,
            ContentDir = Folder("ContentDir", section["ContentDir"], "book"),
            CatalogsDir = Folder("CatalogsDir", section["CatalogsDir"], "catalogs"),
            RulesDir = Folder("RulesDir", section["RulesDir"], "rules"),
            PublicUrl = Address("PublicUrl", section["PublicUrl"] ?? urls.Split(';')[0]),
            Urls = urls,
            OfficeName = section["OfficeName"] is { Length: > 0 and <= 80 } name ? name : section["OfficeName"] is null ? "Outreach" : throw new CannotStartException("Outreach:OfficeName must have 1 to 80 characters."),
            OpeningDialog = Given(section["OpeningDialog"]),
            Place = Given(section["Place"]),
            Live = Flag("Live", section["Live"]),
            LeaveTo = Address("LeaveTo", section["LeaveTo"] ?? "https://weather.com/"),
            PromiseHours = Hours(section["PromiseHours"]),
            KioskToken = Token(section["KioskToken"]),
            OpenMessages = development,
        };
    }

    /// <summary>Checks what can only be checked with the book.</summary>
    public void CheckWith(Content.Dialogs.Book book)
    {
        if (OpeningDialog is { } dialog && !book.Dialogs.ContainsKey(dialog))
            throw new CannotStartException($"Outreach:OpeningDialog: there is no dialog \"{dialog}\" in {ContentDir}/dialogs.");
        if (Place is { } place && book.Countries.Find(place) is null)
            throw new CannotStartException($"Outreach:Place: there is no country \"{place}\"; give its two letters, such as de.");
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static bool Flag(string name, string? value) => Given(value) is not { } given ? false
        : bool.TryParse(given, out var flag) ? flag : throw new CannotStartException($"Outreach:{name} must be true or false, not \"{given}\".");

    private static int? Hours(string? value) => Given(value) is not { } given ? null
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= 24 * 60 ? hours
        : throw new CannotStartException($"Outreach:PromiseHours must be hours from 1 to 1440, or absent for no promise, not \"{given}\".");

    /// <summary>Never repeated in the sentence: it is a secret.</summary>
    private static byte[]? Token(string? value) => Given(value) is not { } given ? null
        : given.Length is >= 24 and <= 200 && given.All(c => c is > ' ' and < '\x7f') ? SHA256.HashData(Encoding.UTF8.GetBytes(given))
        : throw new CannotStartException("Outreach:KioskToken must have 24 to 200 letters, digits or signs without spaces, for example from: openssl rand -hex 24");

    private static Uri Address(string name, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && !value.AsSpan().ContainsAny(Unsafe)
            ? uri
            : throw new CannotStartException($"Outreach:{name} must be an address such as https://help.example.org, not \"{value}\".");

    private static string Listen(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (!Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
                throw new CannotStartException($"Outreach:Urls must be http addresses such as http://localhost:3978 (https belongs to the proxy before it), not \"{url}\".");
        return urls;
    }

    private static string Folder(string name, string? value, string beside)
    {
        var folder = Full(value ?? Path.Combine(AppContext.BaseDirectory, beside));
        return Directory.Exists(folder) ? folder : throw new CannotStartException($"Outreach:{name}: there is no folder {folder}.");
    }

    private static string Full(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private static string Home(string variable, string otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), otherwise);
}
