using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Content.Urgent;
using Outreach.Localization;
using Outreach.Tests.Support;
using Xunit.Abstractions;

namespace Outreach.Content.Tests.Urgent;

/// <summary>Cries for help are heard, look-alikes are not. The table is tests/testdata/urgent-cases.tsv.</summary>
public sealed class UrgentWordsTests(ITestOutputHelper output)
{
    private const string File = "safety/urgent.yaml";
    private static readonly Result<UrgentWords> Read = UrgentWords.Read(System.IO.File.ReadAllText(Repository.At("content", "book", "safety", "urgent.yaml")), File);
    private static readonly UrgentCase[] Cases = UrgentCase.ReadAll();

    private static UrgentWords Words => Read.Value ?? throw new InvalidOperationException("the list has problems");

    [Fact]
    public void The_list_has_no_problems() => Assert.True(Read.Ok, string.Join('\n', Read.Problems));

    [Fact]
    public void Every_language_has_every_kind() => Assert.Empty(Words.Missing(File));

    [Theory]
    [InlineData("en"), InlineData("fr"), InlineData("es"), InlineData("ar"), InlineData("fa"), InlineData("uk"), InlineData("am"), InlineData("sw")]
    public void Every_language_has_enough_phrases(string language)
    {
        output.WriteLine($"{language}: {Words.Counts[language]} phrases");
        Assert.True(Words.Counts[language] >= 40);
    }

    [Theory]
    [InlineData("en"), InlineData("fr"), InlineData("es"), InlineData("ar"), InlineData("fa"), InlineData("uk"), InlineData("am"), InlineData("sw")]
    public void The_table_has_enough_rows_to_say_something(string language)
    {
        Assert.InRange(Cases.Count(c => c.Language == language && c.Expected != UrgentCase.Nothing && !c.IsOpen), 25, 500);
        Assert.InRange(Cases.Count(c => c.Language == language && c.Expected == UrgentCase.Nothing && !c.IsOpen), 25, 500);
    }

    [Fact]
    public void Follows_the_table()
    {
        var wrong = Cases.Where(c => !c.Accepts(Words.Find(c.Message)))
            .Select(c => $"line {c.Line} {c.Language}: {c.Message} | {c.Why} | expected {c.Expected}, found {UrgentCase.Show(Words.Find(c.Message))} by {By(c.Message)}").ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Cases.Length}:\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [InlineData("capital letters and signs do not matter", "HELP!!! HE HAS A GUN!!!")]
    [InlineData("held letters do not matter", "heeee haaaas a guuuun")]
    [InlineData("line breaks do not matter", "he has\na\ngun")]
    [InlineData("words around it do not matter", "good morning sir, excuse me please, he has a gun and my paper is from march")]
    public void Is_heard_however_it_is_typed(string why, string message) =>
        Assert.True(Words.Find(message) is { Kind: UrgentKind.Danger, Sure: true }, why);

    [Fact]
    public void Words_that_steer_the_conversation_still_steer_it()
    {
        var texts = TestBook.Real.Texts;
        var taken = from locale in Locale.All
                    from word in Enum.GetValues<GlobalWord>()
                    where word != GlobalWord.Danger
                    from spelling in texts.Text(locale, GlobalWords.Key(word)).Split('|')
                    where Words.Find(spelling) is not null
                    select $"{locale.Tag} {word} {spelling}: {By(spelling)}";
        Assert.True(!taken.Any(), string.Join('\n', taken));
    }

    [Fact]
    public void What_people_ask_about_ordinary_topics_is_no_cry_for_help()
    {
        var heard = from page in TestBook.Real.Library.All
                    where page.Id.Shelf != Library.ProgrammeShelf && page.Id.Topic is "housing" or "work" or "education" or "language" or "money" or "daily-life" or "documents" or "arrival" or "return"
                    from asked in page.Front.AlsoAskedAs
                    where TestBook.Real.Urgent.Find(asked) is { Sure: true, Kind: not UrgentKind.ChildAlone } // a child alone may ask for a school
                    select $"{page.Id} {page.Locale.Tag} {asked}: {By(asked)}";
        Assert.True(!heard.Any(), string.Join('\n', heard));
    }

    [Fact]
    public void The_most_serious_sure_hit_wins()
    {
        Assert.Equal(UrgentKind.Sea, Words.Find("our boat is sinking and my wife is bleeding a lot")!.Kind);
        Assert.Equal(new UrgentHit(UrgentKind.Deportation, Sure: true), Words.Find("i feel unsafe, they deport me tomorrow"));
    }

    [Fact]
    public void Never_throws_and_never_hangs()
    {
        var random = new Random(20261121);
        var pieces = Cases.SelectMany(c => c.Message.Split(' ')).Concat(["\uD83D", "\uDE00", "\u202E", "\0", "\u0300", "…", "<me>", "_", "^", "$"]).ToArray();
        for (var i = 0; i < 2_000; i++)
            Words.Find(string.Join(random.Next(8) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 60)).Select(_ => pieces[random.Next(pieces.Length)])));
        foreach (var long_ in (string[])[new string('a', 100_000), string.Concat(Enumerable.Repeat("kill me ", 20_000)), string.Concat(Enumerable.Repeat("می ", 5_000)), "", " ", "\u200B"])
            Words.Find(long_);
    }

    private static string By(string message) => Words.Explain(message) is { } r ? $"{r.Language} {r.Line} {r.Phrase}" : "nothing";
}
