using System.Text;
using System.Text.Json;

namespace Outreach.Tests.Support;

/// <summary>Looks for a value in bytes, however it may have been written.</summary>
public static class Trace
{
    /// <summary>What is left of a short value between its neighbours in base64 is too little to tell anything.</summary>
    private const int LeastBytes = 4;

    /// <summary>True when the value stands there in UTF-8, UTF-16, JSON escapes, base64 or hexadecimal.</summary>
    public static bool Holds(ReadOnlySpan<byte> bytes, string value)
    {
        foreach (var form in Forms(value))
            if (form.Length >= LeastBytes && bytes.IndexOf(form) >= 0)
                return true;
        return false;
    }

    private static IEnumerable<byte[]> Forms(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        yield return utf8;
        yield return Encoding.Unicode.GetBytes(value);
        yield return Encoding.BigEndianUnicode.GetBytes(value);
        yield return Encoding.ASCII.GetBytes(string.Concat(value.Select(c => c < 128 ? $"{c}" : $"\\u{(int)c:x4}")));
        yield return JsonEncodedText.Encode(value).EncodedUtf8Bytes.ToArray();
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(utf8));
        yield return Encoding.ASCII.GetBytes(Uri.EscapeDataString(value));
        foreach (var plain in (byte[][])[utf8, Encoding.Unicode.GetBytes(value)])
            for (var shift = 0; shift < 3; shift++)        // base64 looks different at each place modulo three; its ends depend on the neighbours
                yield return Encoding.ASCII.GetBytes(Convert.ToBase64String([.. new byte[shift], .. plain])[(shift == 0 ? 0 : 4)..^4]);
    }
}
