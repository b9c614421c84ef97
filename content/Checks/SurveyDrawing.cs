using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>
/// A dialog as a picture (SVG): questions as boxes from top to bottom, conditions on the arrows, the way around them at the side,
/// the consent marked, extras in a column of their own. The same dialog gives the same bytes.
/// </summary>
public sealed class SurveyDrawing
{
    private const int Left = 24;
    private const int BoxWidth = 380;
    private const int ExtraLeft = Left + BoxWidth + 110;
    private const int Width = ExtraLeft + BoxWidth + 24;
    private const int Pad = 10;
    private const int LineHeight = 18;
    private const int Gap = 26;
    private const int Top = 64;

    private readonly StringBuilder _svg = new();
    private readonly Book _book;
    private readonly Locale _language;

    private SurveyDrawing(Book book, Locale language) => (_book, _language) = (book, language);

    /// <summary>The picture of a dialog in a language.</summary>
    public static string Of(Book book, DialogDefinition dialog, Locale language) => new SurveyDrawing(book, language).Draw(dialog);

    private string Draw(DialogDefinition dialog)
    {
        var all = Flat(dialog.Items, []).ToList();
        var main = Column(all.Where(s => !s.Question.Extra));
        var extras = ExtraColumn(all.Where(s => s.Question.Extra));
        var height = Math.Max(main, extras) + 24;
        var title = Escaped(_book.Texts.Text(_language, dialog.Title));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Number(Width)}" height="{Number(height)}" viewBox="0 0 {Number(Width)} {Number(height)}" lang="{_language.Tag}" font-family="Noto Sans, Noto Sans Arabic, Noto Sans Ethiopic, DejaVu Sans, sans-serif" font-size="13">
            <title>{title}</title>
            <defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#333"/></marker></defs>
            <rect width="100%" height="100%" fill="#fff"/>
            <text x="{Number(Left)}" y="34" font-size="18" font-weight="bold">{title} ({Escaped(dialog.Id)})</text>
            {_svg}</svg>

