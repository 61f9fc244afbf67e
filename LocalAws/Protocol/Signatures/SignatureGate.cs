namespace LocalAws.Protocol.Signatures;

/// <summary>Lets through what is signed, and refuses the rest in the caller's own protocol.</summary>
internal sealed class SignatureGate(SignatureVerifier verifier, AwsEndpoint endpoint, LocalAwsOptions options)
{
    /// <summary>Hands a signed call over to the endpoint, its body read.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var body = await ReadBodyAsync(context.Request, context.RequestAborted);
            verifier.Verify(SignedCall.Of(context, body));
            context.Request.Body = new MemoryStream(body, writable: false);
        }
        catch (SignatureException refused)
        {
            await endpoint.RefuseAsync(context, context.Request.Headers["X-Amz-Target"].ToString().Length > 0 ? refused.ForJson() : refused.ForQuery());
            return;
        }
        catch (AwsException refused)
        {
            await endpoint.RefuseAsync(context, refused);
            return;
        }
        catch (BadHttpRequestException)
        {
            await endpoint.RefuseAsync(context, new AwsException("MalformedHttpRequestException", "The request's body cannot be read."));
            return;
        }

        await endpoint.HandleAsync(context);
    }

    private async Task<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var block = new byte[16 * 1024];
        while (await request.Body.ReadAsync(block, cancellationToken) is var read and > 0)
        {
            if (body.Length + read > options.MaximumRequestBytes)
            {
                throw new AwsException(
                    "RequestEntityTooLargeException",
                    $"The request body is longer than {options.MaximumRequestBytes} bytes.",
                    StatusCodes.Status413PayloadTooLarge);
            }

            body.Write(block, 0, read);
        }

        return body.ToArray();
    }
}
