using System.Globalization;

namespace Dashboard.Components.Pages.Console.Ansi;

/// <summary>Select Graphic Rendition (ECMA-48, 8.3.117), and the 256 and 16 million colours that xterm added.</summary>
internal static class SelectGraphics
{
    /// <summary>The 16 colours as xterm has them, for finding the nearest: all others must be legible in both themes too.</summary>
    private static readonly (int Red, int Green, int Blue)[] Palette =
    [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ];

    /// <summary>The style after the parameters, such as <c>1;38;5;196</c>. What is not understood changes nothing.</summary>
    public static AnsiStyle Apply(AnsiStyle style, string parameters)
    {
        var codes = parameters.Split(';', ':').Select(Number).ToArray();
        for (var at = 0; at < codes.Length;)
        {
            if (codes[at] is 38 or 48)
            {
                var (colour, used) = Extended(codes.AsSpan(at + 1));
                if (colour is not null)
                {
                    style = codes[at] == 38 ? style with { Foreground = colour } : style with { Background = colour };
                }

                at += 1 + used;
            }
            else
            {
                style = ApplyOne(style, codes[at]);
                at++;
            }
        }

        return style;
    }

    private static AnsiStyle ApplyOne(AnsiStyle style, int code) => code switch
    {
        0 => AnsiStyle.Plain,
        1 => style with { Traits = style.Traits | AnsiTraits.Bold },
        2 => style with { Traits = style.Traits | AnsiTraits.Faint },
        3 => style with { Traits = style.Traits | AnsiTraits.Italic },
        4 => style with { Traits = style.Traits | AnsiTraits.Underline },
        7 => style with { Traits = style.Traits | AnsiTraits.Inverse },
        9 => style with { Traits = style.Traits | AnsiTraits.Strike },
        22 => style with { Traits = style.Traits & ~(AnsiTraits.Bold | AnsiTraits.Faint) },
        23 => style with { Traits = style.Traits & ~AnsiTraits.Italic },
        24 => style with { Traits = style.Traits & ~AnsiTraits.Underline },
        27 => style with { Traits = style.Traits & ~AnsiTraits.Inverse },
        29 => style with { Traits = style.Traits & ~AnsiTraits.Strike },
        >= 30 and <= 37 => style with { Foreground = code - 30 },
        39 => style with { Foreground = null },
        >= 40 and <= 47 => style with { Background = code - 40 },
        49 => style with { Background = null },
        >= 90 and <= 97 => style with { Foreground = code - 90 + 8 },
        >= 100 and <= 107 => style with { Background = code - 100 + 8 },
        _ => style,
    };

    /// <summary>What follows 38 or 48: <c>5;n</c> or <c>2;r;g;b</c>.</summary>
    private static (int? Colour, int Used) Extended(ReadOnlySpan<int> codes) => codes switch
    {
        [5, >= 0 and < 16 and var basic, ..] => (basic, 2),
        [5, >= 16 and < 232 and var cube, ..] => (Nearest(Level((cube - 16) / 36), Level((cube - 16) / 6 % 6), Level((cube - 16) % 6)), 2),
        [5, >= 232 and <= 255 and var grey, ..] => (Nearest(8 + ((grey - 232) * 10), 8 + ((grey - 232) * 10), 8 + ((grey - 232) * 10)), 2),
        [5, _, ..] => (null, 2),
        [2, >= 0 and <= 255 and var red, >= 0 and <= 255 and var green, >= 0 and <= 255 and var blue, ..] => (Nearest(red, green, blue), 4),
        [2, ..] => (null, Math.Min(4, codes.Length)),
        _ => (null, Math.Min(1, codes.Length)),
    };

    private static int Level(int step) => step == 0 ? 0 : 55 + (step * 40);

    private static int Nearest(int red, int green, int blue) => Enumerable.Range(0, Palette.Length).MinBy(index =>
    {
        var (r, g, b) = Palette[index];
        return ((red - r) * (red - r)) + ((green - g) * (green - g)) + ((blue - b) * (blue - b));
    });

    /// <summary>A missing number is 0, one that is none is nothing that we know.</summary>
    private static int Number(string text) =>
        text.Length == 0 ? 0 : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
