using System.Buffers;
using System.Diagnostics;
using LocalAws.Sqs.Queues;
using LocalAws.State;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace LocalAws.Protocol;

/// <summary>
/// Answers calls of SQS in AWS JSON straight from the server's connection. Neither ASP.NET Core's pipeline nor its
/// diagnostics see them, which would cost more than the operation itself; a call that belongs to a trace takes the long way,
/// by <see cref="AwsEndpoint"/>, and is traced.
/// </summary>
internal sealed partial class DirectEndpoint(
    OperationTable operations, LocalAwsOptions options, IStateLog log, ILogger<DirectEndpoint> logger)
{
    private const string TargetHeader = "X-Amz-Target";
    private const string Service = "AmazonSQS.";

    private static readonly StringValues ContentType = "application/x-amz-json-1.0";

    /// <summary>The operation, if the call is one to be answered here.</summary>
    public JsonOperation? Find(IFeatureCollection features)
    {
        var request = features.Get<IHttpRequestFeature>()!;
        return request.Headers.TryGetValue(TargetHeader, out var target)
            && target.Count == 1
            && target[0]!.StartsWith(Service, StringComparison.Ordinal)
            && HttpMethods.IsPost(request.Method)
            && request.Headers.TraceParent.Count == 0
            ? operations.FindJson(target[0]!)
            : null;
    }

    /// <summary>Runs the operation and answers.</summary>
    public async Task HandleAsync(IFeatureCollection features, JsonOperation operation)
    {
        var request = features.Get<IHttpRequestFeature>()!;
        var lifetime = features.Get<IHttpRequestLifetimeFeature>()!;
        var call = Describe(request);
        var buffer = AnswerBuffer.Rent();
        try
        {
            var (refusal, hasWaited) = await RunAsync(features, operation, call, buffer, lifetime.RequestAborted);
            // Who was answered at once is there; who has waited may be gone.
            if (!hasWaited || !call.CanUndo || !CallerPresence.IsGone(features))
            {
                await AnswerAsync(features, request.Headers[TargetHeader].ToString(), buffer, refusal);
                return;
            }
        }
        catch (OperationCanceledException) when (lifetime.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
        }
        finally
        {
            buffer.Return();
        }

        call.Undo();
        lifetime.Abort();
    }

    private async ValueTask<(AwsException? Refusal, bool HasWaited)> RunAsync(
        IFeatureCollection features, JsonOperation operation, CallContext call, AnswerBuffer buffer, CancellationToken cancellationToken)
    {
        byte[]? body = null;
        try
        {
            (body, var length) = await ReadBodyAsync(features, cancellationToken);
            var run = operation.RunAsync(body.AsMemory(0, length), call, buffer.Writer, cancellationToken);
            var hasWaited = !run.IsCompleted;
            await run;
            // What was written is kept before it is acknowledged.
            var flush = log.FlushAsync(cancellationToken);
            hasWaited |= !flush.IsCompleted;
            await flush;
            return (null, hasWaited);
        }
        catch (AwsException refused)
        {
            return (refused, false);
        }
        catch (BadHttpRequestException)
        {
            return (new AwsException("MalformedHttpRequestException", "The request's body cannot be read."), false);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            LogDefect(logger, features.Get<IHttpRequestFeature>()!.Headers[TargetHeader].ToString(), defect);
            return (
                new AwsException(
                    "InternalFailure", "The request failed because of an internal error.", StatusCodes.Status500InternalServerError),
                false);
        }
        finally
        {
            if (body is not null)
            {
                ArrayPool<byte>.Shared.Return(body);
            }
        }
    }

    private static async ValueTask AnswerAsync(IFeatureCollection features, string target, AnswerBuffer buffer, AwsException? refusal)
    {
        var response = features.Get<IHttpResponseFeature>()!;
        if (refusal is not null)
        {
            buffer.Clear();
            JsonRefusal.Write(buffer.Writer, target, refusal);
            response.StatusCode = refusal.Status;
            response.Headers[JsonRefusal.TypeHeader] = refusal.Code;
            if (JsonRefusal.QueryErrorOf(refusal) is { } queryError)
            {
                response.Headers[JsonRefusal.QueryErrorHeader] = queryError;
            }
        }

        buffer.Writer.Flush();
        response.Headers.ContentType = ContentType;
        response.Headers.ContentLength = buffer.Written.Length;
        response.Headers["x-amzn-RequestId"] = MessageIds.Next().ToString();
        await features.Get<IHttpResponseBodyFeature>()!.Writer.WriteAsync(buffer.Written);
    }

    private async ValueTask<(byte[] Body, int Length)> ReadBodyAsync(IFeatureCollection features, CancellationToken cancellationToken)
    {
        var reader = features.Get<IRequestBodyPipeFeature>()!.Reader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > options.MaximumRequestBytes)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                throw new AwsException(
                    "RequestEntityTooLargeException",
                    $"The request body is longer than {options.MaximumRequestBytes} bytes.",
                    StatusCodes.Status413PayloadTooLarge);
            }

            if (read.IsCompleted)
            {
                var length = (int)read.Buffer.Length;
                var body = ArrayPool<byte>.Shared.Rent(length);
                read.Buffer.CopyTo(body);
                reader.AdvanceTo(read.Buffer.End);
                return (body, length);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private CallContext Describe(IHttpRequestFeature request) => new(
        options.AccountId,
        CredentialScope.Region(request.Headers.Authorization.ToString()) ?? options.Region,
        string.Concat(request.Scheme, "://", request.Headers.Host.ToString()),
        default(ActivityContext))
    {
        Path = request.Path,
    };

    [LoggerMessage(1, LogLevel.Error, "{Operation} FAILED because of a defect")]
    private static partial void LogDefect(ILogger logger, string operation, Exception defect);
}
