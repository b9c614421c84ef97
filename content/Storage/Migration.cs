namespace Outreach.Content.Storage;

/// <summary>One forward step of the schema of one component. Never changed once released; a mistake is mended by a next step.</summary>
/// <param name="Component">Whose tables: "conversations", "referrals", …</param>
/// <param name="Version">1, 2, 3, … within the component.</param>
/// <param name="Sql">What to run; several statements are fine.</param>
public sealed record Migration(string Component, int Version, string Sql);
