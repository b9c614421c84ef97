using Outreach.Content.Dialogs;
using Outreach.Content.Learning;
using Outreach.Content.Urgent;
using Outreach.Tests.Support;
using Xunit.Abstractions;

namespace Outreach.Content.Tests.Urgent;

/// <summary>Both ears together, on the real book: cries that no list foresaw are heard, answers and look-alikes are not taken for cries.</summary>
public sealed class UrgentScreenTests(ITestOutputHelper output)
{
    private static UrgentScreen Screen => TestBook.Real.Urgent;

    [Fact]
    public void Agrees_with_the_table()
    {
        var cases = UrgentCase.ReadAll();
        var wrong = cases.Where(c => !Agrees(c, Screen.Find(c.Message)))
            .Select(c => $"line {c.Line} {c.Language}: {c.Message} | {c.Why} | expected {c.Expected}, found {UrgentCase.Show(Screen.Find(c.Message))}, danger {Screen.Listen(c.Message).Guess.Danger:0.00}").ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cases.Length}:\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [InlineData("urgent-held.tsv", 0.95, 0.93)]
    [InlineData("urgent-held-2.tsv", 0.96, 0.93)]
    [InlineData("urgent-held-3.tsv", 0.90, 0.90)]
    public void Messages_of_strangers_are_heard(string file, double recall, double precision)
    {
        var messages = UrgentEvaluation.Read(File.ReadAllText(Repository.At("tests", "testdata", "eval", file)), file);
        var figures = UrgentFigures.Of(UrgentEvaluation.Play(TestBook.Real, messages.Value));
        output.WriteLine($"{file}: recall {figures.Recall:0.000}, precision {figures.Precision:0.000}, of alarms {figures.PrecisionOfAlarms:0.000}, n {figures.Rows}");
        Assert.True(figures.Recall >= recall && figures.Precision >= precision && figures.PrecisionOfAlarms >= 0.85, "worse than it was; run 'outreach eval urgent' on the file");
    }

    [Theory]
    [InlineData("1"), InlineData("2 4 5"), InlineData("34"), InlineData("20/1/2027"), InlineData("+218 91 000 00 00")]
    [InlineData("Nador"), InlineData("Sfax"), InlineData("Sabha"), InlineData("طرابلس"), InlineData("Дніпро"), InlineData("Maryam"), InlineData("زهرا"), InlineData("አበበ")]
    [InlineData("I do not know"), InlineData("не знаю"), InlineData("لا أعرف"), InlineData("sijui"), InlineData("tomorrow"), InlineData("xk")]
    public void Answers_are_no_cries(string answer) => Assert.Null(Screen.Find(answer));

    [Theory]
    [InlineData("the rope is ready and I wrote to my mother", UrgentKind.Suicide)]
    [InlineData("my stomach hurts so much and there is blood when I go to toilet, 6 months pregnant", UrgentKind.Medical)]
    [InlineData("الريس نط من المركب وخلانا والموتور ما يشتغل", UrgentKind.Sea)]
    [InlineData("on nous a enfermés dans un garage, ils appellent nos familles pour l'argent", UrgentKind.Held)]
    [InlineData("mañana a las cinco nos suben al avión", UrgentKind.Deportation)]
    public void What_no_list_foresaw_is_asked_about(string message, UrgentKind kind) => Assert.Equal(kind, Screen.Find(message)?.Kind);

    [Fact]
    public void A_cry_at_the_end_of_a_long_polite_story_is_heard()
    {
        var story = string.Join(' ', Enumerable.Repeat("We came here two years ago and my children go to school, the teacher is kind, I work in a bakery and we have a room.", 8));
        Assert.Null(Screen.Find(story));
        Assert.NotNull(Screen.Find($"{story} Now my husband is at the door with a knife and he says he will kill me."));
    }

    [Fact]
    public void Learned_nothing_is_the_list_as_it_stands()
    {
        var words = UrgentWords.Read("en:\n  danger:\n    sure: |\n      he has a gun\n    unsure: |\n      danger here", "urgent.yaml").Value!;
        var screen = new UrgentScreen(words, Ideas.None, UrgentWeights.None);
        Assert.Equal(new UrgentHit(UrgentKind.Danger, Sure: true), screen.Find("he has a gun"));
        Assert.Equal(new UrgentHit(UrgentKind.Danger, Sure: false), screen.Find("danger here"));
        Assert.Null(screen.Find("good morning"));
    }

    [Theory]
    [InlineData(true, 0.90, 20, "danger sure")]
    [InlineData(true, 0.30, 20, "danger unsure")]
    [InlineData(true, 0.10, 20, "none")]
    [InlineData(true, 0.10, 4, "danger sure")]
    [InlineData(false, 0.90, 20, "danger unsure")]
    [InlineData(false, 0.30, 20, "none")]
    [InlineData(null, 0.55, 20, "medical unsure")]
    [InlineData(null, 0.55, 2, "none")]
    [InlineData(null, 0.70, 2, "medical unsure")]
    [InlineData(null, 0.70, 1, "none")]
    [InlineData(null, 0.90, 1, "medical unsure")]
    [InlineData(null, 0.30, 20, "none")]
    public void The_two_ears_are_weighed(bool? sure, double danger, int words, string expected)
    {
        var hit = sure is { } s ? new UrgentHit(UrgentKind.Danger, s) : null;
        Assert.Equal(expected, UrgentCase.Show(UrgentScreen.Decide(hit, new UrgentGuess(UrgentKind.Medical, danger), words, new UrgentLimitsOfDoubt(Ask: 0.5, Doubt: 0.4, Leave: 0.2))));
    }

    [Fact]
    public void Never_throws_and_never_hangs()
    {
        foreach (var text in (string[])[new string('a', 100_000), string.Concat(Enumerable.Repeat("kill me ", 20_000)), "", " ", "\u200B", "\uD83D", "\0", new string('x', 3_999) + " y"])
            Screen.Find(text);
    }

    private static bool Agrees(UrgentCase row, UrgentHit? hit) => row.Expected switch
    {
        UrgentCase.Nothing => hit is null,
        UrgentCase.NotSure => hit is not { Sure: true },
        _ when row.Expected.EndsWith(UrgentCase.OrNone, StringComparison.Ordinal) => hit is not { Sure: true },
        _ => hit is not null,
    };
}
