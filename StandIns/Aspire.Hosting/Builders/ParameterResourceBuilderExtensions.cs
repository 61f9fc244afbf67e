using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds values that are given from outside.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>Adds a parameter: configuration key <c>Parameters:name</c>.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, bool secret = false) =>
        builder.AddParameterFromConfiguration(name, $"Parameters:{name}", secret);

    /// <summary>Adds a parameter with a value of its own, whatever configuration says.</summary>
    /// <param name="name">The unique name.</param>
    /// <param name="value">The value.</param>
    /// <param name="publishValueAsDefault">Whether the manifest tells the value.</param>
    /// <param name="secret">Whether the value must not be shown.</param>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.AddParameter(name, () => value, publishValueAsDefault, secret);

    /// <summary>Adds a parameter with a value of its own, whatever configuration says.</summary>
    /// <param name="name">The unique name.</param>
    /// <param name="valueGetter">Says the value, once.</param>
    /// <param name="publishValueAsDefault">Whether the manifest tells the value.</param>
    /// <param name="secret">Whether the value must not be shown.</param>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder,
        [ResourceName] string name,
        Func<string> valueGetter,
        bool publishValueAsDefault = false,
        bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(valueGetter);
        var resource = new ParameterResource(name, _ => valueGetter(), secret);
        if (publishValueAsDefault)
        {
            resource.Default = new ConstantParameterDefault(valueGetter);
        }

        return builder.AddResource(resource);
    }

    /// <summary>Adds a parameter with a default: configuration key <c>Parameters:name</c> goes before it.</summary>
    /// <param name="name">The unique name.</param>
    /// <param name="value">The default.</param>
    /// <param name="secret">Whether the value must not be shown.</param>
    /// <param name="persist">Whether a made up default is to be kept; the embedded engine keeps none.</param>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, ParameterDefault value, bool secret = false, bool persist = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        var parameter = builder.AddParameterFromConfiguration(name, $"Parameters:{name}", secret);
        parameter.Resource.Default = value;
        return parameter;
    }

    /// <summary>Adds a parameter: any configuration key.</summary>
    public static IResourceBuilder<ParameterResource> AddParameterFromConfiguration(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string configurationKey, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ParameterResource(name, Find, secret));

        string Find(ParameterDefault? fallback) =>
            builder.Configuration[configurationKey]
            ?? fallback?.GetDefaultValue()
            ?? throw new MissingParameterValueException(
                $"Parameter '{name}' has no value: set {configurationKey}, for example as environment variable {configurationKey.Replace(":", "__", StringComparison.Ordinal)}.");
    }

    /// <summary>Adds a connection string that is given from outside: configuration key <c>ConnectionStrings:name</c>.</summary>
    /// <param name="name">The unique name.</param>
    /// <param name="environmentVariableName">The environment variable that carries it. Default: <c>ConnectionStrings__name</c>.</param>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string? environmentVariableName = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ConnectionStringParameter(name, Find, environmentVariableName));

        string Find() => builder.Configuration[$"ConnectionStrings:{name}"]
            ?? throw new MissingParameterValueException($"Connection string '{name}' has no value: set ConnectionStrings:{name}.");
    }

    /// <summary>Says what a parameter is for.</summary>
    public static IResourceBuilder<ParameterResource> WithDescription(
        this IResourceBuilder<ParameterResource> builder, string description, bool enableMarkdown = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Resource.Description = description;
        builder.Resource.EnableDescriptionMarkdown = enableMarkdown;
        return builder;
    }
}
