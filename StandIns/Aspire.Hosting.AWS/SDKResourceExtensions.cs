using Amazon;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS;

namespace Aspire.Hosting;

/// <summary>Tells resources the Region and credentials of AWS.</summary>
public static class SDKResourceExtensions
{
    /// <summary>Begins to say Region and credentials.</summary>
    public static IAWSSDKConfig AddAWSSDKConfig(this IDistributedApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return new AWSSDKConfig();
    }

    /// <summary>Names the profile of the credentials.</summary>
    public static IAWSSDKConfig WithProfile(this IAWSSDKConfig config, string profile)
    {
        ArgumentNullException.ThrowIfNull(config);
        config.Profile = profile;
        return config;
    }

    /// <summary>Sets the Region.</summary>
    public static IAWSSDKConfig WithRegion(this IAWSSDKConfig config, RegionEndpoint region)
    {
        ArgumentNullException.ThrowIfNull(config);
        config.Region = region;
        return config;
    }

    /// <summary>Sets the Region by its name, such as <c>eu-west-1</c>.</summary>
    public static IAWSSDKConfig WithRegion(this IAWSSDKConfig config, string systemName) =>
        config.WithRegion(RegionEndpoint.GetBySystemName(systemName));

    /// <summary>Says whether the credentials are tried at start; the stand-in never does.</summary>
    public static IAWSSDKConfig WithSdkValidation(this IAWSSDKConfig config, bool sdkValidationEnabled)
    {
        ArgumentNullException.ThrowIfNull(config);
        config.SDKValidationEnabled = sdkValidationEnabled;
        return config;
    }

    /// <summary>Tells a resource Region and profile: AWS__Region, AWS_REGION, AWS__Profile, AWS_PROFILE.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IAWSSDKConfig awsSdkConfig)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(awsSdkConfig);
        return builder.WithEnvironment(context =>
        {
            if (context.ExecutionContext.IsRunMode)
            {
                SDKEnvironment.Apply(context.EnvironmentVariables, awsSdkConfig, overwrite: true);
            }
        });
    }
}
