using System.Buffers;
using System.Globalization;
using System.Text;

namespace Outreach.Localization;

/// <summary>
/// Makes one text of the many ways to type it, for search and word lists, never for display: lower case, no marks, one form of
/// each Arabic, Cyrillic and Ethiopic letter that readers take for the same, ASCII digits, single spaces instead of everything else.
/// </summary>
/// <remarks>
/// Folding twice changes nothing. й becomes и, as all marks go, so that composed and decomposed typing meet.
/// Emoji become spaces: who looks for them looks at the text as it came.
/// </remarks>
public static partial class Fold
{
    private const ushort Same = 0;
    private const ushort Dropped = 0xFFFF;
    private const ushort FirstSeveral = 0xE000;
    private static readonly (ushort[]?[] Pages, string[] Several) Table = ReadTable();

    /// <summary>The folded text; the same instance when it was folded already.</summary>
    public static string Text(string text)
    {
        var folded = Text(text.AsSpan());
        return folded == text ? text : folded;
    }

    /// <summary>The folded text.</summary>
    public static string Text(ReadOnlySpan<char> text)
    {
        var folded = new Output(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
                folded.Add(c);
            else if (char.IsSurrogate(c))
                i += AddPair(ref folded, text[i..]) - 1;
            else if (IsApostrophe(c))
                AddApostrophe(ref folded, text[(i + 1)..]);
            else
                AddLetter(ref folded, c);
        }

        return folded.ToStringAndClear();
    }

    private static void AddLetter(ref Output folded, char c)
    {
        var to = Table.Pages[c >> 8]?[c & 0xFF] ?? Same;
        if (to == Same)
            AddByCategory(ref folded, new Rune(c));
        else if (to >= FirstSeveral && to != Dropped)
            folded.Add(Table.Several[to - FirstSeveral]);
        else if (to == ' ')
            folded.AddSpace();
        else if (to != Dropped)
            folded.Add((char)to);
    }

    /// <summary>A character beyond the 65,536 first, or half of one; how many units it took.</summary>
    private static int AddPair(ref Output folded, ReadOnlySpan<char> text)
    {
        if (Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done)
            folded.AddSpace();
        else if (rune.Value is >= 0x1D400 and < 0x1D6A4) // mathematical alphabets, which people use as fonts
            folded.Add((char)('a' + ((rune.Value - 0x1D400) % 26)));
        else
            AddByCategory(ref folded, rune);
        return length;
    }

    private static void AddByCategory(ref Output folded, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.DecimalDigitNumber:
                folded.Add((char)('0' + Digits.ValueOf(rune)));
                break;
            case UnicodeCategory.Format:
                break;
            case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol
                or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol:
                folded.AddSpace();
                break;
            default:
                folded.Add(Rune.ToLowerInvariant(rune));
                break;
        }
    }

    private static bool IsApostrophe(char c) =>
        c is '\'' or '`' or '\u00B4' or '\u02B9' or '\u02BB' or '\u02BC' or '\u2018' or '\u2019' or '\u2032' or '\uFF07';

    /// <summary>Inside a word it goes (п'ять, don't, ng'ombe), after a French elision it divides (l'asile, qu'il), elsewhere it is punctuation.</summary>
    private static void AddApostrophe(ref Output folded, ReadOnlySpan<char> rest)
    {
        var before = folded.LastTwo;
        var elision = before is ['c' or 'd' or 'j' or 'l' or 'm' or 'n' or 's' or 't'] or [' ', 'c' or 'd' or 'j' or 'l' or 'm' or 'n' or 's' or 't'] or ['q', 'u'];
        if (before is [] or [.., ' '] || elision || rest.IsEmpty || !char.IsLetter(rest[0]))
            folded.AddSpace();
    }

    private static (ushort[]?[] Pages, string[] Several) ReadTable()
    {
        var pages = new ushort[]?[256];
        for (var i = 0; i < Runs.Length; i += 3)
        {
            var (first, length, step, to) = (Runs[i], Runs[i + 1] >> 1, Runs[i + 1] & 1, Runs[i + 2]);
            for (var n = 0; n < length; n++)
                Set(pages, first + n, to == 0 ? Dropped : (ushort)(to + (n * step)));
        }

        var several = Several.Split('|');
        for (var i = 0; i < several.Length; i++)
            Set(pages, several[i][0], (ushort)(FirstSeveral + i));
        return (pages, [.. several.Select(s => s[1..])]);
    }

    private static void Set(ushort[]?[] pages, int code, ushort to) => (pages[code >> 8] ??= new ushort[256])[code & 0xFF] = to;

    /// <summary>Collects the result in a borrowed buffer, which is wiped: it may hold what a person wrote.</summary>
    private ref struct Output(int expected)
    {
        private char[] _buffer = ArrayPool<char>.Shared.Rent(Math.Max(64, expected + (expected / 8)));
        private int _length;

        public readonly ReadOnlySpan<char> LastTwo => _buffer.AsSpan(Math.Max(0, _length - 2), Math.Min(2, _length));

        public void Add(char c)
        {
            if (_length == _buffer.Length)
                Grow();
            _buffer[_length++] = c;
        }

        public void Add(Rune rune)
        {
            Span<char> units = stackalloc char[2];
            foreach (var c in units[..rune.EncodeToUtf16(units)])
                Add(c);
        }

        public void Add(string text)
        {
            foreach (var c in text)
            {
                if (c == ' ')
                    AddSpace();
                else
                    Add(c);
            }
        }

        public void AddSpace()
        {
            if (_length > 0 && _buffer[_length - 1] != ' ')
                Add(' ');
        }

        public string ToStringAndClear()
        {
            var text = _buffer.AsSpan(0, _length).TrimEnd(' ').ToString();
            ArrayPool<char>.Shared.Return(_buffer, clearArray: true);
            _buffer = [];
            return text;
        }

        private void Grow()
        {
            var larger = ArrayPool<char>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_buffer, clearArray: true);
            _buffer = larger;
        }
    }
}
