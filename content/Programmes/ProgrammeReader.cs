using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Content.Directory;
using Outreach.Content.Pages;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Programmes;

/// <summary>Reads programme.yaml files.</summary>
public static class ProgrammeReader
{
    /// <summary>The word for "in every place".</summary>
    public const string Anywhere = "any";

    private static readonly FrozenSet<string> Deciders = FrozenSet.Create(
        StringComparer.Ordinal, "iom", "unhcr", "embassy", "host-state", "home-state", "court", "employer", "partner");

    /// <summary>The programme of one file; its folder is named as its id.</summary>
    public static Result<Programme> Read(string yaml, string file)
    {
        var problems = new List<Problem>();
        if (YamlFields.Of(yaml, file, problems) is not { } fields)
            return problems.ToImmutableArray();
        var id = fields.Text("id");
        var programme = new Programme
        {
            Id = id,
            Order = fields.Count("order"),
            Sensitive = fields.Flag("sensitive"),
            Group = fields.OneOf("group", ("help", DoorGroup.Help), ("safety", DoorGroup.Safety), ("home", DoorGroup.Home), ("onward", DoorGroup.Onward), ("life", DoorGroup.Life)),
            Openness = fields.OneOf("openness", ("staff-identified", Openness.StaffIdentified), ("open", Openness.Open), ("state-selected", Openness.StateSelected), ("elsewhere", Openness.Elsewhere)),
            Kind = fields.Has("kind")
                ? fields.OneOf("kind", ("adult", ProgrammeKind.Adult), ("return", ProgrammeKind.Return), ("child", ProgrammeKind.Child), ("anyone", ProgrammeKind.Anyone))
                : KindOf(id),
            Dialog = fields.Optional("dialog"),
            Places = fields.Texts("places"),
            Decides = fields.Words("decides", Deciders),
            Contacts = fields.Texts("contacts"),
            Topics = fields.Words("topics", Topics.All),
        };
        fields.End();
        problems.AddRange(Check(programme, fields, Path.GetFileName(Path.GetDirectoryName(file)) ?? ""));
        return problems.Count > 0 ? problems.ToImmutableArray() : programme;
    }

    private static IEnumerable<Problem> Check(Programme programme, YamlFields fields, string folder)
    {
        if (programme.Id.Length > 0 && programme.Id != folder)
            yield return DirectoryProblems.BadId(fields.WhereOf("id"), programme.Id, folder);
        if (programme.Openness != Openness.Open && programme.Dialog is not null)
            yield return DirectoryProblems.CannotAsk(fields.WhereOf("dialog"));
        if (programme.Places.IsEmpty)
            yield return FieldProblems.Missing(fields.WhereOf("places"), "places");
    }

    /// <summary>Where a file does not say: return is locked by fear, the child route is for children, the rest is for adults.</summary>
    private static ProgrammeKind KindOf(string id) => id switch
    {
        "voluntary-return" => ProgrammeKind.Return,
        "child" => ProgrammeKind.Child,
        _ => ProgrammeKind.Adult,
    };
}
