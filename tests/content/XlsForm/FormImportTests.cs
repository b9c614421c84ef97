using Outreach.Content.Dialogs;
using Outreach.Content.XlsForm;

namespace Outreach.Content.Tests.XlsForm;

/// <summary>What becomes of the rows of other people's forms: taken, kept with a remark, or refused with sheet, row and column.</summary>
public class FormImportTests
{
    private const string Yes = "list_name | name | label\nyn | yes | Yes\nyn | no | No";

    [Theory]
    [InlineData("a type nobody knows", "type | name\nhologram | a", "survey, row 2, column A (type): 2614: 'hologram' is not taken: it is no type of XLSForm")]
    [InlineData("no type", "type | name\n | a", "survey, row 2, column A (type): 2606: the type is missing")]
    [InlineData("no name", "type | name | label\ntext | | A", "survey, row 2, column B (name): 2606: the name is missing")]
    [InlineData("a name that is none", "type | name\ntext | 1st", "survey, row 2, column B (name): 2607: '1st' is no name: begin with a letter or _, go on with letters, digits, _ - .")]
    [InlineData("a name twice", "type | name\ntext | a\ntext | a", "survey, row 3, column B (name): 2608: the name 'a' stands already at survey, row 2, column B (name)")]
    [InlineData("a misspelt type", "type | name\nintger | a", "survey, row 2, column A (type): 2614: 'intger' is not taken: it is no type of XLSForm, perhaps 'integer'")]
    [InlineData("a misspelt select", "type | name\nselct_one yn | a", "survey, row 2, column A (type): 2614: 'selct_one yn' is not taken: it is no type of XLSForm, perhaps 'select_one'")]
    [InlineData("two columns for the same that differ", "type | name | relevant | relevance\ntext | a\ntext | b | | ${a} = 1", "survey, row 3, column D (relevance): 2605: column C is for the same and says otherwise; keep one")]
    [InlineData("no type column", "kind | name\ntext | a", "survey, row 1: 2604: there is no column 'type'")]
    [InlineData("a list that is nowhere", "type | name\nselect_one colours | a", "survey, row 2, column A (type): 2609: the sheet 'choices' has no list 'colours'")]
    [InlineData("a misspelt list", "type | name\nselect_one ym | a", "survey, row 2, column A (type): 2609: the sheet 'choices' has no list 'ym'")]
    [InlineData("an end without a beginning", "type | name\ntext | a\nend group |", "survey, row 3, column A (type): 2610: this ends a group, but none is open here")]
    [InlineData("an end of the other kind", "type | name\nbegin repeat | r\ntext | a\nend group |\nend repeat |", "survey, row 4, column A (type): 2610: this ends a group, but none is open here")]
    [InlineData("a beginning without an end", "type | name\nbegin_repeat | r\ntext | a", "survey, row 2, column A (type): 2611: this repeat has no end")]
    [InlineData("a bracket too few", "type | name | relevant\ntext | a | selected(${a}, 'x'", "survey, row 2, column C (relevant): 2612: character 19: expected ), found the end; correct the expression there")]
    [InlineData("a question that is nowhere", "type | name | label | constraint\ntext | a | A | . > ${b}", "survey, row 2, column D (constraint): 2613: ${b} is named, but no row has this name")]
    [InlineData("a misspelt question", "type | name | relevant\ninteger | children |\ntext | a | ${childen} > 1", "survey, row 3, column C (relevant): 2613: ${childen} is named, but no row has this name, perhaps 'children'")]
    [InlineData("a circle", "type | name | relevant\ntext | a | ${c} = 1\ntext | b | ${a} = 1\ntext | c | ${b} = 1\ntext | d | ${a} = 1", "survey, row 2, column C (relevant): 2617: a circle: 'a' needs 'c' needs 'b' needs 'a'; none of them can ever be asked or worked out")]
    [InlineData("a question that needs itself", "type | name | relevant\ntext | a | ${a} = 1", "survey, row 2, column C (relevant): 2617: a circle: 'a' needs 'a'; none of them can ever be asked or worked out")]
    [InlineData("an answer in a text that is nowhere", "type | name | label::French (fr)\ntext | a | Bonjour ${b}", "survey, row 2, column C (label::French (fr)): 2613: ${b} is named, but no row has this name")]
    [InlineData("nothing to work out", "type | name | calculation\ncalculate | a |\ntext | b", "survey, row 2, column C (calculation): 2606: the calculation is missing")]
    [InlineData("nowhere to work it out", "type | name\ncalculate | a\ntext | b", "survey, row 2, column A (type): 2606: the calculation is missing")]
    [InlineData("a loop", "type | name\nbegin loop over yn | a\ntext | b\nend loop |", "survey, row 2, column A (type): 2614: 'loop' is not taken: write the rows out, or use begin repeat")]
    [InlineData("another file", "type | name\ninclude | other", "survey, row 2, column A (type): 2614: 'include' is not taken: put the rows of the other form here")]
    public void What_cannot_be_taken_is_refused_with_its_cell(string why, string survey, string said) =>
        Assert.True(Refused(survey, Yes).Contains(said), $"{why}: {string.Join('\n', Refused(survey, Yes))}");

