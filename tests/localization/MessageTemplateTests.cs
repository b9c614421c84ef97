namespace Outreach.Localization.Tests;

public class MessageTemplateTests
{
    [Theory]
    [InlineData("no holes", "Hello.", "Hello.")]
    [InlineData("empty", "", "")]
    [InlineData("a hole", "Hello {name}.", "Hello Amal.")]
    [InlineData("only a hole", "{name}", "Amal")]
    [InlineData("the same hole twice", "{name}, {name}!", "Amal, Amal!")]
    [InlineData("two holes", "{name} {place}", "Amal Tripoli")]
    [InlineData("right to left", "مرحباً {name}، أنت في {place}", "مرحباً Amal، أنت في Tripoli")]
    [InlineData("a hole nobody fills", "Hello {who}.", "Hello ⟦who⟧.")]
    [InlineData("doubled braces", "{{name}}", "{name}")]
    [InlineData("a hole in braces", "{{{name}}}", "{Amal}")]
    [InlineData("an open brace stays", "a { b", "a { b")]
    [InlineData("a closing brace stays", "a } b", "a } b")]
    [InlineData("an unfinished hole stays", "Hello {name", "Hello {name")]
    [InlineData("an empty hole stays", "{}", "{}")]
    [InlineData("a name with a space is none", "{first name}", "{first name}")]
    [InlineData("a name starts with a letter", "{1st}", "{1st}")]
    [InlineData("a value is never a template", "{trap} {name}", "{name} Amal")]
    public void Fills_holes(string why, string template, string expected) => Assert.True(
        MessageTemplate.Parse(template).Format(("name", "Amal"), ("place", "Tripoli"), ("trap", "{name}")) == expected, why);

    [Theory]
    [InlineData("{name}, {place}", "name,place", true)]
    [InlineData("{b}{a}{b}", "a,b", true)]
    [InlineData("{{x}}", "", true)]
    [InlineData("{x", "", false)]
    [InlineData("{x}}", "x", false)]
    [InlineData("{ x }", "", false)]
    public void Knows_its_holes(string template, string holes, bool wellFormed)
    {
        var parsed = MessageTemplate.Parse(template);
        Assert.Equal((holes, wellFormed), (string.Join(',', parsed.Holes), parsed.IsWellFormed));
    }

    [Fact]
    public void Shows_an_argument_without_value_as_missing() => Assert.Equal("⟦name⟧", MessageTemplate.Parse("{name}").Format(("name", null!)));

    [Fact]
    public void Survives_anything()
    {
        var random = new Random(7);
        for (var i = 0; i < 5_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(20)).Select(_ => "{}ab_1 \0ש\uD800"[random.Next(10)])]);
            Assert.NotNull(MessageTemplate.Parse(text).Format(("a", "b")));
            Assert.Equal(text, MessageTemplate.Parse(MessageTemplate.Escape(text)).Format());
        }
    }

    [Fact]
    public void Takes_a_very_long_text() =>
        Assert.Equal(1_000_000, MessageTemplate.Parse(string.Concat(Enumerable.Repeat("{a}", 100_000))).Format(("a", "0123456789")).Length);
}
