using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Outreach.Content.XlsForm;

/// <summary>Writes sheets as .xlsx. Every cell is a text, never a formula, whatever it begins with.</summary>
public static class SheetWriter
{
    /// <summary>The file.</summary>
    public static byte[] Write(FormBook book)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheets = new Sheets();
            foreach (var (index, sheet) in book.Sheets.Index())
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(sheet.Rows.Select(Row)));
                sheets.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)index + 1, Name = sheet.Name });
            }
            workbook.Workbook = new Workbook(sheets);
        }
        return stream.ToArray();
    }

    private static Row Row(FormRow row) => new(row.Cells.Index().Where(c => c.Item.Length > 0).Select(c => new Cell
    {
        CellReference = string.Create(CultureInfo.InvariantCulture, $"{FormRow.Letters(c.Index)}{row.Number}"),
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(c.Item) { Space = SpaceProcessingModeValues.Preserve }),
    }))
    {
        RowIndex = (uint)row.Number,
    };
}
