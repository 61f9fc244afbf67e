using System.Net;
using System.Net.Http.Headers;
using Aspire.Hosting.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Tests;

/// <summary>The resource service over the wire, where a client's library would not let us be wrong.</summary>
public sealed class ResourceServiceTests
{
    /// <summary>A gRPC message: not compressed, two bytes long, and a field that does not end.</summary>
    private static readonly byte[] Malformed = [0, 0, 0, 0, 2, 0x0A, 0xFF];

    [Theory]
    [InlineData("ExecuteResourceCommand")]
    [InlineData("WatchResourceConsoleLogs")]
    public async Task Call_BytesThatAreNoProtobuf_AreAnInvalidArgument(string method)
    {
        await using var app = await Applications.StartAsync(static _ => { }, "--AppHost:ResourceService:AuthMode=Unsecured", "--ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL=http://localhost:0");
        var address = app.Services.GetRequiredService<IConfiguration>()["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"];
        using var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        using var answer = await Bounded.UntilAsync(() => AskAsync(client, $"{address}/aspire.v1.DashboardService/{method}"), "resource service");

        // With nothing to say but the status, gRPC puts it into the headers.
        var status = answer.TrailingHeaders.Concat(answer.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value));
        status["grpc-status"].ShouldBe("3");
        status["grpc-message"].ShouldStartWith("The request is not a valid message");
    }

    private static async Task<HttpResponseMessage?> AskAsync(HttpClient client, string address)
    {
        using var body = new ByteArrayContent(Malformed);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        try
        {
            var answer = await client.PostAsync(address, body, Bounded.Token());
            await answer.Content.ReadAsByteArrayAsync(Bounded.Token());
            return answer;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return null;
        }
    }
}
