using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Transcripts;

/// <summary>Every conversation in tests/testdata/transcripts, on the core. OUTREACH_UPDATE=1 rewrites; review the difference like code.</summary>
public class TranscriptTests
{
    public static TheoryData<string> Names => [.. System.IO.Directory.GetFiles(Repository.At("tests", "testdata", "transcripts"), "*.txt").Order(StringComparer.Ordinal).Select(f => Path.GetFileNameWithoutExtension(f)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_as_written(string name)
    {
        var path = Repository.At("tests", "testdata", "transcripts", $"{name}.txt");
        var transcript = Transcript.Read(path);
        var played = await transcript.Play(new CoreHost(TestBook.Real, transcript));
        if (Repository.Update)
            await File.WriteAllTextAsync(path, played);
        Assert.Equal(await File.ReadAllTextAsync(path), played);
    }
}
