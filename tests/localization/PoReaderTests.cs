namespace Outreach.Localization.Tests;

public class PoReaderTests
{
    private const string Header = "msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n";

    [Fact]
    public void Reads_everything_a_message_can_have()
    {
        var read = PoReader.Read(Header + """
            # by Amina
            #. said at the end
            #: dialogs/intake.yaml
            #, fuzzy, python-brace-format
            #| msgid "{count} old "
            #| "page"
            #| msgid_plural "{count} old pages"
            msgctxt "pages"
            msgid ""
            "{count} "
            "page"
            msgid_plural "{count} pages"
            msgstr[0] "a\tb\"c\\\n\x41\101"
            msgstr[1] ""
            "deux\n"
            "pages"
            msgstr[2] "c"
            """, "app.fr.po");
        var entry = Assert.Single(Value(read).Entries);
        Assert.Equal(
            new PoEntry
            {
                Key = "pages",
                English = "{count} page",
                EnglishPlural = "{count} pages",
                Translations = ["a\tb\"c\\\nAA", "deux\npages", "c"],
                Flags = ["fuzzy", "python-brace-format"],
                Comments = ["by Amina"],
                Notes = ["said at the end"],
                References = ["dialogs/intake.yaml"],
                PreviousEnglish = "{count} old page",
                PreviousEnglishPlural = "{count} old pages",
            },
            entry);
        Assert.Equal("app.fr.po:13", entry.Where);
    }

    [Theory]
    [InlineData("a byte order mark", "\uFEFF" + Header + "msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"B\"\n")]
    [InlineData("lines of another system", "msgid \"\"\r\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\r\n\r\nmsgctxt \"a\"\r\nmsgid \"A\"\r\nmsgstr \"B\"\r\n")]
    [InlineData("no empty lines", "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\nmsgctxt \"a\"\nmsgid \"A\"\nmsgstr \"B\"")]
    [InlineData("indented", Header + "  msgctxt \"a\"\n\tmsgid   \"A\"\n  msgstr\t\"B\"  \n")]
    [InlineData("obsolete messages are dropped", Header + "#~ msgctxt \"x\"\n#~ msgid \"X\"\n#~ msgstr \"Y\"\n\nmsgctxt \"a\"\nmsgid \"A\"\nmsgstr \"B\"\n#~| msgid \"q\"\n")]
    [InlineData("comments at the end", Header + "msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"B\"\n\n# the end\n")]
    public void Takes(string why, string text)
    {
        var entries = Value(PoReader.Read(text, "app.fr.po")).Entries;
        Assert.True(entries is [{ Key: "a", English: "A", Translations: ["B"] }], why);
    }

