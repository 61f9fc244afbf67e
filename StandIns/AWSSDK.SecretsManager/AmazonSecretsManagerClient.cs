using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SecretsManager.Model;
using StandIns.Aws;

namespace Amazon.SecretsManager;

/// <summary>
/// The client of AWS Secrets Manager, on the SDK's own pipeline: credentials, signature, retries and errors are the SDK's.
/// </summary>
public partial class AmazonSecretsManagerClient : AmazonServiceClient, IAmazonSecretsManager
{
    // Of this name and kind because LocalStack.Client reads it by reflection.
#pragma warning disable IDE1006
    private static readonly IServiceMetadata serviceMetadata = new ApiMetadata(SecretsManagerApi.Api);
#pragma warning restore IDE1006

    /// <summary>Credentials and Region from the environment.</summary>
    public AmazonSecretsManagerClient()
        : base(new AmazonSecretsManagerConfig())
    {
    }

    /// <summary>Credentials from the environment, an explicit Region.</summary>
    public AmazonSecretsManagerClient(RegionEndpoint region)
        : base(new AmazonSecretsManagerConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials from the environment, an explicit configuration.</summary>
    public AmazonSecretsManagerClient(AmazonSecretsManagerConfig config)
        : base(config)
    {
    }

    /// <summary>Explicit credentials, the Region from the environment.</summary>
    public AmazonSecretsManagerClient(AWSCredentials credentials)
        : this(credentials, new AmazonSecretsManagerConfig())
    {
    }

    /// <summary>Explicit credentials and Region.</summary>
    public AmazonSecretsManagerClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSecretsManagerConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Explicit credentials and configuration.</summary>
    public AmazonSecretsManagerClient(AWSCredentials credentials, AmazonSecretsManagerConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>An explicit access key, the Region from the environment.</summary>
    public AmazonSecretsManagerClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonSecretsManagerConfig())
    {
    }

    /// <summary>An explicit access key and Region.</summary>
    public AmazonSecretsManagerClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonSecretsManagerConfig { RegionEndpoint = region })
    {
    }

    /// <summary>An explicit access key and configuration.</summary>
    public AmazonSecretsManagerClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        AmazonSecretsManagerConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>An explicit access key of a session, the Region from the environment.</summary>
    public AmazonSecretsManagerClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonSecretsManagerConfig())
    {
    }

    /// <summary>An explicit access key of a session and Region.</summary>
    public AmazonSecretsManagerClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonSecretsManagerConfig { RegionEndpoint = region })
    {
    }

    /// <summary>An explicit access key of a session and configuration.</summary>
    public AmazonSecretsManagerClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonSecretsManagerConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => serviceMetadata;

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.UseRegionalEndpoints();
    }

    /// <inheritdoc/>
    public virtual Task<GetSecretValueResponse> GetSecretValueAsync(
        GetSecretValueRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<GetSecretValueResponse>(request, SecretsManagerApi.GetSecretValue.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateSecretResponse> CreateSecretAsync(
        CreateSecretRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateSecretResponse>(request, SecretsManagerApi.CreateSecret.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutSecretValueResponse> PutSecretValueAsync(
        PutSecretValueRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<PutSecretValueResponse>(request, SecretsManagerApi.PutSecretValue.Call(), cancellationToken);
}