            """.ReplaceLineEndings("\n");
    }

    private int Column(IEnumerable<Step> steps)
    {
        var (y, bottom, from) = (Top, 0, -1);             // from: the middle of the box that a way around starts at
        var middle = -1;
        foreach (var step in steps)
        {
            var condition = step.When.SelectMany(w => Wrap(w, BoxWidth - 30)).ToList();
            if (middle >= 0)
            {
                var next = bottom + Gap + (condition.Count * LineHeight);
                Line($"M{Number(Left + 20)} {Number(bottom)}V{Number(next)}", dashed: false);
                Words(condition, Left + 32, bottom + LineHeight, "font-style=\"italic\" fill=\"#8a3b00\"", rtl: false);
                y = next;
            }
            var height = Box(step, Left, y);
            if (step.When.IsEmpty && from >= 0)
            {
                WayAround(from, y + (height / 2));
                from = -1;
            }
            else if (!step.When.IsEmpty && from < 0)
            {
                from = middle;
            }
            (middle, bottom) = (y + (height / 2), y + height);
        }
        Line($"M{Number(Left + 20)} {Number(bottom)}V{Number(bottom + Gap)}", dashed: false);
        if (from >= 0)
            WayAround(from, bottom + Gap + 19);
        _svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"{bottom + Gap}\" width=\"{BoxWidth}\" height=\"38\" rx=\"19\" fill=\"#eee\" stroke=\"#333\"/>\n");
        Words(["summary, and sending"], Left + Pad, bottom + Gap + 24, "", rtl: false);
        return bottom + Gap + 38;
    }

    private int ExtraColumn(IEnumerable<Step> steps)
    {
        var y = Top;
        foreach (var step in steps)
        {
            if (y == Top)
                Words(["not asked; can be added at the summary"], ExtraLeft, y - 10, "font-weight=\"bold\"", rtl: false);
            var condition = step.When.SelectMany(w => Wrap(w, BoxWidth - 30)).ToList();
            Words(condition, ExtraLeft + 12, y + 12, "font-style=\"italic\" fill=\"#8a3b00\"", rtl: false);
            y += condition.Count * LineHeight;
            y += Box(step, ExtraLeft, y) + 14;
        }
        return y;
    }

    private int Box(Step step, int x, int y)
    {
        var (question, inside) = (step.Question, BoxWidth - (2 * Pad));
        var consent = question.Type is AnswerType.Consent;
        var label = consent ? ["CONSENT: before it, safety answers only"] : Wrap(Say(question.Label), inside).ToList();
        var choices = SurveySize.ListOf(question)?.Choices.SelectMany(c => Wrap($"• {Say(c.Label)}{(c.Signal is { } s ? $" \u2068[{Name(s)}]\u2069" : "")}", inside)).ToList() ?? [];
        var kind = $"{question.Name}: {TypeOf(question)}{(question.Safety ? ", safety" : "")}{(question.Sensitive ? ", sensitive" : "")}";
        var height = ((label.Count + choices.Count + 1) * LineHeight) + (2 * Pad);
        _svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{BoxWidth}\" height=\"{height}\" rx=\"6\" fill=\"{Fill(question)}\" stroke=\"#333\"{(consent ? " stroke-width=\"4\"" : question.Extra ? " stroke-dasharray=\"5 4\"" : "")}/>\n");
        var rtl = _language.Direction == TextDirection.Rtl && !consent;
        var line = y + Pad + 13;
        Words([kind], x + Pad, line, "font-size=\"11\" fill=\"#555\"", rtl: false);
        Words(label, rtl ? x + BoxWidth - Pad : x + Pad, line + LineHeight, "font-weight=\"bold\"", rtl);
        Words(choices, rtl ? x + BoxWidth - Pad : x + Pad, line + ((label.Count + 1) * LineHeight), "", rtl);
        return height;
    }

    private void WayAround(int from, int to)
    {
        const int right = Left + BoxWidth;
        Line($"M{Number(right)} {Number(from + 6)}H{Number(right + 34)}V{Number(to - 6)}H{Number(right)}", dashed: true);
        Words(["otherwise"], right + 40, (from + to) / 2, "font-style=\"italic\" fill=\"#8a3b00\"", rtl: false);
    }

    private void Line(string path, bool dashed) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"none\" stroke=\"#333\"{(dashed ? " stroke-dasharray=\"4 4\"" : "")} marker-end=\"url(#to)\"/>\n");

    private void Words(IReadOnlyCollection<string> lines, int x, int y, string look, bool rtl)
    {
        foreach (var (i, line) in lines.Index())
            _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y + (i * LineHeight)}\"{(rtl ? " direction=\"rtl\"" : "")}{(look.Length > 0 ? " " + look : "")}>{Escaped(line)}</text>\n");
    }

    private string Say(string key) => _book.Texts.Text(_language, key);

    private static IEnumerable<Step> Flat(IEnumerable<DialogItem> items, ImmutableArray<string> around)
    {
        foreach (var item in items)
        {
            var when = item.Relevant is { } relevant ? around.Add(relevant.Text) : around;
            var inside = item switch
            {
                DialogItem.Group g => Flat(g.Items, when),
                DialogItem.Repeat r => Flat(r.Items, when.Add($"for each of {r.Name}")),
                DialogItem.Question { Type: AnswerType.Calculate } => [],
                _ => [new Step((DialogItem.Question)item, when)],
            };
            foreach (var step in inside)
                yield return step;
        }
    }

    /// <summary>Lines no wider than so many points, by rough widths of letters: a picture that is read needs no more.</summary>
    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        var used = 0.0;
        foreach (var word in text.Split(' '))
        {
            var wide = word.EnumerateRunes().Sum(r => r.Value is >= 0x1200 and < 0x1400 ? 11.5 : char.IsUpper((char)Math.Min(r.Value, 0xFFFF)) ? 9.0 : 7.4);
            if (line.Length > 0 && used + 4 + wide > width)
            {
                yield return line.ToString();
                line.Clear();
                used = 0;
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
            used += wide + 4;
        }
        yield return line.ToString();
    }

    private static string Fill(DialogItem.Question question) => question switch
    {
        { Type: AnswerType.Consent } => "#ffe9a8",
        { Type: AnswerType.Note } => "#f4f4f4",
        { Safety: true } => "#ffe4de",
        _ => "#e8f1fb",
    };

    private static string TypeOf(DialogItem.Question question) => question.Type switch
    {
        AnswerType.SelectOne => "one of",
        AnswerType.AgeBand => "one of, or an age",
        AnswerType.SelectMultiple => "any of",
        _ => question.Type.GetType().Name.ToLowerInvariant(),
    };

    private static string Name(Signal signal) => signal switch
    {
        Signal.Child => "child",
        Signal.LockReturn => "locks return",
        Signal.DangerUnsure => "danger?",
        _ => signal.ToString().ToLowerInvariant(),
    };

    private static string Escaped(string text) => SecurityElement.Escape(text);

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    /// <summary>A question and everything that must hold for it to be asked.</summary>
    private sealed record Step(DialogItem.Question Question, ImmutableArray<string> When);
}
