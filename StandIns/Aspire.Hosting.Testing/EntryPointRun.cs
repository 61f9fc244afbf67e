using System.Reflection;
using Aspire.Hosting.Embedded;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>
/// An app host's entry point on a thread of its own. It is held where it builds its application until the test has
/// changed what it wants changed, and where it runs it until the test has started and stopped it.
/// </summary>
internal sealed class EntryPointRun : AppHostInterception
{
    private readonly Action<DistributedApplicationOptions, HostApplicationBuilderSettings> _configure;
    private readonly Assembly _appHost;
    private readonly string[] _args;
    private readonly TaskCompletionSource<DistributedApplicationBuilder> _described = New<DistributedApplicationBuilder>();
    private readonly TaskCompletionSource<bool> _wanted = New<bool>();
    private readonly TaskCompletionSource<DistributedApplication> _built = New<DistributedApplication>();
    private readonly TaskCompletionSource<bool> _started = New<bool>();

    internal EntryPointRun(Assembly appHost, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
    {
        _appHost = appHost;
        _args = args;
        _configure = configure;
        new Thread(Run) { IsBackground = true, Name = $"Entry point of {appHost.GetName().Name}" }.Start();
    }

    /// <summary>The builder, once the entry point has told it everything.</summary>
    internal Task<DistributedApplicationBuilder> WhenDescribedAsync(CancellationToken cancellationToken) =>
        _described.Task.WaitAsync(cancellationToken);

    /// <summary>Lets the entry point build its application.</summary>
    internal Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken)
    {
        _wanted.TrySetResult(true);
        return _built.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Lets the entry point end without an application.</summary>
    internal void Abandon()
    {
        _wanted.TrySetResult(false);
        _started.TrySetCanceled();
    }

    internal override void OnCreating(DistributedApplicationOptions options, HostApplicationBuilderSettings settings) =>
        TestDefaults.Apply(_appHost, _args, options, settings, _configure);

    internal override void OnBuilding(DistributedApplicationBuilder builder)
    {
        _described.TrySetResult(builder);
        if (!_wanted.Task.GetAwaiter().GetResult())
        {
            throw new OperationCanceledException("The test has no use for the application.");
        }
    }

    internal override void OnBuilt(DistributedApplication application)
    {
        base.OnBuilt(application);
        _built.TrySetResult(application);
    }

    internal override async Task RunAsync(DistributedApplication application, CancellationToken cancellationToken)
    {
        await WhenStartedAsync(cancellationToken);
        await application.WaitForShutdownAsync(cancellationToken);
    }

    internal override Task WhenStartedAsync(CancellationToken cancellationToken) => _started.Task.WaitAsync(cancellationToken);

    internal override void OnStarted() => _started.TrySetResult(true);

    private static TaskCompletionSource<T> New<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Run()
    {
        Enter();
        var name = _appHost.GetName().Name;
        try
        {
            var main = _appHost.EntryPoint ?? throw new InvalidOperationException($"'{name}' has no entry point.");
            main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? null : [_args], null);
            Fail(new InvalidOperationException($"The entry point of '{name}' ended without building an application."));
        }
#pragma warning disable CA1031 // Handed to the test, which waits for the application.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(new InvalidOperationException($"The entry point of '{name}' failed: {exception.Message}", exception));
        }
    }

    private void Fail(Exception exception)
    {
        _described.TrySetException(exception);
        _built.TrySetException(exception);
        _started.TrySetException(exception);
        _ = (_described.Task.Exception, _built.Task.Exception, _started.Task.Exception);
    }
}
