using System.Buffers.Binary;
using System.IO.Compression;

namespace Browser.Tests;

/// <summary>
/// A picture of a page with 256 of its colours, every other one replaced by the nearest: half the size or less, and no difference that one
/// sees, for pages have few colours. Source: Portable Network Graphics (PNG) Specification, third edition.
/// </summary>
internal static class PalettePng
{
    private const int Colours = 256;
    private const int Areas = 64;

    /// <summary>Colours less far apart than this, squared, are hardly told apart.</summary>
    private const int Near = 300;

    private const int Signature = 8;
    private const int ChunkFrame = 12;
    private const byte BitsASample = 8;
    private const byte TrueColour = 2;
    private const byte TrueColourWithAlpha = 6;
    private const byte Palette = 3;

    /// <summary>Reduces a picture of eight bits a sample, not interlaced, as a browser makes it.</summary>
    public static byte[] Reduce(byte[] png)
    {
        var (width, height, samples) = ReadHeader(png);
        var pixels = ReadPixels(png, width, height, samples);
        var indices = Index(pixels, out var palette);

        using var picture = new MemoryStream();
        picture.Write(png.AsSpan(0, Signature));
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (BitsASample, Palette);
        WriteChunk(picture, "IHDR"u8, header);
        WriteChunk(picture, "PLTE"u8, [.. palette.SelectMany(colour => new[] { (byte)(colour >> 16), (byte)(colour >> 8), (byte)colour })]);
        WriteChunk(picture, "IDAT"u8, Compress(indices, width, height));
        WriteChunk(picture, "IEND"u8, []);
        return picture.ToArray();
    }

    private static (int Width, int Height, int Samples) ReadHeader(byte[] png)
    {
        var header = png.AsSpan(Signature + 8);
        (header[8], header[12]).ShouldBe((BitsASample, (byte)0), "eight bits a sample, not interlaced");
        var samples = header[9] switch { TrueColour => 3, TrueColourWithAlpha => 4, var other => throw new InvalidDataException($"Colour type {other}.") };
        return (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]), samples);
    }

    /// <summary>The colours, row by row, as 0xRRGGBB.</summary>
    private static int[] ReadPixels(byte[] png, int width, int height, int samples)
    {
        using var compressed = new MemoryStream();
        for (var at = Signature; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                compressed.Write(png.AsSpan(at + 8, length));
            }

            at += length + ChunkFrame;
        }

        compressed.Position = 0;
        using var rows = new ZLibStream(compressed, CompressionMode.Decompress);
        var pixels = new int[width * height];
        var (row, above) = (new byte[width * samples], new byte[width * samples]);
        for (var y = 0; y < height; y++)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(row);
            Unfilter(filter, row, above, samples);
            for (var x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = (row[x * samples] << 16) | (row[(x * samples) + 1] << 8) | row[(x * samples) + 2];
            }

            (row, above) = (above, row);
        }

        return pixels;
    }

    /// <summary>Section 9, "Filtering".</summary>
    private static void Unfilter(int filter, byte[] row, byte[] above, int samples)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var (left, up, corner) = (i < samples ? 0 : row[i - samples], above[i], i < samples ? 0 : above[i - samples]);
            row[i] += filter switch
            {
                1 => (byte)left,
                2 => (byte)up,
                3 => (byte)((left + up) / 2),
                4 => (byte)Paeth(left, up, corner),
                _ => 0,
            };
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (a, b, c) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static byte[] Index(int[] pixels, out int[] palette)
    {
        int[] byCount = [.. pixels.CountBy(colour => colour).OrderByDescending(count => count.Value).Select(count => count.Key)];
        var chosen = palette = Choose(byCount);
        var nearest = byCount.ToDictionary(colour => colour, colour => (byte)Nearest(chosen, colour));
        return Array.ConvertAll(pixels, colour => nearest[colour]);
    }

    /// <summary>The areas' colours as they are; then, a red number among many greys is rare and must stay red, those that no other stands near.</summary>
    private static int[] Choose(int[] byCount)
    {
        List<int> chosen = [.. byCount.Take(Areas)];
        foreach (var colour in byCount.Skip(Areas))
        {
            if (chosen.Count < Colours && chosen.TrueForAll(other => Distance(other, colour) >= Near))
            {
                chosen.Add(colour);
            }
        }

        return [.. chosen.Concat(byCount).Distinct().Take(Colours)];
    }

    private static int Nearest(int[] palette, int colour)
    {
        var (best, least) = (0, int.MaxValue);
        for (var i = 0; i < palette.Length && least > 0; i++)
        {
            var distance = Distance(palette[i], colour);
            if (distance < least)
            {
                (best, least) = (i, distance);
            }
        }

        return best;
    }

    private static int Distance(int one, int other)
    {
        var (r, g, b) = (((one >> 16) & 255) - ((other >> 16) & 255), ((one >> 8) & 255) - ((other >> 8) & 255), (one & 255) - (other & 255));
        return (r * r) + (g * g) + (b * b);
    }

    /// <summary>Rows of indices are best left unfiltered (section 12.7).</summary>
    private static byte[] Compress(byte[] indices, int width, int height)
    {
        using var compressed = new MemoryStream();
        using (var rows = new ZLibStream(compressed, CompressionLevel.SmallestSize))
        {
            for (var y = 0; y < height; y++)
            {
                rows.WriteByte(0);
                rows.Write(indices.AsSpan(y * width, width));
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(Stream picture, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        picture.Write(number);
        picture.Write(type);
        picture.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Check([.. type, .. data]));
        picture.Write(number);
    }

    /// <summary>Annex D, "Sample CRC implementation".</summary>
    private static uint Check(byte[] bytes)
    {
        var check = uint.MaxValue;
        foreach (var value in bytes)
        {
            check ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                check = (check & 1) == 0 ? check >> 1 : (check >> 1) ^ 0xEDB88320;
            }
        }

        return ~check;
    }
}
