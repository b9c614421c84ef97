using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>Choices are understood by the words people use for them.</summary>
public class ChoiceWordTests
{
    [Theory]
    [InlineData("en", "alone", "woman")]
    [InlineData("fr", "seule", "femme")]
    [InlineData("es", "sola", "mujer")]
    [InlineData("ar", "لوحدي", "ست")]
    [InlineData("fa", "تنها", "خانم")]
    [InlineData("uk", "одна", "жінка")]
    [InlineData("am", "ለብቻዬ", "ሴት")]
    [InlineData("sw", "peke yangu", "dada")]
    public void A_choice_is_understood_by_the_word_people_use_for_it(string language, string alone, string woman)
    {
        var talk = Talks.In(language, "de").Does("[ask:psychosocial]", "1", "1", "30");
        while (talk.Asks is { } asked && asked != "helper")
            talk.Does(asked == "consent" ? "[yes]" : "[/skip]");
        Assert.Equal(new Answer.Given("woman"), talk.Does(woman).State.Dialogs["psychosocial"].At(new AnswerPath("helper")));
        talk = Talks.In(language, "de").Does("[ask:protection-talk]", "1", "1", "30");
        while (talk.Asks is { } asked && asked != "company")
            talk.Does(asked == "consent" ? "[yes]" : "[/skip]");
        Assert.Equal(new Answer.Given("alone"), talk.Does(alone).State.Dialogs["protection-talk"].At(new AnswerPath("company")));
    }

    [Theory]
    [InlineData("sw", "joined by a word", "chakula na dawa", "food medicine")]
    [InlineData("sw", "three, with a comma", "chakula, maji na mahali pa kulala", "food bed")]
    [InlineData("en", "a choice of several words", "Food and a place to sleep", "food bed")]
    [InlineData("en", "plain words", "water plus pills", "food medicine")]
    [InlineData("fr", "with an article between", "à manger ou de l'eau et des médicaments", "food medicine")]
    [InlineData("es", "joined by a letter", "comida y médico", "food doctor")]
    [InlineData("ar", "the letter written to the word", "طعام ودواء", "food medicine")]
    [InlineData("ar", "a word that begins with that letter", "وثائق", "papers")]
    [InlineData("fa", "joined by a word", "غذا و دوا", "food medicine")]
    [InlineData("uk", "joined by a letter", "їжа і ліки", "food medicine")]
    [InlineData("am", "the letters written to the first word", "ምግብና መድኃኒት", "food medicine")]
    [InlineData("am", "by a word", "ምግብ እና መኝታ ቦታ", "food bed")]
    [InlineData("en", "numbers joined by a word", "1 and 4", "food medicine")]
    [InlineData("en", "something that is no choice is not guessed", "food and a lawyer", null)]
    [InlineData("en", "a joining word alone is no answer", "and", null)]
    public void Several_choices_are_understood_as_people_join_them(string language, string why, string said, string? expected)
    {
        var talk = Talks.In(language, "ly").Does("[ask:stranded]", "1", "1", "30");
        while (talk.Asks is { } asked && asked != "missing")
            talk.Does(asked == "consent" ? "[yes]" : "[/skip]");
        Assert.True((talk.Does(said).State.Dialogs["stranded"].At(new AnswerPath("missing")) as Answer.Given)?.Value == expected, $"{why}: {said}");
    }

    [Fact]
    public void No_word_for_a_choice_means_two_of_one_list()
    {
        var lists = TestBook.Real.Dialogs.Values.SelectMany(d => DialogChecks.Flatten(d.Items)).OfType<DialogItem.Question>()
            .Select(q => q.Type switch { AnswerType.SelectOne one => one.List, AnswerType.SelectMultiple many => many.List, _ => null }).OfType<ChoiceList>().Distinct();
        var twice = from list in lists
                    from locale in Locale.All
                    from word in list.Choices.SelectMany(c => Words(c, locale)).GroupBy(w => w, StringComparer.Ordinal)
                    where word.Count() > 1
                    select $"{list.Name} {locale.Tag}: {word.Key}";
        Assert.Empty(twice);
    }

    private static IEnumerable<string> Words(Choice choice, Locale locale) =>
        TestBook.Real.Texts.Text(locale, choice.Label).Split('|').Concat(choice.Also is { } also ? TestBook.Real.Texts.Text(locale, also).Split('|') : []).Select(Fold.Text);
}
