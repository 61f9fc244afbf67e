using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Embedded.ResourceService;

/// <summary>Lets only those through who know the key. Digests are compared, so that the time it takes tells nothing of it.</summary>
internal sealed class ApiKeyGate(string apiKey)
{
    private const string Header = "x-resource-service-api-key";
    private readonly byte[] _expected = Digest(apiKey);

    /// <summary>Lets a request through, or answers it with UNAUTHENTICATED: a gRPC answer of trailers only.</summary>
    internal Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (CryptographicOperations.FixedTimeEquals(_expected, Digest(context.Request.Headers[Header].ToString())))
        {
            return next(context);
        }

        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = ((int)StatusCode.Unauthenticated).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["grpc-message"] = $"The header {Header} is missing or wrong.";
        return context.Response.CompleteAsync();
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
