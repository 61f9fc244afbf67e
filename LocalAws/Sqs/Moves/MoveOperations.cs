using System.Globalization;
using System.Text.Json;
using LocalAws.Protocol;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Moves;

/// <summary>The operations on message move tasks.</summary>
internal sealed class MoveOperations(QueueStore queues, MoveTasks tasks)
{
    private const int MaximumRate = 500;
    private const int MaximumResults = 10;

    public StartMessageMoveTaskResponse Start(StartMessageMoveTaskRequest request, CallContext call)
    {
        var source = Require(request.SourceArn, "SourceArn");
        if (request.MaxNumberOfMessagesPerSecond is < 1 or > MaximumRate)
        {
            throw SqsErrors.Parameter(
                request.MaxNumberOfMessagesPerSecond.Value.ToString(CultureInfo.InvariantCulture),
                "MaxNumberOfMessagesPerSecond",
                $"Must be between 1 and {MaximumRate}, if provided.");
        }

        if (!queues.SourcesOf(source).Any())
        {
            throw SqsErrors.Parameter("Source queue must be configured as a Dead Letter Queue.");
        }

        if (request.DestinationArn is { } destination)
        {
            Require(destination, "DestinationArn");
        }

        return tasks.Start(source, request.DestinationArn, request.MaxNumberOfMessagesPerSecond) is { } task
            ? new StartMessageMoveTaskResponse(task.Handle)
            : throw SqsErrors.Parameter(
                "There is already a task running. Only one active task is allowed for a source queue arn at a given time.");
    }

    public ListMessageMoveTasksResponse List(ListMessageMoveTasksRequest request, CallContext call)
    {
        var source = Require(request.SourceArn, "SourceArn");
        if (request.MaxResults is < 1 or > MaximumResults)
        {
            throw SqsErrors.Parameter(
                request.MaxResults.Value.ToString(CultureInfo.InvariantCulture),
                "MaxResults",
                $"Must be between 1 and {MaximumResults}, if provided.");
        }

        return new ListMessageMoveTasksResponse([.. tasks.Of(source.Arn).Take(request.MaxResults ?? 1).Select(Describe)]);
    }

    public CancelMessageMoveTaskResponse Cancel(CancelMessageMoveTaskRequest request, CallContext call)
    {
        var (id, sourceArn) = ReadHandle(request.TaskHandle);
        var source = Require(sourceArn, "SourceArn");
        var task = tasks.Of(source.Arn).FirstOrDefault(task => task.Id == id) ?? throw SqsErrors.NoSuchResource("Task does not exist.");
        if (task.Status != MoveStatus.Running)
        {
            throw SqsErrors.Parameter("Only active tasks can be cancelled.");
        }

        task.Cancel();
        return new CancelMessageMoveTaskResponse(task.Moved);
    }

    private static MessageMoveTaskContract Describe(MoveTask task) =>
        new(task.Status.ToString().ToUpperInvariant(), task.SourceArn, task.Moved, task.ToMove, task.StartedAt.ToUnixTimeMilliseconds())
        {
            TaskHandle = task.Status == MoveStatus.Running ? task.Handle : null,
            DestinationArn = task.DestinationArn,
            MaxNumberOfMessagesPerSecond = task.Rate,
            FailureReason = task.FailureReason,
        };

    private static (string Id, string SourceArn) ReadHandle(string? handle)
    {
        if (string.IsNullOrEmpty(handle))
        {
            throw SqsErrors.Missing("TaskHandle");
        }

        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(handle));
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("taskId", out var id) && id.ValueKind == JsonValueKind.String
                && root.TryGetProperty("sourceArn", out var arn) && arn.ValueKind == JsonValueKind.String
                ? (id.GetString()!, arn.GetString()!)
                : throw SqsErrors.Parameter("Value for parameter TaskHandle is invalid.");
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            throw SqsErrors.Parameter("Value for parameter TaskHandle is invalid.");
        }
    }

    private Queue Require(string? arn, string parameter) =>
        queues.FindByArn(string.IsNullOrEmpty(arn) ? throw SqsErrors.Missing(parameter) : arn) ?? throw SqsErrors.NoSuchResourceOf(parameter);
}
