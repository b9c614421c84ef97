using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Content.Editing;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;

namespace Outreach.Bot.Tests;

/// <summary>A phone number is changed at the desk, another person publishes it, and every channel of the running host says it.</summary>
public sealed class EditingTests : IAsyncLifetime
{
    private const string Password = "correct horse battery staple";
    private static readonly StaffJson Json = StaffJson.Plain;
    private BotApp _app = null!;
    private HttpClient _http = null!;
    private int _id;

    public async Task InitializeAsync()
    {
        _app = await BotApp.Start();
        _http = new HttpClient { BaseAddress = _app.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_number_published_by_a_second_person_is_on_the_page_at_once_and_after_a_restart()
    {
        var (elif, omar) = (await SignIn("elif", StaffRole.Editor), await SignIn("omar", StaffRole.Editor));
        var (before, tag) = await Page(null);
        Assert.DoesNotContain("0800 99 88 77", before, StringComparison.Ordinal);
        Assert.Equal("", (await Page(tag)).Text);                                                // the browser has it
        using var browser = new Browser(_app);
        await (await browser.Get("/chat")).Press("en");

        var item = await Get(elif, $"{StaffRoutes.ContentItem}?file={Uri.EscapeDataString("directory/de.yaml")}&contact={Uri.EscapeDataString("de/110")}", Json.ContentItemDto);
        var proposed = await Post(elif, StaffRoutes.ContentItem, new ChangeRequest(Id(), item.File, item.Contact, item.Seen, "the police say so", Form: item.Form! with { Number = "0800 99 88 77" }), Json.ChangeRequest);
        var number = proposed.Item!.Value;
        Assert.DoesNotContain("0800 99 88 77", (await Page(null)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await Decide(elif, number));

        Assert.Equal(HttpStatusCode.OK, await Decide(omar, number));

        Assert.Contains("0800 99 88 77", (await Page(tag)).Text, StringComparison.Ordinal);      // the old tag does not keep it away
        Assert.Equal("0800 99 88 77", _app.Book.Contacts.Find("de/110")!.Number);
        await browser.Write("hello");                                                            // what was begun with the old revision goes on
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
        var revision = _app.Book.Revision;

        await _app.Restart();
        Assert.Equal(revision, _app.Book.Revision);
        Assert.Equal("0800 99 88 77", _app.Book.Contacts.Find("de/110")!.Number);
    }

    private async Task<string> SignIn(string name, StaffRole role)
    {
        var staff = _app.Services.GetRequiredService<StaffStore>();
        await staff.Add(name, role, ["*"], await _app.Services.GetRequiredService<Passwords>().Hash(Password, default), onlyFirst: false, DateTimeOffset.UtcNow, default);
        using var answer = await _http.PostAsync(StaffRoutes.SignIn, JsonContent.Create(new SignInRequest(name, Password, null), Json.SignInRequest));
        return (await answer.Content.ReadFromJsonAsync(Json.SignedIn))!.Token;
    }

    private async Task<(string Text, string Tag)> Page(string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/de/emergency?lang=en");
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var answer = await _http.SendAsync(request);
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.ETag!.Tag);
    }

    private async Task<T> Get<T>(string token, string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync(type))!;
    }

    private async Task<ChangesDto> Post<T>(string token, string path, T body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        using var answer = await Send(token, path, JsonContent.Create(body, type));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync(Json.ChangesDto))!;
    }

    private async Task<HttpStatusCode> Decide(string token, long number)
    {
        var path = StaffRoutes.Change.Replace("{number}", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        using var answer = await Send(token, path, JsonContent.Create(new ChangeAct(ChangeDecision.Publish, Id()), Json.ChangeAct));
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> Send(string token, string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        return await _http.SendAsync(request);
    }

    private string Id() => $"test-{++_id}";
}
