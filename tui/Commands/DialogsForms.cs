using System.CommandLine;

namespace Outreach.Tui.Commands;

/// <summary>outreach dialogs: XLSForm both ways, for authors who work in a spreadsheet.</summary>
internal static class DialogsForms
{
    private static readonly Argument<string> Name = new("name") { Description = "a dialog of the content (voluntary-return), or a .yaml file, also a draft" };
    private static readonly Option<string?> Out = new("--out") { Description = "the .xlsx to write; default: NAME.xlsx in the current folder" };
    private static readonly Argument<string> Form = new("file") { Description = "an XLSForm: .xls, .xlsx or .csv" };
    private static readonly Option<string?> Draft = new("--out") { Description = "the draft to write; default: NAME.draft.yaml in the current folder; translations go beside it as NAME.draft.LANGUAGE.po" };

    /// <summary>The commands export and import.</summary>
    public static Command[] Build()
    {
        var export = new Command("export", "writes a dialog with the texts of all languages as XLSForm") { Name, Out, Sources.ContentOption, Sources.CatalogsOption };
        export.SetAction(parsed => DialogsExport.Run(Sources.Of(parsed), parsed.GetRequiredValue(Name), parsed.GetValue(Out), Streams.Of(parsed)));
        var import = new Command("import", "makes a draft of an XLSForm: everything of it or nothing; the bot asks only what an author has completed") { Form, Draft, Sources.ContentOption };
        import.SetAction(parsed => DialogsImport.Run(Sources.Of(parsed), parsed.GetRequiredValue(Form), parsed.GetValue(Draft), Streams.Of(parsed)));
        return [export, import];
    }
}
