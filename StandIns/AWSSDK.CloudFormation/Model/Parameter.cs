namespace Amazon.CloudFormation.Model;

/// <summary>The value of a template's parameter.</summary>
public partial class Parameter
{
    /// <summary>The parameter's name in the template.</summary>
    public string? ParameterKey { get; set; }

    /// <summary>The value.</summary>
    public string? ParameterValue { get; set; }

    /// <summary>In an update: keep the stack's present value. Exclusive of <see cref="ParameterValue"/>.</summary>
    public bool? UsePreviousValue { get; set; }

    /// <summary>In an answer: the value that a parameter of an SSM type stands for.</summary>
    public string? ResolvedValue { get; set; }
}
