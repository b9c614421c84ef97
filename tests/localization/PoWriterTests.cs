namespace Outreach.Localization.Tests;

public class PoWriterTests
{
    [Fact]
    public void Writes_what_a_translator_expects() => Assert.Equal(
        """
        msgid ""
        msgstr ""
        "Project-Id-Version: Outreach\n"
        "Report-Msgid-Bugs-To: CONTRIBUTING.md\n"
        "PO-Revision-Date: 2026-11-21 00:00+0000\n"
        "Last-Translator: Outreach translators\n"
        "Language-Team: Ukrainian\n"
        "Language: uk\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        "Plural-Forms: nplurals=3; plural=(n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2);\n"
        "X-Outreach-Review: draft\n"

        # a note of the translator
        #. {name} is a place
        #, fuzzy, python-brace-format
        #| msgid "You were in {name}."
        msgctxt "here"
        msgid "You are in {name}."
        msgstr ""
        "Ви в місті {name}.\n"
        "Це довге речення, яке не вміщується на одному рядку, тому воно переноситься "
        "на наступний."

        """,
        PoWriter.Write(PoFile.Empty(Locale.Ukrainian) with
        {
            Entries =
            [
                PoEntry.OfEnglish("here", "You are in {name}.") with
                {
                    Translations = ["Ви в місті {name}.\nЦе довге речення, яке не вміщується на одному рядку, тому воно переноситься на наступний."],
                    Flags = ["fuzzy", "python-brace-format"],
                    Comments = ["a note of the translator"],
                    Notes = ["{name} is a place"],
                    PreviousEnglish = "You were in {name}.",
                },
            ],
        }));

    [Fact]
    public void What_it_wrote_reads_back_equal()
    {
        var random = new Random(3);
        for (var i = 0; i < 1_000; i++)
        {
            var file = Samples.Random(random, Locale.All[i % Locale.All.Length]);
            var text = PoWriter.Write(file);
            var read = PoReader.Read(text, "x");
            Assert.True(read.Ok, $"{string.Join('\n', read.Problems)}\n{text}");
            Assert.Equal(file.Entries.ToArray(), read.Value.Entries.ToArray());
            Assert.True(file == read.Value, $"{PoWriter.Write(read.Value)}\n---\n{text}");
            Assert.Equal(text, PoWriter.Write(read.Value));
        }
    }

    [Fact]
    public void Fills_in_a_header_that_is_missing() =>
        Assert.Equal(PoFile.Template([]), PoReader.Read(PoWriter.Write(new PoFile()), "x").Value);

    [Fact]
    public void Leaves_a_whole_file_behind()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("app.sw.po", "old");
        PoWriter.WriteFile(Samples.Translation(Locale.Swahili), path);
        Assert.Equal(Samples.Translation(Locale.Swahili), PoReader.ReadFile(path).Value);
        Assert.Equal(path, Assert.Single(Directory.GetFiles(folder.Path)));
    }
}
