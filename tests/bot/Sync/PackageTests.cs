using System.Net;
using System.Net.Http.Headers;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Referrals.Sync;

namespace Outreach.Bot.Tests.Sync;

/// <summary>What kiosks fetch: signed, dated, only for those who are known, and not twice.</summary>
public sealed class PackageTests : IAsyncLifetime
{
    private BotApp _app = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _app = await BotApp.Start(null, $"--Outreach:KioskToken={KioskRig.Token}");
        _http = new HttpClient { BaseAddress = _app.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task It_is_signed_with_the_key_that_lies_beside_the_data_and_says_what_people_read()
    {
        using var answer = await Get(KioskRig.Token, null);
        Assert.Equal((HttpStatusCode.OK, $"\"{_app.Book.Revision}\""), (answer.StatusCode, answer.Headers.ETag!.Tag));
        var file = Path.Combine(_app.DataDir, "fetched.package");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());

        using var key = PackageKey.OpenPublic(Path.Combine(_app.DataDir, PackageKey.KioskFile)).Value!;
        var book = BookPackage.Load(file, key, new Office()).Value!;

        Assert.Equal(_app.Book.Revision, book.Revision);
        Assert.InRange(book.PackagedAt!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
        using var again = await Get(KioskRig.Token, answer.Headers.ETag.Tag);
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Strangers_get_none(string? token)
    {
        using var answer = await Get(token, null);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> Get(string? token, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, SyncRoutes.Package);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await _http.SendAsync(request);
    }
}
