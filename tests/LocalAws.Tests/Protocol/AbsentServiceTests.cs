using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Protocol;

/// <summary>Calls of services that are not here.</summary>
public sealed class AbsentServiceTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private const string Present = "it has cloudformation, events, logs, secretsmanager, sqs, ssm and sts.";

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("PUT", "/bucket/key")]
    [InlineData("DELETE", "/bucket")]
    public async Task S3_IsToldInItsOwnXml(string method, string path)
    {
        var (status, _, body) = await CallAsync(method, path, "s3");

        status.ShouldBe(400);
        var error = XElement.Parse(body);
        error.Name.LocalName.ShouldBe("Error");
        error.Text("Code").ShouldBe("NotImplemented");
        error.Text("Message").ShouldBe($"LocalAws has no service s3; {Present}");
    }

    [Fact]
    public async Task Lambda_IsToldInJson()
    {
        var (status, headers, body) = await CallAsync("GET", "/2015-03-31/functions/", "lambda");

        status.ShouldBe(400);
        headers.GetValues("x-amzn-ErrorType").ShouldBe(["UnknownOperationException"]);
        JsonNode.Parse(body)!["message"]!.GetValue<string>().ShouldBe($"LocalAws has no service lambda; {Present}");
    }

    [Theory]
    [InlineData("dynamodb", "dynamodb")]
    [InlineData(null, "DynamoDB_20120810")]
    public async Task DynamoDb_IsToldInAwsJson_SignedOrNot(string? signedFor, string named)
    {
        var (status, _, body) = await CallAsync("POST", "/", signedFor, target: "DynamoDB_20120810.ListTables");

        status.ShouldBe(400);
        JsonNode.Parse(body)!["__type"]!.GetValue<string>().ShouldBe("UnknownOperationException");
        JsonNode.Parse(body)!["message"]!.GetValue<string>().ShouldBe($"LocalAws has no service {named}; {Present}");
    }

    [Theory]
    [InlineData("sns", "ErrorResponse")]
    [InlineData("ec2", "Response")]
    public async Task ServicesOfTheQueryProtocol_AreToldInXml(string service, string root)
    {
        var (status, _, body) = await CallAsync("POST", "/", service, form: "Action=ListTopics&Version=2010-03-31");

        status.ShouldBe(400);
        var error = XElement.Parse(body);
        error.Name.LocalName.ShouldBe(root);
        error.Text("Code").ShouldBe("InvalidAction");
        error.Text("Message").ShouldBe($"LocalAws has no service {service}; {Present}");
    }

    [Theory]
    [InlineData("sqs", "AmazonSQS.ListQueues", 200)]
    [InlineData("execute-api", "AmazonSQS.ListQueues", 200)]
    [InlineData("sqs", "AmazonSQS.Nothing", 400)]
    public async Task WhatIsHere_IsAnswered_WhateverItIsSignedFor(string service, string target, int expected) =>
        (await CallAsync("POST", "/", service, target)).Status.ShouldBe(expected);

    [Fact]
    public async Task Method_ThatNoServiceHereHas_IsRefused() => (await CallAsync("PUT", "/", "sqs")).Status.ShouldBe(405);

    private async Task<(int Status, HttpResponseHeaders Headers, string Body)> CallAsync(
        string method, string path, string? service, string? target = null, string? form = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = form is null ? method == "GET" ? null : new StringContent("{}") : new StringContent(form, new MediaTypeHeaderValue("application/x-www-form-urlencoded")),
        };
        if (service is not null)
        {
            request.Headers.TryAddWithoutValidation(
                "Authorization", $"AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        }

        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, response.Headers, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
