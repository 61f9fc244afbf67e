namespace Amazon.EventBridge.Model;

/// <summary>An event to put on a bus.</summary>
public partial class PutEventsRequestEntry
{
    /// <summary>What happened, a JSON object as text.</summary>
    public string? Detail { get; set; }

    /// <summary>The kind of event, such as order-notify.</summary>
    public string? DetailType { get; set; }

    /// <summary>The bus, by name or ARN. Null: the account's default bus.</summary>
    public string? EventBusName { get; set; }

    /// <summary>ARNs of what the event is about.</summary>
    public List<string>? Resources { get; set; }

    /// <summary>Who says so.</summary>
    public string? Source { get; set; }

    /// <summary>When it happened. Null: the time of the request.</summary>
    public DateTime? Time { get; set; }

    /// <summary>An AWS X-Ray trace header, so that the event's trace goes on.</summary>
    public string? TraceHeader { get; set; }
}
