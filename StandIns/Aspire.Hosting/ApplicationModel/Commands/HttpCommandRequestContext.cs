namespace Aspire.Hosting.ApplicationModel;

/// <summary>The request of a command before it is sent.</summary>
public sealed class HttpCommandRequestContext
{
    /// <summary>The application's services.</summary>
    public required IServiceProvider ServiceProvider { get; init; }

    /// <summary>The instance of the resource.</summary>
    public required string ResourceName { get; init; }

    /// <summary>The endpoint.</summary>
    public required EndpointReference Endpoint { get; init; }

    /// <summary>Cancelled when the command is.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>The client.</summary>
    public required HttpClient HttpClient { get; init; }

    /// <summary>The request.</summary>
    public required HttpRequestMessage Request { get; init; }
}
