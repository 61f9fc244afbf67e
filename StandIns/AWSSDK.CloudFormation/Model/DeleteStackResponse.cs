using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The deletion has begun; it succeeds for a stack that does not exist, too.</summary>
public partial class DeleteStackResponse : AmazonWebServiceResponse;
