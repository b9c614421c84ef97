using System.Diagnostics;
using Outreach.Content.Dialogs;

namespace Outreach.Tests.Support;

/// <summary>An effect as one readable line of a transcript.</summary>
public static class EffectLine
{
    /// <summary>The line, without the mark in front.</summary>
    public static string Of(Effect effect) => ReplyLine.Masked(effect switch
    {
        Effect.Submit(var s) => $"submit {s.Dialog} {{{string.Join(", ", s.Answers.Select(a => $"{a.Key}: {a.Value}"))}}}{(s.Child ? " child" : "")}{(s.SaysAdult ? " says adult" : "")}{(s.Consent.Helper is { } helper ? $" helped by {helper}" : "")}{(s.CallLanguage is { } call ? $" call in {call}" : "")}{(s.ReturnLocked ? " locked" : "")}",
        Effect.Alert(var kind, var place, var language, _) => $"alert {kind} in {place ?? "?"}, {language.Tag}",
        Effect.TellStaff(var reference, var text, _) => $"tell staff about {reference}: {text}",
        Effect.Withdraw(var references) => $"withdraw {references.Length}",
        Effect.LockReturn(var references) => $"lock return in {references.Length}",
        Effect.NoteUnanswered => "note unanswered question",
        Effect.NoteHelped(var page, var language, var place, var helped) => $"note that {page} {(helped ? "helped" : "did not help")} in {place ?? "?"}, {language.Tag}",
        Effect.LookUp => "look up a reference",
        Effect.IssueCode => "make a continue code",
        Effect.Resume => "continue by code",
        _ => throw new UnreachableException(),
    });
}
