namespace ServiceDefaults.Telemetry;

/// <summary>
/// The names of the metric instruments that the report and the pages are computed from. OpenTelemetry's FaaS
/// conventions where they have a name; CloudWatch's metric names, in OpenTelemetry's spelling, where they lack one.
/// </summary>
public static class Instruments
{
    /// <summary>Counter {order}: Notification.Api answered 200.</summary>
    public const string OrdersAccepted = "orders.accepted";

    /// <summary>Counter {order}: Notification.Api answered 400.</summary>
    public const string OrdersRejected = "orders.rejected";

    /// <summary>Counter {order}: distinct correlation ids that Delivery.Worker delivered.</summary>
    public const string OrdersDelivered = "orders.delivered";

    /// <summary>Counter {order}: distinct correlation ids that Delivery.Worker gave up on without ever delivering them, by <see cref="DropReason"/>.</summary>
    public const string OrdersDropped = "orders.dropped";

    /// <summary>The attribute of <see cref="OrdersDropped"/>: RetriesExhausted, EventAgeExceeded or <see cref="DeadLettered"/>.</summary>
    public const string DropReason = "reason";

    /// <summary>The <see cref="DropReason"/> of orders whose message SQS moved to the dead-letter queue.</summary>
    public const string DeadLettered = "DeadLettered";

    /// <summary>Counter {order}: distinct correlation ids that SlowApi answered 200 for.</summary>
    public const string OrdersProcessed = "orders.processed";

    /// <summary>Counter {order}: 200 answers of SlowApi for a correlation id that it had processed before.</summary>
    public const string OrdersProcessedAgain = "orders.processed_again";

    /// <summary>Histogram s: from acceptance to delivery, simulated seconds.</summary>
    public const string OrdersTimeToDelivery = "orders.time_to_delivery";

    /// <summary>Counter {invocation}: successful invocations of the function (OpenTelemetry FaaS metrics).</summary>
    public const string FaasInvocations = "faas.invocations";

    /// <summary>Counter {error}: invocations that failed, those that timed out not included (OpenTelemetry FaaS metrics).</summary>
    public const string FaasErrors = "faas.errors";

    /// <summary>Counter {timeout}: invocations that ran into the function's timeout (OpenTelemetry FaaS metrics).</summary>
    public const string FaasTimeouts = "faas.timeouts";

    /// <summary>Histogram s: duration of an invocation, simulated seconds (OpenTelemetry FaaS metrics).</summary>
    public const string FaasInvokeDuration = "faas.invoke_duration";

    /// <summary>Counter s: duration of invocations, each rounded up to a millisecond (Billed Duration in Lambda's REPORT line), simulated.</summary>
    public const string BilledDuration = "aws.lambda.billed_duration";

    /// <summary>Counter s: billed duration of the invocations spent on events that were dropped in the end, simulated.</summary>
    public const string WastedDuration = "aws.lambda.wasted_duration";

    /// <summary>Counter {invocation}: invocations spent on events that were dropped in the end.</summary>
    public const string WastedInvocations = "aws.lambda.wasted_invocations";

    /// <summary>Gauge {execution}: invocations under way now (CloudWatch ConcurrentExecutions, statistic Sample).</summary>
    public const string ConcurrentExecutions = "aws.lambda.concurrent_executions";

    /// <summary>Gauge {execution}: the highest number of invocations under way within the last export interval (statistic Maximum).</summary>
    public const string ConcurrentExecutionsMaximum = "aws.lambda.concurrent_executions.maximum";

    /// <summary>Counter {invocation}: invocations refused because the account's concurrency was used up (CloudWatch Throttles).</summary>
    public const string LambdaThrottles = "aws.lambda.throttles";

    /// <summary>Counter {event}: events put on the asynchronous queue (CloudWatch AsyncEventsReceived).</summary>
    public const string AsyncEventsReceived = "aws.lambda.async_events_received";

    /// <summary>Counter {event}: events given up on, those sent to a destination included (CloudWatch AsyncEventsDropped).</summary>
    public const string AsyncEventsDropped = "aws.lambda.async_events_dropped";

    /// <summary>Histogram s: from queueing an event to its invocation (CloudWatch AsyncEventAge).</summary>
    public const string AsyncEventAge = "aws.lambda.async_event_age";

    /// <summary>Gauge {event}: events received and neither delivered nor dropped yet: queued, running or waiting for a retry.</summary>
    public const string AsyncEventsPending = "aws.lambda.async_events_pending";

    /// <summary>Counter {event}: dropped events that an on-failure destination took.</summary>
    public const string DestinationDeliveries = "aws.lambda.destination_deliveries";

    /// <summary>Counter {event}: dropped events that the on-failure destination did not take (CloudWatch DestinationDeliveryFailures).</summary>
    public const string DestinationDeliveryFailures = "aws.lambda.destination_delivery_failures";

    /// <summary>Counter {attempt}: delivery attempts, by attribute <c>outcome</c>.</summary>
    public const string DeliveryAttempts = "delivery.attempts";

