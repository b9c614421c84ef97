using System.Collections.Immutable;
using System.Xml.Linq;
using System.Xml.XPath;
using NodaTime;
using NodaTime.Text;
using Outreach.Content.Dialogs.Expressions;

namespace Outreach.Content.Tests.Expressions;

/// <summary>An XForms instance as a source of answers, seen from one of its questions.</summary>
internal sealed class InstanceAnswers(XElement here, ImmutableHashSet<string> repeats, ZonedDateTime now) : IAnswerSource
{
    public static InstanceAnswers At(OracleFile file, OracleGroup group) => new(
        XDocument.Parse(file.Instance, LoadOptions.PreserveWhitespace).XPathSelectElement(group.At)!,
        [.. file.Repeats],
        InstantPattern.ExtendedIso.Parse(file.Now).Value.InZone(DateTimeZoneProviders.Tzdb[group.Zone ?? "UTC"]));

    public ZonedDateTime Now => now;

    public Value Self => new Value.Text(here.Value);

    public int Position => here.Ancestors().First(IsRepeat) is var repeat ? repeat.ElementsBeforeSelf(repeat.Name).Count() + 1 : 1;

    public string RandomSeed => "";

    public Value Get(string name)
    {
        var found = here.Document!.Descendants(name).ToList();
        var around = here.AncestorsAndSelf().Where(IsRepeat).ToList();
        // Of a repeat we are in, only our own instance counts.
        var near = found.Where(element => around.All(ours => !element.Ancestors(ours.Name).Any() || element.Ancestors().Contains(ours))).ToList();
        var isRepeated = found.Count > 0 && (IsRepeat(found[0]) || found[0].Ancestors().Any(repeat => IsRepeat(repeat) && around.All(ours => ours.Name != repeat.Name)));
        return isRepeated
            ? new Value.NodeSet([.. near.Select(element => element.HasElements ? "" : element.Value)])
            : new Value.Text(near.Single().Value);
    }

    public Value Get(string name, ImmutableArray<RepeatIndex> instance)
    {
        IEnumerable<XElement> places = [here.Document!.Root!];
        foreach (var step in instance) places = places.SelectMany(place => place.Descendants(step.Repeat).Skip(step.Index - 1).Take(1));
        return new Value.Text(places.SelectMany(place => place.Descendants(name)).FirstOrDefault()?.Value ?? "");
    }

    private bool IsRepeat(XElement element) =>
        repeats.Contains("/" + string.Join('/', element.AncestorsAndSelf().Reverse().Select(e => e.Name.LocalName)));
}
