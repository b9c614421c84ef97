#!/usr/bin/env python3
"""Writes Fold.g.cs: what becomes of each character that folding changes.

    python3 localization/tools/gen-fold.py [UnicodeData.txt]

Debian's unicode-data package has the file. Only scripts people write to us in are in the table;
everything else goes by its Unicode category at run time (see Fold.cs).
"""
import pathlib
import sys
import textwrap

SOURCE = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode/UnicodeData.txt"
TARGET = pathlib.Path(__file__).resolve().parent.parent / "Fold.g.cs"

RANGES = [
    (0x0041, 0x005A), (0x00A0, 0x024F), (0x0250, 0x02FF), (0x0300, 0x036F), (0x0370, 0x03FF),  # Latin, marks, Greek
    (0x0400, 0x052F),                                                                          # Cyrillic
    (0x0591, 0x05C7),                                                                          # Hebrew points
    (0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF),                                      # Arabic
    (0x1200, 0x139F),                                                                          # Ethiopic
    (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF),                                                        # marks
    (0x1E00, 0x1FFF),                                                                          # Latin, Greek with marks
    (0x2000, 0x206F), (0x2070, 0x209C), (0x20D0, 0x20F0), (0x2100, 0x218B),                    # signs, small figures
    (0x2460, 0x24EA),                                                                          # circled
    (0xFB00, 0xFB06), (0xFB50, 0xFDFF), (0xFE20, 0xFE2F), (0xFE70, 0xFEFF), (0xFF01, 0xFF5E),  # presentation forms
]

SPACE = " "
LETTERS = {
    # Latin letters that do not decompose
    "ß": "ss", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h",
    "ŧ": "t", "ŋ": "ng", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ƒ": "f", "ə": "e", "ɛ": "e", "ɔ": "o", "ſ": "s",
    "ς": "σ",
    # Cyrillic: what Ukrainian, Russian and hurried typing mix
    "є": "е", "і": "и", "ґ": "г", "ы": "и", "э": "е",
    # Arabic: letters that are one to a reader, and their Persian, Urdu, Pashto and Kurdish keys
    "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ٵ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ۍ": "ي", "ے": "ي", "ێ": "ي",
    "ک": "ك", "ڪ": "ك", "ګ": "گ", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ۃ": "ه", "ء": "", "ٴ": "", "ـ": "",
}
# Rows of the Ethiopic syllabary that sound alike in Amharic: first letter of the row, of the row it joins, length.
ROWS = [(0x1210, 0x1200, 8), (0x1280, 0x1200, 8), (0x12B8, 0x1200, 7), (0x1220, 0x1230, 8), (0x12D0, 0x12A0, 7), (0x1340, 0x1338, 8)]
for start, joins, length in ROWS:
    for i in range(length):
        LETTERS[chr(start + i)] = chr(joins + i)
# Fourth order of the throat rows is said like the first.
FOURTH = {"ሃ": "ሀ", "ኣ": "አ"}
for i in range(9):
    LETTERS[chr(0x1369 + i)] = str(i + 1)  # Ethiopic one to nine

# ' and its look-alikes stay for Fold.cs, which sees what stands around them.
APOSTROPHES = "\u0027\u0060\u00B4\u02B9\u02BB\u02BC\u2018\u2019\u2032\uFF07"
SPACES = {"\u200B", "\u200C"}  # zero width space, ZWNJ


def load():
    data = {}
    for line in open(SOURCE, encoding="ascii"):
        f = line.rstrip("\n").split(";")
        data[int(f[0], 16)] = (f[2], f[5], f[6], f[13])  # category, decomposition, decimal value, lower case
    return data


DATA = load()


def category(c):
    return DATA.get(ord(c), ("Cn", "", "", ""))[0]


def decompose(c):
    mapping = DATA.get(ord(c), ("Cn", "", "", ""))[1]
    if not mapping:
        return c
    parts = [p for p in mapping.split() if not p.startswith("<")]
    return "".join(decompose(chr(int(p, 16))) for p in parts)


