using System.Buffers.Text;
using System.Net.Sockets;

namespace LocalAws.EventBridge.Patterns;

/// <summary>Reads the text of an IP address as event patterns know it: four decimal numbers, or groups of hexadecimal digits.</summary>
internal static class IpAddressText
{
    private const int OctetsOfV4 = 4;
    private const int GroupsOfV6 = 8;
    private const int DigitsOfAGroup = 4;
    private const int GroupBits = 16;

    /// <summary>The first 96 bits of an IPv4 address that is mapped into IPv6.</summary>
    private const uint MappedPrefix = 0xffff;

    /// <param name="text">UTF-8.</param>
    /// <param name="family">IPv4 or IPv6. As for AWS, an IPv4 address mapped into IPv6 is an IPv4 address.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out AddressFamily family, out UInt128 address)
    {
        (family, address) = (AddressFamily.InterNetwork, 0);
        if (!LooksLikeOne(text))
        {
            return false;
        }

        if (text.IndexOf((byte)':') < 0)
        {
            return TryParseDotted(text, out address);
        }

        if (!TryParseGroups(text, out address))
        {
            return false;
        }

        if (address >> 32 == MappedPrefix)
        {
            address &= uint.MaxValue;
        }
        else
        {
            family = AddressFamily.InterNetworkV6;
        }

        return true;
    }

    /// <summary>Does it have the letters of an address, if not its grammar?</summary>
    public static bool LooksLikeOne(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf((byte)':') >= 0)
        {
            foreach (var letter in text)
            {
                if (letter != ':' && !char.IsAsciiHexDigit((char)letter))
                {
                    return false;
                }
            }

            return true;
        }

        var dots = 0;
        var digits = 0;
        foreach (var letter in text)
        {
            if (letter == '.' && digits > 0)
            {
                dots++;
                digits = 0;
            }
            else if (char.IsAsciiDigit((char)letter))
            {
                digits++;
            }
            else
            {
                return false;
            }
        }

        return dots == OctetsOfV4 - 1 && digits > 0;
    }

    /// <summary>Four decimal numbers; leading zeros do not make them octal.</summary>
    private static bool TryParseDotted(ReadOnlySpan<byte> text, out UInt128 address)
    {
        var (number, octet) = (0u, 0u);
        address = 0;
        foreach (var letter in text)
        {
            if (letter == '.')
            {
                number = (number << 8) | octet;
                octet = 0;
                continue;
            }

            octet = (octet * 10) + letter - '0';
            if (octet > byte.MaxValue)
            {
                return false;
            }
        }

        address = (number << 8) | octet;
        return true;
    }

    /// <summary>Eight groups, or fewer with one gap of zeros.</summary>
    private static bool TryParseGroups(ReadOnlySpan<byte> text, out UInt128 address)
    {
        address = 0;
        var gap = text.IndexOf("::"u8);
        if (gap < 0)
        {
            return ReadGroups(text, ref address) == GroupsOfV6;
        }

        UInt128 low = 0;
        var before = text[..gap];
        var after = text[(gap + 2)..];
        var left = before.IsEmpty ? 0 : ReadGroups(before, ref address);
        var right = after.IsEmpty ? 0 : ReadGroups(after, ref low);
        if (left < 0 || right < 0 || left + right >= GroupsOfV6)
        {
            return false;
        }

        address = left == 0 ? low : (address << (GroupBits * (GroupsOfV6 - left))) | low;
        return true;
    }

    /// <summary>How many groups there are, or -1 if they are malformed.</summary>
    private static int ReadGroups(ReadOnlySpan<byte> text, ref UInt128 number)
    {
        var groups = 0;
        foreach (var range in text.Split((byte)':'))
        {
            var digits = text[range];
            if (digits.Length is 0 or > DigitsOfAGroup || ++groups > GroupsOfV6)
            {
                return -1;
            }

            // They are hexadecimal digits, or LooksLikeOne would have said so.
            _ = Utf8Parser.TryParse(digits, out ushort group, out _, 'X');
            number = (number << GroupBits) | group;
        }

        return groups;
    }
}
