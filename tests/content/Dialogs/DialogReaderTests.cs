using Outreach.Content.Dialogs;

namespace Outreach.Content.Tests.Core;

/// <summary>A dialog file with a mistake in it says which line, what, and what to do; never is a part of it left out in silence.</summary>
public class DialogReaderTests
{
    private const string Dialog = """
        settings:
          id: talk
          title: "Talk"
          agencies: [office]
        survey:
          - {type: note, name: start, label: "Hello."}
          - {type: consent, name: consent}
          - type: select_one way
            name: contact_way
            collects: contact-way
            purpose: contact
            label: "How?"
            hint: "Only this."
            relevant: "true()"
          - type: group
            name: more
            label: "More"
            survey:
              - {type: text, name: called, max: 60, collects: called-name, purpose: contact, label: "Name?"}
          - include: end
        choices:
          way:
            - {name: call, label: "Call", signal: watched}
            - {name: here, label: "Here"}
        """;

    private const string Shared = """
        parts:
          end:
            - {type: note, name: bye, label: "Bye."}
        choices:
          yes_no:
            - {name: "yes", label: "Yes"}
        """;

    [Theory]
    [InlineData("a misspelt survey", "survey:\n  - {type: note, name: start", "servey:\n  - {type: note, name: start", "dialogs/talk.yaml:5: 2112: unknown key 'servey'; did you mean `survey`?")]
    [InlineData("misspelt settings", "settings:", "setings:", "dialogs/talk.yaml:1: 2112: unknown key 'setings'; did you mean `settings`?")]
    [InlineData("misspelt choices", "choices:", "choises:", "dialogs/talk.yaml:21: 2112: unknown key 'choises'; did you mean `choices`?")]
    [InlineData("a key of nobody", "settings:", "weather: x\nsettings:", "dialogs/talk.yaml:1: 2112: unknown key 'weather'; correct or remove it")]
    [InlineData("a misspelt id", "id: talk", "Id: talk", "dialogs/talk.yaml:2: 2112: unknown key 'Id'; did you mean `id`?")]
    [InlineData("misspelt agencies", "agencies:", "agency:", "dialogs/talk.yaml:4: 2112: unknown key 'agency'; correct or remove it")]
    [InlineData("a misspelt relevant", "relevant:", "relevent:", "dialogs/talk.yaml:14: 2112: unknown key 'relevent'; did you mean `relevant`?")]
    [InlineData("a misspelt type", "- type: select_one way", "- tpye: select_one way", "dialogs/talk.yaml:8: 2112: unknown key 'tpye'; did you mean `type`?")]
    [InlineData("a misspelt survey of a group", "    survey:", "    survye:", "dialogs/talk.yaml:18: 2112: unknown key 'survye'; did you mean `survey`?")]
    [InlineData("a misspelt include", "include: end", "inclde: end", "dialogs/talk.yaml:20: 2112: unknown key 'inclde'; did you mean `include`?")]
    [InlineData("a key beside an include", "include: end", "include: end\n    relevant: x", "dialogs/talk.yaml:21: 2112: unknown key 'relevant'; correct or remove it")]
    [InlineData("a signal of a choice that would never sound", "signal: watched", "signall: watched", "dialogs/talk.yaml:23: 2112: unknown key 'signall'; did you mean `signal`?")]
    [InlineData("a signal nobody knows", "signal: watched", "signal: wached", "dialogs/talk.yaml:23: 2093: 'signal: wached' is not known; use one of: danger, danger-unsure, watched, child, lock-return, doctor, crisis, trafficking")]
    [InlineData("a part nobody has written", "include: end", "include: ende", "dialogs/talk.yaml:20: 2109: there is no part 'ende' under 'parts' of shared.yaml; add it there or correct the name")]
    [InlineData("a word for true that is none", "hint: \"Only this.\"", "sensitive: yes", "dialogs/talk.yaml:13: 2093: 'sensitive: yes' is not known; use one of: true, false")]
    [InlineData("a length that is none", "max: 60", "max: long", "dialogs/talk.yaml:19: 2091: 'max' must be a whole number from 1")]
    [InlineData("a key twice", "id: talk", "id: talk\n  id: talk", "dialogs/talk.yaml:3: 2100: this cannot be read as YAML: Duplicate key id; look here and in the lines before for a key that stands twice, or a missing quote, bracket, colon or space")]
    [InlineData("a tab", "  id: talk", "\tid: talk", "dialogs/talk.yaml:2: 2100: this cannot be read as YAML: the line begins with a tab; begin it with spaces")]
    public void A_mistake_is_named_with_its_line_and_what_to_do(string why, string right, string wrong, string said)
    {
        Assert.Contains(right, Dialog, StringComparison.Ordinal);
        var problems = Read(Dialog.Replace(right, wrong, StringComparison.Ordinal), Shared);
        Assert.True(problems.Contains(said), $"{why}: {string.Join('\n', problems)}");
    }

    [Fact]
    public void Without_a_mistake_there_is_nothing_to_say() => Assert.Empty(Read(Dialog, Shared));

    [Theory]
    [InlineData("choices:", "choises:", "dialogs/shared.yaml:4: 2112: unknown key 'choises'; did you mean `choices`?")]
    [InlineData("label: \"Bye.\"", "lable: \"Bye.\"", "dialogs/shared.yaml:3: 2112: unknown key 'lable'; did you mean `label`?")]
    public void The_shared_file_too(string right, string wrong, string said) =>
        Assert.Contains(said, Read(Dialog, Shared.Replace(right, wrong, StringComparison.Ordinal)));

    [Fact]
    public void A_mistake_in_a_part_is_named_once_however_many_dialogs_include_it() => Assert.Single(
        DialogReader.Read(Files(("shared.yaml", Shared.Replace("name: bye", "name: bye, hnit: x", StringComparison.Ordinal)), ("a.yaml", Dialog), ("b.yaml", Dialog.Replace("id: talk", "id: other", StringComparison.Ordinal)))).Problems);

    [Fact]
    public void When_the_shared_file_cannot_be_read_nothing_else_is_blamed_for_it() =>
        Assert.StartsWith("dialogs/shared.yaml:", Assert.Single(Read(Dialog, Shared + "\n  [")), StringComparison.Ordinal);

    [Fact]
    public void A_key_of_a_choice_that_a_choice_filter_looks_at_is_known() => Assert.Empty(Read(
        Dialog.Replace("relevant: \"true()\"", "choice_filter: \"${start} = 'x'\"", StringComparison.Ordinal).Replace("name: here,", "name: here, start: x,", StringComparison.Ordinal), Shared));

    private static string[] Read(string dialog, string shared) =>
        [.. DialogReader.Read(Files(("talk.yaml", dialog), ("shared.yaml", shared))).Problems.Select(p => p.ToString())];

    private static Dictionary<string, string> Files(params (string Name, string Text)[] files) => files.ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal);
}
