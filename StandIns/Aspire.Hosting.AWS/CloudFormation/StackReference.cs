using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>A resource uses a stack.</summary>
/// <param name="Stack">The stack.</param>
internal sealed record StackReference(ICloudFormationResource Stack) : IResourceAnnotation;
