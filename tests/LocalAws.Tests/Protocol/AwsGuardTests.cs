using System.Text.Json.Nodes;
using System.Xml.Linq;
using LocalAws.Tests.Hosting;
using LocalAws.Tests.Protocol.Direct;

namespace LocalAws.Tests.Protocol;

/// <summary>What a web page of another site can make a browser send here, byte by byte, on both ways into the process.</summary>
public sealed class AwsGuardTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    public static TheoryData<string, string> Foreign => new()
    {
        { "localhost", "Origin: http://evil.example\r\n" },
        { "localhost", "Origin: null\r\n" },
        { "localhost", "Sec-Fetch-Site: cross-site\r\n" },
        { "localhost", "sec-fetch-site: same-site\r\n" },
        { "localhost", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n" },
        { "evil.example", "" },
        { "evil.example", "Origin: http://evil.example\r\nSec-Fetch-Site: same-origin\r\n" },
        { "localhost.evil.example:4566", "" },
        { "10.1.2.3", "" },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task CallOfSqs_OfAForeignPage_IsRefusedAndDoesNothing(string host, string headers)
    {
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(RawConnection.Call("CreateQueue", """{"QueueName":"guard-foreign"}""", headers, host));

        var answer = await connection.ReadAsync();

        answer.Status.ShouldBe(403);
        answer.Headers["x-amzn-ErrorType"].ShouldBe("AccessDeniedException");
        answer.Headers["x-amzn-query-error"].ShouldBe("AccessDenied;Sender");
        JsonNode.Parse(answer.Body)!["__type"]!.GetValue<string>().ShouldBe("com.amazon.coral.service#AccessDeniedException");
        (await server.JsonAsync("AmazonSQS.ListQueues", """{"QueueNamePrefix":"guard-foreign"}""")).Body["QueueUrls"].ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task QueryInAnAddress_OfAForeignPage_IsRefused(string host, string headers)
    {
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync($"GET /?Action=ListQueues&Version=2012-11-05 HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n");

        var answer = await connection.ReadAsync();

        answer.Status.ShouldBe(403);
        var error = XElement.Parse(answer.Body);
        error.Text("Code").ShouldBe("AccessDenied");
        error.Text("Type").ShouldBe("Sender");
    }

    [Fact]
    public async Task QueryInAnAddress_OfABrowserThatDoesNotSayForWhom_IsRefused()
    {
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(
            "GET /?Action=ListQueues HTTP/1.1\r\nHost: localhost.localstack.cloud:4566\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0)\r\n\r\n");

        (await connection.ReadAsync()).Status.ShouldBe(403);
    }

    [Fact]
    public async Task ASecretsValue_AskedForByAnotherName_IsNotHandedOut()
    {
        await server.JsonAsync("secretsmanager.CreateSecret", """{"Name":"guard","SecretString":"hush-hush"}""");
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(
            "POST / HTTP/1.1\r\nHost: rebound.example\r\nX-Amz-Target: secretsmanager.GetSecretValue\r\nContent-Length: 20\r\n\r\n{\"SecretId\":\"guard\"}");

        var answer = await connection.ReadAsync();

        answer.Status.ShouldBe(403);
        answer.Body.ShouldNotContain("hush");
    }

    [Theory]
    [InlineData("localhost:4566")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:4566")]
    [InlineData("sqs.us-east-1.amazonaws.com")]
    [InlineData("us-east-1.queue.localhost.localstack.cloud:4566")]
    [InlineData("localhost.localstack.cloud:4566")]
    [InlineData("host.docker.internal:4566")]
    public async Task CallOfSqs_ByANameThatClientsHave_IsAnsweredFromTheConnection(string host)
    {
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(RawConnection.Call("ListQueues", """{"QueueNamePrefix":"none"}""", host: host));

        var answer = await connection.ReadAsync();

        answer.Status.ShouldBe(200);
        answer.IsOfServer.ShouldBeFalse();
    }

    [Fact]
    public async Task Connection_ThatChangesToAForeignHost_IsRefusedFromThereOn()
    {
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(
            RawConnection.Call("ListQueues", "{}") + RawConnection.Call("ListQueues", "{}", host: "evil.example") + RawConnection.Call("ListQueues", "{}"));

        RawAnswer[] answers = [await connection.ReadAsync(), await connection.ReadAsync(), await connection.ReadAsync()];

        answers.Select(static answer => answer.Status).ShouldBe([200, 403, 200]);
    }

    [Fact]
    public async Task Call_WithItsWholeAddressInTheRequestLine_IsAnswered()
    {
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(
            "POST http://sqs.us-east-1.amazonaws.com/ HTTP/1.1\r\nHost: sqs.us-east-1.amazonaws.com\r\n"
            + "X-Amz-Target: AmazonSQS.ListQueues\r\nContent-Length: 2\r\n\r\n{}");

        (await connection.ReadAsync()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Page_FromALinkOfAnotherSite_IsShown_ButNotInItsFrame()
    {
        (await StatusAsync("document")).ShouldBe(200);
        (await StatusAsync("iframe")).ShouldBe(403);

        async Task<int> StatusAsync(string destination)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/_localaws/");
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            request.Headers.Add("Sec-Fetch-Mode", "navigate");
            request.Headers.Add("Sec-Fetch-Dest", destination);
            using var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
            return (int)answer.StatusCode;
        }
    }
}
