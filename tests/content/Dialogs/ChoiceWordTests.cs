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
