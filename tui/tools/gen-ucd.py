#!/usr/bin/env python3
"""Writes tui/Text/Ucd.g.cs from the Unicode Character Database (Debian package unicode-data).

Usage: gen-ucd.py [--check]      --check exits 1 when the committed file is not what we would write.
"""
import os
import re
import sys

UCD = '/usr/share/unicode/'
OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'Text', 'Ucd.g.cs')
LAST = 0x110000

# The order is that of the enum BidiClass.
BIDI = ['L', 'R', 'AL', 'EN', 'ES', 'ET', 'AN', 'CS', 'NSM', 'BN', 'B', 'S', 'WS', 'ON',
        'LRE', 'LRO', 'RLE', 'RLO', 'PDF', 'LRI', 'RLI', 'FSI', 'PDI']
BIDI_LONG = {'Left_To_Right': 'L', 'Right_To_Left': 'R', 'Arabic_Letter': 'AL',
             'European_Terminator': 'ET', 'Boundary_Neutral': 'BN'}
# The order is that of the enum JoiningType.
JOINING = ['U', 'R', 'L', 'D', 'C', 'T']
FORMS = ['isolated', 'final', 'initial', 'medial']
LAM = 0x644
ALEFS = (0x622, 0x623, 0x625, 0x627)


def rows(name):
    """First code point, last code point and the fields of each data line."""
    with open(UCD + name, encoding='utf8') as lines:
        for line in lines:
            fields = [field.strip() for field in line.split('#')[0].split(';')]
            if fields[0]:
                first, _, last = fields[0].partition('..')
                yield int(first, 16), int(last or first, 16), fields[1:]


def bidi_classes():
    classes = [0] * LAST
    with open(UCD + 'extracted/DerivedBidiClass.txt', encoding='utf8') as lines:
        for line in lines:
            default = re.match(r'# @missing: (\w+)\.\.(\w+); (\w+)', line)
            if default:
                value = BIDI.index(BIDI_LONG[default[3]])
                for code in range(int(default[1], 16), int(default[2], 16) + 1):
                    classes[code] = value
    for first, last, fields in rows('extracted/DerivedBidiClass.txt'):
        classes[first:last + 1] = [BIDI.index(fields[0])] * (last + 1 - first)
    return classes


def unicode_data():
    with open(UCD + 'UnicodeData.txt', encoding='utf8') as lines:
        first = None
        for line in lines:
            fields = line.split(';')
            code = int(fields[0], 16)
            if fields[1].endswith('First>'):
                first = code
                continue
            start = first if fields[1].endswith('Last>') else code
            for each in range(start, code + 1):
                yield each, fields


def widths():
    width = [1] * LAST
    for first, last, fields in rows('EastAsianWidth.txt'):
        if fields[0] in ('W', 'F'):
            width[first:last + 1] = [2] * (last + 1 - first)
    for code, fields in unicode_data():
        if fields[2] in ('Mn', 'Me', 'Cf') and code != 0xAD:
            width[code] = 0
    for code in range(0x1160, 0x1200):          # Hangul vowels and finals join the syllable before
        width[code] = 0
    width[0x200B] = 0
    return width


def joining_types():
    types = [0] * LAST
    for first, last, fields in rows('extracted/DerivedJoiningType.txt'):
        types[first:last + 1] = [JOINING.index(fields[0])] * (last + 1 - first)
    return types


def presentation_forms():
    forms, lam_alef = {}, {}
    for code, fields in unicode_data():
        found = 0xFB50 <= code <= 0xFEFC and re.match(r'<(\w+)> (.*)', fields[5])
        if not found or found[1] not in FORMS:
            continue
        letters = [int(letter, 16) for letter in found[2].split()]
        place = FORMS.index(found[1])
        if len(letters) == 1:
            forms.setdefault(letters[0], [0] * 4)[place] = code
        elif len(letters) == 2 and letters[0] == LAM and letters[1] in ALEFS:
            lam_alef.setdefault(letters[1], [0] * 2)[place] = code
    return forms, lam_alef


def runs(values, usual):
    """Ranges of equal values, without the usual one."""
    found, start = [], 0
    for code in range(1, LAST + 1):
        if code == LAST or values[code] != values[start]:
            if values[start] != usual:
                found.append((start, code - 1, values[start]))
            start = code
    return found


def table(kind, name, numbers):
    lines, line = [], ''
    for number in numbers:
        item = '%d,' % number
        if len(line) + len(item) > 150:
            lines.append(line)
            line = ''
        line += item
    lines.append(line)
    body = '\n'.join('        ' + text for text in lines)
    return '    private static ReadOnlySpan<%s> %s =>\n    [\n%s\n    ];\n' % (kind, name, body)


def ranges(name, found):
    return ''.join(table(kind, name + part, [row[column] for row in found])
                   for column, part, kind in ((0, 'First', 'int'), (1, 'Last', 'int'), (2, 'Value', 'byte')))


def source():
    forms, lam_alef = presentation_forms()
    brackets = [(first, int(fields[0], 16), 'oc'.index(fields[1]) + 1) for first, _, fields in rows('BidiBrackets.txt')]
    mirrors = [(first, int(fields[0], 16)) for first, _, fields in rows('BidiMirroring.txt')]

    def flat(pairs):
        return [number for pair in sorted(pairs) for number in pair]
    return ''.join([
        '// <auto-generated>\n',
        '// Written by tui/tools/gen-ucd.py from the Unicode Character Database 15.0; see the Unicode notice in LICENSE.\n',
        '// </auto-generated>\n',
        'namespace Outreach.Tui.Text;\n\n',
        'internal static partial class Ucd\n{\n',
        ranges('Bidi', runs(bidi_classes(), 0)),
        ranges('Width', runs(widths(), 1)),
        ranges('Joining', runs(joining_types(), 0)),
        table('int', 'Brackets', flat(brackets)),
        table('int', 'Mirrors', flat(mirrors)),
        table('int', 'Forms', flat((base, *codes) for base, codes in forms.items())),
        table('int', 'LamAlefs', flat((alef, *codes) for alef, codes in lam_alef.items())),
        '}\n'])


def main():
    text = source()
    if '--check' in sys.argv:
        with open(OUT, encoding='utf8') as committed:
            sys.exit(0 if committed.read() == text else 'Ucd.g.cs is not current: run tui/tools/gen-ucd.py')
    with open(OUT, 'w', encoding='utf8') as out:
        out.write(text)


if __name__ == '__main__':
    main()
