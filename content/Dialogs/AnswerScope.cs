using System.Collections.Immutable;
using NodaTime;
using Outreach.Content.Dialogs.Expressions;

namespace Outreach.Content.Dialogs;

/// <summary>What the expressions of a dialog see: answers by name, relevance, repeats. Irrelevant answers read as empty.</summary>
internal sealed class AnswerScope
{
    private readonly Dictionary<string, (DialogItem Item, ImmutableArray<DialogItem> Around)> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _relevant = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asking = new(StringComparer.Ordinal);
    private readonly Answers _answers;
    private readonly Moment _now;
    private readonly string _seed;

    public AnswerScope(DialogDefinition dialog, Answers answers, Moment now, string seed)
    {
        (_answers, _now, _seed) = (answers, now, seed);
        Index(dialog.Items, []);
    }

    /// <summary>The name under which "another?" of a repeat is kept.</summary>
    public static string MoreName(string repeat, int instance) => $"{repeat}[{instance}]?";

    /// <summary>Whether an item applies; its containers are taken to apply already.</summary>
    public bool IsRelevant(DialogItem item, ImmutableArray<int> repeats)
    {
        if (item.Relevant is not { } relevant)
            return true;
        var key = $"{item.Name}|{string.Join(',', repeats)}";
        if (_relevant.TryGetValue(key, out var known))
            return known;
        if (!_asking.Add(key))
            return false;                               // a circle; the reader refuses them, this only ends one
        var holds = relevant.IsTrue(new Source(this, item, repeats, "", null));
        _asking.Remove(key);
        return _relevant[key] = holds;
    }

    /// <summary>What was answered to a question at this place, also under an older name.</summary>
    public Answer? AnswerAt(DialogItem.Question question, AnswerPath at)
    {
        if (_answers.At(at.Then(question.Name)) is { } answer)
            return answer;
        foreach (var was in question.Was)
            if (_answers.At(at.Then(was)) is { } older)
                return older;
        return null;
    }

    /// <summary>How many instances a repeat has here.</summary>
    public int Instances(DialogItem.Repeat repeat, AnswerPath at, ImmutableArray<int> repeats)
    {
        if (repeat.Count is { } count)
            return (int)Math.Clamp(Number(count.AsNumber(new Source(this, repeat, repeats, "", null))), 0, Limits.RepeatInstances);
        var n = 0;
        while (n < Limits.RepeatInstances && _answers.At(at.Then(MoreName(repeat.Name, n + 1))) is Answer.Given { Value: "yes" })
            n++;
        return n;
    }

    /// <summary>The source of one question, with the answer or choice being looked at.</summary>
    public IAnswerSource At(WalkPoint point, string self = "", Choice? choice = null) => new Source(this, point.Question, point.Repeats, self, choice);

    /// <summary>The value of a name outside repeats.</summary>
    public string Plain(string name) => new Source(this, null, [], "", null).Get(name) is Value.Text text ? text.Content : "";

    private static double Number(double n) => double.IsNaN(n) ? 0 : Math.Floor(n);

    private void Index(ImmutableArray<DialogItem> items, ImmutableArray<DialogItem> around)
    {
        foreach (var item in items)
        {
            _byName.TryAdd(item.Name, (item, around));
            if (item is DialogItem.Group g)
                Index(g.Items, around.Add(g));
            else if (item is DialogItem.Repeat r)
                Index(r.Items, around.Add(r));
        }
    }

    private sealed class Source(AnswerScope scope, DialogItem? item, ImmutableArray<int> repeats, string self, Choice? choice) : IAnswerSource
    {
        public ZonedDateTime Now => OffsetDateTime.FromDateTimeOffset(scope._now.Local).InFixedZone();

        public Value Self => new Value.Text(self);

        public int Position => repeats.IsEmpty ? 1 : repeats[^1];

        public string RandomSeed => $"{scope._seed}/{item?.Name}/{string.Join(',', repeats)}";

        /// <summary>A question; where there is none of this name, a column of the choice, so that <c>${region} = 'north'</c> is understood too.</summary>
        public Value Get(string name) =>
            scope._byName.TryGetValue(name, out var found) ? Values(found.Item, found.Around) : Column(name);

        public Value Column(string name) =>
            choice is null ? Value.Empty
            : name == "name" ? new Value.Text(choice.Name)
            : choice.Filter.TryGetValue(name, out var column) ? new Value.Text(column)
            : Value.Empty;

        public Value Get(string name, ImmutableArray<RepeatIndex> instance)
        {
            if (!scope._byName.TryGetValue(name, out var found))
                return Value.Empty;
            var indexes = found.Around.OfType<DialogItem.Repeat>().Select(r => instance.FirstOrDefault(i => i.Repeat == r.Name).Index).ToImmutableArray();
            return new Value.Text(At(found.Item, found.Around, indexes));
        }

        private Value Values(DialogItem target, ImmutableArray<DialogItem> around)
        {
            var inside = around.OfType<DialogItem.Repeat>().ToList();
            var shared = Shared(inside);
            if (target is not DialogItem.Repeat && inside.Count <= shared)
                return new Value.Text(At(target, around, repeats[..inside.Count]));
            var all = ImmutableArray.CreateBuilder<string>();
            Collect(target, target is DialogItem.Repeat ? around.Add(target) : around, repeats[..shared], all);
            return new Value.NodeSet(all.ToImmutable());
        }

        private int Shared(List<DialogItem.Repeat> inside)
        {
            var mine = item is not null && scope._byName.TryGetValue(item.Name, out var me) ? me.Around.OfType<DialogItem.Repeat>().ToList() : [];
            var n = 0;
            while (n < inside.Count && n < mine.Count && n < repeats.Length && ReferenceEquals(inside[n], mine[n]))
                n++;
            return n;
        }

        private void Collect(DialogItem target, ImmutableArray<DialogItem> around, ImmutableArray<int> indexes, ImmutableArray<string>.Builder into)
        {
            var repeatsAround = around.OfType<DialogItem.Repeat>().ToList();
            if (indexes.Length == repeatsAround.Count)
            {
                into.Add(target is DialogItem.Repeat ? "" : At(target, around, indexes));
                return;
            }
            var next = repeatsAround[indexes.Length];
            var path = PathTo(around.TakeWhile(i => !ReferenceEquals(i, next)), indexes);
            for (var i = 1; i <= scope.Instances(next, path, indexes); i++)
                Collect(target, around, indexes.Add(i), into);
        }

        private string At(DialogItem target, ImmutableArray<DialogItem> around, ImmutableArray<int> indexes)
        {
            var depth = 0;
            foreach (var container in around)
            {
                if (!scope.IsRelevant(container, indexes[..depth]))
                    return "";
                if (container is DialogItem.Repeat)
                    depth++;
            }
            if (!scope.IsRelevant(target, indexes) || target is not DialogItem.Question question)
                return "";
            if (question.Type is AnswerType.Calculate formula)
                return formula.Formula.AsText(new Source(scope, question, indexes, "", null));
            return scope.AnswerAt(question, PathTo(around, indexes)) is Answer.Given given ? given.Value : "";
        }

        private static AnswerPath PathTo(IEnumerable<DialogItem> around, ImmutableArray<int> indexes)
        {
            AnswerPath path = default;
            var depth = 0;
            foreach (var container in around)
                path = path.Then(container is DialogItem.Repeat ? $"{container.Name}[{indexes[depth++]}]" : container.Name);
            return path;
        }
    }
}
