namespace Outreach.Tui.Runtime;

/// <summary>A key, what it does in a word, and the message it sends: one value, so that the help line cannot lie.</summary>
public sealed record Binding<TMsg>(Key Key, string Help, TMsg Message)
    where TMsg : class;

/// <summary>Looking up and showing bindings.</summary>
public static class Bindings
{
    /// <summary>The message of the first binding for a key, or null.</summary>
    public static TMsg? Find<TMsg>(this IEnumerable<Binding<TMsg>> bindings, InputEvent input)
        where TMsg : class =>
        input.Key is { } key ? bindings.FirstOrDefault(binding => binding.Key == key)?.Message : null;

    /// <summary>The help line: <c>Enter open   c claim</c>. Bindings without help are left out.</summary>
    /// <param name="bindings">What can be pressed now.</param>
    /// <param name="localize">Turns a help word into the language of the screen.</param>
    public static string HelpLine<TMsg>(this IEnumerable<Binding<TMsg>> bindings, Func<string, string>? localize = null)
        where TMsg : class =>
        string.Join("   ", bindings.Where(binding => binding.Help.Length > 0)
            .Select(binding => $"{binding.Key.Label} {(localize is null ? binding.Help : localize(binding.Help))}"));
}
