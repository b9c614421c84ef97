using System.Collections.Immutable;

namespace Outreach.Localization.Exchange;

/// <summary>Units as one PO file: a message each, its key the unit's id, so that every PO editor opens pages and catalogs alike.</summary>
public static class PoExchange
{
    /// <summary>The text of a file.</summary>
    public static string Write(TranslationFile file) => PoWriter.Write(PoFile.Empty(file.Locale) with { Entries = [.. file.Units.Select(Entry)] });

    /// <summary>Reads a file of ours that comes back.</summary>
    public static Result<TranslationFile> Read(string text, string name)
    {
        var read = PoReader.Read(text, name);
        if (!read.Ok)
            return read.Problems;
        if (read.Value.Locale is not { } locale)
            return ExchangeProblems.NoLanguage(name, read.Value.Field("Language"));
        if (read.Value.Entries.FirstOrDefault(e => !e.Key.Contains('#')) is { } foreign)
            return ExchangeProblems.UnknownUnit(foreign.Key);
        return new TranslationFile(locale, [.. read.Value.Entries.Select(Unit)]);
    }

    private static PoEntry Entry(TranslationUnit unit)
    {
        var entry = PoEntry.OfEnglish(unit.Id, unit.Source);
        ImmutableArray<string> notes = unit.State == UnitState.Unneeded ? [PoEntry.UnneededNote] : [];
        return entry with
        {
            Translations = [unit.State == UnitState.Unneeded ? unit.Source : unit.Target],
            Flags = unit.State == UnitState.Stale && unit.Target.Length > 0 ? entry.Flags.Insert(0, PoEntry.FuzzyFlag) : entry.Flags,
            Notes = unit.Note.Length == 0 ? notes : [.. notes, .. unit.Note.Split('\n')],
            PreviousEnglish = unit.Target.Length > 0 ? unit.Previous : null,
        };
    }

    private static TranslationUnit Unit(PoEntry entry) => new()
    {
        Id = entry.Key,
        Source = entry.English,
        Target = entry.Translations.FirstOrDefault() ?? "",
        State = entry.NeedsNoTranslation ? UnitState.Unneeded
            : entry.IsFuzzy ? UnitState.Stale
            : entry.Translations.FirstOrDefault() is { Length: > 0 } ? UnitState.Translated : UnitState.New,
    };
}
