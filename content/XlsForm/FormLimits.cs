namespace Outreach.Content.XlsForm;

/// <summary>How large a form file may be. A published form is far below; what is above is no form, or means harm.</summary>
public static class FormLimits
{
    /// <summary>Bytes of the file.</summary>
    public const int Bytes = 10_000_000;

    /// <summary>Bytes of everything in an .xlsx, unpacked.</summary>
    public const int UnpackedBytes = 100_000_000;

    /// <summary>Parts of an .xlsx.</summary>
    public const int Parts = 1_000;

    /// <summary>Sheets.</summary>
    public const int Sheets = 50;

    /// <summary>Rows of a sheet.</summary>
    public const int Rows = 20_000;

    /// <summary>Columns of a sheet.</summary>
    public const int Columns = 500;

    /// <summary>Characters of a cell; Excel holds no more.</summary>
    public const int Characters = 32_767;

    /// <summary>Groups inside each other.</summary>
    public const int Depth = 15;
}
