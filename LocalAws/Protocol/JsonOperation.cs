using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LocalAws.Protocol;

/// <summary>An operation of the AWS JSON protocols: a JSON body in, a JSON body out.</summary>
internal abstract class JsonOperation
{
    /// <summary>Runs the operation and writes its answer's body.</summary>
    /// <exception cref="AwsException">The call is refused.</exception>
    public abstract ValueTask RunAsync(
        ReadOnlyMemory<byte> body, CallContext call, Utf8JsonWriter answer, CancellationToken cancellationToken);
}

internal sealed class JsonOperation<TRequest, TResponse>(
    Func<JsonTypeInfo<TRequest>> requestType,
    Func<JsonTypeInfo<TResponse>> responseType,
    Func<TRequest, CallContext, CancellationToken, ValueTask<TResponse>> handler) : JsonOperation
{
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    public override async ValueTask RunAsync(
        ReadOnlyMemory<byte> body, CallContext call, Utf8JsonWriter answer, CancellationToken cancellationToken)
    {
        var response = await handler(Parse(body.IsEmpty ? EmptyObject : body), call, cancellationToken);
        JsonSerializer.Serialize(answer, response, responseType());
    }

    private TRequest Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, requestType())
                ?? throw new AwsException("SerializationException", "The request body must be a JSON object.");
        }
        catch (JsonException malformed)
        {
            throw new AwsException(
                "SerializationException",
                malformed.Path is { Length: > 0 } path ? $"The request body cannot be read at {path}." : "The request body is not JSON.");
        }
    }
}
