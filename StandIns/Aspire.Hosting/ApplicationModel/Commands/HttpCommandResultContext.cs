namespace Aspire.Hosting.ApplicationModel;

/// <summary>The answer to a command's request.</summary>
public sealed class HttpCommandResultContext
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

    /// <summary>The answer.</summary>
    public required HttpResponseMessage Response { get; init; }
}
