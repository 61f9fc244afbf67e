using Amazon;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace StandIns.Aws.Tests.Wire;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("eu-west-1", "https://events.eu-west-1.amazonaws.com")]
    [InlineData("cn-north-1", "https://events.cn-north-1.amazonaws.com.cn")]
    public void DetermineServiceOperationEndpoint_ARegion_GivesItsHost(string region, string expected)
    {
        var config = new AmazonEventBridgeConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region) };

        Resolve(config).TrimEnd('/').ShouldBe(expected);
    }

    [Fact]
    public void DetermineServiceOperationEndpoint_AUrl_IsTakenAsItIs()
    {
        var config = new AmazonEventBridgeConfig { ServiceURL = "http://127.0.0.1:4566", AuthenticationRegion = "eu-west-1" };

        Resolve(config).TrimEnd('/').ShouldBe("http://127.0.0.1:4566");
    }

    private static string Resolve(ClientConfig config) =>
        config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new PutRuleRequest())).URL;
}
