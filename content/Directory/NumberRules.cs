using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Outreach.Content.Directory;

/// <summary>
/// What can be dialled in a country: its own short numbers, its numbers with the prefix for calls inside the country, and numbers
/// of any country with "+". A digit too few is the error a person in danger cannot find.
/// </summary>
public static class NumberRules
{
    /// <summary>
    /// National numbers as dialled inside the country, without spaces: lengths and first digits of the numbering plans. A country that
    /// is not here takes any two to twelve digits.
    /// </summary>
    private static readonly FrozenDictionary<string, Regex> Inside = new Dictionary<string, string>
    {
        // Services of three digits, words sent to five or six, and ten digits with an area code that begins with 2 to 9.
        ["us"] = "[2-9](11|88)|[0-9]{5,6}|1?[2-9][0-9]{2}[2-9][0-9]{6}",
        ["ca"] = "[2-9](11|88)|[0-9]{5,6}|1?[2-9][0-9]{2}[2-9][0-9]{6}",
        ["au"] = "000|106|112|13[0-9]{4}|1[38]00[0-9]{6}|0[2-478][0-9]{8}",
        ["gb"] = "999|112|10[15]|11[19]|116[0-9]{3}|[6-8][0-9]{4}|0800[0-9]{6,7}|0800 ?1111|0[1-35789][0-9]{8,9}",
        ["de"] = "11[0-9]|116[0-9]{3}|0[1-9][0-9]{4,12}",
        ["bg"] = "112|1[0-9]{2}|116[0-9]{3}|0[2-9][0-9]{6,8}",
        // The zero of a landline is part of the number here, also behind +39.
        ["it"] = "11[0-9]|1[0-9]{3}|116[0-9]{3}|19[0-9]{3}|80[03][0-9]{3,6}|0[1-9][0-9]{4,9}|3[0-9]{8,9}",
        ["ly"] = "1[0-9]{2,3}|0[2-9][0-9]{7,8}",
        ["ye"] = "1[0-9]{2}|0?[1-7][0-9]{6}|0?7[0-9]{8}",
        ["iq"] = "1[0-9]{2}|911|800[0-9]{4,6}|0[1-9][0-9]{6,9}",
        ["tr"] = "1[0-9]{2}|444[0-9]{4}|0?[2-5][0-9]{9}|0?8[0-9]{9}",
    }.ToFrozenDictionary(p => p.Key, p => new Regex($"^({p.Value})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Compiled, TimeSpan.FromSeconds(1)));

    /// <summary>What is behind the calling code, where we know the plan: digits of the national number.</summary>
    private static readonly FrozenDictionary<string, (int Fewest, int Most)> Behind = new Dictionary<string, (int, int)>
    {
        ["1"] = (10, 10),
        ["61"] = (9, 9),
        ["44"] = (9, 10),
        ["49"] = (5, 13),
        ["359"] = (7, 9),
        ["39"] = (6, 11),
        ["218"] = (8, 9),
        ["967"] = (7, 9),
        ["964"] = (8, 10),
        ["90"] = (10, 10),
        ["33"] = (9, 9),
        ["43"] = (4, 13),
        ["41"] = (9, 9),
    }.ToFrozenDictionary();

    /// <summary>True when a phone in the place gets through with the number as it is written.</summary>
    /// <param name="place">"de"; anything else is a country without a plan of ours.</param>
    /// <param name="number">"+49 30 19240", "0800 1110111", "112".</param>
    /// <param name="callingCodes">Every calling code there is.</param>
    public static bool CanBeDialled(string place, string number, IReadOnlySet<string> callingCodes)
    {
        var digits = new string([.. number.Where(char.IsAsciiDigit)]);
        if (number.StartsWith('+'))
            return International(digits, callingCodes);
        return Inside.TryGetValue(place, out var plan) ? plan.IsMatch(digits) : digits.Length is >= 2 and <= 12;
    }

    private static bool International(string digits, IReadOnlySet<string> callingCodes)
    {
        var code = Enumerable.Range(1, Math.Min(4, digits.Length)).Select(n => digits[..n]).LastOrDefault(callingCodes.Contains);
        if (code is null || digits.Length > 15)
            return false;
        var (fewest, most) = Behind.TryGetValue(code, out var known) ? known : (4, 14);
        return digits.Length - code.Length is var rest && rest >= fewest && rest <= most && (code is "39" || digits[code.Length] != '0');
    }
}
