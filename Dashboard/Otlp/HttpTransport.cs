using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Google.Protobuf;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Otlp;

/// <summary>
/// OTLP/HTTP: a POST with protobuf or JSON, gzip or not; the answer has the request's format. Source: OpenTelemetry protocol
/// specification, "OTLP/HTTP".
/// </summary>
internal static class HttpTransport
{
    private const string Protobuf = "application/x-protobuf";
    private const string Json = "application/json";

    /// <summary>Answers a request.</summary>
    public static async Task AnswerAsync(HttpContext context, IOtlpSignal signal)
    {
        var (request, response) = (context.Request, context.Response);
        var isJson = IsJson(request);
        if (isJson is null)
        {
            await RefuseAsync(response, isJson: true, StatusCodes.Status415UnsupportedMediaType, $"Content-Type: must be {Protobuf} or {Json}.");
            return;
        }

        OtlpOutcome outcome;
        try
        {
            using var body = await ReadAsync(request, context.RequestAborted);
            if (body is null)
            {
                await RefuseAsync(
                    response, isJson.Value, StatusCodes.Status413PayloadTooLarge, $"The request is larger than {RequestBody.MaximumBytes} bytes.");
                return;
            }

            outcome = isJson.Value ? signal.Take(signal.Transcode(Text(body.Bytes))) : signal.Take(body.Bytes);
        }
        catch (MalformedOtlpException malformed)
        {
            outcome = new OtlpOutcome.Malformed(malformed.Message);
        }
        catch (BadHttpRequestException bad)
        {
            await RefuseAsync(response, isJson.Value, bad.StatusCode, bad.Message);
            return;
        }

        switch (outcome)
        {
            case OtlpOutcome.Taken taken:
                await WriteAsync(response, isJson.Value, isJson.Value ? JsonResponse(taken, signal) : OtlpMessage.Response(taken));
                break;
            case OtlpOutcome.Malformed malformed:
                await RefuseAsync(response, isJson.Value, StatusCodes.Status400BadRequest, malformed.Message);
                break;
            default:
                response.Headers.RetryAfter = OtlpOutcome.Full.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
                await WriteStatusAsync(response, isJson.Value, StatusCodes.Status429TooManyRequests, OtlpMessage.FullStatus());
                break;
        }
    }

    /// <summary>Answers with an error in the shape of google.rpc.Status.</summary>
    public static Task RefuseAsync(HttpResponse response, bool isJson, int statusCode, string message) => WriteStatusAsync(
        response, isJson, statusCode, OtlpMessage.Status(
            statusCode == StatusCodes.Status401Unauthorized ? OtlpMessage.Unauthenticated : OtlpMessage.InvalidArgument, message));

    /// <returns>Whether a request is in JSON; null if it is in neither format.</returns>
    public static bool? IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            ? type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) ? true
            : type.MediaType.Equals(Protobuf, StringComparison.OrdinalIgnoreCase) ? false
            : null
            : null;

    private static Task<RequestBody?> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.Headers.ContentEncoding.ToString() switch
        {
            "" or "identity" => RequestBody.ReadAsync(request.Body, (int)Math.Min(request.ContentLength ?? 0, int.MaxValue), cancellationToken),
            "gzip" => RequestBody.UnpackAsync(request.Body, cancellationToken),
            var other => throw new MalformedOtlpException($"Content-Encoding: \"{other}\" is not known; gzip is."),
        };

    private static string Text(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : throw new MalformedOtlpException("The request is no valid UTF-8.");

    private static byte[] JsonResponse(OtlpOutcome.Taken taken, IOtlpSignal signal)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (taken is not { Rejected: 0, Reason: "" })
            {
                json.WriteStartObject("partialSuccess");
                json.WriteString(signal.RejectedProperty, taken.Rejected.ToString(CultureInfo.InvariantCulture));
                json.WriteString("errorMessage", taken.Reason);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static Task WriteStatusAsync(HttpResponse response, bool isJson, int statusCode, Wire.Rpc.Status status)
    {
        response.StatusCode = statusCode;
        return WriteAsync(response, isJson, isJson ? Encoding.UTF8.GetBytes(JsonStatus(status)) : status.ToByteArray());
    }

    /// <summary>Without the details, whose types a JSON reader would have to know; Retry-After says the same.</summary>
    private static string JsonStatus(Wire.Rpc.Status status) =>
        JsonFormatter.Default.Format(new Wire.Rpc.Status { Code = status.Code, Message = status.Message });

    private static async Task WriteAsync(HttpResponse response, bool isJson, byte[] body)
    {
        response.ContentType = isJson ? Json : Protobuf;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }
}
