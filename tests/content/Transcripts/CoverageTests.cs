using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tests.Support;
using Xunit.Abstractions;

namespace Outreach.Content.Tests.Transcripts;

/// <summary>Which questions and choices of the dialogs no transcript of the core ever reaches. The floors may only rise.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    private const int FloorOfQuestions = 60;
    private const int FloorOfChoices = 25;

    private readonly HashSet<(string Dialog, string Question)> _asked = [];
    private readonly HashSet<(string Dialog, string Question, string Choice)> _chosen = [];

    [Fact]
    public async Task Transcripts_reach_the_branches_of_the_dialogs()
    {
        foreach (var transcript in Transcript.All.Where(t => t.WhyNot(Channels.Core) is null))
            await Play(transcript);
        var questions = TestBook.Real.Dialogs.Values.SelectMany(d => Questions(d.Items).Select(q => (Dialog: d.Id, Question: q))).ToList();
        var choices = questions.SelectMany(q => Choices(q.Question).Select(c => (q.Dialog, Question: q.Question.Name, Choice: c.Name))).ToList();
        foreach (var dialog in questions.GroupBy(q => q.Dialog, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{dialog.Key}: {dialog.Count(q => _asked.Contains((q.Dialog, q.Question.Name)))} of {dialog.Count()} questions");
            output.WriteLine($"  never asked: {string.Join(' ', dialog.Select(q => q.Question.Name).Where(n => !_asked.Contains((dialog.Key, n))))}");
            output.WriteLine($"  never chosen: {string.Join(' ', choices.Where(c => c.Dialog == dialog.Key && _asked.Contains((c.Dialog, c.Question)) && !_chosen.Contains(c)).Select(c => $"{c.Question}={c.Choice}"))}");
        }
        var (asked, chosen) = (100 * questions.Count(q => _asked.Contains((q.Dialog, q.Question.Name))) / questions.Count, 100 * choices.Count(_chosen.Contains) / choices.Count);
        output.WriteLine($"questions {asked} %, choices {chosen} %");
        Assert.True(asked >= FloorOfQuestions && chosen >= FloorOfChoices, $"transcripts reach {asked} % of the questions (floor {FloorOfQuestions}) and {chosen} % of the choices (floor {FloorOfChoices})");
    }

    private async Task Play(Transcript transcript)
    {
        var host = new CoreHost(TestBook.Real, transcript);
        foreach (var exchange in transcript.Exchanges)
        {
            Named(host.State, exchange.Input, transcript.Begins);
            await host.Do(exchange.Input);
            Seen(host.State, transcript.Begins);
        }
    }

    /// <summary>An answer that leads out of a dialog is dropped in the same turn; it counts by what was chosen.</summary>
    private void Named(ConversationState state, string input, DateTimeOffset now)
    {
        if (state.Mode is not Mode.Asking(var dialog) || DialogWalk.Of(TestBook.Real.Dialogs[dialog], state.Dialogs[dialog], new Moment(now, TimeSpan.Zero)) is not { Current: { } point } walk)
            return;
        var offered = walk.Choices(point).Where(c => c.AtSite is not true).ToList();
        foreach (var (i, choice) in offered.Index())
            if (input == $"[{choice.Name}]" || input == $"{i + 1}" || string.Equals(input, TestBook.Real.Texts.Text(state.Language ?? Locale.English, choice.Label), StringComparison.OrdinalIgnoreCase))
                _chosen.Add((dialog, point.Question.Name, choice.Name));
    }

    private void Seen(ConversationState state, DateTimeOffset now)
    {
        foreach (var (dialog, answers) in state.Dialogs)
        {
            var walk = DialogWalk.Of(TestBook.Real.Dialogs[dialog], answers, new Moment(now, TimeSpan.Zero));
            if (walk.Current is { } current && state.Mode is Mode.Asking(var asking) && asking == dialog)
                _asked.Add((dialog, current.Question.Name));
            foreach (var point in walk.Points.Where(p => p.Answer is not null))
            {
                _asked.Add((dialog, point.Question.Name));
                if (point.Answer is Answer.Given { Value: var value })
                    _chosen.UnionWith(value.Split(' ').Select(v => (dialog, point.Question.Name, v)));
            }
        }
    }

    private static IEnumerable<DialogItem.Question> Questions(IEnumerable<DialogItem> items) => items.SelectMany(item => item switch
    {
        DialogItem.Group g => Questions(g.Items),
        DialogItem.Repeat r => Questions(r.Items),
        DialogItem.Question { Type: not AnswerType.Calculate } q => [q],
        _ => [],
    });

    private static IEnumerable<Choice> Choices(DialogItem.Question question) => question.Type switch
    {
        AnswerType.SelectOne one => one.List.Choices,
        AnswerType.SelectMultiple many => many.List.Choices,
        AnswerType.AgeBand age => age.List.Choices,
        _ => [],
    };
}
