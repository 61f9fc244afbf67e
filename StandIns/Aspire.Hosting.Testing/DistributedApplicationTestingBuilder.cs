using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Begins to describe an application for a test: on free ports, without a dashboard.</summary>
public static class DistributedApplicationTestingBuilder
{
    /// <summary>Runs an app host's entry point until it builds its application.</summary>
    /// <typeparam name="TEntryPoint">Any type of the app host's assembly, such as <c>Projects.AppHost</c>.</typeparam>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>([], cancellationToken);

    /// <summary>Runs an app host's entry point until it builds its application.</summary>
    /// <param name="entryPoint">Any type of the app host's assembly.</param>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync(Type entryPoint, CancellationToken cancellationToken = default) =>
        CreateAsync(entryPoint, [], cancellationToken);

    /// <summary>Runs an app host's entry point until it builds its application.</summary>
    /// <typeparam name="TEntryPoint">Any type of the app host's assembly, such as <c>Projects.AppHost</c>.</typeparam>
    /// <param name="args">The command line.</param>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>(args, static (_, _) => { }, cancellationToken);

    /// <summary>Runs an app host's entry point until it builds its application.</summary>
    /// <param name="entryPoint">Any type of the app host's assembly.</param>
    /// <param name="args">The command line.</param>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync(
        Type entryPoint, string[] args, CancellationToken cancellationToken = default) =>
        CreateAsync(entryPoint, args, static (_, _) => { }, cancellationToken);

    /// <summary>Runs an app host's entry point until it builds its application.</summary>
    /// <typeparam name="TEntryPoint">Any type of the app host's assembly, such as <c>Projects.AppHost</c>.</typeparam>
    /// <param name="args">The command line.</param>
    /// <param name="configureBuilder">Changes how the builder is created.</param>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        string[] args,
        Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder,
        CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync(typeof(TEntryPoint), args, configureBuilder, cancellationToken);

    /// <summary>Runs an app host's entry point until it builds its application.</summary>
    /// <param name="entryPoint">Any type of the app host's assembly.</param>
    /// <param name="args">The command line.</param>
    /// <param name="configureBuilder">Changes how the builder is created.</param>
    /// <exception cref="InvalidOperationException">The entry point ended, or failed, without building an application.</exception>
    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync(
        Type entryPoint,
        string[] args,
        Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entryPoint);
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(configureBuilder);
        var run = new EntryPointRun(entryPoint.Assembly, args, configureBuilder);
        return new InterceptedBuilder(run, await run.WhenDescribedAsync(cancellationToken));
    }

    /// <summary>Begins to describe an application of the test's own.</summary>
    /// <param name="args">The command line.</param>
    public static IDistributedApplicationTestingBuilder Create(params string[] args) => Create(args, static (_, _) => { });

    /// <summary>Begins to describe an application of the test's own.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configureBuilder">Changes how the builder is created.</param>
    public static IDistributedApplicationTestingBuilder Create(
        string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(configureBuilder);
        return new OwnBuilder(new DescribedInTest(args, configureBuilder, Assembly.GetCallingAssembly()).CreateBuilder());
    }
}
