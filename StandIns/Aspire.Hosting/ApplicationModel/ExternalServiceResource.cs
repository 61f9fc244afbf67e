namespace Aspire.Hosting;

/// <summary>A service that runs elsewhere, known by its address.</summary>
public sealed class ExternalServiceResource : ApplicationModel.Resource
{
    /// <summary>Creates an external service.</summary>
    /// <param name="name">The unique name.</param>
    /// <param name="uri">An absolute address.</param>
    public ExternalServiceResource(string name, Uri uri)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!uri.IsAbsoluteUri)
        {
            throw new ArgumentException($"'{uri}' is no absolute address of external service '{name}'.", nameof(uri));
        }

        Uri = uri;
    }

    /// <summary>The address.</summary>
    public Uri? Uri { get; }
}
