namespace LocalAws.Protocol.Signatures;

/// <summary>Lets through what is signed, and refuses the rest in the caller's own protocol.</summary>
internal sealed class SignatureGate(SignatureVerifier verifier, OperationTable operations, LocalAwsOptions options)
{
    /// <summary>Hands a signed call over to <paramref name="next"/>, its body read.</summary>
    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var target = context.Request.Headers["X-Amz-Target"].ToString();
        try
        {
            var body = await ReadBodyAsync(context.Request, context.RequestAborted);
            verifier.Verify(SignedCall.Of(context, body));
            context.Request.Body = new MemoryStream(body, writable: false);
        }
        catch (SignatureException refused)
        {
            await RefuseAsync(context, target, target.Length > 0 ? refused.ForJson() : refused.ForQuery());
            return;
        }
        catch (AwsException refused)
        {
            await RefuseAsync(context, target, refused);
            return;
        }
        catch (BadHttpRequestException)
        {
            await RefuseAsync(context, target, new AwsException("MalformedHttpRequestException", "The request's body cannot be read."));
            return;
        }

        await next(context);
    }

    private async Task RefuseAsync(HttpContext context, string target, AwsException refusal)
    {
        var requestId = Guid.NewGuid().ToString();
        Wire wire = target.Length > 0
            ? new JsonWire(operations, target, options.MaximumRequestBytes)
            : new QueryWire(operations, requestId);
        context.Response.Headers["x-amzn-RequestId"] = requestId;
        await wire.Refuse(refusal).WriteAsync(context.Response, context.RequestAborted);
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
