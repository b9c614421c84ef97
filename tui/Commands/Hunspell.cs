using System.Collections.Frozen;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Outreach.Content.Checks;
using Outreach.Localization;

namespace Outreach.Tui.Commands;

/// <summary>Debian's hunspell with the dictionaries that are installed. Without it nothing breaks: the check says what to install, and goes on.</summary>
/// <param name="program">The program.</param>
internal sealed class Hunspell(string program = "hunspell") : ISpeller
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Dictionaries by language, in the order tried, and the package that brings one; none is packaged for Persian and Amharic.</summary>
    private static readonly FrozenDictionary<Locale, (string[] Dictionaries, string? Package)> Known = new Dictionary<Locale, (string[], string?)>
    {
        [Locale.English] = (["en_GB", "en_US"], "hunspell-en-gb"),
        [Locale.French] = (["fr_FR", "fr"], "hunspell-fr"),
        [Locale.Spanish] = (["es_ES", "es"], "hunspell-es"),
        [Locale.Arabic] = (["ar", "ar_SA"], "hunspell-ar"),
        [Locale.Persian] = (["fa_IR", "fa"], null),
        [Locale.Ukrainian] = (["uk_UA", "uk"], "hunspell-uk"),
        [Locale.Amharic] = (["am_ET", "am"], null),
        [Locale.Swahili] = (["sw_TZ", "sw_KE", "sw"], "hunspell-sw"),
    }.ToFrozenDictionary();

    /// <inheritdoc/>
    public Result<FrozenSet<string>> Unknown(Locale locale, IReadOnlyCollection<string> words)
    {
        var (dictionaries, package) = Known[locale];
        if (Ask(["-D"], "") is not { } listed)
            return SpellingProblems.NoProgram(program);
        var installed = dictionaries.FirstOrDefault(d => listed.Split('\n').Any(l => l.Trim().EndsWith($"/{d}", StringComparison.Ordinal)));
        if (installed is null)
            return SpellingProblems.NoDictionary(package);
        if (Ask(["-d", installed, "-i", "utf-8", "-l"], string.Join('\n', words)) is not { } answer)
            return SpellingProblems.NoProgram(program);
        var tokens = answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        // Hunspell divides words where its dictionary does: "well-knwon" comes back as "knwon".
        return words.Where(w => tokens.Contains(w) || w.Split('-', '\'', 'ʼ').Any(tokens.Contains)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What the program prints; null when there is none or it does not answer.</summary>
    private string? Ask(string[] arguments, string input)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            if (!process.WaitForExit(Patience))
            {
                process.Kill();
                return null;
            }
            // Dictionaries are listed on standard error.
            return output.Result + errors.Result;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            return null;
        }
    }
}

/// <summary>Why a language is not spelled (4800 to 4809).</summary>
internal static class SpellingProblems
{
    /// <summary>No hunspell.</summary>
    public static Problem NoProgram(string program) => new(4800, $"'{program}' is not installed or does not answer; install the packages hunspell and hunspell-en-gb, -fr, -es, -ar, -uk, -sw");

    /// <summary>No dictionary.</summary>
    public static Problem NoDictionary(string? package) =>
        new(4801, package is null ? "no dictionary is packaged for this language; a speaker has to read it" : $"its dictionary is not installed; install the package {package}");
}
