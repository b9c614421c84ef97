namespace Outreach.Localization.Tests;

public class LocalizerTests
{
    private static readonly Localizer All = Localizer.Of(Samples.Template.Entries, Locale.All.Where(l => l != Locale.English).Select(l => Samples.Translation(l)));

    [Fact]
    public void Speaks_the_language_asked_for()
    {
        Assert.Equal("Hello Amal.", All.Text(Locale.English, "hello", ("name", "Amal")));
        Assert.Equal("ar: Hello Amal.", All.Text(Locale.Arabic, "hello", ("name", "Amal")));
        Assert.Equal("sw: Goodbye.", All.Text(Locale.Swahili, "bye"));
    }

    [Theory]
    [InlineData("en", 1, "One question left")]
    [InlineData("en", 2, "2 questions left")]
    [InlineData("ar", 0, "ar form 0: 0")]
    [InlineData("ar", 11, "ar form 4: 11")]
    [InlineData("ar", 100, "ar form 5: 100")]
    [InlineData("uk", 3, "uk form 1: 3")]
    [InlineData("fr", 1_000_000, "fr form 1: 1000000")]
    [InlineData("fa", 0, "fa form 0: 0")]
    [InlineData("am", -5, "am form 1: -5")]
    public void Chooses_the_form_for_a_count(string tag, long count, string expected) =>
        Assert.Equal(expected, All.Plural(Locale.All.Single(l => l.Tag == tag), "left", count));

    [Fact]
    public void Shows_a_key_nobody_knows_and_never_throws()
    {
        Assert.All(Locale.All, l => Assert.Equal("⟦no.such⟧", All.Text(l, "no.such", ("name", "x"))));
        Assert.Equal("⟦no.such⟧", All.Plural(Locale.Arabic, "no.such", 3));
        Assert.Equal("⟦⟧", Localizer.Empty.Text(Locale.French, ""));
        Assert.Equal("Hello ⟦name⟧.", All.Text(Locale.English, "hello"));
    }

    [Fact]
    public void Takes_a_counted_message_without_count_and_the_other_way_round()
    {
        Assert.Equal("⟦count⟧ questions left", All.Text(Locale.English, "left"));
        Assert.Equal("Goodbye.", All.Plural(Locale.English, "bye", 3));
    }

    [Theory]
    [InlineData("missing", "", "")]
    [InlineData("fuzzy", "Au revoir", "fuzzy")]
    public void Falls_back_to_English(string why, string translation, string flag)
    {
        var file = Samples.Translation(Locale.French);
        var localizer = Localizer.Of(Samples.Template.Entries, [file with { Entries = [file.Entries[2] with { Translations = [translation], Flags = [flag] }] }]);
        Assert.True(localizer.Text(Locale.French, "bye") == "Goodbye.", why);
        Assert.False(localizer.Has(Locale.French, "bye"), why);
        Assert.Same(Locale.English, localizer.Spoken(Locale.French, "bye"));
    }

    [Fact]
    public void Falls_back_when_the_English_has_changed_since()
    {
        var changed = Localizer.Of([PoEntry.OfEnglish("bye", "Goodbye!")], [Samples.Translation(Locale.French)]);
        Assert.Equal("Goodbye!", changed.Text(Locale.French, "bye"));
    }

    [Fact]
    public void Falls_back_when_a_form_is_missing()
    {
        var file = Samples.Translation(Locale.Arabic);
        var incomplete = file with { Entries = [file.Entries[1] with { Translations = ["", "1", "2", "3", "4", "5"] }] };
        Assert.Equal("One question left", Localizer.Of(Samples.Template.Entries, [incomplete]).Plural(Locale.Arabic, "left", 1));
    }

    [Fact]
    public void Learns_English_from_elsewhere_with_translations_already_read()
    {
        var dialogs = PoFile.Template([PoEntry.OfEnglish("intake.name", "What should we call you?")]);
        var before = Localizer.Of(Samples.Template.Entries, [Samples.Translation(Locale.Persian), Samples.Translation(Locale.Persian, dialogs)]);
        Assert.False(before.Has(Locale.Persian, "intake.name"));
        var after = before.With(dialogs.Entries);
        Assert.Equal("fa: What should we call you?", after.Text(Locale.Persian, "intake.name"));
        Assert.Equal("fa: Goodbye.", after.Text(Locale.Persian, "bye"));
        Assert.Equal("⟦intake.name⟧", before.Text(Locale.Persian, "intake.name"));
    }

    [Fact]
    public void Says_what_no_speaker_has_checked()
    {
        var checkedFile = Samples.Translation(Locale.French).WithField(PoFile.ReviewField, "reviewed 2026-11-21 by A. Speaker");
        var localizer = Localizer.Of(Samples.Template.Entries, [checkedFile, Samples.Translation(Locale.Amharic)]);
        Assert.True(localizer.IsDraft(Locale.Amharic, "bye"));
        Assert.False(localizer.IsDraft(Locale.French, "bye"));
        Assert.False(localizer.IsDraft(Locale.English, "bye"));
        Assert.False(localizer.IsDraft(Locale.Ukrainian, "bye"), "what falls back to English is no draft");
        Assert.Equal("am", string.Join(' ', Locale.All.Where(localizer.IsDraft)));
    }
}
