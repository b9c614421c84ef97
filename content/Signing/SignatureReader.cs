using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Outreach.Content.Packages;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Signing;

/// <summary>Reads and writes <c>signatures/*.yaml</c>.</summary>
public static class SignatureReader
{
    /// <summary>The folder of signatures, below the content.</summary>
    public const string Folder = "signatures";

    /// <summary>The file that new signatures are added to.</summary>
    public const string NewFile = "signed.yaml";

    private const int LongestName = 80;

    private static readonly (string Word, SignerRole Role)[] Roles =
        [("protection-reviewer", SignerRole.ProtectionReviewer), ("data-protection-reviewer", SignerRole.DataProtectionReviewer)];

    /// <summary>How a role is written.</summary>
    public static string Word(SignerRole role) => Roles.Single(r => r.Role == role).Word;

    /// <summary>The role of a word; null when there is none.</summary>
    public static SignerRole? RoleOf(string word) => Roles.Where(r => r.Word == word).Select(r => (SignerRole?)r.Role).FirstOrDefault();

    /// <summary>All signatures of the files.</summary>
    public static Result<ImmutableArray<Signature>> Read(IEnumerable<NamedText> files)
    {
        var problems = new List<Problem>();
        var all = ImmutableArray.CreateBuilder<Signature>();
        foreach (var (name, text) in files)
            foreach (var fields in YamlFields.ListOf(text, $"{Folder}/{name}", problems))
                all.Add(One(fields, problems));
        return problems.Count > 0 ? problems.ToImmutableArray() : all.ToImmutable();
    }

    /// <summary>The lines of one signature, to be added at the end of a file.</summary>
    public static string Lines(Signature signature) => string.Create(CultureInfo.InvariantCulture, $"""
        - signs: {signature.Signs}
          name: {Quoted(signature.Name)}
          role: {Word(signature.Role)}
          date: {signature.Date:yyyy-MM-dd}
          sha256: {signature.Hash}

        """).ReplaceLineEndings("\n");

    /// <summary>True for a name that can stand in a signature.</summary>
    public static bool IsName(string name) => name.Trim().Length is > 1 and <= LongestName && !name.Any(char.IsControl);

    private static Signature One(YamlFields fields, List<Problem> problems)
    {
        var signature = new Signature(fields.Text("signs"), fields.Text("name", LongestName), fields.OneOf("role", Roles), fields.Date("date"), fields.Text("sha256"));
        if (signature.Hash is { Length: > 0 } hash && (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)))
            problems.Add(SigningProblems.NoHash(fields.WhereOf("sha256")));
        fields.End();
        return signature;
    }

    private static string Quoted(string name) => new StringBuilder(name.Trim()).Replace("\\", "\\\\").Replace("\"", "\\\"").Insert(0, '"').Append('"').ToString();
}
