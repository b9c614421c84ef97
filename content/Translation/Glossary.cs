using System.Collections.Immutable;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Translation;

/// <summary>A term and how a language says it.</summary>
/// <param name="Id">The same in every language.</param>
/// <param name="English">What it translates.</param>
/// <param name="Use">The word to use.</param>
/// <param name="Avoid">Words that hurt, mislead, or mean something else in law.</param>
/// <param name="Note">Why; may be empty.</param>
public sealed record GlossaryTerm(string Id, string English, string Use, ImmutableArray<string> Avoid, string Note);

/// <summary>How one language says what our texts speak of: <c>localization/glossary/LANGUAGE.yaml</c>.</summary>
public sealed class Glossary
{
    private readonly Lazy<ImmutableArray<(string Folded, string Word, GlossaryTerm Term)>> _avoided;

    private readonly Lazy<ImmutableArray<(string Folded, GlossaryTerm Term)>> _english;

    private Glossary(Locale locale, bool isDraft, ImmutableArray<GlossaryTerm> terms)
    {
        (Locale, IsDraft, Terms) = (locale, isDraft, terms);
        _english = new(() => [.. terms.Select(t => (Fold.Text(t.English), t))]);
        _avoided = new(() => [.. from term in terms from word in term.Avoid select (Fold.Text(word), word, term)]);
    }

    /// <summary>The language.</summary>
    public Locale Locale { get; }

    /// <summary>True until a speaker has read it.</summary>
    public bool IsDraft { get; }

    /// <summary>The terms, in the order of the file.</summary>
    public ImmutableArray<GlossaryTerm> Terms { get; }

    /// <summary>The terms an English text speaks of: what a translator sees beside it.</summary>
    public IEnumerable<GlossaryTerm> In(string english)
    {
        var folded = $" {Fold.Text(english)} ";
        return from term in _english.Value
               where folded.Contains($" {term.Folded} ", StringComparison.Ordinal) || folded.Contains($" {term.Folded}s ", StringComparison.Ordinal)
               select term.Term;
    }

    /// <summary>The words in a text that are to be avoided.</summary>
    public IEnumerable<(string Word, GlossaryTerm Term)> AvoidedIn(string text)
    {
        var folded = $" {Fold.Text(text)} ";
        return from avoided in _avoided.Value where folded.Contains($" {avoided.Folded} ", StringComparison.Ordinal) select (avoided.Word, avoided.Term);
    }

    /// <summary>Reads a file; its name is the language.</summary>
    public static Result<Glossary> Read(string text, string name)
    {
        if (Locale.All.FirstOrDefault(l => $"{l.Tag}.yaml" == name) is not { } locale)
            return TranslationProblems.GlossaryName(name);
        var problems = new List<Problem>();
        if (YamlFields.Of(text, name, problems) is not { } fields)
            return problems.ToImmutableArray();
        var isDraft = fields.OneOf("status", ("draft", true), ("reviewed", false));
        fields.Text("by");
        var terms = fields.Maps("terms").Select(Term).ToImmutableArray();
        fields.End();
        foreach (var twice in terms.GroupBy(t => t.Id, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            problems.Add(TranslationProblems.TermTwice(name, twice.Key));
        foreach (var term in terms.Where(t => t.Avoid.Any(a => Fold.Text(a) == Fold.Text(t.Use))))
            problems.Add(TranslationProblems.UsedAndAvoided(name, term.Id));
        return problems.Count > 0 ? problems.ToImmutableArray() : new Glossary(locale, isDraft, terms);
    }

    /// <summary>Every glossary of a folder; none where there is no folder.</summary>
    public static Result<ImmutableArray<Glossary>> ReadAll(string folder)
    {
        if (!System.IO.Directory.Exists(folder))
            return ImmutableArray<Glossary>.Empty;
        var read = System.IO.Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(f => Read(File.ReadAllText(f), Path.GetFileName(f))).ToList();
        return read.SelectMany(r => r.Problems).ToImmutableArray() is { IsEmpty: false } wrong ? wrong : read.Select(r => r.Value!).ToImmutableArray();
    }

    private static GlossaryTerm Term(YamlFields fields)
    {
        var term = new GlossaryTerm(fields.Text("id"), fields.Text("english"), fields.Text("use"), fields.OptionalTexts("avoid"), fields.Optional("note") ?? "");
        fields.End();
        return term;
    }
}
