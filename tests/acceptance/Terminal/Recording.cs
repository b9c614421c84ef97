using System.Text;
using System.Text.RegularExpressions;
using Outreach.Tests.Support;

namespace Outreach.Acceptance.Tests.Terminal;

/// <summary>What a terminal showed, step by step, kept under docs; what is another at every run is masked. OUTREACH_UPDATE=1 writes it.</summary>
internal sealed partial class Recording(string name, string head)
{
    private readonly StringBuilder _text = new(head + "\n");

    /// <summary>Adds a screen under what was done.</summary>
    public string Add(string done, string screen)
    {
        var rows = ReadingOrder.Of(screen).Split('\n').Select(r => Clock().Replace(Reference().Replace(r, m => m.Length > 6 ? "R-****-****" : "R-****"), "**:**").TrimEnd());
        _text.Append($"\n--- {done}\n{string.Join('\n', rows).TrimEnd()}\n");
        return screen;
    }

    /// <summary>Compares with what is kept, or keeps it.</summary>
    public async Task Keep()
    {
        var path = Repository.At("docs", $"{name}-recording.txt");
        if (Repository.Update)
            await File.WriteAllTextAsync(path, _text.ToString());
        Assert.Equal(await File.ReadAllTextAsync(path), _text.ToString());
    }

    [GeneratedRegex("R-[0-9A-Z]{4}(-[0-9A-Z]{4})?")]
    private static partial Regex Reference();

    [GeneratedRegex("\\b[0-2][0-9]:[0-5][0-9]\\b")]
    private static partial Regex Clock();
}
