namespace Aspire.Hosting.ApplicationModel;

/// <summary>A command that is carried out.</summary>
public sealed class ExecuteCommandContext
{
    /// <summary>The application's services.</summary>
    public required IServiceProvider ServiceProvider { get; init; }

    /// <summary>The instance of the resource.</summary>
    public required string ResourceName { get; init; }

    /// <summary>Cancelled when the command is.</summary>
    public required CancellationToken CancellationToken { get; init; }
}
