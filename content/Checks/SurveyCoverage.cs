using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>A branch of a dialog: a question that is asked, or one of its choices.</summary>
/// <param name="Dialog">The dialog.</param>
/// <param name="Question">The question.</param>
/// <param name="Choice">The choice; null for the question itself.</param>
/// <param name="Where">File and line, for its author.</param>
public sealed record Branch(string Dialog, string Question, string? Choice, string Where)
{
    /// <summary>"hazard" or "hazard=flood".</summary>
    public string Name => Choice is null ? Question : $"{Question}={Choice}";
}

/// <summary>Which branches of the dialogs written conversations reach: they are played on the core.</summary>
public sealed class SurveyCoverage(Book book)
{
    private readonly HashSet<(string Dialog, string Question, string? Choice)> _reached = [];

    /// <summary>Plays a conversation as tests/testdata/transcripts/README.md says it is written.</summary>
    public void Play(string conversation)
    {
        var lines = conversation.Split('\n');
        var head = string.Join("   ", lines.TakeWhile(l => !l.StartsWith("> ", StringComparison.Ordinal)));
        var begins = DateTimeOffset.Parse(Setting(head, "now") ?? "2026-11-21T10:00:00Z", CultureInfo.InvariantCulture);
        var begun = ConversationState.New with { Language = Locale.TryParse(Setting(head, "language") ?? "", out var locale) ? locale : null, Place = Setting(head, "place") };
        var rehearsal = new Rehearsal(book, begun, begins);
        foreach (var line in lines.Where(l => l.StartsWith("> ", StringComparison.Ordinal)))
        {
            var input = line[2..].TrimEnd('\r');
            Named(rehearsal.State, input, rehearsal.Now);
            rehearsal.Do(input);
            Seen(rehearsal.State, rehearsal.Now);
        }
    }

    /// <summary>Every branch, and whether a conversation reached it; those of a dialog in their order.</summary>
    public IEnumerable<(Branch Branch, bool Reached)> Branches() =>
        from dialog in book.Dialogs.Values.OrderBy(d => d.Id, StringComparer.Ordinal)
        from question in DialogChecks.Flatten(dialog.Items).OfType<DialogItem.Question>().Where(q => q.Type is not AnswerType.Calculate)
        from choice in (SurveySize.ListOf(question)?.Choices ?? []).Select(c => (Name: (string?)c.Name, c.Label)).Prepend((null, question.Label))
        select (new Branch(dialog.Id, question.Name, choice.Name, Where(dialog.Id, choice.Label)), _reached.Contains((dialog.Id, question.Name, choice.Name)));

    private string Where(string dialog, string key) =>
        book.Texts.English.TryGetValue(key, out var entry) && entry.Where.Length > 0 ? entry.Where : $"{DialogReader.Folder}/{dialog}.yaml";

    private static string? Setting(string head, string name) =>
        head.IndexOf($"{name}: ", StringComparison.Ordinal) is >= 0 and var at ? head[(at + name.Length + 2)..].Split("   ")[0].Trim() : null;

    /// <summary>An answer that leads out of a dialog is dropped in the same turn; it counts by what was chosen.</summary>
    private void Named(ConversationState state, string input, DateTimeOffset now)
    {
        if (state.Mode is not Mode.Asking(var dialog) || DialogWalk.Of(book.Dialogs[dialog], state.Dialogs[dialog], new Moment(now, TimeSpan.Zero)) is not { Current: { } point } walk)
            return;
        var offered = walk.Choices(point).Where(c => c.AtSite is not true).ToList();
        foreach (var (i, choice) in offered.Index())
            if (input == $"[{choice.Name}]" || input == $"{i + 1}" || string.Equals(input, book.Texts.Text(state.Language ?? Locale.English, choice.Label), StringComparison.OrdinalIgnoreCase))
                _reached.Add((dialog, point.Question.Name, choice.Name));
    }

    private void Seen(ConversationState state, DateTimeOffset now)
    {
        foreach (var (dialog, answers) in state.Dialogs)
        {
            var walk = DialogWalk.Of(book.Dialogs[dialog], answers, new Moment(now, TimeSpan.Zero));
            if (walk.Current is { } current && state.Mode is Mode.Asking(var asking) && asking == dialog)
                _reached.Add((dialog, current.Question.Name, null));
            foreach (var point in walk.Points.Where(p => p.Answer is not null))
            {
                _reached.Add((dialog, point.Question.Name, null));
                if (point.Answer is Answer.Given { Value: var value })
                    _reached.UnionWith(value.Split(' ').Select(v => (dialog, point.Question.Name, (string?)v)));
            }
        }
    }
}
