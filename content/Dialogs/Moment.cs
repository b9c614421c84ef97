namespace Outreach.Content.Dialogs;

/// <summary>When a turn happens. The core has no clock; the runner hands it the time.</summary>
/// <param name="Utc">The instant.</param>
/// <param name="Offset">The offset of the zone of the person's place at that instant.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Moment(DateTimeOffset Utc, TimeSpan Offset)
{
    /// <summary>The local time of the person's place.</summary>
    public DateTimeOffset Local => Utc.ToOffset(Offset);

    /// <summary>The local day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local.DateTime);
}
