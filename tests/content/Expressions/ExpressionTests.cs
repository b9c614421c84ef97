using Outreach.Content.Dialogs.Expressions;

namespace Outreach.Content.Tests.Expressions;

public class ExpressionTests
{
    [Theory]
    [InlineData("multiplication binds before addition", "1 + 2 * 3", "7")]
    [InlineData("operators of one kind go from the left", "10 - 4 - 3", "3")]
    [InlineData("and binds before or", "true() or true() and false()", "true")]
    [InlineData("comparison binds before equality", "1 < 2 = true()", "true")]
    [InlineData("unary minus binds before multiplication", "-2 * -3", "6")]
    [InlineData("minus signs add up", "- - -2", "-2")]
    [InlineData("a minus beside a reference is a minus", "${age}-1", "33")]
    [InlineData("a word operator needs no space after a reference", "${age}div 2", "17")]
    [InlineData("white space and lines do not matter", "\n ${age}\t+\r\n1 ", "35")]
    [InlineData("a quote may stand in the other quotes", "concat(\"it's\", ' \"so\"')", "it's \"so\"")]
    [InlineData("an unanswered question is the empty text", "${nothing} = ''", "true")]
    [InlineData("an unanswered question is neither below nor above a number", "${nothing} < 5 or ${nothing} > 5", "false")]
    [InlineData("an unanswered question is not true", "if(${nothing}, 'a', 'b')", "b")]
    [InlineData("an answer compares as a number with a number", "${age} = 34.0", "true")]
    [InlineData("an answer compares as a text with a text", "${age} = '34.0'", "false")]
    [InlineData("an answer that is a date compares with a date", "${born} < today()", "true")]
    [InlineData("a child is found among all children", "${years} = 9", "true")]
    [InlineData("some child is not nine", "${years} != 9", "true")]
    [InlineData("no child is no true", "boolean(${nobody})", "false")]
    [InlineData("no children have no years", "sum(${nobody})", "0")]
    [InlineData("no child equals nothing, not even itself", "${nobody} = ${nobody} or ${nobody} != ${nobody}", "false")]
    [InlineData("beside a boolean, children are first true", "${years} >= true()", "true")]
    [InlineData("numbers never have an exponent", "1 div 100000000", "0.00000001")]
    [InlineData("large numbers neither", "pow(10, 22)", "10000000000000000000000")]
    [InlineData("digits after the point survive", "1.5 div 1000000", "0.0000015")]
    [InlineData("minus zero is zero", "0 * -1", "0")]
    [InlineData("half goes up", "concat(round(2.5), ' ', round(-2.5))", "3 -2")]
    [InlineData("with places, half goes away from zero", "concat(round(2.25, 1), ' ', round(-2.25, 1))", "2.3 -2.3")]
    [InlineData("an emoji is one character", "substring('a👋b', 2, 1)", "👋")]
    [InlineData("translate keeps emojis whole", "translate('👋👍', '👍', 'x')", "👋x")]
    [InlineData("a part from minus infinity on is all", "substring('12345', -1 div 0)", "12345")]
    [InlineData("a pattern matches all of the text", "regex('abc', 'b')", "false")]
    [InlineData("a digit in a pattern is an ASCII digit", @"regex('٣', '\d')", "false")]
    [InlineData("sets in a pattern may hold opposites", @"regex('a b', '[\s\S]+')", "true")]
    [InlineData("if looks only at what it needs", "if(true(), 1, regex(${name}, 'x'))", "1")]
    [InlineData("a date has the person's day", "format-date(today(), '%a %e %b %Y')", "Sat 21 Nov 2026")]
    [InlineData("a moment has the person's offset", "now()", "2026-11-21T14:05:09.250+01:00")]
    [InlineData("an offset is moved to the person's clock", "format-date-time('2026-11-21T23:30:00Z', '%d %H:%M')", "22 00:30")]
    [InlineData("days are whole numbers wherever the person is", "today() + 1", "20779")]
    [InlineData("days become a date again", "date(today() + 40)", "2026-12-31")]
    [InlineData("there is no thirtieth of February", "date('2026-02-30')", "")]
    [InlineData("years of age", "int((today() - ${born}) div 365.25)", "34")]
    [InlineData("one child of the repeat", "indexed-repeat(${years}, ${child}, 1 + 1)", "9")]
    [InlineData("one trip of one child", "indexed-repeat(${city}, ${child}, 1, ${trip}, 2)", "Sfax")]
    [InlineData("there is no child one and a half", "indexed-repeat(${years}, ${child}, 1.5)", "")]
    [InlineData("a bound below zero is none", "checklist(-1, 1, ${age} > 17, ${name} = 'x')", "true")]
    public void Evaluates(string why, string expression, string expected) =>
        Assert.True(expected == Answers.Household.Text(expression), $"{why}: {Answers.Household.Text(expression)}");

