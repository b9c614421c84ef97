using System.Globalization;
using System.Text;
using QRCoder;

namespace Outreach.Bot.Web;

/// <summary>An address as a QR code that is part of the page: no picture to load, sharp on paper.</summary>
internal static class QrSvg
{
    /// <summary>Writes it, dark on light whatever the colours around it, with the quiet border scanners need.</summary>
    public static void Write(HtmlWriter html, string address, string label)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var size = $"{data.ModuleMatrix.Count}";
        html.Add($"<svg class=qr role=img aria-label=\"{label}\" viewBox=\"0 0 {size} {size}\"><path fill=#fff d=\"M0 0h{size}v{size}H0z\"/><path d=\"{Path(data)}\"/></svg>");
    }

    private static string Path(QRCodeData data)
    {
        var path = new StringBuilder();
        foreach (var (y, row) in data.ModuleMatrix.Index())
            for (var x = 0; x < row.Count; x++)
            {
                var from = x;
                while (x < row.Count && row[x])
                    x++;
                if (x > from)
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1H{from}z");
            }
        return path.ToString();
    }
}
