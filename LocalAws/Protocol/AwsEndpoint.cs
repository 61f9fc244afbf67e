using System.Diagnostics;
using LocalAws.State;

namespace LocalAws.Protocol;

/// <summary>The one HTTP endpoint (any path: SDKs post to queue URLs too) that every AWS call arrives at.</summary>
internal sealed partial class AwsEndpoint(OperationTable operations, LocalAwsOptions options, IStateLog log, ILogger<AwsEndpoint> logger)
{
    /// <summary>The header of every answer that tells its call's id.</summary>
    public const string RequestIdHeader = "x-amzn-RequestId";

    public async Task HandleAsync(HttpContext context)
    {
        var requestId = Guid.NewGuid().ToString();
        context.Response.Headers[RequestIdHeader] = requestId;
        var call = Describe(context);
        try
        {
            var wire = SelectWire(context, requestId);
            var answer = await AnswerAsync(wire, context, call);
            if (!call.CanUndo || !CallerPresence.IsGone(context.Features))
            {
                await answer.WriteAsync(context.Response, context.RequestAborted);
                return;
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
        }

        call.Undo();
        context.Abort();
    }

    /// <summary>Answers a call that is refused before it is read, in its own protocol.</summary>
    public Task RefuseAsync(HttpContext context, AwsException refusal)
    {
        var requestId = Guid.NewGuid().ToString();
        context.Response.Headers[RequestIdHeader] = requestId;
        return SelectWire(context, requestId).Refuse(refusal).WriteAsync(context.Response, context.RequestAborted);
    }

    private Wire SelectWire(HttpContext context, string requestId) =>
        context.Request.Headers["X-Amz-Target"].ToString() is { Length: > 0 } target
            ? new JsonWire(operations, target, context.Request.ContentType, options.MaximumRequestBytes)
            : new QueryWire(operations, requestId);

    private async Task<WireAnswer> AnswerAsync(Wire wire, HttpContext context, CallContext call)
    {
        try
        {
            var answer = await wire.RunAsync(context.Request, call, context.RequestAborted);
            // What was written is kept before it is acknowledged.
            await log.FlushAsync(context.RequestAborted);
            return answer;
        }
        catch (AwsException refused)
        {
            return wire.Refuse(refused);
        }
        catch (Exception malformed) when (malformed is BadHttpRequestException or InvalidDataException)
        {
            return wire.Refuse(new AwsException("MalformedHttpRequestException", "The request's body or form cannot be read."));
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            LogDefect(logger, wire.Operation, defect);
            return wire.Refuse(new AwsException(
                "InternalFailure", "The request failed because of an internal error.", StatusCodes.Status500InternalServerError));
        }
    }

    private CallContext Describe(HttpContext context) => new(
        options.AccountId,
        CredentialScope.Region(context.Request.Headers.Authorization.ToString()) ?? options.Region,
        $"{context.Request.Scheme}://{context.Request.Host}",
        TraceOf(context.Request))
    {
        Path = context.Request.Path.Value ?? "/",
    };

    /// <summary>The server's span of this call, or a caller's unsampled trace; a call outside of any trace has none.</summary>
    private static ActivityContext TraceOf(HttpRequest request) =>
        Activity.Current is { } activity && (activity.Recorded || request.Headers.TraceParent.Count > 0) ? activity.Context : default;

    [LoggerMessage(1, LogLevel.Error, "{Operation} FAILED because of a defect")]
    private static partial void LogDefect(ILogger logger, string operation, Exception defect);
}