    [Fact]
    public void Names_every_question_it_mentions_even_where_it_is_not_evaluated()
    {
        var expression = Answers.Read("if(true(), ${a}, count(${b})) = indexed-repeat(${c}, ${d}, ${a})");
        Assert.Equal(["a", "b", "c", "d"], expression.Names.Order());
        Assert.False(expression.ReadsSelf);
    }

    [Theory]
    [InlineData(". > 1")]
    [InlineData("once(random())")]
    [InlineData("string-length() < 5")]
    public void Says_that_it_looks_at_the_current_answer(string expression) =>
        Assert.True(Answers.Read(expression).ReadsSelf);

    [Fact]
    public void Dot_is_the_current_answer_and_position_the_instance()
    {
        var answers = Answers.Household with { Self = new Value.Text("17"), Position = 3 };
        Assert.Equal("true", answers.Text(". < 18"));
        Assert.Equal("17", answers.Text("once(5)"));
        Assert.Equal("3", answers.Text("position(..)"));
    }

    [Fact]
    public void Chance_stays_the_same_until_the_seed_changes()
    {
        var random = Answers.Read("random()");
        var first = random.AsNumber(Answers.Household);
        Assert.InRange(first, 0, 0.9999999999999999);
        Assert.Equal(first, random.AsNumber(Answers.Household));
        Assert.NotEqual(first, random.AsNumber(Answers.Household with { RandomSeed = "conversation 2" }));
        Assert.Equal("false", Answers.Household.Text("random() = random()"));
    }

    [Fact]
    public void Uuids_have_their_form_and_length()
    {
        Assert.Equal("true", Answers.Household.Text("regex(uuid(), '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}')"));
        Assert.Equal("true", Answers.Household.Text("regex(uuid(40), '[A-Za-z0-9]{40}')"));
        Assert.Equal("255", Answers.Household.Text("string-length(uuid(1 div 0))"));
    }

    [Fact]
    public void Random_numbers_fill_their_range_evenly()
    {
        var random = Answers.Read("random()");
        var tenths = Enumerable.Range(0, 10_000)
            .GroupBy(i => (int)(10 * random.AsNumber(Answers.Household with { RandomSeed = $"seed {i}" })))
            .ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(10, tenths.Count);
        Assert.All(tenths.Values, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void Month_and_day_names_are_those_of_the_source()
    {
        IAnswerSource swahili = new Swahili();
        Assert.Equal("Jmo 21 Nov", Answers.Read("format-date(today(), '%a %d %b')").AsText(swahili));
    }

    [Fact]
    public void Node_sets_are_equal_when_their_texts_are()
    {
        Assert.Equal(new Value.NodeSet(["a", "b"]), new Value.NodeSet(["a", "b"]));
        Assert.NotEqual(new Value.NodeSet(["a", "b"]), new Value.NodeSet(["b", "a"]));
    }

    private sealed class Swahili : IAnswerSource
    {
        public NodaTime.ZonedDateTime Now => Answers.Household.Now;
        public Value Self => Value.Empty;
        public int Position => 1;
        public string RandomSeed => "";
        public Value Get(string name) => Value.Empty;
        public Value Get(string name, System.Collections.Immutable.ImmutableArray<RepeatIndex> instance) => Value.Empty;
        public string ShortDay(NodaTime.IsoDayOfWeek day) => day == NodaTime.IsoDayOfWeek.Saturday ? "Jmo" : "?";
    }
}
