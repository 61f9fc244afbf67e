using System.Buffers;
using System.IO.Compression;

namespace Dashboard.Otlp;

/// <summary>A request's bytes in one piece of rented memory.</summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>A batch of some thousand spans with long attributes.</summary>
    public const int MaximumBytes = 32 * 1024 * 1024;

    /// <summary>Memory is rented as the bytes come, from so many on: a length that is only announced takes none.</summary>
    private const int FirstBytes = 256 * 1024;

    private byte[] _bytes;

    private RequestBody(byte[] bytes, int length) => (_bytes, Length) = (bytes, length);

    /// <summary>How many.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Reads a stream to its end.</summary>
    /// <returns>The bytes; null if there are more than <see cref="MaximumBytes"/>.</returns>
    public static async Task<RequestBody?> ReadAsync(Stream stream, int expected, CancellationToken cancellationToken)
    {
        var body = new RequestBody(ArrayPool<byte>.Shared.Rent(Math.Clamp(expected, 4096, FirstBytes) + 1), 0);
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(body._bytes.AsMemory(body.Length), cancellationToken);
                if (read == 0)
                {
                    return body;
                }

                body.Length += read;
                if (body.Length > MaximumBytes)
                {
                    body.Dispose();
                    return null;
                }

                if (body.Length == body._bytes.Length)
                {
                    body.Grow();
                }
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>Unpacks gzip.</summary>
    /// <returns>The bytes; null if they are too many.</returns>
    /// <exception cref="MalformedOtlpException">This is not gzip.</exception>
    public static async Task<RequestBody?> UnpackAsync(Stream packed, CancellationToken cancellationToken)
    {
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        try
        {
            return await ReadAsync(unpacked, 0, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new MalformedOtlpException("The request says that it is gzip and is not.", exception);
        }
    }

    /// <summary>Copies the bytes of a pipe.</summary>
    public static RequestBody Copy(ReadOnlySequence<byte> bytes)
    {
        var length = (int)bytes.Length;
        var body = new RequestBody(ArrayPool<byte>.Shared.Rent(length), length);
        bytes.CopyTo(body._bytes);
        return body;
    }

    /// <summary>The bytes as a stream.</summary>
    public MemoryStream ToStream() => new(_bytes, 0, Length, writable: false);

    /// <inheritdoc />
    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * _bytes.Length);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
