using System.Net;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Pages;

/// <summary>The page for a browser on this machine.</summary>
public sealed class PageTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queue_WithAMessage_ShowsItEncodedAndDoesNotReceiveIt()
    {
        using var sqs = server.Sqs();
        var url = (await sqs.CreateQueueAsync("page-queue", Cancellation)).QueueUrl;
        await sqs.SendMessageAsync(url, "<script>alert(1)</script>", Cancellation);

        (await GetAsync("")).ShouldContain("page-queue");
        var page = await GetAsync("queues/us-east-1/000000000000/page-queue");

        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        page.ShouldNotContain("<script>");
        var counts = await sqs.GetQueueAttributesAsync(url, ["ApproximateNumberOfMessages"], Cancellation);
        counts.ApproximateNumberOfMessages.ShouldBe(1);
    }

    [Fact]
    public async Task Send_FromThePage_PutsAMessageIntoTheQueue()
    {
        using var sqs = server.Sqs();
        var url = (await sqs.CreateQueueAsync("page-send", Cancellation)).QueueUrl;

        var answer = await PostAsync("queues/us-east-1/000000000000/page-send/send", null, ("body", "hello"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await sqs.ReceiveMessageAsync(url, Cancellation)).Messages.ShouldHaveSingleItem().Body.ShouldBe("hello");
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    public async Task Purge_FromAnotherSite_IsRefused(string origin)
    {
        using var sqs = server.Sqs();
        var url = (await sqs.CreateQueueAsync("page-purge", Cancellation)).QueueUrl;
        await sqs.SendMessageAsync(url, "stays", Cancellation);

        var answer = await PostAsync("queues/us-east-1/000000000000/page-purge/purge", origin);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var counts = await sqs.GetQueueAttributesAsync(url, ["ApproximateNumberOfMessages"], Cancellation);
        counts.ApproximateNumberOfMessages.ShouldBePositive();
    }

    [Fact]
    public async Task Page_AskedForByAnotherName_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_localaws/");
        request.Headers.Host = "evil.example";

        using var answer = await server.Http.SendAsync(request, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task ParametersAndSecrets_ThatAreSecret_AreMasked()
    {
        await server.JsonAsync("AmazonSSM.PutParameter", """{"Name": "/page/open", "Value": "seen", "Type": "String"}""");
        await server.JsonAsync("AmazonSSM.PutParameter", """{"Name": "/page/secure", "Value": "hush-hush", "Type": "SecureString"}""");
        await server.JsonAsync("secretsmanager.CreateSecret", """{"Name": "page-secret", "SecretString": "hush-hush"}""");

        var parameters = await GetAsync("parameters");
        var secrets = await GetAsync("secrets");

        parameters.ShouldContain("seen");
        parameters.ShouldContain("/page/secure");
        parameters.ShouldNotContain("hush-hush");
        secrets.ShouldContain("page-secret");
        secrets.ShouldNotContain("hush-hush");
    }

    [Theory]
    [InlineData("""{"source": ["shop"]}""", "The event matches.")]
    [InlineData("""{"source": ["other"]}""", "The event does not match.")]
    [InlineData("""{"source": [{"prefixx": "s"}]}""", "The pattern is not valid.")]
    public async Task Try_APattern_SaysWhetherTheEventMatches(string pattern, string expected)
    {
        var answer = await PostAsync("events/try", server.Address.GetLeftPart(UriPartial.Authority), ("pattern", pattern), ("event", """{"source": "shop"}"""));

        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain(expected);
    }

    [Fact]
    public async Task Queue_ThatIsNotThere_IsNotFound()
    {
        using var answer = await server.Http.GetAsync(new Uri("/_localaws/queues/us-east-1/000000000000/none", UriKind.Relative), Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("queues/a")]
    [InlineData("reset")]
    public async Task Page_ThatIsNot_IsNotFoundAndTellsWhatIs(string path)
    {
        using var answer = await server.Http.GetAsync(new Uri("/_localaws/" + path, UriKind.Relative), Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        page.ShouldContain($"There is nothing at <code>/_localaws/{path}</code>.");
        page.ShouldContain("<a href=\"/_localaws/parameters\">Parameters</a>");
        page.ShouldContain("POST /_localaws/reset");
    }

    private Task<string> GetAsync(string path) => server.Http.GetStringAsync(new Uri("/_localaws/" + path, UriKind.Relative), Cancellation);

    private async Task<HttpResponseMessage> PostAsync(string path, string? origin, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_localaws/" + path)
        {
            Content = new FormUrlEncodedContent(form.Select(static field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await server.Http.SendAsync(request, Cancellation);
    }
}
