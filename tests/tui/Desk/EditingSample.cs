using System.Collections.Immutable;
using Outreach.Content.Editing;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Editing;
using Outreach.Referrals.Staff;
using Outreach.Tui.Desk;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.Desk;

/// <summary>An editor, two things to edit and their changes: invented, the same in all tests of editing.</summary>
internal static class EditingSample
{
    public static MeDto Elif { get; } = new(8, "Elif", StaffRole.Editor, [], AccessPolicy.Of(StaffRole.Editor).Actions);

    public static ContentDto Found { get; } = new(
        [new ContentRow("directory/de.yaml", "de/110", "Polizei", Waiting: true), new ContentRow("directory/de.yaml", "de/112", "Feuerwehr und Rettungsdienst"), new ContentRow("library/de/housing.ar.md", null, "مكان للسكن")], More: true);

    public static ChangeDto Proposed { get; } = new(
        3, "directory/de.yaml", "de/110", "Polizei", "new number on their door \u001b[31m", "Omar", Sample.Now.AddHours(-1), ChangeState.Proposed, null, null, false, false, null,
        [new(LineFate.Stays, "- id: de/110"), new(LineFate.Goes, "  number: \"110\""), new(LineFate.Comes, "  number: \"0800 110\""), new(LineFate.Stays, "  kinds: [emergency, police]")],
        [ChangeDecision.Publish, ChangeDecision.Withdraw]);

    public static ChangeDto Published { get; } = Proposed with
    {
        Number = 2,
        State = ChangeState.Published,
        DecidedBy = "Elif",
        DecidedAt = Sample.Now.AddDays(-2),
        Stale = true,
        PutsBack = 1,
        May = [ChangeDecision.PutBack],
    };

    public static ContentItemDto Contact { get; } = new(
        "directory/de.yaml", "de/110", "Polizei", "- id: de/110\n", "seen-1", new ContactForm("110", "https://polizei.example", "Mo-Fr 09:00-17:00", new DateOnly(2027, 1, 3)), [Published]);

    public static ContentItemDto Page { get; } = new("library/de/housing.ar.md", null, "مكان للسكن", "---\ntitle: مكان للسكن\n---\nإن لم يكن لديك سرير الليلة، على البلدة أن تساعدك.\n\n## سرير الليلة\nاسأل في البلدية.\n", "seen-2", null, []);

    public static DeskModel List(Size size, Locale? language = null) => Sample.SignedIn(size, language) with
    {
        Me = Elif,
        Counts = null,
        Screen = new DeskScreen.Content(new DeskScreen.SignIn()) { Found = Found, Words = "de" },
    };

    public static DeskModel Open(ContentItemDto item, Size size, Locale? language = null)
    {
        var asking = List(size, language) with { Awaited = 5, Waiting = Waiting.Loading };
        return Sample.App(language).Update(asking, new DeskMsg.ContentOpened(5, item)).Model;
    }

    public static DeskModel Changes(Size size, Locale? language = null)
    {
        var asking = List(size, language) with { Awaited = 5, Waiting = Waiting.Loading };
        return Sample.App(language).Update(asking, new DeskMsg.ChangesLoaded(5, new ChangesDto([Proposed, Published]), null, Sample.Now)).Model;
    }
}
