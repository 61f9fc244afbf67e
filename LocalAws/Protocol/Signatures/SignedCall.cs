using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.Protocol.Signatures;

/// <summary>A call as its sender signed it: nothing decoded.</summary>
/// <param name="Path">As it was sent.</param>
/// <param name="Query">As it was sent, without the question mark.</param>
/// <param name="Header">The values of a header, joined by commas; null: it is not there.</param>
internal sealed record SignedCall(string Method, string Path, string Query, Func<string, string?> Header, ReadOnlyMemory<byte> Body)
{
    public static SignedCall Of(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (Uri.TryCreate(target, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https")
        {
            target = absolute.PathAndQuery;
        }

        var question = target.IndexOf('?', StringComparison.Ordinal);
        var headers = context.Request.Headers;
        return new SignedCall(
            context.Request.Method,
            question < 0 ? target : target[..question],
            question < 0 ? "" : target[(question + 1)..],
            name => headers.TryGetValue(name, out var values) ? string.Join(',', values.Select(static value => value?.Trim())) : null,
            body);
    }
}
