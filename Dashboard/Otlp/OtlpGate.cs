using System.Security.Cryptography;
using System.Text;
using Grpc.Core;

namespace Dashboard.Otlp;

/// <summary>
/// Keeps the two ports apart (OTLP on one, everything else on the other) and asks senders for their key, before any of
/// the body is read.
/// </summary>
internal sealed class OtlpGate(RequestDelegate next, OtlpOptions options)
{
    private const string KeyHeader = "x-otlp-api-key";

    private readonly byte[][] _keys =
        [.. new[] { options.PrimaryApiKey, options.SecondaryApiKey }.Where(key => key.Length > 0).Select(Digest)];

    /// <summary>Lets a request through, or answers it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var isOtlpPort = context.Features.Get<OtlpConnection>() is not null;
        var isGrpc = context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true;
        if (isOtlpPort != isGrpc)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return !isGrpc || HasKey(context.Request) ? next(context) : RefuseAsync(context.Response);
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>A gRPC answer of trailers only.</summary>
    private static Task RefuseAsync(HttpResponse response)
    {
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = ((int)StatusCode.Unauthenticated).ToString(System.Globalization.CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = $"The header {KeyHeader} is missing or wrong.";
        return response.CompleteAsync();
    }

    /// <summary>Digests are compared, so that neither the key's content nor its length shows in the time that it takes.</summary>
    private bool HasKey(HttpRequest request)
    {
        if (_keys.Length == 0)
        {
            return true;
        }

        var given = Digest(request.Headers[KeyHeader].ToString());
        var matches = false;
        foreach (var key in _keys)
        {
            matches |= CryptographicOperations.FixedTimeEquals(key, given);
        }

        return matches;
    }
}
