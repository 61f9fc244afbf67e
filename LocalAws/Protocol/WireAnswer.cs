using Microsoft.Extensions.Primitives;

namespace LocalAws.Protocol;

/// <summary>An answer, ready to be sent.</summary>
internal sealed record WireAnswer(string ContentType, ReadOnlyMemory<byte> Body, int Status = StatusCodes.Status200OK)
{
    /// <summary>Headers beside the usual ones.</summary>
    public IReadOnlyDictionary<string, StringValues> Headers { get; init; } = new Dictionary<string, StringValues>();

    /// <summary>Sends it.</summary>
    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        await response.BodyWriter.WriteAsync(Body, cancellationToken);
    }
}
