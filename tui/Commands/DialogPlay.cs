using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Tui.Commands;

/// <summary>A dialog in plain lines through the real core, for its author. Nothing is kept; of what would be sent only the print is made.</summary>
internal static class DialogPlay
{
    /// <summary>What becomes of requests nobody sends.</summary>
    private const string Reference = "R-NOT-SENT";

    /// <summary>Plays until the dialog is left or the input ends.</summary>
    public static int Run(Book book, DialogDefinition dialog, Locale language, string? place, TextReader input, Streams streams)
    {
        if (place is not null && book.Countries.Find(place) is null)
            return Output.Fail(streams.Error, $"There is no country \"{place}\"; write its two letters, for example ly.");
        var state = ConversationState.New with { Language = language, Place = place };
        var door = book.Programmes.FirstOrDefault(p => p.Dialog == dialog.Id)?.Id ?? dialog.Id;
        var shown = Say(book, ref state, new Input.Choice($"ask:{door}"), streams.Say);
        while (state.Mode is Mode.Asking or Mode.Confirming or Mode.Choosing && input.ReadLine() is { } line)
            shown = Say(book, ref state, Meant(line.Trim(), shown), streams.Say);
        streams.Say.WriteLine("-- end; nothing was kept or sent");
        return 0;
    }

    /// <summary>A number chooses what was shown under it; where several can be chosen the core reads the numbers itself.</summary>
    private static Input Meant(string line, Reply? shown) =>
        shown is { Many: false } && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= shown.Options.Length
            ? new Input.Choice(shown.Options[n - 1].Value, shown.At)
            : new Input.Text(line);

    private static Reply? Say(Book book, ref ConversationState state, Input input, TextWriter say)
    {
        var turn = DialogEngine.Step(book, state, input, new Moment(TimeProvider.System.GetUtcNow(), TimeSpan.Zero));
        state = turn.State;
        foreach (var reply in turn.Replies)
            Show(reply, say);
        var last = turn.Replies.LastOrDefault();
        foreach (var effect in turn.Effects)
        {
            foreach (var line in Lines(effect))
                say.WriteLine($"   would happen: {line}");
            last = Say(book, ref state, new Input.EffectDone(Pretended(effect)), say) ?? last;
        }
        return last;
    }

    private static void Show(Reply reply, TextWriter say)
    {
        if (reply.Progress is { } at)
            say.Write(string.Create(CultureInfo.InvariantCulture, $"({at.Number}/{at.Of}) "));
        foreach (var block in PageLines.Of(reply).Where(b => b.Text.Length > 0))
            say.WriteLine(block.Lead.Length > 0 ? $"{block.Lead} {block.Text}" : block.Text);
        foreach (var (i, option) in reply.Options.Index())
            say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {i + 1}. {option.Label}"));
        say.WriteLine();
    }

    private static IEnumerable<string> Lines(Effect effect) => effect switch
    {
        Effect.Submit(var s) => s.Answers.Select(a => $"  {a.Key} = {a.Value}")
            .Prepend($"send {s.Dialog}{(s.Child ? ", a child" : "")}{(s.SaysAdult ? ", says adult" : "")}{(s.Consent.Helper is not null ? ", with a helper" : "")}{(s.ReturnLocked ? ", return locked" : "")} to {string.Join(", ", s.Consent.Agencies)}"),
        Effect.Alert(var kind, var place, var language, _) => [$"alert duty staff: {kind.ToString().ToLowerInvariant()}, {place ?? "place unknown"}, {language.Tag}"],
        _ => [effect.GetType().Name.ToLowerInvariant()],
    };

    private static EffectResult Pretended(Effect effect) => effect switch
    {
        Effect.Submit => new EffectResult.Submitted(Reference, Kept: false, PromiseHours: null),
        Effect.Alert => new EffectResult.Alerted(Reached: false),
        Effect.IssueCode => new EffectResult.NotHere(),
        Effect.Resume => new EffectResult.CodeUnknown(TooManyTries: false),
        Effect.LookUp(var reference) => new EffectResult.Status(reference, null),
        Effect.TellStaff => new EffectResult.Told(OnDuty: false),
        Effect.Withdraw(var references) => new EffectResult.Withdrawn(references.Length),
        _ => new EffectResult.Quiet(),
    };
}
