namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>A CloudFormation stack of a template.</summary>
internal sealed class TemplateResource(string name, string stackName, string templatePath)
    : StackResource(name, stackName), ICloudFormationTemplateResource
{
    public string TemplatePath => templatePath;

    public IDictionary<string, string> CloudFormationParameters { get; } = new Dictionary<string, string>();

    public ICloudFormationTemplateResource AddParameter(string parameterName, string parameterValue)
    {
        CloudFormationParameters[parameterName] = parameterValue;
        return this;
    }
}
