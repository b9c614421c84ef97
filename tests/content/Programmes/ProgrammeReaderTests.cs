using Outreach.Content.Programmes;

namespace Outreach.Content.Tests.Programmes;

/// <summary>Programmes are read strictly, and are locked as their kind demands.</summary>
public class ProgrammeReaderTests
{
    private const string Stranded = """
        id: stranded
        order: 10
        group: help
        openness: open
        dialog: stranded
        places: [ly, any]
        decides: [iom]
        contacts: [ly/unhcr]
        topics: [help]
        """;

    [Theory]
    [InlineData("voluntary-return", "", ProgrammeKind.Return)]
    [InlineData("child", "", ProgrammeKind.Child)]
    [InlineData("stranded", "", ProgrammeKind.Adult)]
    [InlineData("stranded", "kind: anyone", ProgrammeKind.Anyone)]
    public void Has_a_kind(string id, string kind, ProgrammeKind expected) =>
        Assert.Equal(expected, ProgrammeReader.Read($"{Stranded.Replace("id: stranded", $"id: {id}")}\n{kind}", $"programmes/{id}/programme.yaml").Value!.Kind);

    [Theory]
    [InlineData("another id", "id: stranded", "id: other", 2257)]
    [InlineData("an unknown openness", "openness: open", "openness: closed", 2093)]
    [InlineData("a dialog where nobody can ask", "openness: open", "openness: state-selected", 2261)]
    [InlineData("an unknown decider", "[iom]", "[us]", 2093)]
    [InlineData("no order", "order: 10", "", 2090)]
    [InlineData("an order that is no number", "order: 10", "order: first", 2091)]
    [InlineData("a sensitivity that is neither yes nor no", "order: 10", "order: 10\nsensitive: maybe", 2093)]
    [InlineData("no place", "[ly, any]", "[]", 2090)]
    [InlineData("an unknown key", "topics:", "topic:", 2112)]
    public void Refuses(string what, string old, string instead, int code) =>
        Assert.True(ProgrammeReader.Read(Stranded.Replace(old, instead), "programmes/stranded/programme.yaml").Problems.Any(p => p.Code == code), what);
}
