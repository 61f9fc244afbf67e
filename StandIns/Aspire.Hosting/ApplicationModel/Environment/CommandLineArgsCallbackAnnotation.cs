namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource gets command line arguments from a callback.</summary>
/// <param name="callback">Called at each start.</param>
public class CommandLineArgsCallbackAnnotation(Func<CommandLineArgsCallbackContext, Task> callback) : IResourceAnnotation
{
    /// <summary>Called at each start.</summary>
    public Func<CommandLineArgsCallbackContext, Task> Callback { get; } = callback;
}
