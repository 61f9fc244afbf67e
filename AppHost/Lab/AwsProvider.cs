namespace AppHost.Lab;

/// <summary>The three clouds.</summary>
public enum AwsProvider
{
    /// <summary>LocalAws, a process of this app.</summary>
    Embedded,

    /// <summary>LocalStack, started by hand with docker-compose.localstack.yml.</summary>
    LocalStack,

    /// <summary>Amazon Web Services.</summary>
    Aws,
}
