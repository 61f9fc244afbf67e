using Amazon;
using Amazon.Runtime;
using LocalStack.Client.Extensions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ServiceDefaults.Aws;

/// <summary>The one way in which services get AWS clients, whichever cloud is behind them.</summary>
public static class AwsClientsExtensions
{
    /// <summary>
    /// Adds the client of <typeparamref name="TService"/>, such as <c>IAmazonSQS</c>, as a singleton. It talks to an emulator
    /// if <see cref="AwsEnvironment.UseLocalStackKey"/> says so, and to AWS in <see cref="AwsEnvironment.RegionKey"/> elsewhere.
    /// </summary>
    /// <remarks>
    /// Either way the SDK's standard retries apply (3 attempts in all), its own HTTP connections are used (service discovery
    /// and resilience of HTTP clients do not touch them), and a call under a trace makes a span. Against an emulator nothing
    /// is looked up outside: neither credentials nor Region come from the machine's metadata service.
    /// </remarks>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The configuration is not usable.</exception>
    public static IHostApplicationBuilder AddAwsClient<TService>(this IHostApplicationBuilder builder)
        where TService : class, IAmazonService
    {
        ArgumentNullException.ThrowIfNull(builder);
        var client = Describe<TService>(builder.AddAwsEnvironment(), builder.Configuration);
        builder.Services.AddSingleton(provider =>
        {
            var service = (TService)client.ImplementationFactory!(provider);
            ((ClientConfig)service.Config).TelemetryProvider = AwsTelemetry.Provider;
            return service;
        });
        return builder;
    }

    /// <summary>Adds what this process calls AWS: an emulator or the real one, and the Region.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The configuration is not usable.</exception>
    public static AwsEnvironment AddAwsEnvironment(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.Services.FirstOrDefault(static each => each.ServiceType == typeof(AwsEnvironment)) is { } known)
        {
            return (AwsEnvironment)known.ImplementationInstance!;
        }

        var environment = AwsEnvironment.Read(builder.Configuration);
        builder.Services.AddSingleton(environment);
        if (environment.UseLocalStack)
        {
            // One key for the Region is enough, whichever of the two it is.
            builder.Configuration[AwsEnvironment.LocalRegionKey] = environment.Region;
            builder.Services.AddLocalStack(builder.Configuration);
        }

        return environment;
    }

    /// <summary>
    /// The registration of the library in charge. LocalStack's also claims to fall back on AWS, but reflects on internals
    /// of the SDK's set-up package that later versions have changed: so the choice is ours.
    /// </summary>
    private static ServiceDescriptor Describe<TService>(AwsEnvironment environment, IConfiguration configuration)
        where TService : class, IAmazonService
    {
        var services = new ServiceCollection();
        if (environment.UseLocalStack)
        {
            services.AddAwsService<TService>();
        }
        else
        {
            var options = configuration.GetAWSOptions();
            options.Region = RegionEndpoint.GetBySystemName(environment.Region);
            services.AddAWSService<TService>(options);
        }

        return services.Single(static each => each.ServiceType == typeof(TService));
    }
}
