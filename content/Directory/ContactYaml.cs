using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Outreach.Content.Directory;

/// <summary>Writes contacts as directory files have them. A draft misses what is not known; the reader says which.</summary>
public static class ContactYaml
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One entry.</summary>
    public static string Write(Contact contact, IEnumerable<string>? remarks = null)
    {
        var text = new StringBuilder();
        foreach (var remark in remarks ?? [])
            text.Append($"# {remark}\n");
        text.Append($"- id: {contact.Id}\n");
        void Line(string key, string? value)
        {
            if (value is not null)
                text.Append($"  {key}: {value}\n");
        }
        void List(string key, IReadOnlyCollection<string> words)
        {
            if (words.Count > 0)
                Line(key, $"[{string.Join(", ", words)}]");
        }
        Line("number", Quoted(contact.Number));
        Line("link", Quoted(contact.Link?.OriginalString));
        Line("kinds", $"[{string.Join(", ", contact.Kinds)}]");
        Line("name", Quoted(contact.Name));
        text.Append("  who:\n");
        foreach (var (locale, who) in contact.Who.OrderBy(w => w.Key.Index))
            text.Append($"    {locale.Tag}: {Quoted(who)}\n");
        Line("by", contact.By);
        Line("hours", Quoted(contact.Hours));
        Line("languages", $"[{string.Join(", ", contact.Languages.Select(Quoted))}]");
        Line("free", contact.Free switch { Known.Yes => "true", Known.No => "false", _ => "unknown" });
        Line("exposes", contact.Exposes switch { Known.Yes => "\"yes\"", Known.No => "\"no\"", _ => "unknown" });
        Line("checked", contact.Checked == default ? null : contact.Checked.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Line("source", contact.Source.Title.Length == 0 ? null : $"{{title: {Quoted(contact.Source.Title)}, url: {Quoted(contact.Source.Url.OriginalString)}, date: {Quoted(contact.Source.Date)}}}");
        Line("confidence", contact.Confidence.ToString().ToLowerInvariant());
        List("services", contact.Services);
        Line("organization", Quoted(contact.Organization));
        List("towns", contact.Towns);
        Line("region", Quoted(contact.Region));
        Line("address", Quoted(contact.Address));
        List("for", contact.For);
        Line("costs", contact.Costs switch { Known.Yes => "money", Known.No => "nothing", _ => null });
        if (contact.Channels.Length > 0)
            Line("channels", $"[{string.Join(", ", contact.Channels.Select(c => $"{{by: {c.By}, at: {Quoted(c.At)}}}"))}]");
        Line("zone", contact.Zone);
        Line("holidays", contact.OnHolidays switch { Known.Yes => "open", Known.No => "closed", _ => null });
        Line("owner", Quoted(contact.Owner));
        return text.ToString();
    }

    /// <summary>In quotation marks: JSON is YAML too.</summary>
    private static string? Quoted(string? text) => text is null ? null : JsonSerializer.Serialize(text, Plain);
}
