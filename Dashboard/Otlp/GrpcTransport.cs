using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.IO.Pipelines;
using Google.Protobuf;

namespace Dashboard.Otlp;

/// <summary>
/// OTLP/gRPC: one message in, one out, over HTTP/2. By hand rather than by a gRPC server, so that a request goes from the
/// connection's buffers to the decoder. Source: grpc.io, "gRPC over HTTP2".
/// </summary>
internal static class GrpcTransport
{
    private const int PrefixBytes = 5;
    private const string ContentType = "application/grpc";

    /// <summary>Answers a call.</summary>
    public static async Task AnswerAsync(HttpContext context, IOtlpSignal signal)
    {
        context.Response.ContentType = ContentType;
        OtlpOutcome outcome;
        try
        {
            using var request = await ReadAsync(context);
            if (request is null)
            {
                await RefuseAsync(context.Response, OtlpMessage.Status(
                    OtlpMessage.ResourceExhausted, $"The message is larger than {RequestBody.MaximumBytes} bytes."));
                return;
            }

            outcome = signal.Take(request.Bytes);
        }
        catch (MalformedOtlpException malformed)
        {
            outcome = new OtlpOutcome.Malformed(malformed.Message);
        }
        catch (BadHttpRequestException bad)
        {
            await RefuseAsync(context.Response, OtlpMessage.Status(OtlpMessage.ResourceExhausted, bad.Message));
            return;
        }

        switch (outcome)
        {
            case OtlpOutcome.Taken taken: await AnswerAsync(context.Response, OtlpMessage.Response(taken)); break;
            case OtlpOutcome.Malformed malformed: await RefuseAsync(context.Response, OtlpMessage.Status(OtlpMessage.InvalidArgument, malformed.Message)); break;
            default: await RefuseAsync(context.Response, OtlpMessage.FullStatus()); break;
        }
    }

    /// <summary>An answer of trailers only.</summary>
    public static Task RefuseAsync(HttpResponse response, Wire.Rpc.Status status)
    {
        response.ContentType = ContentType;
        response.Headers["grpc-status"] = status.Code.ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Uri.EscapeDataString(status.Message);
        if (status.Details.Count > 0)
        {
            response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray()).TrimEnd('=');
        }

        return response.CompleteAsync();
    }

    private static async Task AnswerAsync(HttpResponse response, byte[] message)
    {
        response.DeclareTrailer("grpc-status");
        var prefix = response.BodyWriter.GetSpan(PrefixBytes + message.Length);
        prefix[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(prefix[1..], message.Length);
        message.CopyTo(prefix[PrefixBytes..]);
        response.BodyWriter.Advance(PrefixBytes + message.Length);
        response.AppendTrailer("grpc-status", "0");
        await response.CompleteAsync();
    }

    /// <returns>The message; null if it is too large.</returns>
    private static async Task<RequestBody?> ReadAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        var prefix = await reader.ReadAtLeastAsync(PrefixBytes, context.RequestAborted);
        if (prefix.Buffer.Length < PrefixBytes)
        {
            throw new MalformedOtlpException("The call has no message.");
        }

        var (isPacked, length) = ReadPrefix(prefix.Buffer);
        if (length > RequestBody.MaximumBytes)
        {
            reader.AdvanceTo(prefix.Buffer.End);
            await DiscardAsync(reader, context.RequestAborted);
            return null;
        }

        reader.AdvanceTo(prefix.Buffer.GetPosition(PrefixBytes));
        if (length == 0)
        {
            return RequestBody.Copy(default);
        }

        var result = await reader.ReadAtLeastAsync((int)length, context.RequestAborted);
        if (result.Buffer.Length < length)
        {
            throw new MalformedOtlpException("The message ends too early.");
        }

        var body = RequestBody.Copy(result.Buffer.Slice(0, length));
        reader.AdvanceTo(result.Buffer.End);
        if (!isPacked)
        {
            return body;
        }

        using (body)
        {
            var encoding = context.Request.Headers["grpc-encoding"].ToString();
            return encoding == "gzip"
                ? await RequestBody.UnpackAsync(body.ToStream(), context.RequestAborted)
                : throw new MalformedOtlpException($"The encoding \"{encoding}\" is not known: identity and gzip are.");
        }
    }

    /// <summary>
    /// Reads on to the end, or to the server's limit, which throws. What were left unread would fill the connection's window: no other call
    /// on it could be answered any more.
    /// </summary>
    private static async Task DiscardAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        ReadResult rest;
        do
        {
            rest = await reader.ReadAsync(cancellationToken);
            reader.AdvanceTo(rest.Buffer.End);
        }
        while (!rest.IsCompleted);
    }

    private static (bool IsPacked, uint Length) ReadPrefix(ReadOnlySequence<byte> buffer)
    {
        Span<byte> prefix = stackalloc byte[PrefixBytes];
        buffer.Slice(0, PrefixBytes).CopyTo(prefix);
        return (prefix[0] != 0, BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]));
    }
}
