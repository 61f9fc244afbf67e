using System.Diagnostics.CodeAnalysis;
using System.Net;
using LocalAws.State;
using Microsoft.AspNetCore.Connections;
using ServiceDefaults.Access;

namespace LocalAws.Protocol.Direct;

/// <summary>
/// Answers calls of SQS in AWS JSON straight from the connection that they come in on. Neither the server's HTTP nor ASP.NET
/// Core's pipeline sees them, which would cost more than the operation itself. A connection that brings anything else is the
/// server's from there on; so is one whose calls belong to a trace, which are traced there.
/// </summary>
internal sealed partial class DirectCalls(
    OperationTable operations, KnownHosts hosts, LocalAwsOptions options, IStateLog log, ILogger<DirectCalls> logger)
{
    /// <summary>After so many calls in a row, a connection counts as the only one that calls.</summary>
    private const int AloneAfter = 8;

    private int _connections;
    private int _lastCaller;
    private int _callsInARow;

    private static ReadOnlySpan<byte> Service => "AmazonSQS."u8;

    /// <summary>The longest body that is read here, bytes.</summary>
    public int MaximumRequestBytes => options.MaximumRequestBytes;

    /// <summary>A number for a connection that begins.</summary>
    public int Number() => Interlocked.Increment(ref _connections);

    /// <summary>
    /// Whether a call may run on the thread that waits for its socket: it will not wait for the disk, or it holds up nobody, as
    /// its connection is the only one that calls. Waking another thread would cost half as much as the disk. Where several
    /// connections call, they must meet elsewhere to share a synchronization.
    /// </summary>
    /// <remarks>Threads may count past each other: then a call is as right on the other thread.</remarks>
    public bool MayStay(int connection)
    {
        if (!log.IsKept)
        {
            return true;
        }

        if (_lastCaller != connection)
        {
            (_lastCaller, _callsInARow) = (connection, 0);
        }

        return _callsInARow >= AloneAfter || ++_callsInARow == AloneAfter;
    }

    /// <summary>Takes a connection, and hands it on when something comes that is not for this.</summary>
    public ConnectionDelegate Before(ConnectionDelegate next) => async connection =>
    {
        bool isForServer;
        using (var direct = new DirectConnection(connection, this))
        {
            isForServer = await direct.ServeAsync();
        }

        if (isForServer)
        {
            await next(connection);
        }
    };

    /// <summary>Whether a call may name this host; of one that may not, the server's way tells why.</summary>
    public bool IsKnown(string host, EndPoint? reached) => hosts.Contains(new HostString(host), (reached as IPEndPoint)?.Address);

    /// <summary>The operation, if it is one that is answered here.</summary>
    public bool TryFind(ReadOnlySpan<byte> target, [NotNullWhen(true)] out DirectOperation? operation)
    {
        operation = target.StartsWith(Service) ? operations.FindDirect(target) : null;
        return operation is not null;
    }

    /// <summary>Whose call it is.</summary>
    public CallContext Describe(string host, ReadOnlySpan<byte> authorization) =>
        new(options.AccountId, CredentialScope.Region(authorization) ?? options.Region, host, default);

    /// <summary>Runs an operation; its answer is in <paramref name="answer"/>.</summary>
    /// <returns>Why the call is refused, null if it is not, and whether it had to wait for anything.</returns>
    public async ValueTask<(AwsException? Refusal, bool HasWaited)> RunAsync(
        DirectOperation operation, ReadOnlyMemory<byte> body, CallContext call, AnswerBuffer answer, CancellationToken cancellationToken)
    {
        try
        {
            var run = operation.Operation.RunAsync(body, call, answer.Writer, cancellationToken);
            var hasWaited = !run.IsCompleted;
            await run;
            // What was written is kept before it is acknowledged.
            var flush = log.FlushAsync(cancellationToken);
            hasWaited |= !flush.IsCompleted;
            await flush;
            answer.Writer.Flush();
            return (null, hasWaited);
        }
        catch (AwsException refused)
        {
            return (Refuse(operation, answer, refused), false);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            LogDefect(logger, operation.Target, defect);
            return (
                Refuse(operation, answer, new AwsException(
                    "InternalFailure", "The request failed because of an internal error.", StatusCodes.Status500InternalServerError)),
                false);
        }
    }

    private static AwsException Refuse(DirectOperation operation, AnswerBuffer answer, AwsException refusal)
    {
        answer.Clear();
        JsonRefusal.Write(answer.Writer, operation.Target, refusal);
        answer.Writer.Flush();
        return refusal;
    }

    [LoggerMessage(1, LogLevel.Error, "{Operation} FAILED because of a defect")]
    private static partial void LogDefect(ILogger logger, string operation, Exception defect);
}
