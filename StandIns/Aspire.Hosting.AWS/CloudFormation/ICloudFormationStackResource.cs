namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>A CloudFormation stack that somebody else looks after.</summary>
public interface ICloudFormationStackResource : ICloudFormationResource;
