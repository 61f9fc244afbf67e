using System.Text;
using Amazon.SQS;
using Amazon.SQS.Model;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Sqs;

/// <summary>Message move tasks, by the official client.</summary>
public sealed class MoveTaskTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private readonly AmazonSQSClient _sqs = server.Sqs();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Task_WithoutADestination_MovesMessagesToWhereTheyCameFrom()
    {
        var (dead, deadArn) = await _sqs.CreateAsync();
        var (url, _) = await _sqs.CreateAsync("", ("VisibilityTimeout", "0"), SqsSteps.RedriveTo(deadArn));
        await _sqs.SendMessageAsync(url, "order", Cancellation);
        await _sqs.ReceiveAsync(url);
        (await _sqs.ReceiveAsync(url)).ShouldBeEmpty();
        (await _sqs.CountAsync(dead)).ShouldBe(1);

        await StartAsync(deadArn);
        var task = await UntilAsync(deadArn, static task => task.Status != "RUNNING");

        task.Status.ShouldBe("COMPLETED");
        task.ApproximateNumberOfMessagesMoved.ShouldBe(1);
        task.ApproximateNumberOfMessagesToMove.ShouldBe(1);
        task.TaskHandle.ShouldBeNull("Only a running task can be cancelled.");
        (await _sqs.CountAsync(dead)).ShouldBe(0);
        (await _sqs.ReceiveAsync(url)).ShouldHaveSingleItem().Body.ShouldBe("order");
    }

    [Fact]
    public async Task Task_OfMessagesThatCameFromNowhere_Fails()
    {
        var (dead, deadArn) = await CreateDeadLetterQueueAsync();
        await _sqs.SendMessageAsync(dead, "order", Cancellation);

        await StartAsync(deadArn);
        var task = await UntilAsync(deadArn, static task => task.Status != "RUNNING");

        task.Status.ShouldBe("FAILED");
        task.FailureReason.ShouldBe("CouldNotDetermineMessageSource");
        (await _sqs.CountAsync(dead)).ShouldBe(1);
    }

    [Fact]
    public async Task Task_WithARate_MovesNoFasterAndStopsWhenCancelled()
    {
        var (dead, deadArn) = await CreateDeadLetterQueueAsync();
        var (target, targetArn) = await _sqs.CreateAsync();
        foreach (var body in (string[])["1", "2", "3", "4"])
        {
            await _sqs.SendMessageAsync(dead, body, Cancellation);
        }

        var handle = (await StartAsync(deadArn, targetArn, rate: 1)).TaskHandle;
        var first = await UntilAsync(deadArn, static task => task.ApproximateNumberOfMessagesMoved > 0);
        var movedInNoTime = await _sqs.CountAsync(target);
        var again = await Should.ThrowAsync<AmazonSQSException>(StartAsync(deadArn, targetArn));
        await UntilAsync(deadArn, static task => task.ApproximateNumberOfMessagesMoved > 1, () => server.Clock.Advance(TimeSpan.FromSeconds(1)));
        var cancelled = await _sqs.CancelMessageMoveTaskAsync(new CancelMessageMoveTaskRequest { TaskHandle = handle }, Cancellation);
        var last = await UntilAsync(deadArn, static task => task.Status == "CANCELLED");

        first.Status.ShouldBe("RUNNING");
        first.TaskHandle.ShouldBe(handle);
        first.MaxNumberOfMessagesPerSecond.ShouldBe(1);
        movedInNoTime.ShouldBe(1);
        again.Message.ShouldBe("There is already a task running. Only one active task is allowed for a source queue arn at a given time.");
        cancelled.ApproximateNumberOfMessagesMoved.ShouldBe(last.ApproximateNumberOfMessagesMoved);
        (await _sqs.CountAsync(target)).ShouldBe(2);
        (await _sqs.CountAsync(dead)).ShouldBe(2);
        var over = await Should.ThrowAsync<AmazonSQSException>(
            _sqs.CancelMessageMoveTaskAsync(new CancelMessageMoveTaskRequest { TaskHandle = handle }, Cancellation));
        over.Message.ShouldBe("Only active tasks can be cancelled.");
    }

    [Fact]
    public async Task StartMessageMoveTask_OfWhatIsNoDeadLetterQueue_IsRefused()
    {
        var (_, arn) = await _sqs.CreateAsync();

        var refused = await Should.ThrowAsync<AmazonSQSException>(StartAsync(arn));
        var missing = await Should.ThrowAsync<AmazonSQSException>(StartAsync(arn + "-none"));
        var (_, deadArn) = await CreateDeadLetterQueueAsync();
        var nowhere = await Should.ThrowAsync<AmazonSQSException>(StartAsync(deadArn, arn + "-none"));
        var fast = await Should.ThrowAsync<AmazonSQSException>(StartAsync(deadArn, rate: 501));

        refused.Message.ShouldBe("Source queue must be configured as a Dead Letter Queue.");
        missing.Message.ShouldBe("The resource that you specified for the SourceArn parameter doesn't exist.");
        nowhere.Message.ShouldBe("The resource that you specified for the DestinationArn parameter doesn't exist.");
        fast.Message.ShouldBe(
            "Value 501 for parameter MaxNumberOfMessagesPerSecond is invalid. Reason: Must be between 1 and 500, if provided.");
    }

    [Fact]
    public async Task CancelMessageMoveTask_OfNoTask_IsRefused()
    {
        var (_, arn) = await CreateDeadLetterQueueAsync();
        var unknown = Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"taskId":"none","sourceArn":"{{arn}}"}"""));

        var malformed = await Should.ThrowAsync<AmazonSQSException>(
            _sqs.CancelMessageMoveTaskAsync(new CancelMessageMoveTaskRequest { TaskHandle = "none" }, Cancellation));
        var missing = await Should.ThrowAsync<AmazonSQSException>(
            _sqs.CancelMessageMoveTaskAsync(new CancelMessageMoveTaskRequest { TaskHandle = unknown }, Cancellation));

        malformed.Message.ShouldBe("Value for parameter TaskHandle is invalid.");
        missing.Message.ShouldBe("Task does not exist.");
    }

    private async Task<(string Url, string Arn)> CreateDeadLetterQueueAsync()
    {
        var dead = await _sqs.CreateAsync();
        await _sqs.CreateAsync("", SqsSteps.RedriveTo(dead.Arn));
        return dead;
    }

    private Task<StartMessageMoveTaskResponse> StartAsync(string source, string? destination = null, int? rate = null) =>
        _sqs.StartMessageMoveTaskAsync(
            new StartMessageMoveTaskRequest { SourceArn = source, DestinationArn = destination, MaxNumberOfMessagesPerSecond = rate }, Cancellation);

    /// <summary>The latest task of a source as soon as it is as expected.</summary>
    private async Task<ListMessageMoveTasksResultEntry> UntilAsync(
        string source, Func<ListMessageMoveTasksResultEntry, bool> isExpected, Action? meanwhile = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(LocalAwsServer.Patience);
        while (true)
        {
            var tasks = await _sqs.ListMessageMoveTasksAsync(new ListMessageMoveTasksRequest { SourceArn = source }, patience.Token);
            if (tasks.Results is [var task] && isExpected(task))
            {
                return task;
            }

            meanwhile?.Invoke();
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }
}
