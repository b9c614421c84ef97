using System.Diagnostics;
using System.Text.Json;
using Outreach.Content.Checks;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Checks;

/// <summary>What a text costs as SMS.</summary>
public class SmsSegmentsTests
{
    [Theory]
    [InlineData("an empty text is one message", "", 0, false, 0, 1)]
    [InlineData("160 letters fit", "a", 160, false, 160, 1)]
    [InlineData("one more makes two", "a", 161, false, 161, 2)]
    [InlineData("two parts have 153 letters each", "a", 306, false, 306, 2)]
    [InlineData("and one more makes three", "a", 307, false, 307, 3)]
    [InlineData("the sign for euro takes two places", "€", 80, false, 160, 1)]
    [InlineData("and is not divided: 76 of them in 153 places", "€", 153, false, 306, 3)]
    [InlineData("70 Arabic letters fit", "م", 70, true, 70, 1)]
    [InlineData("one more makes two", "م", 71, true, 71, 2)]
    [InlineData("two parts have 67 letters each", "م", 134, true, 134, 2)]
    [InlineData("and one more makes three", "م", 135, true, 135, 3)]
    [InlineData("ç is not in the alphabet, Ç is", "ç", 71, true, 71, 2)]
    [InlineData("an emoji takes two places and is not divided", "😀", 67, true, 134, 3)]
    public void Counts_parts(string what, string letter, int times, bool unicode, int units, int parts)
    {
        var size = SmsSegments.Of(string.Concat(Enumerable.Repeat(letter, times)));
        Assert.True(size == new SmsSize(unicode, units, parts), $"{what}: {size}");
    }

    [Fact]
    public void One_Arabic_letter_makes_a_cheap_text_dear() =>
        Assert.Equal((2, 5), (SmsSegments.Of(new string('a', 300)).Parts, SmsSegments.Of(new string('a', 299) + "م").Parts));

    /// <summary>Every card in every language as the calculator of a provider counts it.</summary>
    [Fact]
    public void Agrees_with_sms_segments_calculator_on_every_card_we_have()
    {
        var folder = Repository.At("tests", "content", "oracle");
        Assert.True(System.IO.Directory.Exists(Path.Combine(folder, "node_modules", "sms-segments-calculator")), "The oracle is not installed: run `npm ci` in tests/content/oracle (test.sh does).");
        string[] texts = [.. TestBook.Real.Library.All.SelectMany(p => p.Cards).Select(ChannelChecks.Message), .. new[] { "€", "😀", "👩‍👩‍👧", "é", "ት", "a\u0301", "{}" }.SelectMany(t => Enumerable.Range(60, 110).Select(n => string.Concat(Enumerable.Repeat(t, n))))];
        var theirs = Ask(folder, texts);
        var wrong = texts.Zip(theirs, (text, parts) => (text, ours: SmsSegments.Of(text).Parts, parts)).Where(t => t.ours != t.parts).ToList();
        Assert.True(texts.Length > 2500 && wrong.Count == 0, $"{wrong.Count} of {texts.Length} differ: {string.Join('\n', wrong.Take(3))}");
    }

    private static int[] Ask(string folder, string[] texts)
    {
        var start = new ProcessStartInfo("node", ["sms.mjs"]) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        var answer = node.StandardOutput.ReadToEndAsync();
        using (node.StandardInput)
            node.StandardInput.Write(JsonSerializer.Serialize(texts));
        return JsonSerializer.Deserialize<int[]>(answer.GetAwaiter().GetResult())!;
    }
}
