using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using LocalStack.Client.Options;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LocalStack.Client.Extensions;

/// <summary>Registers AWS clients that talk to an emulator where the configuration says so, and to AWS elsewhere.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Reads <see cref="LocalStackOptions"/> from the section <c>LocalStack</c>.</summary>
    public static IServiceCollection AddLocalStack(this IServiceCollection collection, IConfiguration configuration) =>
        collection.Configure<LocalStackOptions>(options =>
            configuration.GetSection("LocalStack").Bind(options, static binder => binder.BindNonPublicProperties = true));

    /// <summary>Adds the client of <typeparamref name="TService"/>, made when it is first asked for.</summary>
    /// <param name="lifetime">How long a client lives. Default: as long as the process.</param>
    /// <param name="useServiceUrl">
    /// Whether the emulator is addressed by URL instead of as a proxy. Here it always is, and the session's Region is
    /// signed for either way.
    /// </param>
    public static IServiceCollection AddAwsService<TService>(
        this IServiceCollection collection,
        ServiceLifetime lifetime = ServiceLifetime.Singleton,
        bool useServiceUrl = false)
        where TService : IAmazonService =>
        collection.AddAwsService<TService>(null, lifetime, useServiceUrl);

    /// <inheritdoc cref="AddAwsService{TService}(IServiceCollection, ServiceLifetime, bool)"/>
    /// <param name="options">How AWS is called; null: as registered, or else as the section <c>AWS</c> says.</param>
    public static IServiceCollection AddAwsService<TService>(
        this IServiceCollection collection,
        AWSOptions? options,
        ServiceLifetime lifetime = ServiceLifetime.Singleton,
        bool useServiceUrl = false)
        where TService : IAmazonService
    {
        ArgumentNullException.ThrowIfNull(collection);
        collection.Add(Describe<TService>(options, lifetime));
        return collection;
    }

    /// <summary>As <c>AddAwsService</c>, unless <typeparamref name="TService"/> is registered already.</summary>
    public static IServiceCollection TryAddAwsService<TService>(
        this IServiceCollection collection,
        ServiceLifetime lifetime = ServiceLifetime.Singleton,
        bool useServiceUrl = false)
        where TService : IAmazonService =>
        collection.TryAddAwsService<TService>(null, lifetime, useServiceUrl);

    /// <inheritdoc cref="TryAddAwsService{TService}(IServiceCollection, ServiceLifetime, bool)"/>
    public static IServiceCollection TryAddAwsService<TService>(
        this IServiceCollection collection,
        AWSOptions? options,
        ServiceLifetime lifetime = ServiceLifetime.Singleton,
        bool useServiceUrl = false)
        where TService : IAmazonService
    {
        ArgumentNullException.ThrowIfNull(collection);
        collection.TryAdd(Describe<TService>(options, lifetime));
        return collection;
    }

    private static ServiceDescriptor Describe<TService>(AWSOptions? options, ServiceLifetime lifetime)
        where TService : IAmazonService
    {
        // What the SDK's own registration would do, for when the configuration says AWS.
        var aws = new ServiceCollection().AddAWSService<TService>(options, lifetime).Single();
        return new ServiceDescriptor(
            typeof(TService),
            provider => provider.GetRequiredService<IOptions<LocalStackOptions>>().Value is { UseLocalStack: true } local
                ? CreateLocal<TService>(local)
                : aws.ImplementationFactory!(provider),
            lifetime);
    }

    private static IAmazonService CreateLocal<TService>(LocalStackOptions local)
        where TService : IAmazonService
    {
        var scheme = local.Config.UseSsl ? "https" : "http";
        var config = TService.CreateDefaultClientConfig();
        config.ServiceURL = new UriBuilder(scheme, local.Config.LocalStackHost, local.Config.EdgePort).ToString();
        config.AuthenticationRegion = local.Session.RegionName;
        var session = new SessionAWSCredentials(
            local.Session.AwsAccessKeyId, local.Session.AwsAccessKey, local.Session.AwsSessionToken);
        return TService.CreateDefaultServiceClient(session, config);
    }
}
