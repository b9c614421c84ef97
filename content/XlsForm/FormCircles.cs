using Outreach.Localization;

namespace Outreach.Content.XlsForm;

/// <summary>Rows that need each other in a circle: none of them could ever be asked.</summary>
internal static class FormCircles
{
    /// <summary>Each circle, where the form first runs into it. A walk without recursion: a form may have 20,000 rows that need each other.</summary>
    public static IEnumerable<Problem> Find(IEnumerable<(string Name, IEnumerable<string> Needs, string Where)> rows)
    {
        var needs = rows.ToLookup(n => n.Name, StringComparer.Ordinal);
        var (done, way) = (new HashSet<string>(StringComparer.Ordinal), new OrderedDictionary<string, IEnumerator<string>>(StringComparer.Ordinal));
        foreach (var first in needs.Where(n => !done.Contains(n.Key)))
        {
            Enter(first.Key);
            while (way.Count > 0)
            {
                var (name, rest) = way.GetAt(way.Count - 1);
                if (!rest.MoveNext())
                {
                    done.Add(name);
                    way.RemoveAt(way.Count - 1);
                }
                else if (way.IndexOf(rest.Current) is var start and >= 0)
                {
                    yield return FormProblems.Circle(needs[rest.Current].First().Where, [.. way.Keys.Skip(start), rest.Current]);
                }
                else if (!done.Contains(rest.Current))
                {
                    Enter(rest.Current);
                }
            }
        }

        void Enter(string name) => way.Add(name, needs[name].SelectMany(n => n.Needs).Distinct(StringComparer.Ordinal).ToList().GetEnumerator());
    }
}
