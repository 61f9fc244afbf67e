using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>An output of a stack, spoken of before it is known.</summary>
/// <param name="name">The output.</param>
/// <param name="resource">The stack.</param>
public class StackOutputReference(string name, ICloudFormationResource resource) : IManifestExpressionProvider, IValueProvider, IValueWithReferences
{
    /// <summary>The output.</summary>
    public string Name { get; } = name;

    /// <summary>The stack.</summary>
    public ICloudFormationResource Resource { get; } = resource;

    /// <summary>The value; null if the stack has no such output.</summary>
    public string? Value => Resource.Outputs?.Find(output => output.OutputKey == Name)?.OutputValue;

    /// <inheritdoc/>
    public string ValueExpression => $"{{{Resource.Name}.output.{Name}}}";

    IEnumerable<object> IValueWithReferences.References => [Resource];

    /// <summary>The value, as soon as the stack is there.</summary>
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        if (Resource.ProvisioningTaskCompletionSource is { } provisioning)
        {
            await provisioning.Task.WaitAsync(cancellationToken);
        }

        return Value;
    }
}
