using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>
/// The gate before the first stored answer: who we are, what is kept, who receives it, how long, the limit of confidentiality,
/// and a yes or no (practice 5.1, gate G2). "No" leaves nothing behind.
/// </summary>
internal static class ConsentGate
{
    private const string Yes = "yes";
    private const string No = "no";

    private static readonly string[] HelperParts = ["helper.consent", "helper.consent.question", "helper.yes", "helper.no"];
    private static readonly string[] Parts = ["consent.who", "consent.what", "consent.why", "consent.others", "consent.protect", "consent.keep", "consent.rights"];
    private static readonly string[] ChildParts = ["assent.who", "assent.what", "assent.others", "assent.rights"];
    private static readonly ConcurrentDictionary<(string, string, string), string> Hashes = new();

    /// <summary>The gate's question.</summary>
    public static Reply Ask(Scene scene, DialogWalk walk, WalkPoint point) =>
        scene.Reply(ReplyKind.Ask, Blocks(scene, walk.Dialog), [.. Options(scene, walk.Dialog), .. Helping.Offer(scene, walk, point)]) with { At = point.Path.Value, Progress = walk.Progress, Whole = true };

    /// <summary>Yes goes on, no forgets, anything else is asked again.</summary>
    public static Turn Answer(Scene scene, DialogDefinition dialog, WalkPoint point, string text, bool chosen)
    {
        var options = Ask(scene, scene.Walk(dialog.Id), point).Options;
        var value = Modes.Pick(options, text, chosen) ?? (IsWord(scene, text, "say.yes") ? Yes : IsWord(scene, text, "say.no") ? No : null);
        return value switch
        {
            Yes => Agreed(scene, dialog, point),
            No => Refused(scene),
            not null when GlobalWords.Control(value) is { } word => Commands.Do(scene, word),
            _ => Modes.Again(scene, "consent.choose"),
        };
    }

    /// <summary>Hash of the English text with purposes and agencies: when it changes, consent is asked again.</summary>
    public static string TextHash(Book book, DialogDefinition dialog) =>
        Hashes.GetOrAdd((book.Revision, dialog.Id, book.Office.Name), _ => Hash(book, dialog, Locale.English, PartsOf(book, dialog)));

    /// <summary>Everything people read before they agree, dialog by dialog: what is signed before an office goes live.</summary>
    internal static string WholeText(Book book, Locale locale) => string.Join("\n\n", book.Dialogs.Values
        .Where(d => DialogChecks.Flatten(d.Items).Any(i => i is DialogItem.Question { Type: AnswerType.Consent }))
        .OrderBy(d => d.Id, StringComparer.Ordinal)
        .Select(d => string.Join('\n', WholeText(book, d, locale))));

    /// <summary>The state in which a consent that no longer holds is asked again; the answers stay until the person decides.</summary>
    public static ConversationState AskAgain(ConversationState state, DialogDefinition dialog, Answers answers)
    {
        var gate = DialogChecks.Flatten(dialog.Items).FirstOrDefault(i => i is DialogItem.Question { Type: AnswerType.Consent });
        return state with
        {
            Consents = state.Consents.Remove(dialog.Id),
            Dialogs = gate is null ? state.Dialogs : state.Dialogs.SetItem(dialog.Id, answers.Without(new AnswerPath(gate.Name))),
            Mode = state.Mode is Mode.Confirming(var id) && id == dialog.Id ? new Mode.Asking(id) : state.Mode,
        };
    }

    /// <summary>Everything kept without consent is gone; so is what was said about it.</summary>
    private static Turn Refused(Scene scene)
    {
        var state = scene.State.Mode is Mode.Asking(var asked) ? Freshness.Without(scene.State, asked) : scene.State;
        var gone = scene.With(Commands.WithoutUnconsented(state)).In(Mode.Home.Instance);
        return Modes.Show(gone).After(gone.Reply(ReplyKind.Say, [gone.Para("consent.refused")])) with { Forget = true };
    }

