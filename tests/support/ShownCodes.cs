namespace Outreach.Tests.Support;

/// <summary>The continue codes a person was shown: the last one works, the one before it is used up.</summary>
public sealed class ShownCodes
{
    private string _last = "";
    private string _before = "";

    /// <summary>Looks for a code in what was shown.</summary>
    public void Saw(string text)
    {
        if (ReplyLine.CodeIn(text) is { } code && code != _last)
            (_before, _last) = (_last, code);
    }

    /// <summary>The code a line of a transcript writes; null when it writes something else.</summary>
    public string? Typed(string input) => input switch
    {
        "(the code)" => _last,
        "(the old code)" => _before,
        _ => null,
    };
}
