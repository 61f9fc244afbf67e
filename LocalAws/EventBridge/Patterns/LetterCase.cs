using System.Text;

namespace LocalAws.EventBridge.Patterns;

/// <summary>
/// Lower and upper case of a letter, those letters included whose other case is more than one letter. Source: the Unicode
/// Character Database, SpecialCasing.txt, unconditional mappings.
/// </summary>
internal static class LetterCase
{
    public static string Lower(Rune letter) => letter.Value == 'İ' ? "i\u0307" : Rune.ToLowerInvariant(letter).ToString();

    public static string Upper(Rune letter) => letter.Value switch
    {
        'ß' => "SS",
        'ŉ' => "\u02bcN",
        'ǰ' => "J\u030c",
        '\u0390' => "\u0399\u0308\u0301",
        '\u03b0' => "\u03a5\u0308\u0301",
        'և' => "ԵՒ",
        'ﬀ' => "FF",
        'ﬁ' => "FI",
        'ﬂ' => "FL",
        'ﬃ' => "FFI",
        'ﬄ' => "FFL",
        'ﬅ' or 'ﬆ' => "ST",
        _ => Rune.ToUpperInvariant(letter).ToString(),
    };
}
