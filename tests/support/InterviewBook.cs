namespace Outreach.Tests.Support;

/// <summary>The real book with the six-step interview of tests/bench laid over a copy of it; the interview is in no book that people are served.</summary>
public static class InterviewBook
{
    /// <summary>The id of the interview's dialog.</summary>
    public const string Dialog = "interview";

    /// <summary>What is said, and words of the reply to it; the loader (tests/bench/peers/turnload.c) plays the same.</summary>
    public static readonly (string Says, string Hears)[] Steps =
    [
        ("hi", "Which language"),
        ("English", "your name"),
        ("Ada", "Where are you"),
        ("Catania", "What do you need"),
        ("Health", "How many people"),
        ("3", "reach you"),
        ("391234567", "Summary: English|Ada|Catania|Health|3|391234567"),
    ];

    /// <summary>Writes the book into a folder and returns where it is.</summary>
    public static string Write(string folder)
    {
        var book = Path.Combine(folder, "book");
        Folders.Copy(Repository.At("content", "book"), book);
        Folders.Copy(Repository.At("tests", "bench", "dialogs"), Path.Combine(book, "dialogs"));
        return book;
    }
}