    /// <summary>Counter {request}: requests with a valid key that reached SlowApi, by attribute <c>outcome</c>: processed, fault or throttled.</summary>
    public const string SlowApiRequests = "slow_api.requests";

    /// <summary>Gauge {token}: tokens in the fullest bucket of SlowApi's rate limiter.</summary>
    public const string SlowApiTokens = "slow_api.tokens";

    /// <summary>Gauge {message}, by <c>messaging.destination.name</c> (CloudWatch ApproximateNumberOfMessagesVisible).</summary>
    public const string SqsMessagesVisible = "aws.sqs.approximate_number_of_messages_visible";

    /// <summary>Gauge {message}, by <c>messaging.destination.name</c> (CloudWatch ApproximateNumberOfMessagesNotVisible).</summary>
    public const string SqsMessagesNotVisible = "aws.sqs.approximate_number_of_messages_not_visible";

    /// <summary>Gauge {message}, by <c>messaging.destination.name</c> (CloudWatch ApproximateNumberOfMessagesDelayed).</summary>
    public const string SqsMessagesDelayed = "aws.sqs.approximate_number_of_messages_delayed";

    /// <summary>Gauge s, by <c>messaging.destination.name</c> (CloudWatch ApproximateAgeOfOldestMessage).</summary>
    public const string SqsAgeOfOldestMessage = "aws.sqs.approximate_age_of_oldest_message";

    /// <summary>Counter {message}, by <c>messaging.destination.name</c> (CloudWatch NumberOfMessagesSent).</summary>
    public const string SqsMessagesSent = "aws.sqs.number_of_messages_sent";

    /// <summary>Counter {message}, by <c>messaging.destination.name</c> (CloudWatch NumberOfMessagesReceived).</summary>
    public const string SqsMessagesReceived = "aws.sqs.number_of_messages_received";

    /// <summary>Counter {message}, by <c>messaging.destination.name</c> (CloudWatch NumberOfMessagesDeleted).</summary>
    public const string SqsMessagesDeleted = "aws.sqs.number_of_messages_deleted";

    /// <summary>Counter {event}: events that at least one rule matched (CloudWatch MatchedEvents).</summary>
    public const string EventsMatched = "aws.events.matched_events";

    /// <summary>Counter {invocation}: target invocations that succeeded, each counted once (CloudWatch Invocations).</summary>
    public const string EventsInvocations = "aws.events.invocations";

    /// <summary>Counter {invocation}: target invocations given up on for good (CloudWatch FailedInvocations).</summary>
    public const string EventsFailedInvocations = "aws.events.failed_invocations";

    /// <summary>Counter {attempt}: retries of target invocations (CloudWatch RetryInvocationAttempts).</summary>
    public const string EventsRetryAttempts = "aws.events.retry_invocation_attempts";

    /// <summary>Gauge {event}: events matched and not yet handed over to their target.</summary>
    public const string EventsPending = "aws.events.pending_invocations";

    /// <summary>Counter {user}: arrivals that LoadGenerator sent.</summary>
    public const string LoadStarted = "load.started";

    /// <summary>Counter {user}: arrivals that LoadGenerator left out because <c>maxVusers</c> were under way.</summary>
    public const string LoadSkipped = "load.skipped";

    /// <summary>Counter {request}: LoadGenerator's requests that ended, by attribute <c>outcome</c>: accepted, rejected or failed.</summary>
    public const string LoadAnswers = "load.answers";

    /// <summary>Histogram s: from an arrival's due time to its sending, simulated seconds.</summary>
    public const string LoadLag = "load.lag";

    /// <summary>Histogram s: how late timers fire, simulated seconds; each process probes its own clock.</summary>
    public const string ClockLag = "clock.lag";

    /// <summary>Counter {span}: spans whose export has ended, with <c>error.type</c> if it failed (OpenTelemetry SDK metrics).</summary>
    public const string SpansExported = "otel.sdk.exporter.span.exported";

    /// <summary>Counter {log_record}: log records whose export has ended, with <c>error.type</c> if it failed (OpenTelemetry SDK metrics).</summary>
    public const string LogsExported = "otel.sdk.exporter.log.exported";

    /// <summary>
    /// Counter {data_point}: metric points whose export has ended, with <c>error.type</c> if it failed (OpenTelemetry SDK metrics). Those of the
    /// export that tells it are not in it.
    /// </summary>
    public const string MetricPointsExported = "otel.sdk.exporter.metric_data_point.exported";

    /// <summary>Counter {span}: spans handed to an exporter, or with <c>error.type</c> lost before, as in a full queue (OpenTelemetry SDK metrics).</summary>
    public const string SpansProcessed = "otel.sdk.processor.span.processed";

    /// <summary>Counter {log_record}: log records handed to an exporter, or with <c>error.type</c> lost before (OpenTelemetry SDK metrics).</summary>
    public const string LogsProcessed = "otel.sdk.processor.log.processed";
}
