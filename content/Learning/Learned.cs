using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Packages;

namespace Outreach.Content.Learning;

/// <summary>What the files of everything that is learned have in common.</summary>
internal static class Learned
{
    /// <summary>What ties weights to what they were learned from: SHA-256 over names and texts of the files in these folders.</summary>
    public static string HashOf(ContentFiles files, params ReadOnlySpan<string> folders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var folder in folders)
            foreach (var file in files.Under(folder))
                hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.Text.ReplaceLineEndings("\n")}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A table of weights as it is written; empty when it is none.</summary>
    public static byte[] Table(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : [];
    }

    /// <summary>A number as it is written; not a number when it is none.</summary>
    public static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
