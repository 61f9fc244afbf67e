namespace Dashboard.Otlp;

/// <summary>
/// Keeps the ports apart (OTLP on two of them, everything else on the other), asks senders for their key before any of the body
/// is read, and answers them: nothing of what comes in on an OTLP port goes further.
/// </summary>
internal sealed partial class OtlpGate(
    RequestDelegate next, OtlpKeys keys, OtlpCors cors, IEnumerable<IOtlpSignal> signals, ILogger<OtlpGate> logger)
{
    private readonly Dictionary<string, IOtlpSignal> _grpc = signals.ToDictionary(signal => signal.GrpcPath, StringComparer.Ordinal);
    private readonly Dictionary<string, IOtlpSignal> _http = signals.ToDictionary(signal => signal.HttpPath, StringComparer.Ordinal);

    /// <summary>Answers a sender; lets others pass.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var connection = context.Features.Get<OtlpConnection>();
        return connection is null ? next(context) : AnswerAsync(context, connection);
    }

    private async Task AnswerAsync(HttpContext context, OtlpConnection connection)
    {
        try
        {
            await (connection == OtlpConnection.Grpc ? AnswerGrpcAsync(context) : AnswerHttpAsync(context));
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // A sender that ends, or has lost patience. What it had not sent in full is not taken.
            LogGone(logger, context.Request.Path, gone.Message);
            context.Abort();
        }
    }

    private Task AnswerGrpcAsync(HttpContext context)
    {
        var isGrpc = context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true
            && HttpMethods.IsPost(context.Request.Method);
        if (!isGrpc)
        {
            return NotFound(context);
        }

        if (!keys.Admit(context.Request))
        {
            return GrpcTransport.RefuseAsync(context.Response, OtlpMessage.Status(OtlpMessage.Unauthenticated, OtlpKeys.Refusal));
        }

        return _grpc.TryGetValue(context.Request.Path.Value ?? "", out var signal)
            ? GrpcTransport.AnswerAsync(context, signal)
            : GrpcTransport.RefuseAsync(context.Response, OtlpMessage.Status(OtlpMessage.Unimplemented, "There is no such method here."));
    }

    private Task AnswerHttpAsync(HttpContext context)
    {
        if (!_http.TryGetValue(context.Request.Path.Value ?? "", out var signal))
        {
            return NotFound(context);
        }

        if (cors.Handle(context))
        {
            return Task.CompletedTask;
        }

        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "POST";
            return Task.CompletedTask;
        }

        return keys.Admit(context.Request)
            ? HttpTransport.AnswerAsync(context, signal)
            : HttpTransport.RefuseAsync(
                context.Response, HttpTransport.IsJson(context.Request) ?? true, StatusCodes.Status401Unauthorized, OtlpKeys.Refusal);
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Debug, "GONE: the sender ended its request to {Path}: {Reason}")]
    private static partial void LogGone(ILogger logger, string path, string reason);
}
