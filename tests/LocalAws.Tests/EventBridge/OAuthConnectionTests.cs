using LocalAws.EventBridge.Delivery;
using LocalAws.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Endpoint = LocalAws.Tests.Hosting.Endpoint;

namespace LocalAws.Tests.EventBridge;

/// <summary>API destinations whose connection authorizes by a token.</summary>
public sealed class OAuthConnectionTests : IDisposable
{
    private readonly LocalAwsServer _server = new();
    private int _issued;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Token_WhileItIsGood_IsFetchedOnceAndThenAgain()
    {
        await using var authority = await Endpoint.StartAsync(Issue);
        await using var endpoint = await Endpoint.StartAsync();
        await TargetAsync(authority.Url, endpoint.Url);

        await _server.PutEventAsync("oauth");
        (await endpoint.NextAsync()).Headers["Authorization"].ShouldBe("Bearer token-1");
        await _server.PutEventAsync("oauth");
        (await endpoint.NextAsync()).Headers["Authorization"].ShouldBe("Bearer token-1");
        _server.Clock.Advance(TimeSpan.FromHours(1));
        await _server.PutEventAsync("oauth");

        (await endpoint.NextAsync()).Headers["Authorization"].ShouldBe("Bearer token-2");
        (await authority.NextAsync()).Body.ShouldBe("grant_type=client_credentials&client_id=me&client_secret=hush");
    }

    [Fact]
    public async Task Token_Refused_IsFetchedAnewAndTheEventTriedAgain()
    {
        await using var authority = await Endpoint.StartAsync(Issue);
        await using var endpoint = await Endpoint.StartAsync(static (_, context) => context.Request.Headers.Authorization == "Bearer token-1" ? 401 : 200);
        await TargetAsync(authority.Url, endpoint.Url);

        await _server.PutEventAsync("oauth");

        (await endpoint.NextAsync()).Headers["Authorization"].ShouldBe("Bearer token-1");
        (await endpoint.NextAsync(_server, TimeSpan.FromSeconds(1))).Headers["Authorization"].ShouldBe("Bearer token-2");
        await PendingAsync(0);
    }

    [Fact]
    public async Task Connection_Deauthorized_SendsNothing()
    {
        await using var authority = await Endpoint.StartAsync(Issue);
        await using var endpoint = await Endpoint.StartAsync();
        await TargetAsync(authority.Url, endpoint.Url);
        await _server.EventsAsync("DeauthorizeConnection", """{"Name": "oauth"}""");

        await _server.PutEventAsync("oauth");

        await PendingAsync(0);
        endpoint.Received.TryRead(out _).ShouldBeFalse();
        (await _server.EventsAsync("DescribeApiDestination", """{"Name": "oauth"}"""))["ApiDestinationState"]!.GetValue<string>().ShouldBe("INACTIVE");
    }

    private int Issue(int count, HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Items[Endpoint.Answer] = $$"""{"access_token": "token-{{Interlocked.Increment(ref _issued)}}", "token_type": "bearer", "expires_in": 3600}""";
        return 200;
    }

    private async Task TargetAsync(string authority, string url)
    {
        var connection = await _server.EventsAsync("CreateConnection", $$"""
            {"Name": "oauth", "AuthorizationType": "OAUTH_CLIENT_CREDENTIALS", "AuthParameters": {"OAuthParameters": {
              "ClientParameters": {"ClientID": "me", "ClientSecret": "hush"}, "AuthorizationEndpoint": "{{authority}}/token", "HttpMethod": "POST"} } }
            """);
        for (var tries = 0; (await StateAsync()) != "AUTHORIZED"; tries++)
        {
            tries.ShouldBeLessThan(500);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        var destination = await _server.EventsAsync("CreateApiDestination", $$"""
            {"Name": "oauth", "ConnectionArn": "{{connection["ConnectionArn"]}}", "InvocationEndpoint": "{{url}}", "HttpMethod": "POST"}
            """);
        await _server.BusWithRuleAsync("oauth");
        await _server.TargetAsync("oauth", destination["ApiDestinationArn"]!.GetValue<string>());
    }

    private async Task<string> StateAsync() =>
        (await _server.EventsAsync("DescribeConnection", """{"Name": "oauth"}"""))["ConnectionState"]!.GetValue<string>();

    private async Task PendingAsync(long expected)
    {
        var telemetry = _server.Services.GetRequiredService<EventBridgeTelemetry>();
        for (var tries = 0; telemetry.Pending != expected; tries++)
        {
            tries.ShouldBeLessThan(500);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
