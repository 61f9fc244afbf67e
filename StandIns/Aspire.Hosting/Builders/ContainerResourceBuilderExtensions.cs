using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds containers.</summary>
public static class ContainerResourceBuilderExtensions
{
    /// <summary>Adds a container of an image, <c>latest</c> if it names no tag.</summary>
    public static IResourceBuilder<ContainerResource> AddContainer(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string image)
    {
        ArgumentException.ThrowIfNullOrEmpty(image);
        var colon = image.LastIndexOf(':');
        return colon > image.LastIndexOf('/')
            ? builder.AddContainer(name, image[..colon], image[(colon + 1)..])
            : builder.AddContainer(name, image, "latest");
    }

    /// <summary>Adds a container of an image and tag.</summary>
    public static IResourceBuilder<ContainerResource> AddContainer(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string image, string tag)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ContainerResource(name))
            .WithAnnotation(new ContainerImageAnnotation { Image = image, Tag = tag });
    }
}
