namespace Outreach.Content.Checks;

/// <summary>What a check is about, as an editor's desk groups them.</summary>
public enum CheckKind
{
    /// <summary>Pages and numbers nobody has looked at for long.</summary>
    Freshness,

    /// <summary>Translations that are missing, old, or read by no speaker.</summary>
    Translation,

    /// <summary>Languages that say different things.</summary>
    Sameness,

    /// <summary>Links to nowhere and pages nobody sees.</summary>
    Links,

    /// <summary>Words that promise, hurt, or are misspelt.</summary>
    Words,

    /// <summary>Numbers that cannot be dialled, or stand where they may not.</summary>
    Contacts,

    /// <summary>What a channel cuts or a person pays for.</summary>
    Channels,

    /// <summary>Hard to read, hard to find.</summary>
    Reading,
}

/// <summary>The kind of each check.</summary>
public static class CheckKinds
{
    /// <summary>The kind of a remark by its number.</summary>
    public static CheckKind Of(int code) => code switch
    {
        2040 or 2041 or 2058 or 2060 or 2065 or 2080 or 2081 => CheckKind.Freshness,
        2045 or 2046 or 2047 or 2048 or 2049 or 2061 or 2062 or 2063 or 2064 => CheckKind.Translation,
        2050 or 2051 or 2052 or 2053 or 2056 or 2066 or 2082 => CheckKind.Sameness,
        2054 or 2072 or 2073 or 2074 => CheckKind.Words,
        2055 or 2057 or 2070 => CheckKind.Contacts,
        2067 or 2068 or 2069 or 2075 => CheckKind.Channels,
        2042 or 2071 => CheckKind.Reading,
        _ => CheckKind.Links,
    };
}