    [Theory]
    [InlineData("a choice without a name", "list_name | name | label\nyn | | Yes", "choices, row 2, column B (name): 2606: the name is missing")]
    [InlineData("a choice twice", "list_name | name | label\nyn | a | Yes\nyn | a | No", "choices, row 3, column B (name): 2608: the name 'a' stands already at choices, row 2, column B (name)")]
    [InlineData("a space in a choice of many", "list_name | name | label\nyn | a b | Yes", "choices, row 2, column B (name): 2615: the choice 'a b' has a space in its name, but its list is used by a select_multiple; write _ instead")]
    [InlineData("no names of lists", "name | label\na | Yes", "choices, row 1: 2604: there is no column 'list_name'")]
    [InlineData("no sheet at all", "", "survey, row 2, column A (type): 2609: there is no sheet 'choices' with a list 'yn'")]
    public void The_choices_too(string why, string choices, string said) =>
        Assert.True(Refused("type | name\nselect_multiple yn | a", choices).Contains(said), $"{why}: {string.Join('\n', Refused("type | name\nselect_multiple yn | a", choices))}");

    [Fact]
    public void Every_mistake_is_named_at_once() => Assert.Equal(4, Refused("type | name | relevant\ntext | 1 | ${x}\nhologram | 2", Yes).Length);

    [Fact]
    public void A_circle_is_named_once() => Assert.Single(Refused("type | name | relevant\ntext | a | ${b} = 1\ntext | b | ${a} = 1\ntext | c | ${a} = 1", Yes));

    [Theory]
    [InlineData("a | b", "f.xlsx: 2603: there is no sheet 'survey'; the sheets are: Sheet1")]
    [InlineData("type | name | label\ntext | a | A", "f.xlsx: 2603: there is no sheet 'survey'; the sheets are: Sheet1; if 'Sheet1' is it, call it survey")]
    public void A_form_without_a_survey_is_none(string sheet, string said) => Assert.Equal(
        said, Assert.Single(FormImport.Read(new FormBook([Forms.Sheet("Sheet1", sheet)]), "f.xlsx").Problems).ToString());

    [Fact]
    public void Two_columns_for_the_same_that_agree_are_one() =>
        Assert.Equal("true()", Assert.Single(Forms.Draft("type | name | label | relevant | relevance\ntext | a | A | true() | true()").Items).Field("relevant"));

    [Fact]
    public void A_question_without_a_label_is_remarked_on() => Assert.Equal<string>(
        ["survey, row 2, column C (label): 'a' has no label; the bot refuses it until it has one"], Forms.Draft("type | name | label\ntext | a |").Remarks);

    [Fact]
    public void A_misspelt_column_is_kept_and_remarked_on() => Assert.Equal<string>(
        ["survey: columns that are kept, but mean nothing to the bot: note to self, relevent", "survey, row 1, column D (relevent): perhaps 'relevant' is meant?"],
        Forms.Draft("type | name | label | relevent | note to self\ntext | a | A | true() | ask Sam").Remarks);

    [Theory]
    [InlineData("select one from yn", "select_one yn")]
    [InlineData("select_one yn", "select_one yn")]
    [InlineData("select1 yn", "select_one yn")]
    [InlineData("add select one prompt using yn", "select_one yn")]
    [InlineData("select all that apply from yn", "select_multiple yn")]
    [InlineData("select_multiple   yn", "select_multiple yn")]
    [InlineData("int", "integer")]
    [InlineData("Text", "text")]
    [InlineData("geopoint", "geopoint")]
    [InlineData("select_one_from_file towns.csv", "select_one_from_file towns.csv")]
    [InlineData("select one from file towns.csv", "select one from file towns.csv")]
    [InlineData("phone number", "phone number")]
    [InlineData("rank yn", "rank yn")]
    public void Types_are_understood_as_people_write_them(string written, string type) =>
        Assert.Equal(type, Assert.Single(Forms.Draft($"type | name | label\n{written} | a | A", Yes).Items).Type);

