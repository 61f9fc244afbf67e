namespace Dashboard.Components.Pages.Console.Ansi;

/// <summary>What a sequence can do to text beside its colours.</summary>
[Flags]
internal enum AnsiTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Fainter.</summary>
    Faint = 2,

    /// <summary>Slanted.</summary>
    Italic = 4,

    /// <summary>Underlined.</summary>
    Underline = 8,

    /// <summary>The two colours changed places.</summary>
    Inverse = 16,

    /// <summary>Crossed out.</summary>
    Strike = 32,
}
