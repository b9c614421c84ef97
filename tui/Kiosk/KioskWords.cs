using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Localization;
using Outreach.Referrals.Sync;

namespace Outreach.Tui.Kiosk;

/// <summary>A sentence below the languages.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Urgent">What to do in danger, not to be overlooked.</param>
internal sealed record KioskLine(string Text, bool Urgent = false);

/// <summary>What the first screen says besides the languages.</summary>
internal static class KioskWords
{
    /// <summary>
    /// What to do in danger, what to know before calling, that this is a trial, and what staff want to know. Where there are
    /// too few rows, staff's line goes, the trial is said in short, and the caution is said by naming the key of safer contacts.
    /// </summary>
    /// <param name="book">The content.</param>
    /// <param name="model">What is shown.</param>
    /// <param name="card">The language that is marked, where we only greet in it.</param>
    /// <param name="today">The day.</param>
    /// <param name="fit">Whether lines have room.</param>
    public static ImmutableArray<KioskLine> Below(Book book, KioskModel model, RingCard? card, DateOnly today, Func<ImmutableArray<KioskLine>, bool> fit)
    {
        var (texts, language) = (book.Texts, model.Language);
        var first = FirstContact.At(book.Office.Place, book.Contacts, texts, language, today);
        var number = first is { Old: { } old } ? $"{first.Number} ({old})" : first?.Number;
        ImmutableArray<KioskLine> danger = number is null ? [] : [new(card is null ? texts.Text(language, "kiosk.danger", ("number", number)) : $"{card.Danger} {number}", Urgent: true)];
        ImmutableArray<KioskLine> staff = [.. Package(book, model).Concat(Spool(texts, model.Spool)).Select(s => new KioskLine(s))];
        var tries = from said in (ImmutableArray<KioskLine>[])[staff, []]
                    from lengths in ((bool Caution, bool Trial)[])[(true, true), (true, false), (false, false)]
                    select (ImmutableArray<KioskLine>)[.. danger, .. Caution(first, lengths.Caution), .. said, .. Trial(lengths.Trial)];
        return tries.Select(t => (ImmutableArray<KioskLine>?)t).FirstOrDefault(t => fit(t!.Value)) ?? tries.Last();

        IEnumerable<KioskLine> Caution(FirstContact? contact, bool whole) =>
            contact?.Caution is { } caution ? [new KioskLine(whole ? caution : texts.Text(language, "kiosk.safer"))] : [];

        IEnumerable<KioskLine> Trial(bool whole) =>
            book.Office.Live ? [] : [new KioskLine(texts.Text(language, whole ? "trial" : "kiosk.trial"))];
    }

    /// <summary>From when the content is, and whether a later one was refused; English, for staff.</summary>
    private static IEnumerable<string> Package(Book book, KioskModel model)
    {
        if (book.PackagedAt is { } made)
            yield return book.Texts.Text(Locale.English, "kiosk.package", ("date", made.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
        if (model.RefusedPackage is { } problem)
            yield return book.Texts.Text(Locale.English, "kiosk.package.refused", ("problem", problem.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>How many wait since when, and how many the server could not take: counts and a time, nothing of what is in it; English, for staff.</summary>
    private static IEnumerable<string> Spool(Localizer texts, SpoolState state)
    {
        if (state.Waiting == 0)
            yield break;
        if (state.Oldest is { } oldest)
            yield return texts.Text(Locale.English, "kiosk.oldest", ("since", oldest.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
        if (state.Refused > 0)
            yield return texts.Plural(Locale.English, "kiosk.refused", state.Refused);
    }
}