    [Fact]
    public void What_the_telephone_fills_is_left_out_with_a_remark() => Assert.Equal<string>(
        ["survey, row 2, column A (type): 'start' is filled by the telephone, not by a person, and left out"],
        Forms.Draft("type | name | label\nstart | start\ntext | a | A").Remarks);

    [Fact]
    public void Unless_another_row_needs_it() => Assert.Equal(
        ["deviceid", "calculate"], Forms.Draft("type | name | calculation\ndeviceid | d\ncalculate | c | ${d}").Items.Select(i => i.Type));

    [Fact]
    public void An_answer_the_bot_does_not_take_is_kept_and_the_bot_refuses_it()
    {
        var yaml = DraftYaml.Write(Forms.Draft("type | name | label\nimage | photo | A photo"));
        Assert.Contains("  # 'image' has no type of answer here: decide on another question, or remove it\n  - type: image\n    name: photo", yaml, StringComparison.Ordinal);
        Assert.Contains(Loaded(yaml), p => p.Contains("2102: unknown question type 'image'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_draft_is_not_loaded_before_it_says_what_it_collects_and_why()
    {
        var yaml = DraftYaml.Write(Forms.Draft("type | name | label\ntext | a | A"));
        Assert.Equal(["2104", "2104", "2110"], Loaded(yaml).Select(p => p.Split(": ")[1]));
        Assert.Empty(Loaded(yaml.Replace("    label: A", "    label: A\n    collects: test\n    purpose: test", StringComparison.Ordinal)));
    }

    [Fact]
    public void Unknown_columns_are_kept_under_their_heading() => Assert.Equal<DraftField>(
        [new DraftField("required", "yes"), new DraftField("media::image::English (en)", "a.png"), new DraftField("note to self", "ask Sam")],
        Assert.Single(Forms.Draft("type | name | label | required | media::image::English (en) | note to self\ntext | a | A | yes | a.png | ask Sam").Items).Kept);

    [Fact]
    public void Every_language_is_taken_with_or_without_a_code()
    {
        var draft = Forms.Draft("type | name | label::English (en) | label::French (fr) | label::Kiswahili | hint:Nepali\ntext | a | Name? | Nom ? | Jina? | नाम");
        Assert.Equal(["fr", "sw", "nepali"], draft.Languages.Select(l => l.Code));
        Assert.Equal("Nom ?", Assert.Single(DraftYaml.Translations(draft, draft.Languages[0]).Entries).Translations[0]);
    }

    [Fact]
    public void A_text_without_a_language_is_in_the_default_language()
    {
        var draft = Forms.Draft("type | name | label | label::English (en)\ntext | a | Nombre | Name", settings: "default_language\nSpanish (es)");
        Assert.Equal(("en", "es"), (draft.Base.Code, Assert.Single(draft.Languages).Code));
    }

    [Theory]
    [InlineData("its choices in the language of the survey", "label::English (en)", "", "en")]
    [InlineData("whichever that is", "label::French (fr)", "", "fr")]
    [InlineData("in the default language where the form says one", "label::French (fr)", "default_language\nSpanish (es)", "es")]
    [InlineData("in another one where the language has a column already", "label::English (en) | label", "", "en default")]
    public void A_heading_without_a_language_speaks(string how, string headings, string settings, string languages)
    {
        var draft = Forms.Draft($"type | name | {headings}\nselect_one yn | a | A | B", Yes, settings);
        Assert.Equal((how, languages.Split(' ')[0]), (how, draft.Lists[0].Choices[0].Label.ByCode.Keys.Single()));
        Assert.Equal(languages.Contains("default", StringComparison.Ordinal), draft.Languages.Any(l => l.Code == "default"));
    }

    [Fact]
    public void Where_a_language_is_missing_another_stands_there_with_a_remark()
    {
        var draft = Forms.Draft("type | name | label::English (en) | label::French (fr)\nnote | a | Hello | Bonjour\nnote | b | | Merci");
        Assert.Contains("label: Merci", DraftYaml.Write(draft), StringComparison.Ordinal);
        Assert.Equal<string>(["survey, row 3, column C (label::English (en)): this is not said in English; another language stands there"], draft.Remarks);
    }

    [Fact]
    public void Without_English_the_texts_of_the_form_stand_and_the_bot_refuses_them()
    {
        var draft = Forms.Draft("type | name | label::French (fr)\nnote | a | Bonjour");
        Assert.Contains("language: \"French (fr)\"", DraftYaml.Write(draft), StringComparison.Ordinal);
        Assert.Contains(Loaded(DraftYaml.Write(draft)), p => p.Contains("unknown key 'language'", StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_in_a_text_becomes_a_hole_and_braces_stay_braces() => Assert.Equal(
        "Hello {a}, {{not}} a hole", Forms.Draft("type | name | label\ntext | a | A\nnote | b | Hello ${a}, {not} a hole").Items[1].Texts["label"].In(FormLanguage.English));

    [Fact]
    public void A_choice_filter_tells_columns_from_questions()
    {
        var draft = Forms.Draft(
            "type | name | label | choice_filter\nselect_one state | state | State?\nselect_one town | town | Town? | state = ${state}",
            "list name | name | label | state | population\nstate | n | North\nstate | s | South\ntown | a | A-town | n | 7\ntown | b | B-town | s | 9");
        Assert.Equal<DraftField>([new DraftField("state", "n")], draft.Lists[1].Choices[0].Fields);
        Assert.Equal<DraftField>([new DraftField("population", "7")], draft.Lists[1].Choices[0].Kept);
        Assert.Equal(["2104", "2110"], Loaded(DraftYaml.Write(draft)).Select(p => p.Split(": ")[1]).Distinct());
    }

    [Fact]
    public void Or_other_becomes_a_choice_and_a_question()
    {
        var draft = Forms.Draft("type | name | label\nselect_one yn or_other | a | A", Yes);
        Assert.Equal(["select_one yn", "text"], draft.Items.Select(i => i.Type));
        Assert.Equal("selected(${a}, 'other')", draft.Items[1].Field("relevant"));
        Assert.Equal(["yes", "no", "other"], draft.Lists[0].Choices.Select(c => c.Name));
    }

    [Fact]
    public void Groups_and_repeats_stand_inside_each_other()
    {
        var draft = Forms.Draft("type | name | label | repeat_count | relevant\nbegin_group | g | G | | true()\nbegin repeat | r | R | 3 |\ntext | a | A\nend repeat\nend_group");
        var repeat = Assert.Single(Assert.Single(draft.Items).Items);
        Assert.Equal(("repeat", "3", "a"), (repeat.Type, repeat.Field("repeat_count"), Assert.Single(repeat.Items).Name));
    }

    [Theory]
    [InlineData("pulldata('towns', 'name', 'id', '7')")]
    [InlineData("../age > 17")]
    [InlineData("concat('${a}', 'x')")]
    [InlineData("${last-saved#a} = 'x'")]
    public void What_ODK_reads_and_the_bot_does_not_is_kept_and_the_bot_refuses_it(string expression)
    {
        var draft = Forms.Draft($"type | name | label | relevant\ntext | a | A |\ntext | b | B | {expression}");
        Assert.Equal(expression, draft.Items[1].Field("relevant"));
        Assert.StartsWith("survey, row 3, column D (relevant): 'relevant' is kept, but the bot does not read it:", Assert.Single(draft.Remarks), StringComparison.Ordinal);
        Assert.Contains(Loaded(DraftYaml.Write(draft)), p => p.Contains("(relevant): 23", StringComparison.Ordinal));
    }

    [Fact]
    public void Bent_quotes_of_an_office_program_are_straightened() =>
        Assert.Equal("${a} = 'x'", Forms.Draft("type | name | label | relevant\ntext | a | A |\ntext | b | B | ${a} = \u2018x\u2019").Items[1].Field("relevant"));

    [Fact]
    public void A_draft_goes_back_into_a_spreadsheet_and_comes_out_the_same()
    {
        var first = Forms.Draft(
            "type | name | label::English (en) | label::Nepali (ne) | required | appearance\nbegin group | g | G | ग | | field-list\nimage | photo | ${a} {x} | | yes | new\nselect_one yn | a | A | | | minimal\nend group",
            Yes, "form_title | form_id | version\nMy form | my_form | 7");
        var yaml = DraftYaml.Write(first);
        var translations = first.Languages.Select(l => DraftYaml.Translations(first, l));
        var again = DraftReader.Read(yaml, "x.yaml", "", [.. translations]);
        Assert.True(again.Ok);
        var back = FormImport.Read(FormExport.Write(again.Value), "x.xlsx");
        Assert.True(back.Ok, string.Join('\n', back.Problems));
        Assert.Equal(yaml, DraftYaml.Write(back.Value));
        Assert.Equal(first.Texts().Select(t => (t.Key, t.Text.In(first.Languages[0]))), back.Value.Texts().Select(t => (t.Key, t.Text.In(first.Languages[0]))));
    }

    private static string[] Refused(string survey, string choices) => [.. FormImport.Read(Forms.Book(survey, choices), "form.xlsx").Problems.Select(p => p.ToString())];

    private static string[] Loaded(string yaml) => [.. DialogReader.Read(new Dictionary<string, string>(StringComparer.Ordinal) { ["draft.yaml"] = yaml }).Problems.Select(p => p.ToString())];
}
