using System.IO.Compression;
using System.Text;
using Outreach.Content.XlsForm;

namespace Outreach.Content.Tests.XlsForm;

/// <summary>Files come from anywhere: what is no spreadsheet, too large, locked or hostile is refused, and nothing in a cell is ever run.</summary>
public class SheetReaderTests
{
    [Fact]
    public void A_cell_that_looks_like_a_formula_stays_a_text()
    {
        var written = SheetWriter.Write(new FormBook([Forms.Sheet("survey", "type | name\n=1+1 | @cmd")]));
        Assert.Equal<string>(["=1+1", "@cmd"], SheetReader.Read(written, "f.xlsx").Value!.Sheets[0].Rows[1].Cells);
    }

    [Fact]
    public void Of_a_formula_the_saved_value_counts() => Assert.Equal(
        "7", SheetReader.Read(Sheet("<row r=\"1\"><c r=\"A1\"><f>WEBSERVICE(\"http://example.org\")</f><v>7</v></c></row>"), "f.xlsx").Value!.Sheets[0].Rows[0][0]);

    [Fact]
    public void Rows_and_columns_keep_their_numbers()
    {
        var row = Assert.Single(SheetReader.Read(Sheet("<row r=\"4\"><c r=\"C4\" t=\"inlineStr\"><is><t> x </t></is></c></row>"), "f.xlsx").Value!.Sheets[0].Rows);
        Assert.Equal((4, "x"), (row.Number, row[2]));
    }

    [Theory]
    [InlineData("words", "f.xlsx", "type,name", "f.xlsx: 2600: this cannot be read as .xls, .xlsx or .csv: the content is of another kind than the name says, or of none we know")]
    [InlineData("nothing", "f.xls", "", "f.xls: 2600: this cannot be read as .xls, .xlsx or .csv: the content is of another kind than the name says, or of none we know")]
    [InlineData("the beginning of a zip", "f.xlsx", "PK\u0003\u0004", "f.xlsx: 2600: this cannot be read as .xls, .xlsx or .csv: it is damaged (InvalidDataException)")]
    public void What_is_no_spreadsheet_is_refused(string why, string file, string content, string said) =>
        Assert.Equal((why, said), (why, Assert.Single(SheetReader.Read(Encoding.Latin1.GetBytes(content), file).Problems).ToString()));

    [Fact]
    public void A_damaged_xls_is_refused() => Assert.Equal(2600,
        Assert.Single(SheetReader.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "f.xls").Problems).Code);

    [Fact]
    public void A_file_with_a_password_says_so() => Assert.Equal("f.xls: 2601: the file is protected with a password; save it without one",
        Assert.Single(SheetReader.Read(LockedXls(), "f.xls").Problems).ToString());

    [Fact]
    public void A_small_file_that_unpacks_without_end_is_refused()
    {
        var bomb = Zip(("xl/worksheets/sheet1.xml", new string(' ', FormLimits.UnpackedBytes + 1)));
        Assert.True(bomb.Length < FormLimits.Bytes);
        Assert.Equal("f.xlsx: 2602: too large: at most 100000000 bytes when unpacked", Assert.Single(SheetReader.Read(bomb, "f.xlsx").Problems).ToString());
    }

    [Fact]
    public void Entities_that_grow_without_end_are_not_read() => Assert.Equal(2600, Assert.Single(SheetReader.Read(
        Sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row>", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"), "f.xlsx").Problems).Code);

    [Theory]
    [InlineData("bytes", FormLimits.Bytes + 1, 0, "f.csv: 2602: too large: at most 10000000 bytes")]
    [InlineData("rows", FormLimits.Rows + 1, 1, "f.csv, sheet : 2602: too large: at most 20000 rows")]
    [InlineData("columns", 1, FormLimits.Columns + 1, "f.csv, sheet : 2602: too large: at most 500 columns")]
    public void Sizes_have_an_end(string what, int rows, int columns, string said)
    {
        var content = columns == 0 ? new string('x', rows) : string.Concat(Enumerable.Repeat(string.Join(',', Enumerable.Repeat("x", columns)) + "\n", rows));
        Assert.Equal((what, said), (what, Assert.Single(SheetReader.Read(Encoding.UTF8.GetBytes(content), "f.csv").Problems).ToString()));
    }

    [Theory]
    [InlineData("type,name,label\ntext,a,Ä\n")]
    [InlineData("survey,,,\n,type,name,label\n,text,a,Ä\nsettings\n,form_id\n,x\n")]
    public void A_csv_is_one_sheet_or_names_its_sheets(string content)
    {
        var read = FormImport.Read(SheetReader.Read(Encoding.UTF8.GetBytes(content), "f.csv").Value!, "f.csv");
        Assert.Equal("Ä", Assert.Single(read.Value!.Items).Texts["label"].In(FormLanguage.English));
    }

    private static byte[] Sheet(string rows, string doctype = "") => Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"survey\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", $"<?xml version=\"1.0\"?>{doctype}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"));

    /// <summary>A compound file (a FAT, a directory, one stream) whose workbook begins with FILEPASS, RC4, of a password nobody knows.</summary>
    private static byte[] LockedXls()
    {
        var file = new byte[512 * 11];
        using var writer = new BinaryWriter(new MemoryStream(file));
        writer.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], 0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, .. new byte[10]]);
        foreach (var word in (int[])[1, 1, 0, 4096, -2, 0, -2, 0, 0, .. Enumerable.Repeat(-1, 108)])
            writer.Write(word);
        foreach (var word in (int[])[-3, -2, 3, 4, 5, 6, 7, 8, 9, -2, .. Enumerable.Repeat(-1, 118)])
            writer.Write(word);
        Entry("Root Entry", 5, child: 1, first: -2, size: 0);
        Entry("Workbook", 2, child: -1, first: 2, size: 4096);
        writer.BaseStream.Position = 512 * 3;
        writer.Write([9, 8, 16, 0, 0, 6, 5, 0, .. new byte[12], 0x2F, 0, 54, 0, 1, 0, 1, 0, 1, 0, .. Enumerable.Range(1, 48).Select(i => (byte)i)]);
        return file;

        void Entry(string name, byte kind, int child, int first, int size)
        {
            writer.Write([.. Encoding.Unicode.GetBytes(name.PadRight(32, '\0')), (byte)((name.Length + 1) * 2), 0, kind, 1]);
            writer.Write(-1);
            writer.Write(-1);
            writer.Write(child);
            writer.Write(new byte[36]);
            writer.Write(first);
            writer.Write((long)size);
        }
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return stream.ToArray();
    }
}
