using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Delivery.Worker.AsyncInvocation;
using Delivery.Worker.Functions;

namespace Delivery.Worker.Endpoints;

/// <summary><c>POST /events</c>: where the EventBridge API destination delivers.</summary>
internal sealed class EventsEndpoint(AsyncInvoker invoker, WorkerOptions options)
{
    /// <summary>Where.</summary>
    public const string Path = "/events";

    /// <summary>The longest payload of an asynchronous invocation, bytes (AWS Lambda, API_Invoke: 1 MB).</summary>
    public const int MaximumPayloadBytes = 1024 * 1024;

    private readonly byte[] _keyHash = SHA256.HashData(Encoding.UTF8.GetBytes(options.EventsApiKey));

    /// <summary>202 when the event is safe; 403, 400 or 413 when it is not taken.</summary>
    public async Task<IResult> AcceptAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsKnown(request.Headers["x-api-key"].ToString()))
        {
            return Refuse(StatusCodes.Status403Forbidden, "Forbidden");
        }

        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, cancellationToken);
        }
        catch (BadHttpRequestException tooLarge)
        {
            return Refuse(tooLarge.StatusCode, $"The event is longer than {MaximumPayloadBytes} bytes, or was cut short.");
        }

        var payload = body.ToArray();
        if (OrderEvent.Parse(payload) is not { } order)
        {
            return Refuse(StatusCodes.Status400BadRequest, "The body must be an EventBridge event: a JSON object with id and detail.");
        }

        // Without a traceparent header (EventBridge itself sends none) the order's own trace is the one to go on with.
        var parent = request.Headers.ContainsKey("traceparent") ? Activity.Current?.Context ?? order.Trace : order.Trace;
        invoker.Accept(order, payload, parent);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static IResult Refuse(int status, string message) => Results.Json(new Refusal(message), WorkerJson.Default.Refusal, statusCode: status);

    private bool IsKnown(string key) =>
        CryptographicOperations.FixedTimeEquals(_keyHash, SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
