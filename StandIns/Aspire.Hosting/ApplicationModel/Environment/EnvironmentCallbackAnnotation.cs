namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource gets environment variables from a callback.</summary>
/// <param name="callback">Called at each start.</param>
public class EnvironmentCallbackAnnotation(Func<EnvironmentCallbackContext, Task> callback) : IResourceAnnotation
{
    /// <summary>Creates an annotation of a callback that does not wait.</summary>
    public EnvironmentCallbackAnnotation(Action<EnvironmentCallbackContext> callback)
        : this(context =>
        {
            callback(context);
            return Task.CompletedTask;
        })
    {
    }

    /// <summary>Creates an annotation of one variable.</summary>
    public EnvironmentCallbackAnnotation(string name, Func<string> callback)
        : this(context => context.EnvironmentVariables[name] = callback())
    {
    }

    /// <summary>Called at each start.</summary>
    public Func<EnvironmentCallbackContext, Task> Callback { get; } = callback;
}
