using System.Collections.Concurrent;
using System.Text.Json;

namespace Outreach.Bench.Kestrel;

/// <summary>The six steps. State goes through JSON every turn, as a store would need it.</summary>
internal sealed class Interview
{
    private static readonly (string Question, string[] Choices)[] Steps =
    [
        ("Which language? (1) English, (2) Français, or (3) العربية", ["English", "Français", "العربية"]),
        ("What is your name?", []),
        ("Where are you now?", []),
        ("What do you need? (1) Shelter, (2) Health, or (3) Legal help", ["Shelter", "Health", "Legal help"]),
        ("How many people are with you?", []),
        ("How can we reach you?", []),
    ];

    private readonly ConcurrentDictionary<string, byte[]> _store = new(StringComparer.Ordinal);

    /// <summary>The reply to what was said in a conversation.</summary>
    public string Take(string conversation, string text)
    {
        var state = _store.TryGetValue(conversation, out var stored) ? JsonSerializer.Deserialize(stored, PeerJson.Default.InterviewState)! : new InterviewState();
        var reply = Step(ref state, text);
        _store[conversation] = JsonSerializer.SerializeToUtf8Bytes(state, PeerJson.Default.InterviewState);
        return reply;
    }

    private static string Step(ref InterviewState state, string text)
    {
        if (state.Step >= 0)
        {
            var choices = Steps[state.Step].Choices;
            var answer = choices.Length == 0 ? text : Array.Find(choices, c => string.Equals(c, text, StringComparison.OrdinalIgnoreCase));
            if (answer is null)
                return Steps[state.Step].Question;
            state.Values.Add(answer);
        }
        state.Step++;
        if (state.Step < Steps.Length)
            return Steps[state.Step].Question;
        var summary = "Summary: " + string.Join('|', state.Values);
        state = new InterviewState();
        return summary;
    }
}

/// <summary>Where a conversation stands.</summary>
internal sealed class InterviewState
{
    public int Step { get; set; } = -1;

    public List<string> Values { get; set; } = [];
}
