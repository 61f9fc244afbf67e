using System.Buffers;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Scenarios.Settings;
using ServiceDefaults.Telemetry;

namespace Delivery.Worker.AsyncInvocation;

/// <summary>
/// Sends dropped events to the on-failure queue, if one is set, as the invocation record that Lambda sends. Source: AWS
/// Lambda Developer Guide, "Capturing records of Lambda asynchronous invocations".
/// </summary>
internal sealed partial class OnFailureDestination
{
    private readonly IAmazonSQS _queues;
    private readonly string _queueUrl;
    private readonly TimeProvider _clock;
    private readonly ILogger<OnFailureDestination> _logger;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _failures;

    public OnFailureDestination(
        IAmazonSQS queues,
        SystemSettings settings,
        TimeProvider clock,
        IMeterFactory meters,
        ILogger<OnFailureDestination> logger)
    {
        _queues = queues;
        _queueUrl = settings.AsyncInvocation.OnFailureQueueUrl;
        _clock = clock;
        _logger = logger;
        var meter = meters.Create(WorkerTelemetry.Name);
        _deliveries = meter.CreateCounter<long>(Instruments.DestinationDeliveries, "{event}", "Dropped events that the destination took");
        _failures = meter.CreateCounter<long>(Instruments.DestinationDeliveryFailures, "{event}", "Dropped events that it did not take");
    }

    /// <summary>Sends the record of a dropped event; does nothing if no destination is set.</summary>
    public async Task SendAsync(PendingEvent dropped, DropReason reason, CancellationToken cancellationToken)
    {
        if (_queueUrl.Length == 0)
        {
            return;
        }

        try
        {
            var record = Encoding.UTF8.GetString(Describe(dropped, reason));
            await _queues.SendMessageAsync(new SendMessageRequest { QueueUrl = _queueUrl, MessageBody = record }, cancellationToken);
            _deliveries.Add(1);
        }
        catch (Exception refused) when (refused is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            _failures.Add(1);
            LogRefused(dropped.Event.Detail.CorrelationId, refused.Message);
        }
    }

    private ReadOnlySpan<byte> Describe(PendingEvent dropped, DropReason reason)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(json);
        writer.WriteStartObject();
        writer.WriteString("version", "1.0");
        writer.WriteString("timestamp", _clock.GetUtcNow());
        writer.WriteStartObject("requestContext");
        writer.WriteString("requestId", dropped.Event.Id);
        writer.WriteString("condition", reason.ToString());
        writer.WriteNumber("approximateInvokeCount", dropped.Attempts);
        writer.WriteEndObject();
        writer.WritePropertyName("requestPayload");
        writer.WriteRawValue(dropped.Payload.Span);
        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenSpan;
    }

    [LoggerMessage(1, LogLevel.Error, "The on-failure queue did not take {CorrelationId}: {Error}")]
    private partial void LogRefused(string correlationId, string error);
}
