using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Outreach.Localization;

namespace Outreach.Content.XlsForm;

/// <summary>
/// Reads .xls, .xlsx and .csv into text. Nothing is calculated: of a formula the value that was saved with it counts.
/// A .csv is either one sheet (survey), or has the name of the sheet in its first column, as XLSForm tools write it.
/// </summary>
public static class SheetReader
{
    private static readonly byte[] Zip = "PK"u8.ToArray();
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];

    static SheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The sheets of a file.</summary>
    /// <param name="bytes">Its content.</param>
    /// <param name="file">Its name, for problems; the ending tells .csv.</param>
    public static Result<FormBook> Read(byte[] bytes, string file)
    {
        if (bytes.Length > FormLimits.Bytes)
            return FormProblems.TooLarge(file, "bytes", FormLimits.Bytes);
        var csv = file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
        var zip = bytes.AsSpan().StartsWith(Zip);
        if (csv == (zip || bytes.AsSpan().StartsWith(Compound)))
            return FormProblems.NotASheet(file, "the content is of another kind than the name says, or of none we know");
        try
        {
            if (zip && Unpacked(bytes, file) is { } problem)
                return problem;
            using var stream = new MemoryStream(bytes);
            using var reader = csv
                ? ExcelReaderFactory.CreateCsvReader(stream, new ExcelReaderConfiguration { FallbackEncoding = Encoding.UTF8 })
                : ExcelReaderFactory.CreateReader(stream);
            return csv ? Csv(Sheets(reader, file)) : Sheets(reader, file);
        }
        catch (InvalidPasswordException)
        {
            return FormProblems.Locked(file);
        }
        // A broken or hostile file breaks the library in many ways; each means that it cannot be read.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return FormProblems.NotASheet(file, $"it is damaged ({e.GetType().Name})");
        }
    }

    /// <summary>Unpacks every part to nowhere, because the sizes a zip claims may be lies.</summary>
    private static Problem? Unpacked(byte[] bytes, string file)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        if (zip.Entries.Count > FormLimits.Parts)
            return FormProblems.TooLarge(file, "parts", FormLimits.Parts);
        long total = 0;
        var buffer = new byte[81_920];
        foreach (var part in zip.Entries)
        {
            using var stream = part.Open();
            for (int read; (read = stream.Read(buffer)) > 0;)
                if ((total += read) > FormLimits.UnpackedBytes)
                    return FormProblems.TooLarge(file, "bytes when unpacked", FormLimits.UnpackedBytes);
        }
        return null;
    }

    private static Result<FormBook> Sheets(IExcelDataReader reader, string file)
    {
        var sheets = ImmutableArray.CreateBuilder<FormSheet>();
        do
        {
            var where = $"{file}, sheet {reader.Name}";
            if (sheets.Count == FormLimits.Sheets)
                return FormProblems.TooLarge(file, "sheets", FormLimits.Sheets);
            var rows = ImmutableArray.CreateBuilder<FormRow>();
            for (var number = 1; reader.Read(); number++)
            {
                var cells = Cells(reader);
                if (cells.Length == 0)
                    continue;
                if (rows.Count == FormLimits.Rows)
                    return FormProblems.TooLarge(where, "rows", FormLimits.Rows);
                if (cells.Length > FormLimits.Columns)
                    return FormProblems.TooLarge(where, "columns", FormLimits.Columns);
                if (cells.Any(c => c.Length > FormLimits.Characters))
                    return FormProblems.TooLarge(string.Create(CultureInfo.InvariantCulture, $"{where}, row {number}"), "characters in a cell", FormLimits.Characters);
                rows.Add(new FormRow(number, cells));
            }
            sheets.Add(new FormSheet(reader.Name ?? "", rows.ToImmutable()));
        }
        while (reader.NextResult());
        return new FormBook(sheets.ToImmutable());
    }

    /// <summary>The cells up to the last one with text.</summary>
    private static ImmutableArray<string> Cells(IExcelDataReader reader)
    {
        var last = reader.FieldCount - 1;
        while (last >= 0 && Text(reader.GetValue(last)).Length == 0)
            last--;
        return [.. Enumerable.Range(0, last + 1).Select(i => Text(reader.GetValue(i)))];
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text.Trim(),
        bool truth => truth ? "TRUE" : "FALSE",
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture).Trim(),
        _ => value.ToString()!.Trim(),
    };

    private static Result<FormBook> Csv(Result<FormBook> read)
    {
        if (!read.Ok)
            return read;
        var rows = read.Value.Sheets.SelectMany(s => s.Rows).ToImmutableArray();
        if (rows.IsEmpty || rows[0].Cells.Contains("type", StringComparer.OrdinalIgnoreCase))
            return new FormBook([new FormSheet("survey", rows)]);
        var sheets = new List<(string Name, ImmutableArray<FormRow>.Builder Rows)>();
        foreach (var row in rows)
        {
            if (row[0].Length > 0)
                sheets.Add((row[0], ImmutableArray.CreateBuilder<FormRow>()));
            if (row.Cells.Length > 1 && sheets.Count > 0)
                sheets[^1].Rows.Add(row with { Cells = row.Cells.SetItem(0, "") });     // the columns keep their letters
        }
        return new FormBook([.. sheets.Select(s => new FormSheet(s.Name, s.Rows.ToImmutable()))]);
    }
}
