using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Finds resources that are there already.</summary>
public static class DistributedApplicationBuilderExtensions
{
    /// <summary>A builder for a resource that was added.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name and type.</exception>
    public static IResourceBuilder<T> CreateResourceBuilder<T>(this IDistributedApplicationBuilder builder, string name)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Resources.FirstOrDefault(resource => string.Equals(resource.Name, name, StringComparison.OrdinalIgnoreCase)) switch
        {
            T found => builder.CreateResourceBuilder(found),
            null => throw new InvalidOperationException($"There is no resource '{name}'."),
            var other => throw new InvalidOperationException($"Resource '{name}' is a {other.GetType().Name}, not a {typeof(T).Name}."),
        };
    }
}
