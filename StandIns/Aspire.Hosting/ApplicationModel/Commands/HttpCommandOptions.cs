namespace Aspire.Hosting.ApplicationModel;

/// <summary>What else there is to say about a command that sends a request.</summary>
public class HttpCommandOptions : CommandOptions
{
    /// <summary>The endpoint to send to. Default: the resource's http endpoint.</summary>
    public Func<EndpointReference>? EndpointSelector { get; set; }

    /// <summary>The method. Default POST.</summary>
    public HttpMethod? Method { get; set; }

    /// <summary>The named client to send with.</summary>
    public string? HttpClientName { get; set; }

    /// <summary>Completes the request.</summary>
    public Func<HttpCommandRequestContext, Task>? PrepareRequest { get; set; }

    /// <summary>Makes a result of the answer. Default: success if the status is.</summary>
    public Func<HttpCommandResultContext, Task<ExecuteCommandResult>>? GetCommandResult { get; set; }
}
