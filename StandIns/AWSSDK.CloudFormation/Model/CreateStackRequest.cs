namespace Amazon.CloudFormation.Model;

/// <summary>Creates a stack from a template.</summary>
public partial class CreateStackRequest : AmazonCloudFormationRequest
{
    /// <summary>What the template may do, see <see cref="Capability"/>.</summary>
    public List<string>? Capabilities { get; set; }

    /// <summary>Makes the request safe to repeat.</summary>
    public string? ClientRequestToken { get; set; }

    /// <summary>Whether what was created stays when the creation fails. Default false.</summary>
    public bool? DisableRollback { get; set; }

    /// <summary>Whether the stack refuses to be deleted. Default false.</summary>
    public bool? EnableTerminationProtection { get; set; }

    /// <summary>SNS topics that get the stack's events.</summary>
    public List<string>? NotificationARNs { get; set; }

    /// <summary>What happens when the creation fails. Default ROLLBACK.</summary>
    public OnFailure? OnFailure { get; set; }

    /// <summary>The values of the template's parameters.</summary>
    public List<Parameter>? Parameters { get; set; }

    /// <summary>The resource types that the stack may have; default all.</summary>
    public List<string>? ResourceTypes { get; set; }

    /// <summary>The role that CloudFormation acts as.</summary>
    public string? RoleARN { get; set; }

    /// <summary>The stack's name, unique in account and Region.</summary>
    public string? StackName { get; set; }

    /// <summary>Labels of the stack, passed on to its resources.</summary>
    public List<Tag>? Tags { get; set; }

    /// <summary>The template's text. Exclusive of <see cref="TemplateURL"/>.</summary>
    public string? TemplateBody { get; set; }

    /// <summary>Where the template is, in S3.</summary>
    public string? TemplateURL { get; set; }

    /// <summary>How long the creation may take.</summary>
    public int? TimeoutInMinutes { get; set; }
}
