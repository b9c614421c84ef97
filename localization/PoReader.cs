using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Outreach.Localization;

/// <summary>Reads PO files and templates, and reports everything that is wrong with them at once, with file and line.</summary>
public static class PoReader
{
    /// <summary>A catalog larger than this is not a catalog.</summary>
    public const int MaxCharacters = 16_000_000;

    /// <summary>After this many problems the rest of the file is not reported.</summary>
    public const int MaxProblems = 100;

    /// <summary>No language has more forms.</summary>
    public const int MaxForms = 6;

    /// <summary>Reads a file from disk.</summary>
    public static Result<PoFile> ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (new FileInfo(path).Length > MaxCharacters)
                return LocalizationProblems.UnreadableFile(name, "too large for a catalog");
            return Read(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)), name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return LocalizationProblems.UnreadableFile(name, e is DecoderFallbackException ? "the file is not UTF-8; save it as UTF-8" : e.Message);
        }
    }

    /// <summary>Reads the text of a file; the name is for messages.</summary>
    public static Result<PoFile> Read(string text, string name)
    {
        if (text.Length > MaxCharacters)
            return LocalizationProblems.UnreadableFile(name, "too large for a catalog");
        return new Run(name).Read(text);
    }

    /// <summary>One reading: lines go into the open message, a finished message goes into the file.</summary>
    private sealed class Run(string name)
    {
        private readonly ImmutableArray<PoEntry>.Builder _entries = ImmutableArray.CreateBuilder<PoEntry>();
        private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();
        private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
        private PoFile? _file;
        private PoMessage _open = new();
        private int _line;

        private string Where => $"{name}:{_line}";

        public Result<PoFile> Read(string text)
        {
            foreach (var line in text[(text.StartsWith('\uFEFF') ? 1 : 0)..].Split('\n'))
            {
                _line++;
                TakeLine(line.EndsWith('\r') ? line[..^1] : line);
                if (_problems.Count < MaxProblems)
                    continue;
                _problems.Add(LocalizationProblems.TooManyProblems(name, MaxProblems));
                return _problems.ToImmutable();
            }

            Close();
            if (_file is null)
                _problems.Insert(0, LocalizationProblems.WrongHeader($"{name}:1", "there is none; the first message must have an empty msgid"));
            return _problems.Count > 0 ? _problems.ToImmutable() : _file! with { Entries = _entries.ToImmutable() };
        }

        private void TakeLine(ReadOnlySpan<char> line)
        {
            var start = line.Trim();
            if (start.IsEmpty)
                return;
            if (start[0] == '#')
                TakeComment(line.TrimStart());
            else if (start[0] == '"')
                TakeString(start, _open.Current ?? PoPart.None);
            else
                TakeKeyword(start);
        }

        private void TakeComment(ReadOnlySpan<char> line)
        {
            if (line.StartsWith("#~"))
                return;
            if (_open.HasStrings)
                Close();
            if (_open.Line == 0)
                _open.Line = _line;
            if (line.StartsWith("#|"))
                TakePrevious(line[2..].Trim());
            else if (line.StartsWith("#,"))
                _open.Flags.AddRange(line[2..].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            else if (line.StartsWith("#."))
                _open.Notes.Add(AfterSpace(line[2..]));
            else if (line.StartsWith("#:"))
                _open.References.Add(AfterSpace(line[2..]));
            else
                _open.Comments.Add(AfterSpace(line[1..]));
        }

        private static string AfterSpace(ReadOnlySpan<char> text) => (text.StartsWith(" ") ? text[1..] : text).ToString();

        private void TakePrevious(ReadOnlySpan<char> rest)
        {
            var (part, value) = Keyword(rest) switch
            {
                ("msgid", var text) => (PoPart.PreviousEnglish, text),
                ("msgid_plural", var text) => (PoPart.PreviousPlural, text),
                ("msgctxt", var text) => (PoPart.PreviousKey, text),
                _ => (_open.Current is >= PoPart.PreviousKey ? _open.Current.Value : PoPart.None, rest.ToString()),
            };
            TakeString(value, part);
        }

        private void TakeKeyword(ReadOnlySpan<char> line)
        {
            var (keyword, value) = Keyword(line);
            var part = keyword switch
            {
                "msgctxt" => PoPart.Key,
                "msgid" => PoPart.English,
                "msgid_plural" => PoPart.Plural,
                "msgstr" => PoPart.Translation,
                _ when keyword.StartsWith("msgstr[", StringComparison.Ordinal) => PoPart.Form,
                _ => PoPart.None,
            };
            if (part == PoPart.None)
            {
                _problems.Add(LocalizationProblems.NotPo(Where, "expected msgctxt, msgid, msgid_plural, msgstr, a string or a comment"));
                return;
            }

            if (_open.Forms.Count > 0 && part is PoPart.Key or PoPart.English)
                Close();
            if (part == PoPart.Form && !IsNextForm(keyword))
            {
                _open.Broken = true;
                _problems.Add(LocalizationProblems.IncompleteMessage(Where, $"expected msgstr[{_open.Forms.Count}], of at most {MaxForms} forms"));
            }

            if (!_open.HasStrings)
                _open.Line = _line;
            if (_open.Begin(part) is { } wrong)
            {
                _open.Broken = true;
                _problems.Add(LocalizationProblems.IncompleteMessage(Where, wrong));
            }

            TakeString(value, part);
        }

        private bool IsNextForm(string keyword) =>
            _open.Forms.Count < MaxForms && keyword == string.Create(CultureInfo.InvariantCulture, $"msgstr[{_open.Forms.Count}]");

        private static (string Keyword, string Value) Keyword(ReadOnlySpan<char> line)
        {
            var end = line.IndexOfAny(" \t\"");
            return end < 0 ? (line.ToString(), "") : (line[..end].ToString(), line[end..].Trim().ToString());
        }

        private void TakeString(ReadOnlySpan<char> quoted, PoPart part)
        {
            if (part == PoPart.None)
            {
                _problems.Add(LocalizationProblems.IncompleteMessage(Where, "a string that belongs to no msgid or msgstr"));
            }
            else if (PoString.Unquote(quoted, _open.Begun(part)) is { } broken)
            {
                _open.Broken = true;
                _problems.Add(LocalizationProblems.BrokenString(Where, broken));
            }
        }

        private void Close()
        {
            var message = _open;
            _open = new PoMessage();
            if (message.Broken || message is { HasStrings: false, Comments.Count: 0, Flags.Count: 0 } || !message.HasStrings && _file is not null)
                return;
            var where = $"{name}:{message.Line}";
            if (message.WhatIsMissing() is { } missing)
                _problems.Add(LocalizationProblems.IncompleteMessage(where, missing));
            else if (message.Text(PoPart.English)!.Length == 0 && message.Text(PoPart.Key) is null)
                TakeHeader(message, where);
            else if (message.Text(PoPart.Key) is not { Length: > 0 } key)
                _problems.Add(LocalizationProblems.IncompleteMessage(where, "no msgctxt; every message needs its key"));
            else if (message.Text(PoPart.English)!.Length == 0)
                _problems.Add(LocalizationProblems.IncompleteMessage(where, "empty msgid; every message needs its English"));
            else if (!_keys.TryAdd(key, where))
                _problems.Add(LocalizationProblems.DuplicateKey(where, key, _keys[key]));
            else
                _entries.Add(message.ToEntry(where));
        }

        private void TakeHeader(PoMessage message, string where)
        {
            if (_file is not null || _entries.Count > 0)
            {
                _problems.Add(LocalizationProblems.WrongHeader(where, "the header stands first and once"));
                return;
            }

            var fields = ImmutableArray.CreateBuilder<PoField>();
            foreach (var line in message.Forms[0].ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Split(':', 2) is [var field, var value])
                    fields.Add(new PoField(field.Trim(), value.Trim()));
                else
                    _problems.Add(LocalizationProblems.WrongHeader(where, "a line without a colon"));
            }

            _file = new PoFile { Name = name, Comments = [.. message.Comments], Header = fields.ToImmutable() };
            if (_file.Field("Content-Type") is not { } type || !type.Contains("charset=UTF-8", StringComparison.OrdinalIgnoreCase))
                _problems.Add(LocalizationProblems.WrongHeader(where, "Content-Type must be \"text/plain; charset=UTF-8\""));
        }
    }
}
