using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Content.Urgent;

/// <summary>What a message of a table of messages deserves.</summary>
public enum UrgentExpected
{
    /// <summary>Help must be shown.</summary>
    Yes,

    /// <summary>Help must not be shown.</summary>
    No,

    /// <summary>A reasonable operator would ask back: help shown or not, neither is wrong.</summary>
    Ask,
}

/// <summary>A row of such a table.</summary>
public sealed record UrgentMessage(string Id, string Language, string Text, string Kind, UrgentExpected Expected);

/// <summary>What the bot did with it: showed help or not, alarmed at once or asked back, and which hit it was.</summary>
public sealed record UrgentOutcome(UrgentMessage Message, bool Shown, bool Alarmed, UrgentHit? Hit)
{
    /// <summary>False for a cry that was not heard, and for an alarm that nothing called for.</summary>
    public bool IsWrong => Message.Expected != UrgentExpected.Ask && Shown != (Message.Expected == UrgentExpected.Yes);
}

/// <summary>Figures over some rows. Of nothing they are zero, so that a list that finds nothing cannot look perfect.</summary>
public sealed record UrgentFigures(int Rows, int Urgent, double Recall, double Precision, double PrecisionOfAlarms)
{
    /// <summary>Counts them.</summary>
    public static UrgentFigures Of(IEnumerable<UrgentOutcome> outcomes) => Of(outcomes.Select(o => (o.Message.Expected, o.Shown, o.Alarmed)));

    /// <summary>Counts what was deserved, whether help was shown, and whether it alarmed at once; where an operator would ask, neither is wrong.</summary>
    internal static UrgentFigures Of(IEnumerable<(UrgentExpected Expected, bool Shown, bool Alarmed)> outcomes)
    {
        int rows = 0, urgent = 0, heard = 0, shown = 0, right = 0, alarms = 0, rightAlarms = 0;
        foreach (var (expected, isShown, isAlarm) in outcomes)
        {
            var isRight = expected != UrgentExpected.No;
            rows++;
            if (expected == UrgentExpected.Yes)
                (urgent, heard) = (urgent + 1, heard + (isShown ? 1 : 0));
            if (isShown)
                (shown, right) = (shown + 1, right + (isRight ? 1 : 0));
            if (isAlarm)
                (alarms, rightAlarms) = (alarms + 1, rightAlarms + (isRight ? 1 : 0));
        }
        return new UrgentFigures(rows, urgent, Share(heard, urgent), Share(right, shown), Share(rightAlarms, alarms));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>Measures the screening on messages of an author, by the door people come in through: one turn of the core for each.</summary>
public static class UrgentEvaluation
{
    private const string Columns = "id, lang, text, kind (may be missing), urgent";
    private static readonly Moment Any = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), TimeSpan.Zero);

    /// <summary>The rows of a table with tabs and a line of column names; or every line that cannot be used.</summary>
    public static Result<ImmutableArray<UrgentMessage>> Read(string text, string file)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var names = lines[0].Split('\t').Select(n => n.Trim()).ToImmutableArray();
        var missing = ((string[])["id", "lang", "text", "urgent"]).Where(n => !names.Contains(n)).ToList();
        if (missing.Count > 0)
            return new Problem(2170, $"the first line must name the columns {Columns}, with tabs between them; missing: {string.Join(", ", missing)}", $"{file}:1");
        var rows = lines.Index().Skip(1).Where(l => l.Item.Trim().Length > 0).Select(l => Row(l.Item.Split('\t'), names, $"{file}:{l.Index + 1}")).ToList();
        var problems = rows.SelectMany(r => r.Problems).Concat(Twice(rows, file)).ToImmutableArray();
        return problems.Length > 0 ? problems
            : rows.Count == 0 ? new Problem(2170, "there is no row below the names of the columns; write one message a line", $"{file}:1")
            : rows.Select(r => r.Value!).ToImmutableArray();
    }

    /// <summary>Says each message to the book.</summary>
    public static ImmutableArray<UrgentOutcome> Play(Book book, IEnumerable<UrgentMessage> messages) => [.. messages.Select(m => Play(book, m))];

    private static UrgentOutcome Play(Book book, UrgentMessage message)
    {
        var state = ConversationState.New with { Language = Locale.TryParse(message.Language, out var locale) ? locale : null };
        var turn = DialogEngine.Step(book, state, new Input.Text(message.Text), Any);
        return new UrgentOutcome(message, turn.Replies.Any(r => r.Kind == ReplyKind.Danger), turn.Effects.Any(e => e is Effect.Alert), book.Urgent.Find(AnswerRule.Clean(message.Text)));
    }

    private static Result<UrgentMessage> Row(string[] cells, ImmutableArray<string> names, string where)
    {
        string Cell(string name) => names.IndexOf(name) is >= 0 and var at && at < cells.Length ? cells[at].Trim() : "";
        UrgentExpected? expected = Cell("urgent") switch { "yes" => UrgentExpected.Yes, "no" => UrgentExpected.No, "ask" => UrgentExpected.Ask, _ => null };
        if (cells.Length > names.Length)
            return new Problem(2171, "more cells than columns; a message may hold no tab, write a space instead", where);
        if (((string[])["id", "lang", "text"]).FirstOrDefault(n => Cell(n).Length == 0) is { } empty)
            return new Problem(2171, $"'{empty}' is empty; every row needs id, lang, text and urgent, with tabs between them", where);
        if (expected is null)
            return new Problem(2171, $"'urgent' is '{Cell("urgent")}'; write yes, no or ask", where);
        return new UrgentMessage(Cell("id"), Cell("lang"), Cell("text"), Cell("kind") is { Length: > 0 } kind ? kind : "-", expected.Value);
    }

    private static IEnumerable<Problem> Twice(IEnumerable<Result<UrgentMessage>> rows, string file) => rows.Where(r => r.Ok).GroupBy(r => r.Value!.Id, StringComparer.Ordinal)
        .Where(g => g.Count() > 1).Select(g => new Problem(2171, $"the id '{g.Key}' stands {g.Count()} times; give every message its own", file));
}
