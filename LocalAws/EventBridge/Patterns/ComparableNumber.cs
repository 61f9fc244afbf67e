using System.Buffers.Text;

namespace LocalAws.EventBridge.Patterns;

/// <summary>
/// A number as event patterns compare it: exact to six decimals, from -5e11 to 5e11. A number outside of that is no
/// comparable number; it can only be equal to the same spelling.
/// </summary>
/// <param name="Millionths">The number times 1,000,000.</param>
internal readonly record struct ComparableNumber(long Millionths) : IComparable<ComparableNumber>
{
    private const int Decimals = 6;
    private const long Limit = 500_000_000_000_000_000;

    /// <summary>So many significant digits are beyond the limit or beyond six decimals, whatever the exponent.</summary>
    private static readonly Int128 TooManyDigits = Limit * (Int128)1_000_000;

    public int CompareTo(ComparableNumber other) => Millionths.CompareTo(other.Millionths);

    /// <summary>Reads a number as JSON spells it.</summary>
    public static ComparableNumber? Parse(ReadOnlySpan<byte> spelling)
    {
        var negative = spelling is [(byte)'-', ..];
        var index = negative ? 1 : 0;
        Int128 digits = 0;
        var scale = 0;
        var fraction = false;
        // Zeros are held back: those at the end count for nothing, and those in front of a digit are appended with it.
        var zeros = 0;
        for (; index < spelling.Length && spelling[index] is not ((byte)'e' or (byte)'E'); index++)
        {
            if (spelling[index] == '.')
            {
                fraction = true;
                continue;
            }

            scale += fraction ? 1 : 0;
            if (spelling[index] == '0')
            {
                zeros++;
                continue;
            }

            for (zeros++; zeros > 0; zeros--)
            {
                digits *= 10;
                if (digits > TooManyDigits)
                {
                    return null;
                }
            }

            digits += spelling[index] - '0';
        }

        if (digits == 0)
        {
            return new ComparableNumber(0);
        }

        return TryReadExponent(spelling[index..], out var exponent) ? Scale(digits, exponent - scale + zeros + Decimals, negative) : null;
    }

    /// <summary>Why a number is not comparable.</summary>
    public static string Refusal(ReadOnlySpan<byte> spelling) =>
        Utf8Parser.TryParse(spelling, out double value, out _) && Math.Abs(value) <= Limit / 1e6
            ? "Only values upto 6 decimals are supported"
            : "Value must be between -5.0E11 and 5.0E11, inclusive";

    private static bool TryReadExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        var number = text[1] == '+' ? text[2..] : text[1..];
        return Utf8Parser.TryParse(number, out exponent, out var read) && read == number.Length && Math.Abs((long)exponent) < 10_000;
    }

    private static ComparableNumber? Scale(Int128 digits, int power, bool negative)
    {
        // The last digit is not 0, so a negative power means more decimals than are compared.
        if (power < 0)
        {
            return null;
        }

        for (; power > 0; power--)
        {
            digits *= 10;
            if (digits > Limit)
            {
                return null;
            }
        }

        return digits > Limit ? null : new ComparableNumber((long)(negative ? -digits : digits));
    }
}
