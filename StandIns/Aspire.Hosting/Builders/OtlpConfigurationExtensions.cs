using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Embedded;

namespace Aspire.Hosting;

/// <summary>Tells resources where telemetry goes.</summary>
public static class OtlpConfigurationExtensions
{
    /// <summary>Tells a resource where telemetry goes, and what it is called there.</summary>
    public static IResourceBuilder<T> WithOtlpExporter<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new OtlpAnnotation(null), ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>Tells a resource where telemetry goes, over a protocol of choice, and what it is called there.</summary>
    public static IResourceBuilder<T> WithOtlpExporter<T>(this IResourceBuilder<T> builder, OtlpProtocol protocol)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new OtlpAnnotation(protocol), ResourceAnnotationMutationBehavior.Replace);
    }
}
