namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a command's state may depend on.</summary>
public sealed class UpdateCommandStateContext
{
    /// <summary>The resource as it stands now.</summary>
    public required CustomResourceSnapshot ResourceSnapshot { get; init; }

    /// <summary>The application's services.</summary>
    public required IServiceProvider ServiceProvider { get; init; }
}
