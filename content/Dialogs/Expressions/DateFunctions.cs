using System.Collections.Frozen;
using System.Text;
using NodaTime;
using Outreach.Localization;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>Functions on dates. What is no date gives the empty text or NaN, never an error.</summary>
internal static class DateFunctions
{
    private const string Escapes = "%YymnbdeHhMS3a";

    public static readonly FrozenDictionary<string, Function> All = new Dictionary<string, Function>(StringComparer.Ordinal)
    {
        ["today"] = new(0, 0, call => new Value.Date(call.Source.Now.Date.AtMidnight().WithOffset(call.Source.Now.Offset))),
        ["now"] = new(0, 0, call => new Value.Date(call.Source.Now.ToOffsetDateTime())),
        ["date"] = new(1, 1, Date),
        ["date-time"] = new(1, 1, Date),
        ["decimal-date-time"] = new(1, 1, call => new Value.Number(Days(call))),
        ["format-date"] = new(2, 2, BindFormat),
        ["format-date-time"] = new(2, 2, BindFormat),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static Value Date(Arguments call) =>
        Conversion.ToDate(call.Value(0), call.Source) is { } at ? new Value.Date(at) : Value.Empty;

    private static double Days(Arguments call) =>
        Conversion.ToDate(call.Value(0), call.Source) is { } at ? DateText.Days(at) : double.NaN;

    private static Result<Func<IAnswerSource, Value>> BindFormat(Call call)
    {
        var term = call.Terms[1];
        if (term.Literal is { } format && UnknownEscape(format) is { } unknown)
            return ExpressionProblems.DateFormat(call.Where, term.Column, $"{unknown} is no part of a date: %Y %y %m %n %b %d %e %a %H %h %M %S %3 and %% are");
        return Function.Running(call, arguments => new Value.Text(
            Conversion.ToDate(arguments.Value(0), arguments.Source) is { } at ? Format(at, arguments.Text(1), arguments.Source) : ""));
    }

    private static string? UnknownEscape(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%') continue;
            i++;
            if (i == format.Length) return "% at the end";
            if (!Escapes.Contains(format[i], StringComparison.Ordinal)) return $"%{format[i]}";
        }
        return null;
    }

    private static string Format(OffsetDateTime at, string format, IAnswerSource source)
    {
        var written = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] == '%' && i + 1 < format.Length) written.Append(Part(at, format[++i], source));
            else written.Append(format[i]);
        }
        return written.ToString();
    }

    private static string Part(OffsetDateTime at, char escape, IAnswerSource source) => escape switch
    {
        'Y' => $"{at.Year:0000}",
        'y' => $"{at.Year % 100:00}",
        'm' => $"{at.Month:00}",
        'n' => $"{at.Month}",
        'b' => source.ShortMonth(at.Month),
        'd' => $"{at.Day:00}",
        'e' => $"{at.Day}",
        'a' => source.ShortDay(at.DayOfWeek),
        'H' => $"{at.Hour:00}",
        'h' => $"{at.Hour}",
        'M' => $"{at.Minute:00}",
        'S' => $"{at.Second:00}",
        '3' => $"{at.Millisecond:000}",
        '%' => "%",
        _ => $"%{escape}",
    };
}
