using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Dashboard.Cloud;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Tests.Cloud;

public sealed class FlowSwitchTests
{
    private static readonly string[] WithCloud = ["--LocalStack:UseLocalStack=true", "--AWS:Region=eu-west-1"];

    [Fact]
    public async Task Get_ReflectsTheStack()
    {
        using var cloud = new StackInMemory();
        await using var host = await StartAsync(cloud);

        (await GetAsync(host)).ShouldBe((false, true));
        cloud.Stack.StackStatus = StackStatus.UPDATE_IN_PROGRESS;
        cloud.Stack.Parameters![0].ParameterValue = "true";
        (await GetAsync(host)).ShouldBe((true, false));
    }

    [Fact]
    public async Task Put_UpdatesTheOneParameterAndLeavesAllElse()
    {
        using var cloud = new StackInMemory();
        await using var host = await StartAsync(cloud);

        using var answer = await PutAsync(host, """{"enabled":true}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var state = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        state.GetProperty("enabled").GetBoolean().ShouldBeTrue();
        state.GetProperty("settled").GetBoolean().ShouldBeFalse();
        var update = cloud.Updates.ShouldHaveSingleItem();
        update.StackName.ShouldBe("sls-observe");
        update.UsePreviousTemplate.ShouldBe(true);
        update.Capabilities.ShouldBe(["CAPABILITY_IAM"]);
        update.Parameters!.Select(parameter => (parameter.ParameterKey, parameter.ParameterValue, parameter.UsePreviousValue)).ShouldBe(
            [("FlowControl", "true", null), ("DeliveryApiKey", null, true)]);
    }

    [Fact]
    public async Task Put_AsItIs_ChangesNothing()
    {
        using var cloud = new StackInMemory();
        await using var host = await StartAsync(cloud);

        using var answer = await PutAsync(host, """{"enabled":false}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        cloud.Updates.ShouldBeEmpty();
    }

    [Fact]
    public async Task Put_AwsRefuses_IsABadGatewayWithItsCode()
    {
        using var cloud = new StackInMemory
        {
            Refusal = new AmazonCloudFormationException("Template format error") { ErrorCode = "ValidationError" },
        };
        await using var host = await StartAsync(cloud);

        using var answer = await PutAsync(host, """{"enabled":true}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("code").GetString().ShouldBe("ValidationError");
        problem.GetProperty("detail").GetString().ShouldBe("Template format error");
    }

    [Fact]
    public async Task Put_ManyAtOnce_TheLastAcceptedOneHolds_AndNoneIsAServersError()
    {
        using var cloud = new BusyStack(TimeSpan.FromMilliseconds(150));
        await using var host = await DashboardHost.StartAsync(WithCloud, builder => builder.Services.AddSingleton<IAmazonCloudFormation>(cloud));
        var accepted = new ConcurrentQueue<bool>();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            var enabled = number % 2 == 0;
            using var answer = await PutAsync(host, $$"""{"enabled":{{(enabled ? "true" : "false")}}}""");
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.Conflict);
            if (answer.StatusCode == HttpStatusCode.Conflict)
            {
                answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            }
            else
            {
                accepted.Enqueue((await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("enabled").GetBoolean());
            }
        }));

        accepted.ShouldNotBeEmpty();
        cloud.Value.ShouldBe(accepted.Last() ? "true" : "false");
    }

    [Fact]
    public async Task Turn_UpdateThatDoesNotEnd_IsBusyAndSaysSo()
    {
        using var cloud = new StackInMemory();
        cloud.Stack.StackStatus = StackStatus.UPDATE_ROLLBACK_IN_PROGRESS;
        var clock = new FakeTimeProvider();
        using var flowSwitch = new FlowSwitch(cloud, new DashboardOptions(), clock);

        var turning = flowSwitch.TurnAsync(true, TestContext.Current.CancellationToken);
        while (!turning.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        (await Should.ThrowAsync<FlowSwitchBusyException>(turning)).Message.ShouldContain("UPDATE_ROLLBACK_IN_PROGRESS");
        cloud.Updates.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"enabled":"yes"}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"enabled":true}""", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("enabled=true", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task Put_NotTheJsonThatIsAskedFor_IsRefused(string body, string contentType, HttpStatusCode expected)
    {
        using var cloud = new StackInMemory();
        await using var host = await StartAsync(cloud);

        using var answer = await PutAsync(host, body, contentType);

        answer.StatusCode.ShouldBe(expected);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        cloud.Updates.ShouldBeEmpty();
    }

    [Fact]
    public async Task Put_UnderAnotherSitesName_IsRefused()
    {
        using var cloud = new StackInMemory();
        await using var host = await StartAsync(cloud);
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/flow-control") { Content = JsonContent.Create(new { enabled = true }) };
        request.Headers.Host = "evil.example";

        using var answer = await host.Api.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        cloud.Updates.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_WithoutACloud_SaysSo()
    {
        await using var host = await DashboardHost.StartAsync();

        using var answer = await host.Api.GetAsync("/api/flow-control", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private static Task<DashboardHost> StartAsync(StackInMemory cloud) =>
        DashboardHost.StartAsync(WithCloud, builder => builder.Services.AddSingleton<IAmazonCloudFormation>(cloud));

    private static async Task<(bool Enabled, bool Settled)> GetAsync(DashboardHost host)
    {
        var state = await host.Api.GetFromJsonAsync<JsonElement>("/api/flow-control", TestContext.Current.CancellationToken);
        return (state.GetProperty("enabled").GetBoolean(), state.GetProperty("settled").GetBoolean());
    }

    private static async Task<HttpResponseMessage> PutAsync(DashboardHost host, string body, string contentType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        return await host.Api.PutAsync("/api/flow-control", content, TestContext.Current.CancellationToken);
    }

    private sealed class StackInMemory() : AmazonCloudFormationClient(
        new AnonymousAWSCredentials(), new AmazonCloudFormationConfig { ServiceURL = "http://127.0.0.1:1" })
    {
        public Stack Stack { get; } = new()
        {
            StackName = "sls-observe",
            StackStatus = StackStatus.CREATE_COMPLETE,
            Capabilities = ["CAPABILITY_IAM"],
            Parameters =
            [
                new() { ParameterKey = "FlowControl", ParameterValue = "false" },
                new() { ParameterKey = "DeliveryApiKey", ParameterValue = "****" },
            ],
        };

        public List<UpdateStackRequest> Updates { get; } = [];

        public Exception? Refusal { get; init; }

        public override Task<DescribeStacksResponse> DescribeStacksAsync(DescribeStacksRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new DescribeStacksResponse { Stacks = [Stack] });

        public override Task<UpdateStackResponse> UpdateStackAsync(UpdateStackRequest request, CancellationToken cancellationToken = default)
        {
            Updates.Add(request);
            return Refusal is null ? Task.FromResult(new UpdateStackResponse()) : Task.FromException<UpdateStackResponse>(Refusal);
        }
    }
}
