using System.Net.Sockets;
using System.Text;
using Amazon.CloudFormation;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SQS;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.Hosting;

/// <summary>The whole of LocalAws on a free port of the loopback, on a clock that only the test moves.</summary>
public sealed class LocalAwsServer : WebApplicationFactory<Program>
{
    /// <summary>How long a test may wait for something that is certain to come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public LocalAwsServer()
    {
        UseKestrel();
        StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Http = new HttpClient { BaseAddress = Address, Timeout = Patience };
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <summary>The official client of SQS, which verifies every MD5 that it is answered.</summary>
    public AmazonSQSClient Sqs(string region = "us-east-1") => new(Credentials, Configure(new AmazonSQSConfig(), region));

    /// <summary>The official client of Systems Manager.</summary>
    public AmazonSimpleSystemsManagementClient Ssm() => new(Credentials, Configure(new AmazonSimpleSystemsManagementConfig(), "us-east-1"));

    /// <summary>The client of EventBridge.</summary>
    public AmazonEventBridgeClient EventBridge() => new(Credentials, Configure(new AmazonEventBridgeConfig(), "us-east-1"));

    /// <summary>The client of CloudFormation.</summary>
    public AmazonCloudFormationClient CloudFormation() => new(Credentials, Configure(new AmazonCloudFormationConfig(), "us-east-1"));

    /// <summary>A connection of its own on which <paramref name="bytes"/> were sent.</summary>
    public async Task<TcpClient> ConnectAsync(string bytes)
    {
        var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(bytes), TestContext.Current.CancellationToken);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("port", "0")
        .UseSetting("LocalAws:Ephemeral", "true")
        .ConfigureLogging(static logging => logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting", LogLevel.Warning))
        .ConfigureTestServices(services => services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(Clock));

    protected override void Dispose(bool disposing)
    {
        Http.Dispose();
        base.Dispose(disposing);
    }

    private static BasicAWSCredentials Credentials => new("test", "test");

    private T Configure<T>(T config, string region)
        where T : ClientConfig
    {
        config.ServiceURL = Address.ToString();
        config.AuthenticationRegion = region;
        config.MaxErrorRetry = 0;
        config.Timeout = Patience;
        return config;
    }
}
