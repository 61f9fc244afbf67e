using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace LocalAws.Protocol;

/// <summary>AWS JSON 1.0 and 1.1: the operation in <c>X-Amz-Target</c>, JSON both ways.</summary>
internal sealed class JsonWire(OperationTable operations, string target, string? contentType, int maximumRequestBytes) : Wire
{
    private const string Json10 = "application/x-amz-json-1.0";
    private const string Json11 = "application/x-amz-json-1.1";

    private readonly string _contentType = contentType?.StartsWith(Json10, StringComparison.OrdinalIgnoreCase) == true ? Json10 : Json11;

    public override string Operation => target;

    public override async Task<WireAnswer> RunAsync(HttpRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var operation = operations.FindJson(target)
            ?? throw new AwsException("UnknownOperationException", $"The operation {target} is not known here.");
        var body = await ReadBodyAsync(request, cancellationToken);
        var answer = new ArrayBufferWriter<byte>(512);
        await using var writer = new Utf8JsonWriter(answer, AnswerBuffer.WriterOptions);
        await operation.RunAsync(body, call, writer, cancellationToken);
        await writer.FlushAsync(cancellationToken);
        return new WireAnswer(_contentType, answer.WrittenMemory);
    }

    public override WireAnswer Refuse(AwsException refusal)
    {
        var answer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(answer, AnswerBuffer.WriterOptions))
        {
            JsonRefusal.Write(writer, target, refusal);
        }

        Dictionary<string, StringValues> headers = new() { [JsonRefusal.TypeHeader] = refusal.Code };
        if (JsonRefusal.QueryErrorOf(refusal) is { } queryError)
        {
            headers[JsonRefusal.QueryErrorHeader] = queryError;
        }

        return new WireAnswer(_contentType, answer.WrittenMemory, refusal.Status) { Headers = headers };
    }

    private async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;
        while (request.ContentLength is null || request.ContentLength <= maximumRequestBytes)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.IsCompleted && read.Buffer.Length <= maximumRequestBytes)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            var length = read.Buffer.Length;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (length > maximumRequestBytes)
            {
                break;
            }
        }

        throw new AwsException(
            "RequestEntityTooLargeException",
            $"The request body is longer than {maximumRequestBytes} bytes.",
            StatusCodes.Status413PayloadTooLarge);
    }
}
