using Outreach.Localization;

namespace Outreach.Content.Pages;

/// <summary>What the name and the folder of a page file say.</summary>
/// <param name="Id">Which page it is.</param>
/// <param name="Locale">In which language.</param>
/// <param name="Name">The file, for problems.</param>
/// <param name="HostLanguage">The language of terms in emphasis; null where the page belongs to no place.</param>
public sealed record PageFile(PageId Id, Locale Locale, string Name, string? HostLanguage = null);
