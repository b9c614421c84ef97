using Microsoft.Extensions.DependencyInjection;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Referrals;
using Outreach.Referrals.Editing;
using Outreach.Referrals.Staff;
using Outreach.Tests.Support;
using Outreach.Tui;
using Outreach.Tui.Kiosk;
using Outreach.Tui.Runtime;

namespace Outreach.Bot.Tests.Sync;

/// <summary>
/// The whole way: a phone number is changed at the desk (its real client), published by a second person, and read on the web page and,
/// after the next sync, on the screen of a kiosk, which says from when its content is.
/// </summary>
public sealed class KioskContentTests : IAsyncLifetime
{
    private const string Password = "correct horse battery staple", NewNumber = "0800 99 88 77";
    private readonly TemporaryFolder _kiosk = new();
    private BotApp _app = null!;
    private HttpClient _link = null!;

    public async Task InitializeAsync()
    {
        _app = await BotApp.Start();
        _link = new HttpClient(ServerLink.OnSocket(Socket)) { BaseAddress = ServerLink.SocketAddress };
    }

    public async Task DisposeAsync()
    {
        _link.Dispose();
        await _app.DisposeAsync();
        _kiosk.Dispose();
    }

    private string Socket => Path.Combine(_app.DataDir, "outreach.sock");

    [Fact]
    public async Task A_number_goes_from_the_desk_to_the_page_and_to_the_kiosk()
    {
        var office = new Office { Place = "de" };
        var began = _app.Book with { Office = office };
        var shelf = new KioskShelf(new PackageSources(_kiosk.File("kiosk.package"), Path.Combine(_app.DataDir, PackageKey.KioskFile), null), book => book with { Office = office }, TimeProvider.System, _link);
        shelf.Open(began);
        var kiosk = new KioskApp(began);
        var model = kiosk.Init(new Size(100, 40)).Model;
        Assert.Null((await shelf.Fetch(default)).Value);                                         // it has what the server has
        using var elif = await Desk("elif", StaffRole.Editor);
        using var omar = await Desk("omar", StaffRole.Coordinator);
        var first = began.Contacts.For("de", "emergency")[0];
        Assert.Contains(first.Number!, Draw(kiosk, model), StringComparison.Ordinal);

        var item = (await elif.ContentItem("directory/de.yaml", first.Id, default)).Value!;
        var request = new ChangeRequest("1", item.File, item.Contact, item.Seen, "the sign on their door", Form: item.Form! with { Number = NewNumber });
        var number = (await elif.Propose(request, default)).Value!.Item!.Value;
        Assert.Equal(3224, (await elif.Decide(number, new ChangeAct(ChangeDecision.Publish, "2"), default)).Problems[0].Code);
        Assert.Null((await shelf.Fetch(default)).Value);                                         // what is only proposed reaches nobody
        var published = (await omar.Decide(number, new ChangeAct(ChangeDecision.Publish, "3"), default)).Value!.Rows.Single(r => r.Number == number);

        Assert.Equal((ChangeState.Published, "elif", "omar"), (published.State, published.Author, published.DecidedBy));
        using (var http = new HttpClient { BaseAddress = _app.Address })
            Assert.Contains(NewNumber, await http.GetStringAsync("/de/emergency?lang=en"), StringComparison.Ordinal);
        var came = (await shelf.Fetch(default)).Value!;
        Assert.Null((await shelf.Fetch(default)).Value);                                         // not twice
        (model, var effects) = kiosk.Update(model, new KioskMsg.PackageCame(came));
        shelf.Open(Assert.IsType<KioskEffect.Open>(Assert.Single(effects)).Book);

        var screen = Draw(kiosk, model);
        Assert.Contains(NewNumber, screen, StringComparison.Ordinal);
        Assert.Contains($"content of {came.PackagedAt:yyyy-MM-dd}", screen, StringComparison.Ordinal);
        Assert.Equal(_app.Book.Revision, shelf.Now.Revision);
    }

    private async Task<StaffClient> Desk(string name, StaffRole role)
    {
        var staff = _app.Services.GetRequiredService<StaffStore>();
        await staff.Add(name, role, ["*"], await _app.Services.GetRequiredService<Passwords>().Hash(Password, default), onlyFirst: false, DateTimeOffset.UtcNow, default);
        var client = StaffClient.OnSocket(Socket, Localization.Locale.English);
        Assert.True((await client.SignIn(new SignInRequest(name, Password, null), default)).Ok);
        return client;
    }

    private static string Draw(KioskApp app, KioskModel model)
    {
        var screen = new Screen(model.Size);
        app.View(model, new Painter(screen));
        return screen.LogicalText();
    }
}
