using System.Globalization;
using Outreach.Localization;

namespace Outreach.Content.Signing;

/// <summary>Why a text counts as unsigned (2450 to 2469). Every message says what to do.</summary>
public static class SigningProblems
{
    /// <summary>No signature.</summary>
    public static Problem Unsigned(Signable text) => new(2450, $"{text.Id}: nobody has signed it; {How(text)}", text.File);

    /// <summary>The text is another one now.</summary>
    public static Problem Changed(Signable text, Signature last) =>
        new(2451, $"{text.Id}: was changed after {last.Name} signed it on {Day(last.Date)}; {How(text)}", text.File);

    /// <summary>Signed by somebody whose judgement it does not need.</summary>
    public static Problem OtherRole(Signable text, Signature last) =>
        new(2452, $"{text.Id}: {last.Name} signed it as {SignatureReader.Word(last.Role)}; {How(text)}", text.File);

    /// <summary>Signed on a day to come.</summary>
    public static Problem InFuture(Signable text, Signature last) =>
        new(2453, $"{text.Id}: the day on which {last.Name} signed it, {Day(last.Date)}, has not come yet; correct the date", text.File);

    /// <summary>Not a hash.</summary>
    public static Problem NoHash(string where) => new(2454, "'sha256' must have 64 characters 0-9 and a-f; 'outreach golive sign' writes it", where);

    /// <summary>A signature under nothing.</summary>
    public static Problem NoSuchText(Signature signature) =>
        new(2455, $"'{signature.Signs}', signed by {signature.Name}, is no text that is signed; remove the entry or correct its name", SignatureReader.Folder);

    private static string How(Signable text) =>
        $"a {SignatureReader.Word(text.Role).Replace('-', ' ')} reads it and runs: outreach golive sign {text.Id} --name NAME --role {SignatureReader.Word(text.Role)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