    private static Turn Agreed(Scene scene, DialogDefinition dialog, WalkPoint point)
    {
        var record = new ConsentRecord(TextHash(scene.Book, dialog), ShownHash(scene, dialog), scene.Language, dialog.Purposes, dialog.Agencies, scene.Now.Utc,
            Oral: scene.State.Spoken is not null, Spoken: scene.State.Spoken, Helper: Helping.Is(scene, dialog.Id) ? scene.State.Helped[dialog.Id] : null);
        var state = scene.State with
        {
            Consents = scene.State.Consents.SetItem(dialog.Id, record),
            Dialogs = scene.State.Dialogs.SetItem(dialog.Id, Carrying.Over(scene, dialog.Id, consented: true).With(point.Path, new Dialogs.Answer.Given(Yes))),
            Since = scene.Now.Utc,
            Misses = 0,
        };
        return Modes.Show(scene.With(state));
    }

    private static ImmutableArray<PageBlock> Blocks(Scene scene, DialogDefinition dialog)
    {
        var child = IsForChildren(scene.Book, dialog);
        var lines = PartsOf(scene.Book, dialog).Select(k => Line(scene.Book, dialog, scene.Language, k));
        var helped = Helping.Is(scene, dialog.Id);
        return
        [
            new PageBlock.Heading(scene.Say(child ? "assent.title" : "consent.title")),
            .. helped ? [scene.Warn("helper.consent")] : ImmutableArray<PageBlock>.Empty,
            new PageBlock.Bullets(false, [.. lines.Select(l => ImmutableArray.Create(new Run(l)))]),
            new PageBlock.Paragraph([new Run(scene.Say(helped ? "helper.consent.question" : child ? "assent.question" : "consent.question"), Emphasis.Strong)]),
        ];
    }

    /// <summary>Yes and no; where somebody helps, in words that are plainly another person's.</summary>
    private static ImmutableArray<Option> Options(Scene scene, DialogDefinition dialog) => Helping.Is(scene, dialog.Id)
        ? [scene.Option(Yes, "helper.yes"), scene.Option(No, "helper.no")]
        : [scene.Option(Yes, "consent.yes"), scene.Option(No, "consent.no")];

    private static string ShownHash(Scene scene, DialogDefinition dialog) =>
        Hash(scene.Book, dialog, scene.Language, Helping.Is(scene, dialog.Id) ? [.. PartsOf(scene.Book, dialog), .. HelperParts] : PartsOf(scene.Book, dialog));

    /// <summary>Children are asked for their assent in simple words (DESIGN 6.4).</summary>
    internal static bool IsForChildren(Book book, DialogDefinition dialog) => book.Programmes.Any(p => p.Dialog == dialog.Id && p.Kind == ProgrammeKind.Child);

    private static IEnumerable<string> WholeText(Book book, DialogDefinition dialog, Locale locale)
    {
        var kind = IsForChildren(book, dialog) ? "assent" : "consent";
        string[] helped = Helping.MayBeHelped(book, dialog) ? HelperParts : [];
        string[] keys = [$"{kind}.title", .. PartsOf(book, dialog), $"{kind}.question", "consent.yes", "consent.no", .. helped];
        return keys.Select(k => Line(book, dialog, locale, k)).Prepend($"[{dialog.Id}]");
    }

    private static string[] PartsOf(Book book, DialogDefinition dialog) => IsForChildren(book, dialog) ? ChildParts : Parts;

    private static string Line(Book book, DialogDefinition dialog, Locale locale, string key)
    {
        var agencies = locale.Join(dialog.Agencies.Select(a => a == "office" ? book.Office.Name : book.Texts.Text(locale, $"agency.{a}")));
        return book.Texts.Text(locale, key, ("office", book.Office.Name), ("agencies", agencies));
    }

    private static string Hash(Book book, DialogDefinition dialog, Locale locale, IEnumerable<string> parts)
    {
        var text = string.Join('\n', parts.Select(k => Line(book, dialog, locale, k)));
        var whole = $"{text}\n{string.Join(',', dialog.Purposes)}\n{string.Join(',', dialog.Agencies)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..32];
    }

    private static bool IsWord(Scene scene, string text, string key) =>
        scene.Say(key).Split('|').Any(w => Fold.Text(w) == Fold.Text(text));
}
