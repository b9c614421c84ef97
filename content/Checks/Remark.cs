using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>How bad it is.</summary>
public enum Severity
{
    /// <summary>Somebody should look at it.</summary>
    Warning,

    /// <summary>It must not go out.</summary>
    Error,
}

/// <summary>What a check has to say about the content.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Problem">What, where, and what to do.</param>
public sealed record Remark(Severity Severity, Problem Problem)
{
    /// <summary>Must not go out.</summary>
    public static Remark Error(Problem problem) => new(Severity.Error, problem);

    /// <summary>Should be looked at.</summary>
    public static Remark Warning(Problem problem) => new(Severity.Warning, problem);

    /// <inheritdoc/>
    public override string ToString() => $"{(Severity == Severity.Error ? "error" : "warning")} {Problem}";
}
