using Amazon.CloudFormation.Model;
using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>AWS CloudFormation, as far as it is used here.</summary>
public interface IAmazonCloudFormation : IAmazonService, IDisposable
{
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudFormationConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null
            ? new AmazonCloudFormationClient((AmazonCloudFormationConfig)clientConfig)
            : new AmazonCloudFormationClient(awsCredentials, (AmazonCloudFormationConfig)clientConfig);

    /// <summary>Begins to create a stack. <see cref="AlreadyExistsException"/> if there is one of that name.</summary>
    Task<CreateStackResponse> CreateStackAsync(CreateStackRequest request, CancellationToken cancellationToken = default);

    /// <summary>Begins to update a stack; an error ValidationError if nothing changes or another change is under way.</summary>
    Task<UpdateStackResponse> UpdateStackAsync(UpdateStackRequest request, CancellationToken cancellationToken = default);

    /// <summary>Begins to delete a stack and its resources.</summary>
    Task<DeleteStackResponse> DeleteStackAsync(DeleteStackRequest request, CancellationToken cancellationToken = default);

    /// <summary>Stacks as they are now; an error ValidationError if the named one does not exist.</summary>
    Task<DescribeStacksResponse> DescribeStacksAsync(DescribeStacksRequest request, CancellationToken cancellationToken = default);

    /// <summary>What has happened to a stack, newest first.</summary>
    Task<DescribeStackEventsResponse> DescribeStackEventsAsync(
        DescribeStackEventsRequest request,
        CancellationToken cancellationToken = default);
}
