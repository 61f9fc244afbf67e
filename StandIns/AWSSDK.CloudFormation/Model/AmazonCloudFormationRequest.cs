using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>What every request to CloudFormation is.</summary>
public partial class AmazonCloudFormationRequest : AmazonWebServiceRequest;
