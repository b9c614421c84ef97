using System.Collections.Immutable;
using System.Text;

namespace Outreach.Localization;

/// <summary>The parts of a message in the order in which they must stand.</summary>
internal enum PoPart
{
    None,
    Key,
    English,
    Plural,
    Translation,
    Form,
    PreviousKey,
    PreviousEnglish,
    PreviousPlural,
}

/// <summary>A message while its lines are being read.</summary>
internal sealed class PoMessage
{
    private readonly Dictionary<PoPart, StringBuilder> _texts = [];

    public int Line { get; set; }

    public bool Broken { get; set; }

    public PoPart? Current { get; private set; }

    public List<StringBuilder> Forms { get; } = [];

    public List<string> Flags { get; } = [];

    public List<string> Comments { get; } = [];

    public List<string> Notes { get; } = [];

    public List<string> References { get; } = [];

    /// <summary>True once anything but comments was read.</summary>
    public bool HasStrings => Forms.Count > 0 || _texts.Keys.Any(p => p < PoPart.PreviousKey);

    public string? Text(PoPart part) => _texts.TryGetValue(part, out var text) ? text.ToString() : null;

    /// <summary>Opens a part; the sentence says why it cannot stand here.</summary>
    public string? Begin(PoPart part)
    {
        var last = Current is { } current and < PoPart.PreviousKey ? current : PoPart.None;
        Current = part;
        var wrong = part switch
        {
            PoPart.Translation when Text(PoPart.Plural) is not null => "a message with msgid_plural has msgstr[0], msgstr[1], …",
            PoPart.Form when Text(PoPart.Plural) is null => "msgstr[n] needs msgid_plural",
            PoPart.Translation or PoPart.Form when Text(PoPart.English) is null => "msgstr before msgid",
            PoPart.Form when last == PoPart.Form => null,
            _ when last >= part => "msgctxt, msgid, msgid_plural and msgstr stand once and in this order",
            _ => null,
        };
        if (part is PoPart.Translation or PoPart.Form)
            Forms.Add(new StringBuilder());
        else
            _texts[part] = new StringBuilder();
        return wrong;
    }

    /// <summary>Where the next string of a part goes.</summary>
    public StringBuilder Begun(PoPart part)
    {
        if (part is PoPart.Translation or PoPart.Form)
            return Forms[^1];
        Current = part;
        return _texts.TryGetValue(part, out var text) ? text : _texts[part] = new StringBuilder();
    }

    public string? WhatIsMissing() =>
        !HasStrings ? "comments without a message"
        : Text(PoPart.English) is null ? "no msgid"
        : Forms.Count == 0 ? "no msgstr"
        : null;

    public PoEntry ToEntry(string where) => new()
    {
        Key = Text(PoPart.Key)!,
        English = Text(PoPart.English)!,
        EnglishPlural = Text(PoPart.Plural),
        Translations = [.. Forms.Select(f => f.ToString())],
        Flags = [.. Flags],
        Comments = [.. Comments],
        Notes = [.. Notes],
        References = [.. References],
        PreviousEnglish = Text(PoPart.PreviousEnglish),
        PreviousEnglishPlural = Text(PoPart.PreviousPlural),
        Where = where,
    };
}
