namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>A CloudFormation stack that is created of a template, or updated to it.</summary>
public interface ICloudFormationTemplateResource : ICloudFormationResource
{
    /// <summary>Where the template is.</summary>
    string TemplatePath { get; }

    /// <summary>The stack's parameters.</summary>
    IDictionary<string, string> CloudFormationParameters { get; }

    /// <summary>Sets a parameter.</summary>
    ICloudFormationTemplateResource AddParameter(string parameterName, string parameterValue);
}
