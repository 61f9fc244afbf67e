namespace Amazon.CloudFormation.Model;

/// <summary>Changes a stack to a template and parameters.</summary>
public partial class UpdateStackRequest : AmazonCloudFormationRequest
{
    /// <summary>What the template may do, see <see cref="Capability"/>.</summary>
    public List<string>? Capabilities { get; set; }

    /// <summary>Makes the request safe to repeat.</summary>
    public string? ClientRequestToken { get; set; }

    /// <summary>Whether what was changed stays when the update fails. Default false.</summary>
    public bool? DisableRollback { get; set; }

    /// <summary>SNS topics that get the stack's events.</summary>
    public List<string>? NotificationARNs { get; set; }

    /// <summary>The values of the template's parameters.</summary>
    public List<Parameter>? Parameters { get; set; }

    /// <summary>The resource types that may change; default all.</summary>
    public List<string>? ResourceTypes { get; set; }

    /// <summary>The role that CloudFormation acts as.</summary>
    public string? RoleARN { get; set; }

    /// <summary>The stack's name or ARN.</summary>
    public string? StackName { get; set; }

    /// <summary>Labels of the stack; null keeps the present ones.</summary>
    public List<Tag>? Tags { get; set; }

    /// <summary>The template's text. Exclusive of <see cref="TemplateURL"/> and <see cref="UsePreviousTemplate"/>.</summary>
    public string? TemplateBody { get; set; }

    /// <summary>Where the template is, in S3.</summary>
    public string? TemplateURL { get; set; }

    /// <summary>Keep the stack's template; only parameters change.</summary>
    public bool? UsePreviousTemplate { get; set; }
}
