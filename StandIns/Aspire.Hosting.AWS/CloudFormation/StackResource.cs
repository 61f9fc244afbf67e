using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>A CloudFormation stack.</summary>
internal class StackResource(string name, string stackName) : Resource(name), ICloudFormationStackResource
{
    public string StackName => stackName;

    public IAmazonCloudFormation? CloudFormationClient { get; set; }

    public IAWSSDKConfig? AWSSDKConfig { get; set; }

    public List<Output>? Outputs { get; internal set; }

    public IDictionary<string, string> Tags { get; } = new Dictionary<string, string>();

    // Somebody may ask for an output before the stack is begun.
    public TaskCompletionSource? ProvisioningTaskCompletionSource { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
