namespace Aspire.Hosting.ApplicationModel;

/// <summary>A container runs this image.</summary>
public sealed class ContainerImageAnnotation : IResourceAnnotation
{
    /// <summary>The registry, if not the runtime's default.</summary>
    public string? Registry { get; set; }

    /// <summary>The image.</summary>
    public required string Image { get; set; }

    /// <summary>The tag.</summary>
    public string? Tag { get; set; }
}
