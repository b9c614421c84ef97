using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Bot.Web;

/// <summary>The chat as HTML: a whole page without scripts, or only the new replies for the script.</summary>
internal sealed class ChatHtml(Func<Book> book, Chrome chrome, Assets assets)
{
    /// <summary>The whole page.</summary>
    public HtmlWriter Page(ChatView view)
    {
        var locale = view.Language;
        var html = chrome.Open(new HtmlWriter(), locale, chrome.Name, assets.Script);
        html.Add($"<h1>{chrome.Name}</h1><button form=f name=c value=/language lang={locale.Tag}>{locale.NativeName}</button>");
        chrome.Danger(html, locale, view.Place, "f");
        html.Add($"</header><main data-v={view.Version} data-f=\"{view.Frame}\" data-off=\"{Say(view, "web.offline")}\" data-you=\"{Say(view, "web.you")}\"{(view.Awaits ? " data-w" : "")}>");
        html.Add($"<div role=log id=log aria-label=\"{Say(view, "web.log")}\"><ol>");
        Replies(html, view, now: true);
        html.Raw("</ol></div>");
        if (view.Awaits)
            html.Add($"<noscript><iframe src=/said title=\"{Say(view, "web.from_staff")}\"></iframe></noscript>");
        Field(html, view);
        Tools(html, view);
        return html;
    }

    /// <summary>The new replies, to be put at the end of the log. The first line is for the script: token, version, field.</summary>
    public HtmlWriter Fragment(ChatView view)
    {
        var html = new HtmlWriter();
        html.Add($"{view.Token} {view.Version} {view.Frame} {Mode(view)} {(view.Asking?.Sensitive == true ? 1 : 0)} {(view.Awaits ? 1 : 0)} {Rows(view)}\n");
        Replies(html, view, now: false);
        return html;
    }

    /// <summary>What staff said lately, in the frame that refreshes itself where there are no scripts.</summary>
    public HtmlWriter Staff(Locale locale, ImmutableArray<Reply> replies, string style)
    {
        var html = new HtmlWriter().Raw("<!doctype html>");
        html.Add($"<html lang={locale.Tag} dir={(locale.IsRightToLeft ? "rtl" : "ltr")}><meta charset=utf-8><title>{book().Texts.Text(locale, "web.from_staff")}</title><link rel=stylesheet href={style}><main class=said><h1 class=soft>{book().Texts.Text(locale, "web.from_staff")}</h1><ol>");
        foreach (var reply in replies)
            One(html, reply, locale, now: false, form: null);
        if (replies.IsEmpty)
            html.Add($"<li>{book().Texts.Text(locale, "web.no_news")}");
        return html.Raw("</ol></main>");
    }

    private void Replies(HtmlWriter html, ChatView view, bool now)
    {
        var last = view.Replies.Length - 1;
        while (last >= 0 && view.Replies[last].Options.IsEmpty)
            last--;
        for (var i = 0; i < view.Replies.Length; i++)
            One(html, view.Replies[i], view.Language, now && i == 0, new Form(view, Last: i == last));
    }

    private void One(HtmlWriter html, Reply reply, Locale around, bool now, Form? form)
    {
        html.Add($"<li class={Kind(reply.Kind)}");
        if (now)
            html.Raw(" id=now tabindex=-1");
        if (reply.Language != around)
            html.Add($" lang={reply.Language.Tag} dir={(reply.Language.IsRightToLeft ? "rtl" : "ltr")}");
        html.Raw(">");
        if (reply.Kind == ReplyKind.Staff)
            html.Add($"<p class=soft lang={around.Tag}>{book().Texts.Text(around, "web.from_staff")}</p>");
        BlockHtml.Write(html, reply.Blocks, reply.Language, "h2");
        if (reply.Progress is { } at)
            html.Add($"<p class=soft>{book().Texts.Text(reply.Language, "web.progress", ("number", $"{at.Number}"), ("of", $"{at.Of}"))}</p><progress aria-hidden=true value={at.Number} max={at.Of}></progress>");
        if (form is not null && !reply.Options.IsEmpty)
            Options(html, reply, form);
    }

    private void Options(HtmlWriter html, Reply reply, Form form)
    {
        html.Raw("<form class=choices method=post action=/chat>");
        Hidden(html, form.View);
        html.Add($"<fieldset{(form.Last ? " class=n" : "")} aria-label=\"{book().Texts.Text(reply.Language, "web.answers")}\">");
        foreach (var option in reply.Options)
            if (reply.Many && !option.Value.StartsWith('/'))
                html.Add($"<label><input type=checkbox name=m value=\"{option.Value}\"><span>{option.Label}</span></label>");
        if (reply.Many)
            html.Add($"<button class=primary name=c value=//many>{book().Texts.Text(reply.Language, "web.done")}</button>");
        foreach (var option in reply.Options)
            if (!reply.Many || option.Value.StartsWith('/'))
                Button(html, option);
        html.Raw("</fieldset>");
        if (reply.Aside is { } aside)
            Beside(html, aside);
        html.Raw("</form>");
    }

