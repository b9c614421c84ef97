namespace Outreach.Tui.Text;

/// <summary>Bidirectional character types of UAX#9, under the names the standard gives them. The order is that of the generated table.</summary>
public enum BidiClass : byte
{
    L,
    R,
    AL,
    EN,
    ES,
    ET,
    AN,
    CS,
    NSM,
    BN,
    B,
    S,
    WS,
    ON,
    LRE,
    LRO,
    RLE,
    RLO,
    PDF,
    LRI,
    RLI,
    FSI,
    PDI,
}

/// <summary>Questions the rules of UAX#9 ask of a class.</summary>
internal static class BidiClasses
{
    public static bool IsIsolateInitiator(this BidiClass type) => type is BidiClass.LRI or BidiClass.RLI or BidiClass.FSI;

    public static bool IsRemovedByX9(this BidiClass type) =>
        type is BidiClass.LRE or BidiClass.LRO or BidiClass.RLE or BidiClass.RLO or BidiClass.PDF or BidiClass.BN;

    public static bool IsNeutralOrIsolate(this BidiClass type) =>
        type is BidiClass.B or BidiClass.S or BidiClass.WS or BidiClass.ON || type is >= BidiClass.LRI and <= BidiClass.PDI;

    /// <summary>Strong direction as the neutral rules see it: numbers count as right-to-left.</summary>
    public static BidiClass Strength(this BidiClass type) => type switch
    {
        BidiClass.L => BidiClass.L,
        BidiClass.R or BidiClass.EN or BidiClass.AN => BidiClass.R,
        _ => BidiClass.ON,
    };

    /// <summary>The direction of an embedding level.</summary>
    public static BidiClass DirectionOf(int level) => (level & 1) == 1 ? BidiClass.R : BidiClass.L;
}