    [Theory]
    [InlineData("no header", "msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"B\"", "1: 1006")]
    [InlineData("an empty file", "", "1: 1006")]
    [InlineData("another charset", "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-6\\n\"", "1: 1006")]
    [InlineData("a second header", Header + "msgid \"\"\nmsgstr \"\"", "6: 1006")]
    [InlineData("a word that is no keyword", Header + "msgfoo \"a\"", "6: 1001")]
    [InlineData("markup", Header + "<html>", "6: 1001")]
    [InlineData("a string before any keyword", Header + "# a\n\"b\"", "7: 1003")]
    [InlineData("no closing quote", Header + "msgctxt \"a\nmsgid \"A\"\nmsgstr \"\"", "6: 1002")]
    [InlineData("no quotes", Header + "msgctxt a\nmsgid \"A\"\nmsgstr \"\"", "6: 1002")]
    [InlineData("text after the string", Header + "msgctxt \"a\" b\nmsgid \"A\"\nmsgstr \"\"", "6: 1002")]
    [InlineData("an unknown escape", Header + "msgctxt \"a\"\nmsgid \"\\q\"\nmsgstr \"\"", "7: 1002")]
    [InlineData("a byte that is no character", Header + "msgctxt \"a\"\nmsgid \"\\xFF\"\nmsgstr \"\"", "7: 1002")]
    [InlineData("a backslash at the end", Header + "msgctxt \"a\"\nmsgid \"A\\\"\nmsgstr \"\"", "7: 1002")]
    [InlineData("no key", Header + "msgid \"A\"\nmsgstr \"B\"", "6: 1003")]
    [InlineData("no English", Header + "msgctxt \"a\"\nmsgid \"\"\nmsgstr \"B\"", "6: 1003")]
    [InlineData("no translation", Header + "msgctxt \"a\"\nmsgid \"A\"", "6: 1003")]
    [InlineData("a translation before the English", Header + "msgctxt \"a\"\nmsgstr \"A\"\nmsgid \"B\"", "7: 1003")]
    [InlineData("two translations", Header + "msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"B\"\nmsgstr \"C\"", "9: 1003")]
    [InlineData("two texts in English", Header + "msgctxt \"a\"\nmsgid \"A\"\nmsgid \"B\"\nmsgstr \"C\"", "8: 1003")]
    [InlineData("forms without plural", Header + "msgctxt \"a\"\nmsgid \"A\"\nmsgstr[0] \"B\"", "8: 1003")]
    [InlineData("plural without forms", Header + "msgctxt \"a\"\nmsgid \"A\"\nmsgid_plural \"B\"\nmsgstr \"B\"", "9: 1003")]
    [InlineData("forms out of order", Header + "msgctxt \"a\"\nmsgid \"A\"\nmsgid_plural \"B\"\nmsgstr[1] \"B\"", "9: 1003")]
    [InlineData("a form number that is none", Header + "msgctxt \"a\"\nmsgid \"A\"\nmsgid_plural \"B\"\nmsgstr[999999999999] \"B\"", "9: 1003")]
    [InlineData("the same key twice", Header + "msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"\"\n\nmsgctxt \"a\"\nmsgid \"B\"\nmsgstr \"\"", "10: 1004")]
    public void Refuses_with_file_and_line(string why, string text, string expected)
    {
        var problems = PoReader.Read(text, "app.fr.po").Problems;
        Assert.True(problems.Any(p => p.ToString().StartsWith($"app.fr.po:{expected}: ", StringComparison.Ordinal)), $"{why}: {string.Join(" / ", problems)}");
    }

    [Fact]
    public void Reports_everything_at_once() =>
        Assert.Equal([7, 11], PoReader.Read(Header + "msgctxt \"a\"\nmsgid A\nmsgstr \"\"\n\nmsgctxt \"b\"\nmsgid B\nmsgstr \"\"\n", "x").Problems
            .Select(p => int.Parse(p.Where.Split(':')[1])));

    [Fact]
    public void Stops_after_many_problems()
    {
        var problems = PoReader.Read(string.Concat(Enumerable.Repeat("?\n", 100_000)), "x").Problems;
        Assert.Equal((PoReader.MaxProblems + 1, 1010), (problems.Length, problems[^1].Code));
    }

    [Fact]
    public void Refuses_a_file_that_is_not_UTF8_or_not_there()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "app.fr.po");
        Assert.Equal(1005, Assert.Single(PoReader.ReadFile(path).Problems).Code);
        File.WriteAllBytes(path, [.. "msgid \""u8, 0xE9, .. "\"\n"u8]);
        Assert.Equal(1005, Assert.Single(PoReader.ReadFile(path).Problems).Code);
    }

    [Fact]
    public void Survives_anything()
    {
        string[] lines = ["msgctxt \"a\"", "msgid \"\"", "msgid \"b\"", "msgid_plural \"c\"", "msgstr \"d\"", "msgstr[0] \"e\"", "msgstr[1] \"\\\"", "\"f\"", "#| msgid \"g\"", "#| \"h\"", "#, fuzzy", "#", "#~ x", "", "\\", "\"", "msgstr["];
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Join('\n', Enumerable.Range(0, random.Next(12)).Select(_ => lines[random.Next(lines.Length)]));
            var read = PoReader.Read(Header + text, "x");
            Assert.True(read.Ok != !read.Problems.IsEmpty, text);
        }
    }

    private static PoFile Value(Result<PoFile> read)
    {
        Assert.True(read.Ok, string.Join('\n', read.Problems));
        return read.Value;
    }
}
