using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Bot.Web;

/// <summary>The addresses of the web chat. Everything works by plain forms; the script only asks for less.</summary>
internal sealed class WebChat(ChatDesk desk, ChatHtml html, WebSession sessions, PageLanguage languages, Chrome chrome, Assets assets, BotOptions options, ILogger<WebChat> log)
{
    /// <summary>What the script accepts: only the new replies.</summary>
    public const string FragmentType = "text/x-replies";

    private const int StaffSeconds = 20;
    private static readonly TimeSpan LeavingTime = TimeSpan.FromSeconds(2);

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", OrientationPages.Reading, (RequestDelegate)Show);
        routes.MapPost("/chat", (RequestDelegate)Post);
        routes.MapGet("/chat", (RequestDelegate)Home);
        routes.MapGet("/news", (RequestDelegate)News);
        routes.MapGet("/said", (RequestDelegate)Said);
        routes.MapPost("/leave", (RequestDelegate)Leave);
        routes.MapGet("/leave", (RequestDelegate)Home);
        routes.MapGet("/bye", (RequestDelegate)Bye);
    }

    private async Task Show(HttpContext http)
    {
        var session = sessions.Find(http.Request) ?? sessions.Begin(http.Response);
        await WebAnswer.Page(http, html.Page(await desk.Show(session, HintOf(http.Request), http.RequestAborted)));
    }

    private async Task Post(HttpContext http)
    {
        var form = await Read(http);
        var scripted = http.Request.Headers.Accept.ToString().Contains(FragmentType, StringComparison.Ordinal);
        var hint = HintField.Read(form.Hint, HintOf(http.Request).Language);
        var (how, view) = sessions.Find(http.Request) is { } session
            ? await desk.Take(session, form, hint, CancellationToken.None)          // a turn is finished even when the phone loses its network
            : desk.TakeStray(sessions.Begin(http.Response), form, hint);
        if (view.Replies.Any(r => r.Kind == ReplyKind.Farewell))
        {
            await Depart(http, view.Language, scripted);
            return;
        }
        sessions.Speak(http, view.Language);
        if (scripted)
            await WebAnswer.Fragment(http, html.Fragment(view));
        else if (how == Taken.Refused)
            await WebAnswer.Page(http, html.Page(view));
        else
            WebAnswer.SeeOther(http, "/#now");
    }

    private async Task News(HttpContext http)
    {
        var version = long.TryParse(http.Request.Query["v"], CultureInfo.InvariantCulture, out var v) ? v : long.MaxValue;
        if (sessions.Find(http.Request) is { } session && await desk.News(session, version, HintOf(http.Request), http.RequestAborted) is { } view)
        {
            await WebAnswer.Fragment(http, html.Fragment(view));
            return;
        }
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.Headers.CacheControl = "no-store";
    }

    private async Task Said(HttpContext http)
    {
        http.Response.Headers["Refresh"] = StaffSeconds.ToString(CultureInfo.InvariantCulture);
        var session = sessions.Find(http.Request);
        var said = session is null ? [] : await desk.StaffSaid(session, http.RequestAborted);
        await WebAnswer.Page(http, html.Staff(languages.OfPerson(http.Request), said, assets.Style.Address), policy: WebAnswer.FramePolicy);
    }

    /// <summary>Out at once. Whatever the store does, the cookie is gone and the browser is elsewhere.</summary>
    private async Task Leave(HttpContext http)
    {
        var language = Locale.TryParse((await Read(http)).Language, out var l) ? l : languages.OfPerson(http.Request);
        await Depart(http, language, scripted: false);
    }

    /// <summary>"Leave" pressed, chosen or written: all lead the same way out.</summary>
    private async Task Depart(HttpContext http, Locale language, bool scripted)
    {
        sessions.End(http.Response);
        if (sessions.Find(http.Request) is { } session)
        {
            try
            {
                await desk.Leave(session, CancellationToken.None).WaitAsync(LeavingTime);
            }
            catch (Exception e)
            {
                Log.LeavingFailed(log, e.GetType().Name);
            }
        }
        if (scripted)
            await WebAnswer.Fragment(http, new HtmlWriter().Add($"bye {language.Tag}\n"));
        else
            WebAnswer.SeeOther(http, $"/bye?lang={language.Tag}");
    }

    private Task Bye(HttpContext http)
    {
        var language = languages.OfPerson(http.Request);
        http.Response.Headers["Refresh"] = $"1;url={options.LeaveTo.AbsoluteUri}";
        var page = new HtmlWriter().Raw("<!doctype html>");
        page.Add($"<html lang={language.Tag} dir={(language.IsRightToLeft ? "rtl" : "ltr")}><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>{chrome.Say(language, "web.bye.title")}</title><link rel=stylesheet href={assets.Style.Address}><script src={assets.Keep.Address} defer></script><main data-drop><h1>{chrome.Say(language, "web.bye.title")}</h1><p><a href=\"{options.LeaveTo.AbsoluteUri}\">{chrome.Say(language, "web.bye.go")}</a></main>");
        return WebAnswer.Page(http, page);
    }

    private static Task Home(HttpContext http)
    {
        WebAnswer.SeeOther(http, "/");
        return Task.CompletedTask;
    }

    /// <summary>The form, however strange.</summary>
    private static async Task<PostedForm> Read(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return PostedForm.Unreadable;
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return new PostedForm(form["t"], form["h"], form["c"], [.. form["m"].OfType<string>()], form["w"]) { Language = form["l"] };
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return PostedForm.Enormous;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            return PostedForm.Unreadable;
        }
    }

    private static Hint HintOf(HttpRequest request) => PageLanguage.Chosen(request) is { } chosen
        ? new Hint(chosen, Chosen: true, request.Query["topic"].ToString() is { Length: > 0 and < 60 } topic ? topic : null)
        : new Hint(PageLanguage.OfBrowser(request));
}
