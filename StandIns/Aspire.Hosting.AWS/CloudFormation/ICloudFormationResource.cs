using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>A CloudFormation stack.</summary>
public interface ICloudFormationResource : IAWSResource, IResourceWithWaitSupport
{
    /// <summary>The client to reach it with. Default: one of Region and credentials.</summary>
    IAmazonCloudFormation? CloudFormationClient { get; set; }

    /// <summary>The stack's name.</summary>
    string StackName { get; }

    /// <summary>The stack's outputs, once it is there.</summary>
    List<Output>? Outputs { get; }

    /// <summary>The stack's tags.</summary>
    IDictionary<string, string> Tags { get; }
}
