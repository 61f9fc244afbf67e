using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>What every request to Secrets Manager is.</summary>
public partial class AmazonSecretsManagerRequest : AmazonWebServiceRequest;