def one(c):
    """A character without decomposition to what stands for it."""
    _, _, digit, lower = DATA.get(ord(c), ("Cn", "", "", ""))
    if lower:
        return fold(chr(int(lower, 16)))
    if c in LETTERS:
        return "".join(FOURTH.get(x, x) for x in LETTERS[c])
    if c in FOURTH:
        return FOURTH[c]
    if digit:
        return digit
    if c in APOSTROPHES:
        return c
    kind = category(c)
    if c in SPACES or kind[0] in "PSZ" or kind == "Cc":
        return SPACE
    return "" if kind in ("Mn", "Me", "Cf") else c


def fold(c):
    if c in APOSTROPHES or c in LETTERS:
        return one(c)
    whole = decompose(c)
    letters = [x for x in whole if category(x) not in ("Mn", "Me")]
    if 0xFC5E <= ord(c) <= 0xFC63 or 0xFE70 <= ord(c) <= 0xFE7F or 0xFCF2 <= ord(c) <= 0xFCF4:
        return ""  # vowel signs standing alone
    if any(x in APOSTROPHES for x in letters):
        letters = [x for x in letters if x not in APOSTROPHES] or [SPACE]
    return " ".join("".join(one(x) if x == c or len(decompose(x)) == 1 else fold(x) for x in letters).split(" "))


def main():
    single, several = {}, {}
    for first, last in RANGES:
        for code in range(first, last + 1):
            c = chr(code)
            if code not in DATA or c in APOSTROPHES:
                continue
            folded = fold(c)
            if folded == c:
                continue
            assert all(ord(x) < 0xE000 or ord(x) >= 0xF900 for x in folded)
            (single if len(folded) <= 1 else several)[code] = folded

    runs = []  # first, length, step (0: all to the same), target
    for code in sorted(single):
        target = ord(single[code]) if single[code] else 0
        if runs:
            first, length, step, to = runs[-1]
            next_to = to if step == 0 else to + length * step
            if first + length == code and length == 1 and target - to in (0, 1):
                runs[-1] = (first, 2, target - to, to)
                continue
            if first + length == code and length > 1 and target == next_to:
                runs[-1] = (first, length + 1, step, to)
                continue
        runs.append((code, 1, 0, target))

    def ushorts():
        for first, length, step, to in runs:
            yield f"0x{first:X},{length << 1 | step},0x{to:X}"

    multi = "|".join(f"{chr(code)}{several[code]}" for code in sorted(several))
    escaped = "".join(x if 32 <= ord(x) < 127 and x not in '"\\' else f"\\u{ord(x):04X}" for x in multi)
    rows = textwrap.fill(", ".join(ushorts()), 118, initial_indent=" " * 8, subsequent_indent=" " * 8, break_long_words=False)
    chunks = [escaped[i:j] for i, j in pieces(escaped)]
    text = "\n        + ".join(f'"{chunk}"' for chunk in chunks)
    TARGET.write_text(f"""// <auto-generated>Written by tools/gen-fold.py from Unicode's UnicodeData.txt; do not edit.</auto-generated>
#nullable enable
namespace Outreach.Localization;

public static partial class Fold
{{
    /// <summary>Runs of characters that become one: first, length * 2 + step, target (0: dropped).</summary>
    private static ReadOnlySpan<ushort> Runs =>
    [
{rows},
    ];

    /// <summary>Characters that become several: character and text, divided by bars.</summary>
    private const string Several =
        {text};
}}
""", encoding="utf-8")
    print(f"{len(single)} to one or none in {len(runs)} runs, {len(several)} to several")


def pieces(escaped, width=108):
    start = 0
    while start < len(escaped):
        end = min(start + width, len(escaped))
        while end < len(escaped) and "\\" in escaped[max(start, end - 5):end]:
            end -= 1  # never inside an escape
        yield start, end
        start = end


if __name__ == "__main__":
    main()
