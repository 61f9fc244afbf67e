using Amazon.SQS;
using LocalStack.Client.Extensions;
using LocalStack.Client.Options;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace StandIns.Aws.Tests.Registration;

public sealed class LocalStackExtensionsTests
{
    [Fact]
    public void AddLocalStack_EmptyConfiguration_HasTheOfficialDefaults()
    {
        using var services = Build([]);

        var options = services.GetRequiredService<IOptions<LocalStackOptions>>().Value;

        options.UseLocalStack.ShouldBeFalse();
        options.Config.LocalStackHost.ShouldBe("localhost.localstack.cloud");
        options.Config.EdgePort.ShouldBe(4566);
        options.Config.UseSsl.ShouldBeFalse();
        options.Session.RegionName.ShouldBe("us-east-1");
        options.Session.AwsAccessKeyId.ShouldBe("accessKey");
        options.Session.AwsAccessKey.ShouldBe("secretKey");
        options.Session.AwsSessionToken.ShouldBe("token");
    }

    [Fact]
    public void AddLocalStack_EveryKey_IsBound()
    {
        using var services = Build(new()
        {
            ["LocalStack:UseLocalStack"] = "true",
            ["LocalStack:Config:LocalStackHost"] = "127.0.0.1",
            ["LocalStack:Config:EdgePort"] = "14566",
            ["LocalStack:Config:UseSsl"] = "true",
            ["LocalStack:Session:RegionName"] = "eu-west-1",
            ["LocalStack:Session:AwsAccessKeyId"] = "a",
        });

        var options = services.GetRequiredService<IOptions<LocalStackOptions>>().Value;

        options.UseLocalStack.ShouldBeTrue();
        options.Config.LocalStackHost.ShouldBe("127.0.0.1");
        options.Config.EdgePort.ShouldBe(14566);
        options.Config.UseSsl.ShouldBeTrue();
        options.Session.RegionName.ShouldBe("eu-west-1");
        options.Session.AwsAccessKeyId.ShouldBe("a");
    }

    [Fact]
    public void TryAddAwsService_AlreadyRegistered_AddsNothing()
    {
        var services = new ServiceCollection();

        services.AddAwsService<IAmazonSQS>().TryAddAwsService<IAmazonSQS>();

        services.ShouldHaveSingleItem().Lifetime.ShouldBe(ServiceLifetime.Singleton);
    }

    private static ServiceProvider Build(Dictionary<string, string?> settings) =>
        new ServiceCollection()
            .AddLocalStack(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
}
