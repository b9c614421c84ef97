using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>First messages in languages we do not speak yet get a card and a choice; those in ours do not.</summary>
public class SecondRingTests
{
    private static readonly Moment Now = new(new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), TimeSpan.Zero);

    [Theory]
    [InlineData("ሰላም ኣነ ኤርትራዊ እየ ሓገዝ እደሊ", "ti")]
    [InlineData("የቐንየለይ", "ti")]
    [InlineData("ትግርኛ", "ti")]
    [InlineData("Tigrinya", "ti")]
    [InlineData("ሰላም", "ti")]                                          // the script alone never selects Amharic
    [InlineData("እርዳታ እፈልጋለሁ", "our am")]
    [InlineData("Waxaan rabaa caawimo", "so")]
    [InlineData("iska warran walaal", "so")]
    [InlineData("Soomaali", "so")]
    [InlineData("زه مرسته غواړم", "ps")]
    [InlineData("پښتو", "ps")]
    [InlineData("یارمەتیم دەوێت", "ckb")]
    [InlineData("كوردي", "ckb")]
    [InlineData("Kurdish", "ckb")]
    [InlineData("Sannu, ina bukatar taimako", "ha")]
    [InlineData("Hausa", "ha")]
    [InlineData("আমার সাহায্য দরকার", "bn")]
    [InlineData("amar sahajjo dorkar", "bn")]
    [InlineData("مجھے مدد چاہیے", "ur")]
    [InlineData("mujhe madad chahiye", "ur")]
    [InlineData("اردو", "ur")]
    [InlineData("Yardıma ihtiyacım var", "tr")]
    [InlineData("merhaba yardim istiyorum", "tr")]
    [InlineData("Türkçe", "tr")]
    [InlineData("أريد المساعدة من فضلك", "our ar")]
    [InlineData("می‌خواهم کمک بگیرم", "our fa")]
    [InlineData("Мені потрібна допомога, де їжа?", "our uk")]
    [InlineData("I need help please", "our en")]
    [InlineData("je veux de l'aide", "our fr")]
    [InlineData("necesito ayuda", "our es")]
    [InlineData("nahitaji msaada, niko peke yangu", "our sw")]
    [InlineData("hello", "our en")]
    [InlineData("xyzzy", "nobody's")]
    public void The_first_message_says_which_language_it_is(string message, string expected)
    {
        var found = TestBook.Real.Ring.Of(message)?.Tag ?? (LanguageGuess.Of(message) is { } ours ? $"our {ours.Tag}" : "nobody's");
        Assert.Equal(expected, found);
    }

    public static TheoryData<string, string, string> Messages()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in File.ReadLines(Repository.At("tests", "testdata", "second-ring.tsv")).Where(l => !l.StartsWith('#')).Select(l => l.Split('\t')))
            rows.Add(row[0], row[1], row[2]);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Messages_as_people_write_them_and_their_look_alikes_are_told_apart(string expected, string message, string why)
    {
        var found = TestBook.Real.Ring.Of(message)?.Tag ?? (LanguageGuess.Of(message) is { } ours ? $"our {ours.Tag}" : "nobody's");
        Assert.True(expected == found, $"{why}: {message} was taken for {found}");
    }

    [Fact]
    public void The_table_has_eight_messages_of_each_language_and_its_look_alikes() =>
        Assert.All(TestBook.Real.Ring.Tags, tag => Assert.InRange(File.ReadLines(Repository.At("tests", "testdata", "second-ring.tsv")).Count(l => l.StartsWith($"{tag}\t", StringComparison.Ordinal)), 8, 40));

    [Theory]
    [InlineData("ti", "ትግርኛ")]
    [InlineData("so", "Soomaali")]
    [InlineData("ckb", "کوردیی ناوەندی")]
    public void Whoever_reads_one_of_ours_instead_is_led_to_a_person_and_the_language_for_our_call_is_kept(string tag, string name)
    {
        var greeted = DialogEngine.Step(TestBook.Real, ConversationState.New with { Mode = new Mode.Choosing(ChoosingWhat.Language, Mode.Home.Instance), Place = "de" }, new Input.Choice(tag), Now);
        var chosen = DialogEngine.Step(TestBook.Real, greeted.State, new Input.Choice("en"), Now);
        Assert.Equal((tag, "en"), (chosen.State.CallLanguage, chosen.State.Language!.Tag));
        Assert.Contains(name, chosen.Replies[0].Blocks.OfType<Outreach.Content.Pages.PageBlock.Paragraph>().Single().Runs[0].Text);
        Assert.Equal(GlobalWords.Value(GlobalWord.Human), Assert.Single(chosen.Replies[0].Options).Value);
    }

    [Theory]
    [InlineData("ti", "am en ar", "am")]
    [InlineData("so", "en ar sw", "en")]
    [InlineData("ps", "fa en ar", "fa")]
    [InlineData("ckb", "ar fa en", "ar")]
    [InlineData("ha", "en fr ar", "en")]
    [InlineData("bn", "en ar", "en")]
    [InlineData("ur", "en ar fa", "ar")]
    [InlineData("tr", "en ar fr", "en")]
    public void A_card_offers_what_its_speakers_may_know_first_and_every_other_language_of_ours(string tag, string first, string laidOutAs)
    {
        var turn = DialogEngine.Step(TestBook.Real, ConversationState.New with { Mode = new Mode.Choosing(ChoosingWhat.Language, Mode.Home.Instance), Place = "de" }, new Input.Choice(tag), Now);

        Assert.Null(turn.State.Language);
        var reply = Assert.Single(turn.Replies);
        Assert.Equal(first.Split(' '), reply.Options.Take(first.Split(' ').Length).Select(o => o.Value));
        Assert.Equal(Locale.All.Select(l => l.Tag).Order(), reply.Options.Select(o => o.Value).Order());
        Assert.Equal(laidOutAs, reply.Language.Tag);
        Assert.Contains(reply.Blocks, b => b is Outreach.Content.Pages.PageBlock.Call);
    }

    [Theory]
    [InlineData("a draft says so", false, 1)]
    [InlineData("a card that a speaker has read does not", true, 0)]
    public void A_card_says_in_its_own_language_whether_a_speaker_has_read_it(string why, bool reviewed, int times)
    {
        var card = TestBook.Real.Ring.ByTag("so")! with { Reviewed = reviewed };
        var book = TestBook.Real with { Ring = new SecondRing([card]) };
        var turn = DialogEngine.Step(book, ConversationState.New with { Mode = new Mode.Choosing(ChoosingWhat.Language, Mode.Home.Instance), Place = "de" }, new Input.Choice("so"), Now);
        Assert.True(Assert.Single(turn.Replies).Blocks.Count(b => b is Outreach.Content.Pages.PageBlock.Paragraph { Runs: [var run] } && run.Text == card.Unchecked) == times, why);
    }

    [Theory]
    [InlineData("no text", "danger: \"x\"\n", "", 2090)]
    [InlineData("an offer of a language we do not speak", "[en]", "[de]", 2093)]
    [InlineData("nothing to offer", "[en]", "[]", 2090)]
    [InlineData("a key that is none", "free:", "frei:", 2112)]
    public void A_card_is_read_strictly(string what, string old, string instead, int code)
    {
        const string Card = "tag: xx\nname: Xx\nstatus: draft\noffer: [en]\nwords: [xx]\ndanger: \"x\"\nfree: \"y\"\nchoose: \"z\"\nunchecked: \"d\"\n";
        Assert.True(RingCard.Read(Card, "xx.yaml").Ok);
        Assert.True(RingCard.Read(Card.Replace(old, instead), "xx.yaml").Problems.Any(p => p.Code == code), what);
    }
}