    /// <summary>A small question in the same form: no script, no second token.</summary>
    private void Beside(HtmlWriter html, Aside aside)
    {
        html.Add($"<fieldset class=q><legend>{aside.Question}</legend>");
        foreach (var option in aside.Options)
            Button(html, option);
        html.Raw("</fieldset>");
    }

    /// <summary>A button; the name of a language is marked as being in that language.</summary>
    private void Button(HtmlWriter html, Option option)
    {
        html.Add($"<button name=c value=\"{option.Value}\">");
        if (Locale.All.FirstOrDefault(l => l.Tag == option.Value && l.NativeName == option.Label) is { } ours)
            Named(ours.IsRightToLeft);
        else if (book().Ring.Cards.FirstOrDefault(c => c.Tag == option.Value && c.Name == option.Label) is { } card)
            Named(card.IsRightToLeft);
        else
            html.Text(option.Label);
        html.Raw("</button>");

        void Named(bool rightToLeft) => html.Add($"<span lang={option.Value} dir={(rightToLeft ? "rtl" : "ltr")}>{option.Label}</span>");
    }

    private void Field(HtmlWriter html, ChatView view)
    {
        html.Raw("<form class=say method=post action=/chat>");
        Hidden(html, view);
        var label = Say(view, "web.write");
        html.Add($"<textarea name=w id=w rows={Rows(view)} autocomplete=off spellcheck=false inputmode={Mode(view)} aria-label=\"{label}\" placeholder=\"{label}\">{view.Draft}</textarea>");
        html.Add($"<button class=primary>{Say(view, "web.send")}</button></form></main>");
    }

    private void Tools(HtmlWriter html, ChatView view)
    {
        html.Add($"<footer><form id=f method=post action=/chat>");
        Hidden(html, view);
        html.Add($"<nav class=tools aria-label=\"{Say(view, "web.tools")}\">");
        foreach (var word in (ReadOnlySpan<GlobalWord>)[GlobalWord.Back, GlobalWord.Menu, GlobalWord.Human, GlobalWord.Help, GlobalWord.Change, GlobalWord.Stop])
            html.Add($"<button name=c value={GlobalWords.Value(word)}>{Say(view, GlobalWords.LabelKey(word))}</button>");
        html.Add($"</nav><details><summary>{Say(view, GlobalWords.LabelKey(GlobalWord.Delete))}</summary><button name=c value=/delete>{Say(view, "web.delete_yes")}</button></details></form></footer>");
    }

    private static void Hidden(HtmlWriter html, ChatView view)
    {
        html.Add($"<input type=hidden name=t value={view.Token}>");
        if (view.Hint is { } hint)
            html.Add($"<input type=hidden name=h value=\"{HintField.Write(hint)}\">");
    }

    private string Say(ChatView view, string key) => book().Texts.Text(view.Language, key);

    private static int Rows(ChatView view) => view.Long ? 3 : 1;

    private static string Mode(ChatView view) => view.Asking?.Typing switch
    {
        Typing.Number => "numeric",
        Typing.Phone => "tel",
        _ => "text",
    };

    private static string Kind(ReplyKind kind) => kind switch
    {
        ReplyKind.Danger => "d",
        ReplyKind.Problem => "p",
        ReplyKind.Staff => "s",
        ReplyKind.Ask => "a",
        _ => "r",
    };

    private sealed record Form(ChatView View, bool Last);
}

/// <summary>The hint as a form field: "ar", or "ar!de/housing" when the person chose the language and came from a page.</summary>
internal static class HintField
{
    /// <summary>The field.</summary>
    public static string Write(Hint hint) => $"{hint.Language.Tag}{(hint.Chosen ? "!" : "")}{hint.Topic}";

    /// <summary>The hint of a field, which is only ever a hint: anything strange in it is ignored.</summary>
    public static Hint Read(string? field, Locale otherwise)
    {
        if (field is not { Length: > 0 and < 80 })
            return new Hint(otherwise);
        var mark = field.IndexOf('!', StringComparison.Ordinal);
        var known = Locale.TryParse(mark < 0 ? field : field[..mark], out var locale);
        return new Hint(known ? locale! : otherwise, Chosen: known && mark >= 0, mark >= 0 && mark + 1 < field.Length ? field[(mark + 1)..] : null);
    }
}
