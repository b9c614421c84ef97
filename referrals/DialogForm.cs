using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Referrals;

/// <summary>The questions of a dialog by path, repeat numbers left out: what may be answered, and how it reads.</summary>
public sealed class DialogForm
{
    private readonly FrozenDictionary<string, DialogItem.Question> _questions;
    private readonly FrozenSet<string> _repeats;

    private DialogForm(DialogDefinition dialog)
    {
        Dialog = dialog;
        var questions = new Dictionary<string, DialogItem.Question>(StringComparer.Ordinal);
        var repeats = new HashSet<string>(StringComparer.Ordinal);
        var order = new List<string>();
        Visit(dialog.Items, "", questions, repeats, order);
        _questions = questions.ToFrozenDictionary(StringComparer.Ordinal);
        _repeats = repeats.ToFrozenSet(StringComparer.Ordinal);
        Order = order.Select((path, i) => (path, i)).ToFrozenDictionary(p => p.path, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>The dialog.</summary>
    public DialogDefinition Dialog { get; }

    /// <summary>Where a question stands in the dialog.</summary>
    public FrozenDictionary<string, int> Order { get; }

    /// <summary>The form of a dialog.</summary>
    public static DialogForm Of(DialogDefinition dialog) => new(dialog);

    /// <summary>The path without repeat numbers.</summary>
    public static string Plain(string path)
    {
        var plain = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '[' && path.IndexOf(']', i) is > 0 and var end && path.AsSpan(i + 1, end - i - 1) is { Length: > 0 and < 4 } number && !number.ContainsAnyExceptInRange('0', '9'))
                i = end;
            else
                plain.Append(path[i]);
        }
        return plain.ToString();
    }

    /// <summary>The question at a path; null when the dialog does not ask it (also for "another?").</summary>
    public DialogItem.Question? At(string path) => _questions.GetValueOrDefault(Plain(path));

    /// <summary>Answers to nothing asked, and answers that are not possible.</summary>
    public ImmutableArray<Problem> Check(ImmutableSortedDictionary<string, string> answers)
    {
        var unknown = answers.Count(a => At(a.Key) is null && !IsAnother(a.Key, a.Value));
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (unknown > 0)
            problems.Add(ReferralProblems.UnknownAnswer(Dialog.Id, unknown));
        foreach (var (path, value) in answers)
            if (At(path) is { } question && !Takes(question.Type, value))
                problems.Add(ReferralProblems.AnswerNotPossible(Dialog.Id, question.Name));
        return problems.ToImmutable();
    }

    /// <summary>Whether one of the answers means this for safety.</summary>
    public bool Means(ImmutableSortedDictionary<string, string> answers, Signal signal) => answers.Any(a =>
        At(a.Key) is { } question && Choices(question.Type) is { } list
        && a.Value.Split(' ').Any(v => list.Choices.Any(c => c.Name == v && c.Signal == signal)));

    /// <summary>The list of choices of a question; null where words, numbers or dates are answered.</summary>
    public static ChoiceList? Choices(AnswerType type) => type switch
    {
        AnswerType.SelectOne(var list, _) => list,
        AnswerType.SelectMultiple(var list, _) => list,
        AnswerType.AgeBand(var list) => list,
        _ => null,
    };

    private static bool Takes(AnswerType type, string value) => type switch
    {
        AnswerType.SelectMultiple(var list, _) => value.Split(' ').All(v => list.Choices.Any(c => c.Name == v)),
        AnswerType.SelectOne or AnswerType.AgeBand => Choices(type)!.Choices.Any(c => c.Name == value),
        AnswerType.Text(var most) => value.Length <= most,
        AnswerType.Note or AnswerType.Consent => false,
        _ => value.Length <= Limits.CharactersPerAnswer,
    };

    private bool IsAnother(string path, string value) =>
        path.EndsWith('?') && value is "yes" or "no" && _repeats.Contains(Plain(path[..^1]));

    private static void Visit(ImmutableArray<DialogItem> items, string at, Dictionary<string, DialogItem.Question> questions, HashSet<string> repeats, List<string> order)
    {
        foreach (var item in items)
        {
            var path = at.Length == 0 ? item.Name : $"{at}/{item.Name}";
            switch (item)
            {
                case DialogItem.Group group:
                    Visit(group.Items, path, questions, repeats, order);
                    break;
                case DialogItem.Repeat repeat:
                    repeats.Add(path);
                    Visit(repeat.Items, path, questions, repeats, order);
                    break;
                case DialogItem.Question question:
                    order.Add(path);
                    questions[path] = question;
                    foreach (var was in question.Was)
                        questions.TryAdd(at.Length == 0 ? was : $"{at}/{was}", question);
                    break;
            }
        }
    }
}
