using System.Security.Cryptography;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Localization;
using Outreach.Tests.Support;
using Outreach.Tui.Kiosk;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.KioskScreens;

/// <summary>A kiosk takes later packages that its own server signed, and no others; visitors do not notice.</summary>
public sealed class KioskPackageTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256), _stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public KioskPackageTests()
    {
        File.WriteAllText(_folder.File("package.pub"), _key.ExportSubjectPublicKeyInfoPem());
        Directory.CreateDirectory(Stick);
    }

    private string Stick => _folder.File("stick");

    public void Dispose()
    {
        _key.Dispose();
        _stranger.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_is_brought_is_taken_when_it_is_later_and_sound_and_the_old_one_stays_otherwise()
    {
        var shelf = Shelf();
        Assert.Null(shelf.Kept());
        Assert.True(shelf.Brought() is { Ok: true, Value: null });                             // the stick is empty

        Bring("0800 1", Noon);
        Assert.Equal("0800 1", NumberIn(shelf.Brought()));
        Assert.Null(shelf.Brought().Value);                                                    // the same is not taken twice
        foreach (var (why, bring, code) in (ReadOnlySpan<(string, Action, int)>)
        [
            ("older", () => Bring("0800 2", Noon.AddMinutes(-1)), 2414),
            ("by a stranger", () => Bring("0800 3", Noon.AddMinutes(1), _stranger), 2407),
            ("broken", () => File.WriteAllBytes(OnStick, File.ReadAllBytes(OnStick)[..^9]), 2406),
            ("no package", () => File.WriteAllText(OnStick, "hello"), 2404),
        ])
        {
            bring();
            Assert.True(shelf.Brought().Problems is [var refused] && refused.Code == code, why);
            Assert.Equal("0800 1", Shelf().Kept()!.Contacts.Find("de/112")!.Number);
        }

        Bring("0800 4", Noon.AddMinutes(2));
        Assert.Equal("0800 4", NumberIn(shelf.Brought()));
        Assert.Equal(Noon.AddMinutes(2), Shelf().Kept()!.PackagedAt);                          // and after a restart
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.new"));
    }

    [Fact]
    public void Without_a_key_to_trust_nothing_is_taken()
    {
        Bring("0800 1", Noon);
        File.Delete(_folder.File("package.pub"));
        Assert.False(Shelf().Brought().Ok);
    }

    [Fact]
    public void A_visitor_keeps_the_content_they_began_with_and_the_next_one_gets_the_new()
    {
        var (before, after) = (TestBook.Real, TestBook.Real with { PackagedAt = Noon });
        var app = new KioskApp(before);
        var model = app.Update(app.Init(new Size(80, 24)).Model, new KioskMsg.Control(GlobalWord.Danger)).Model;

        var (waiting, none) = app.Update(model, new KioskMsg.PackageCame(after));
        Assert.Empty(none);
        Assert.Null(waiting.Shown);
        var (next, effects) = app.Update(waiting, new KioskMsg.Leave());

        Assert.Same(after, next.Shown);
        Assert.Equal([new KioskEffect.Forget(1), new KioskEffect.Open(after)], effects.AsEnumerable());
        Assert.Contains("content of 2026-11-22 12:00", Draw(app, next), StringComparison.Ordinal);
        Assert.DoesNotContain("content of", Draw(app, app.Init(new Size(80, 40)).Model), StringComparison.Ordinal);
    }

    [Fact]
    public void With_nobody_there_it_is_opened_at_once_and_a_refusal_is_told_to_staff()
    {
        var after = TestBook.Real with { PackagedAt = Noon };
        var app = new KioskApp(TestBook.Real);
        var (opened, effects) = app.Update(app.Init(new Size(80, 24)).Model, new KioskMsg.PackageCame(after));
        Assert.Equal([new KioskEffect.Open(after)], effects.AsEnumerable());

        var refused = app.Update(opened, new KioskMsg.PackageRefused(2414)).Model;
        Assert.Contains("a package was refused (problem 2414)", Draw(app, refused), StringComparison.Ordinal);
        Assert.Same(after, refused.Shown);
    }

    private string OnStick => Path.Combine(Stick, KioskShelf.FileName);

    private KioskShelf Shelf() => new(new PackageSources(_folder.File("kiosk.package"), _folder.File("package.pub"), Stick), book => book, TimeProvider.System);

    private void Bring(string number, DateTimeOffset made, ECDsa? key = null)
    {
        var contact = $$"""
            - id: de/112
              number: "{{number}}"
              kinds: [emergency]
              name: Feuerwehr
              who: {en: Fire, fr: Feu, es: Fuego, ar: نار, fa: آتش, uk: Вогонь, am: እሳት, sw: Moto}
              by: voice
              hours: always
              languages: [de]
              free: true
              exposes: unknown
              checked: 2026-11-21
              source: {title: t, url: "https://example.org", date: ""}
              confidence: high

            """;
        var files = ContentFiles.Of([new NamedText("directory/de.yaml", contact), new NamedText("safety/urgent.yaml", "en:\n  danger:\n    sure: |\n      he has a gun\n")]);
        Assert.True(BookPackage.Build(files, OnStick, new PackageSigning(key ?? _key, made)).Ok);
        File.SetLastWriteTimeUtc(OnStick, made.UtcDateTime);
    }

    private static string? NumberIn(Result<Book?> book) => book.Value?.Contacts.Find("de/112")?.Number;

    private static string Draw(KioskApp app, KioskModel model)
    {
        var screen = new Screen(model.Size with { Height = 60 });
        app.View(model with { Size = screen.Size }, new Painter(screen));
        return screen.LogicalText();
    }
}
