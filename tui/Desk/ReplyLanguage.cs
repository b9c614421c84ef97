using System.Text;
using Outreach.Localization;

namespace Outreach.Tui.Desk;

/// <summary>
/// In which language a reply is written, as far as its letters tell. A wrong guess costs a Tab; a guess that hid an
/// untranslated message would cost the person, so letters count, never wishes.
/// </summary>
public static class ReplyLanguage
{
    /// <summary>Letters Persian has and Arabic has not, and the other way about.</summary>
    private const string OnlyPersian = "پچژگ";
    private const string OnlyArabic = "ة";

    /// <summary>The language of a text; without letters that of the desk.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="theirs">The language the person reads.</param>
    /// <param name="desk">The language the case worker works in.</param>
    public static Locale Of(string text, Locale theirs, Locale desk) => MostOf(text) switch
    {
        null => desk,
        Script.Arabic => OfArabicLetters(text, theirs, desk),
        Script.Latin => desk.Script == Script.Latin ? desk : theirs.Script == Script.Latin ? theirs : Locale.English,
        { } script => Locale.All.First(l => l.Script == script),
    };

    private static Locale OfArabicLetters(string text, Locale theirs, Locale desk)
    {
        var (persian, arabic) = (text.AsSpan().ContainsAny(OnlyPersian), text.AsSpan().ContainsAny(OnlyArabic));
        if (persian != arabic)
            return persian ? Locale.Persian : Locale.Arabic;
        return theirs.Script == Script.Arabic ? theirs : desk.Script == Script.Arabic ? desk : Locale.Arabic;
    }

    /// <summary>The script most letters are of; null without letters.</summary>
    private static Script? MostOf(string text) => text.EnumerateRunes().Select(ScriptOf).OfType<Script>()
        .GroupBy(s => s).OrderByDescending(g => g.Count()).Select(g => (Script?)g.Key).FirstOrDefault();

    private static Script? ScriptOf(Rune letter) => !Rune.IsLetter(letter) ? null : letter.Value switch
    {
        < 0x250 or (>= 0x1E00 and <= 0x1EFF) => Script.Latin,
        >= 0x400 and <= 0x52F => Script.Cyrillic,
        (>= 0x600 and <= 0x6FF) or (>= 0x750 and <= 0x77F) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) => Script.Arabic,
        (>= 0x1200 and <= 0x139F) or (>= 0x2D80 and <= 0x2DDF) => Script.Ethiopic,
        _ => null,
    };
}
