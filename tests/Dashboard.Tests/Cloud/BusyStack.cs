using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;

namespace Dashboard.Tests.Cloud;

/// <summary>A stack whose updates take a while, and that refuses another one meanwhile, in CloudFormation's words.</summary>
internal sealed class BusyStack(TimeSpan takes) : AmazonCloudFormationClient(
    new AnonymousAWSCredentials(), new AmazonCloudFormationConfig { ServiceURL = "http://127.0.0.1:1" })
{
    private readonly Lock _lock = new();
    private long _since;

    public string Value { get; private set; } = "false";

    private bool IsBusy => _since > 0 && TimeProvider.System.GetElapsedTime(_since) < takes;

    public override Task<DescribeStacksResponse> DescribeStacksAsync(DescribeStacksRequest request, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return Task.FromResult(new DescribeStacksResponse
            {
                Stacks =
                [
                    new()
                    {
                        StackName = "sls-observe",
                        StackStatus = IsBusy ? StackStatus.UPDATE_IN_PROGRESS : StackStatus.UPDATE_COMPLETE,
                        Parameters = [new() { ParameterKey = "FlowControl", ParameterValue = Value }],
                    },
                ],
            });
        }
    }

    public override Task<UpdateStackResponse> UpdateStackAsync(UpdateStackRequest request, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            var wished = request.Parameters!.Single(parameter => parameter.ParameterKey == "FlowControl").ParameterValue!;
            var refusal = IsBusy ? "Stack:arn is in UPDATE_IN_PROGRESS state and can not be updated."
                : wished == Value ? "No updates are to be performed." : null;
            if (refusal is not null)
            {
                throw new AmazonCloudFormationException(refusal) { ErrorCode = "ValidationError" };
            }

            (Value, _since) = (wished, TimeProvider.System.GetTimestamp());
            return Task.FromResult(new UpdateStackResponse());
        }
    }
}
