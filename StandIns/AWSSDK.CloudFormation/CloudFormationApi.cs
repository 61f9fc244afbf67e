using Amazon.CloudFormation.Model;
using StandIns.Aws;
using StandIns.Aws.Query;

namespace Amazon.CloudFormation;

/// <summary>CloudFormation's operations on the wire. Source: AWS CloudFormation API Reference, version 2010-05-15.</summary>
internal static class CloudFormationApi
{
    public static readonly AwsApi Api = new("CloudFormation", "cloudformation", "2010-05-15")
    {
        Errors = new(
            static error => new AmazonCloudFormationException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            new Dictionary<string, ErrorFactory>
            {
                ["AlreadyExistsException"] = static error => new AlreadyExistsException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["InsufficientCapabilitiesException"] = static error => new InsufficientCapabilitiesException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["LimitExceededException"] = static error => new LimitExceededException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["TokenAlreadyExistsException"] = static error => new TokenAlreadyExistsException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            }),
    };

    public static readonly QueryOperation<CreateStackRequest, CreateStackResponse> CreateStack = new(
        Api, "CreateStack", StackForms.Write, static result => new CreateStackResponse { StackId = result.Text("StackId") });

    public static readonly QueryOperation<UpdateStackRequest, UpdateStackResponse> UpdateStack = new(
        Api, "UpdateStack", StackForms.Write, static result => new UpdateStackResponse { StackId = result.Text("StackId") });

    public static readonly QueryOperation<DeleteStackRequest, DeleteStackResponse> DeleteStack = new(
        Api, "DeleteStack", StackForms.Write, static _ => new DeleteStackResponse());

    public static readonly QueryOperation<DescribeStacksRequest, DescribeStacksResponse> DescribeStacks = new(
        Api, "DescribeStacks", StackForms.Write, StackAnswers.ReadStacks);

    public static readonly QueryOperation<DescribeStackEventsRequest, DescribeStackEventsResponse> DescribeStackEvents = new(
        Api, "DescribeStackEvents", StackForms.Write, StackAnswers.ReadEvents);
}
