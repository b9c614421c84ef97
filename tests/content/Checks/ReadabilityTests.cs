using Outreach.Content.Checks;
using Outreach.Localization;

namespace Outreach.Content.Tests.Checks;

/// <summary>How old a reader must be.</summary>
public class ReadabilityTests
{
    [Theory]
    [InlineData("en", "cat", 1)]
    [InlineData("en", "make", 1)]
    [InlineData("en", "table", 2)]
    [InlineData("en", "asked", 1)]
    [InlineData("en", "wanted", 2)]
    [InlineData("en", "office", 2)]
    [InlineData("en", "houses", 2)]
    [InlineData("en", "certificate", 4)]
    [InlineData("en", "people", 2)]
    [InlineData("fr", "femme", 1)]
    [InlineData("fr", "police", 2)]
    [InlineData("fr", "demandent", 2)]
    [InlineData("fr", "logement", 3)]
    [InlineData("fr", "administration", 5)]
    [InlineData("es", "casa", 2)]
    [InlineData("es", "policía", 4)]
    [InlineData("es", "ciudad", 2)]
    [InlineData("es", "quien", 1)]
    [InlineData("es", "abogado", 4)]
    [InlineData("es", "gratuita", 3)]
    public void Counts_syllables(string tag, string word, int expected) => Assert.Equal(expected, Readability.SyllablesOf(Of(tag), word));

    [Theory]
    [InlineData("en", "Go to the town hall. Ask for a bed. It is free. ", 5, 8)]
    [InlineData("en", "Applicants whose accommodation entitlement has been administratively discontinued are encouraged to request reconsideration of the determination. ", 20, 40)]
    [InlineData("fr", "Allez à la mairie. Demandez un lit. On ne paie pas. ", 5, 11)]
    [InlineData("fr", "Les bénéficiaires dont la prise en charge administrative a été interrompue sont invités à solliciter le réexamen de la détermination antérieure. ", 16, 30)]
    [InlineData("es", "Vaya al ayuntamiento. Pida una cama. No se paga. ", 5, 11)]
    [InlineData("es", "Las personas beneficiarias cuya prestación administrativa haya sido interrumpida podrán solicitar la reconsideración de la determinación anteriormente comunicada. ", 16, 30)]
    public void Short_sentences_are_for_children_and_officialese_is_not(string tag, string text, int from, int to) =>
        Assert.InRange(Readability.AgeOf(Of(tag), string.Concat(Enumerable.Repeat(text, 10)))!.Value, from, to);

    [Fact]
    public void Gives_the_published_grade_of_a_known_text()
    {
        // 1 sentence of 11 words and 12 syllables, eight times: 0.39 * 11 + 11.8 * 12 / 11 - 15.59 = 1.6, the second school year.
        var text = string.Concat(Enumerable.Repeat("The cat sat on the mat and the dog ran away. ", 8));
        Assert.Equal(7, Readability.AgeOf(Locale.English, text));
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("uk")]
    [InlineData("sw")]
    public void Says_nothing_where_there_is_no_formula(string tag) => Assert.Null(Readability.AgeOf(Of(tag), string.Concat(Enumerable.Repeat("слово ", 100))));

    [Fact]
    public void Says_nothing_of_a_few_words() => Assert.Null(Readability.AgeOf(Locale.English, "Notwithstanding administrative determinations."));

    private static Locale Of(string tag) => Locale.All.Single(l => l.Tag == tag);
}
