using System.Text;
using Microsoft.Win32.SafeHandles;
using Outreach.Tui.Text;

namespace Outreach.Tui.Runtime;

/// <summary>
/// Line mode: prints lines, reads lines, never moves the cursor. For screen readers, pipes and terminals that can do no more.
/// Text goes out as it was written; who reads it brings the order.
/// </summary>
public sealed class PlainTerminal(TextReader input, TextWriter output) : IDisposable
{
    /// <summary>The line mode of standard input and output.</summary>
    public static PlainTerminal OfProcess()
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new PlainTerminal(
            new StreamReader(Descriptor(0, FileAccess.Read), encoding),
            new StreamWriter(Descriptor(1, FileAccess.Write), encoding) { AutoFlush = true, NewLine = "\n" });
    }

    /// <summary>Prints a text; control characters in it are dropped.</summary>
    public void Say(string text = "") => output.WriteLine(Sanitizer.Clean(text));

    /// <summary>Prints choices with their numbers, from 1.</summary>
    public void List(IEnumerable<string> choices)
    {
        foreach (var (index, choice) in choices.Index()) output.WriteLine($"{index + 1}. {Sanitizer.Line(choice)}");
    }

    /// <summary>Prints a prompt and reads a line; null when the input has ended.</summary>
    public string? Ask(string prompt = ">")
    {
        output.Write(Sanitizer.Line(prompt) + " ");
        output.Flush();
        return input.ReadLine() is { } line ? Sanitizer.Line(line).Trim() : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        output.Flush();
        input.Dispose();
        output.Dispose();
    }

    private static FileStream Descriptor(int number, FileAccess access) =>
        new(new SafeFileHandle(number, ownsHandle: false), access, bufferSize: 0);
}
