namespace Aspire.Hosting.ApplicationModel;

/// <summary>A callback changes the URLs of a resource.</summary>
/// <param name="callback">Called once the endpoints have addresses.</param>
public sealed class ResourceUrlsCallbackAnnotation(Func<ResourceUrlsCallbackContext, Task> callback) : IResourceAnnotation
{
    /// <summary>Creates an annotation of a callback that does not wait.</summary>
    public ResourceUrlsCallbackAnnotation(Action<ResourceUrlsCallbackContext> callback)
        : this(context =>
        {
            callback(context);
            return Task.CompletedTask;
        })
    {
    }

    /// <summary>Called once the endpoints have addresses.</summary>
    public Func<ResourceUrlsCallbackContext, Task> Callback { get; } = callback;
}
