using System.Text.Json.Nodes;
using CsCheck;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Protocol.Direct;

/// <summary>Calls that are answered straight from their connection, and the ways in which a connection leaves that path.</summary>
public sealed class DirectConnectionTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private const string NoQueue = """{"QueueUrl":"http://localhost/000000000000/none"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_OfSqs_IsAnsweredWithoutTheServersHttp()
    {
        using var connection = await RawConnection.OpenAsync(server);

        await connection.SendAsync(RawConnection.Call("CreateQueue", """{"QueueName":"direct"}"""));
        var answer = await connection.ReadAsync();

        answer.Status.ShouldBe(200);
        answer.IsOfServer.ShouldBeFalse();
        answer.Body.ShouldBe("""{"QueueUrl":"http://localhost/000000000000/direct"}""");
        answer.Headers["Content-Type"].ShouldBe("application/x-amz-json-1.0");
        Guid.TryParse(answer.Headers["x-amzn-RequestId"], out _).ShouldBeTrue();
        DateTimeOffset.TryParseExact(answer.Headers["Date"], "R", null, default, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Call_ThatIsRefused_IsToldSoInTheHeadersToo()
    {
        using var connection = await RawConnection.OpenAsync(server);

        await connection.SendAsync(RawConnection.Call("PurgeQueue", NoQueue));
        var answer = await connection.ReadAsync();

        answer.Status.ShouldBe(400);
        answer.IsOfServer.ShouldBeFalse();
        answer.Headers["x-amzn-ErrorType"].ShouldBe("QueueDoesNotExist");
        answer.Headers["x-amzn-query-error"].ShouldBe("AWS.SimpleQueueService.NonExistentQueue;Sender");
        JsonNode.Parse(answer.Body)!["__type"]!.GetValue<string>().ShouldBe("com.amazonaws.sqs#QueueDoesNotExist");
    }

    [Theory]
    [InlineData("traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\n")]
    [InlineData("Connection: close\r\n")]
    [InlineData("Connection: keep-alive, close\r\n")]
    [InlineData("Origin: http://localhost\r\n")]
    [InlineData("Sec-Fetch-Site: same-origin\r\n")]
    [InlineData("Expect: 100-continue\r\n")]
    [InlineData("X-Value: \t tab\r\n")]
    public async Task Call_WithAHeaderThatAsksForMore_IsTheServers(string header)
    {
        using var connection = await RawConnection.OpenAsync(server);

        await connection.SendAsync(RawConnection.Call("ListQueues", "{}", header));
        var answer = await connection.ReadAsync();
        answer = answer.Status == 100 ? await connection.ReadAsync() : answer;

        answer.Status.ShouldBe(200);
        answer.IsOfServer.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Host: b\r\n")]
    [InlineData("Content-Length: 2\r\nContent-Length: 3\r\n")]
    [InlineData("Content-Length: +2\r\n")]
    [InlineData("Bad Name: 2\r\n")]
    [InlineData("Name : 2\r\n")]
    [InlineData(" folded\r\n")]
    [InlineData("X: a\rb\r\n")]
    [InlineData("X: a\0b\r\n")]
    public async Task Call_WithAMalformedHead_IsRefusedByTheServer(string header)
    {
        using var connection = await RawConnection.OpenAsync(server);

        await connection.SendAsync(RawConnection.Call("ListQueues", "{}", header));
        var answer = await connection.ReadAsync();

        answer.Status.ShouldBe(400);
        (await connection.IsAtItsEndAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Call_InChunks_IsAnsweredByTheServer()
    {
        using var connection = await RawConnection.OpenAsync(server);

        await connection.SendAsync(
            "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonSQS.CreateQueue\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5\r\n{\"Que\r\n18\r\nueName\":\"direct-chunks\"}\r\n0\r\n\r\n");
        var answer = await connection.ReadAsync();

        answer.Status.ShouldBe(200, answer.Body);
        answer.IsOfServer.ShouldBeTrue();
    }

    [Fact]
    public async Task Connection_ThatBringsAnotherService_IsTheServersFromThereOn()
    {
        using var connection = await RawConnection.OpenAsync(server);
        var other = "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonSSM.GetParametersByPath\r\nContent-Length: 12\r\n\r\n{\"Path\":\"/\"}";

        await connection.SendAsync(RawConnection.Call("ListQueues", "{}") + other + RawConnection.Call("ListQueues", "{}"));
        RawAnswer[] answers = [await connection.ReadAsync(), await connection.ReadAsync(), await connection.ReadAsync()];

        answers.ShouldAllBe(answer => answer.Status == 200);
        answers.Select(static answer => answer.IsOfServer).ShouldBe([false, true, true]);
    }

    [Fact]
    public async Task Calls_OneBehindTheOther_AreAnsweredInOrderHoweverTheyAreCutIntoPieces()
    {
        using (var first = await RawConnection.OpenAsync(server))
        {
            await first.SendAsync(RawConnection.Call("CreateQueue", """{"QueueName":"direct-pieces"}"""));
            await first.ReadAsync();
        }

        var url = "http://localhost/000000000000/direct-pieces";
        var calls = RawConnection.Call("SendMessage", $$"""{"QueueUrl":"{{url}}","MessageBody":"é ☃"}""")
            + RawConnection.Call("PurgeQueue", NoQueue)
            + RawConnection.Call("SendMessage", $$"""{"QueueUrl":"{{url}}","MessageBody":"{{new string('x', 10_000)}}"}""");
        await Gen.Int[1, calls.Length].HashSet[0, 6].SampleAsync(
            async cuts =>
            {
                using var connection = await RawConnection.OpenAsync(server);
                var from = 0;
                foreach (var cut in cuts.Append(calls.Length).Order())
                {
                    await connection.SendAsync(calls[from..cut]);
                    from = cut;
                }

                (await connection.ReadAsync()).Body.ShouldContain("\"MD5OfMessageBody\":\"f5e48c8a9dd5e48958f4a7389283e0b2\"");
                (await connection.ReadAsync()).Status.ShouldBe(400);
                var last = await connection.ReadAsync();
                last.Status.ShouldBe(200);
                last.IsOfServer.ShouldBeFalse();
            },
            iter: 200,
            threads: 2);
    }

    [Fact]
    public async Task Call_OfACallerThatSendsNoMore_IsAnsweredAndThenTheConnectionCloses()
    {
        using var connection = await RawConnection.OpenAsync(server);

        await connection.SendAsync(RawConnection.Call("ListQueues", "{}"));
        connection.EndSending();

        (await connection.ReadAsync()).Status.ShouldBe(200);
        (await connection.IsAtItsEndAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task LongPoll_WithAnotherCallBehindIt_IsAnsweredFirst()
    {
        var created = await server.JsonAsync("AmazonSQS.CreateQueue", """{"QueueName":"direct-poll"}""");
        var url = created.Body["QueueUrl"]!.GetValue<string>();
        using var connection = await RawConnection.OpenAsync(server);

        await connection.SendAsync(
            RawConnection.Call("ReceiveMessage", $$"""{"QueueUrl":"{{url}}","WaitTimeSeconds":20}""")
            + RawConnection.Call("ListQueues", """{"QueueNamePrefix":"direct-poll"}"""));
        await server.JsonAsync("AmazonSQS.SendMessage", $$"""{"QueueUrl":"{{url}}","MessageBody":"woken"}""");

        (await connection.ReadAsync()).Body.ShouldContain("\"Body\":\"woken\"");
        (await connection.ReadAsync()).Body.ShouldContain("direct-poll");
    }

    [Fact]
    public async Task Calls_OfManyConnectionsThatLeave_HarmNobody()
    {
        var whole = RawConnection.Call("ListQueues", "{}");
        for (var length = 0; length < whole.Length; length += 7)
        {
            using var connection = await RawConnection.OpenAsync(server);
            await connection.SendAsync(whole[..length]);
        }

        (await server.JsonAsync("AmazonSQS.ListQueues", "{}")).Status.ShouldBe(200);
        Cancellation.IsCancellationRequested.ShouldBeFalse();
    }
}
