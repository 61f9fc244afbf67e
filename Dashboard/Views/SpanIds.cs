using System.Globalization;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Views;

/// <summary>Span ids in addresses.</summary>
internal static class SpanIds
{
    private const int Digits = 16;

    /// <summary>Reads 16 hexadecimal digits.</summary>
    public static bool TryParse(string? text, out SpanId id)
    {
        id = default;
        if (text is not { Length: Digits } || !ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        id = new(value);
        return !id.IsEmpty;
    }
}
