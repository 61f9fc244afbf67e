using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using LocalAws.Protocol;
using LocalAws.Sqs.Moves;
using LocalAws.Sqs.Plain;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs;

/// <summary>SQS's operations, each in AWS JSON 1.0 and in the older Query protocol.</summary>
internal sealed class SqsModule(
    QueueOperations queues, MessageOperations messages, PermissionOperations permissions, MoveOperations moves, QueueDirectory directory)
    : IOperationModule
{
    public void Map(OperationTable table)
    {
        var json = SqsJson.Default;
        Map(
            table, "CreateQueue", () => json.CreateQueueRequest, () => json.QueueUrlResponse, SqsQuery.CreateQueue, SqsXml.Write, queues.Create);
        Map(
            table, "GetQueueUrl", () => json.GetQueueUrlRequest, () => json.QueueUrlResponse, SqsQuery.GetQueueUrl, SqsXml.Write, queues.GetUrl);
        Map(
            table, "ListQueues", () => json.ListQueuesRequest, () => json.ListQueuesResponse, SqsQuery.ListQueues, SqsXml.Write, queues.List);
        Map(
            table, "ListDeadLetterSourceQueues", () => json.ListDeadLetterSourceQueuesRequest, () => json.ListDeadLetterSourceQueuesResponse,
            SqsQuery.ListDeadLetterSourceQueues, SqsXml.Write, queues.ListSources);
        Map(table, "DeleteQueue", () => json.QueueRequest, () => json.EmptyResponse, SqsQuery.Queue, SqsXml.Write, queues.Delete);
        Map(table, "PurgeQueue", () => json.QueueRequest, () => json.EmptyResponse, SqsQuery.Queue, SqsXml.Write, queues.Purge);
        Map(
            table, "GetQueueAttributes", () => json.GetQueueAttributesRequest, () => json.GetQueueAttributesResponse,
            SqsQuery.GetQueueAttributes, SqsXml.Write, queues.GetAttributes);
        Map(
            table, "SetQueueAttributes", () => json.SetQueueAttributesRequest, () => json.EmptyResponse,
            SqsQuery.SetQueueAttributes, SqsXml.Write, queues.SetAttributes);
        Map(table, "TagQueue", () => json.TagQueueRequest, () => json.EmptyResponse, SqsQuery.TagQueue, SqsXml.Write, queues.Tag);
        Map(table, "UntagQueue", () => json.UntagQueueRequest, () => json.EmptyResponse, SqsQuery.UntagQueue, SqsXml.Write, queues.Untag);
        Map(
            table, "ListQueueTags", () => json.QueueRequest, () => json.ListQueueTagsResponse, SqsQuery.Queue, SqsXml.Write, queues.ListTags);
        Map(
            table, "AddPermission", () => json.AddPermissionRequest, () => json.EmptyResponse, SqsQuery.AddPermission, SqsXml.Write, permissions.Add);
        Map(
            table, "RemovePermission", () => json.RemovePermissionRequest, () => json.EmptyResponse,
            SqsQuery.RemovePermission, SqsXml.Write, permissions.Remove);
        MapMoves(table, json);
        MapMessages(table, json);
        MapPlain(table);
    }

    private void MapMoves(OperationTable table, SqsJson json)
    {
        Map(
            table, "StartMessageMoveTask", () => json.StartMessageMoveTaskRequest, () => json.StartMessageMoveTaskResponse,
            SqsQuery.StartMessageMoveTask, SqsXml.Write, moves.Start);
        Map(
            table, "ListMessageMoveTasks", () => json.ListMessageMoveTasksRequest, () => json.ListMessageMoveTasksResponse,
            SqsQuery.ListMessageMoveTasks, SqsXml.Write, moves.List);
        Map(
            table, "CancelMessageMoveTask", () => json.CancelMessageMoveTaskRequest, () => json.CancelMessageMoveTaskResponse,
            SqsQuery.CancelMessageMoveTask, SqsXml.Write, moves.Cancel);
    }

    private void MapMessages(OperationTable table, SqsJson json)
    {
        Map(
            table, "SendMessage", () => json.SendMessageRequest, () => json.SendMessageResponse, SqsQuery.SendMessage, SqsXml.Write, messages.Send);
        Map(
            table, "SendMessageBatch", () => json.SendBatchRequest, () => json.SendBatchResponse,
            SqsQuery.SendMessageBatch, SqsXml.Write, messages.SendBatch);
        MapAsync(
            table, "ReceiveMessage", () => json.ReceiveMessageRequest, () => json.ReceiveMessageResponse,
            SqsQuery.ReceiveMessage, SqsXml.Write, messages.ReceiveAsync);
        Map(
            table, "DeleteMessage", () => json.DeleteMessageRequest, () => json.EmptyResponse, SqsQuery.DeleteMessage, SqsXml.Write, messages.Delete);
        Map(
            table, "DeleteMessageBatch", () => json.DeleteBatchRequest, () => json.BatchResponse,
            SqsQuery.DeleteMessageBatch, SqsXml.WriteDeleted, messages.DeleteBatch);
        Map(
            table, "ChangeMessageVisibility", () => json.ChangeMessageVisibilityRequest, () => json.EmptyResponse,
            SqsQuery.ChangeMessageVisibility, SqsXml.Write, messages.ChangeVisibility);
        Map(
            table, "ChangeMessageVisibilityBatch", () => json.VisibilityBatchRequest, () => json.BatchResponse,
            SqsQuery.ChangeMessageVisibilityBatch, SqsXml.WriteChanged, messages.ChangeVisibilityBatch);
    }

    /// <summary>The calls that come by the thousand.</summary>
    private void MapPlain(OperationTable table)
    {
        table.PutBefore("AmazonSQS.SendMessage", general => new PlainSend(general, directory));
        table.PutBefore("AmazonSQS.SendMessageBatch", general => new PlainSendBatch(general, directory));
        table.PutBefore("AmazonSQS.ReceiveMessage", general => new PlainReceive(general, directory));
        table.PutBefore("AmazonSQS.DeleteMessage", general => new PlainDelete(general, directory));
        table.PutBefore("AmazonSQS.DeleteMessageBatch", general => new PlainDeleteBatch(general, directory));
        table.PutBefore("AmazonSQS.ChangeMessageVisibility", general => new PlainVisibility(general, directory));
    }

    private static void Map<TRequest, TResponse>(
        OperationTable table,
        string action,
        Func<JsonTypeInfo<TRequest>> request,
        Func<JsonTypeInfo<TResponse>> response,
        Func<QueryParameters, CallContext, TRequest> read,
        Func<TResponse, IEnumerable<XElement>?> write,
        Func<TRequest, CallContext, TResponse> handle) =>
        MapAsync(table, action, request, response, read, write, (given, call, _) => ValueTask.FromResult(handle(given, call)));

    private static void MapAsync<TRequest, TResponse>(
        OperationTable table,
        string action,
        Func<JsonTypeInfo<TRequest>> request,
        Func<JsonTypeInfo<TResponse>> response,
        Func<QueryParameters, CallContext, TRequest> read,
        Func<TResponse, IEnumerable<XElement>?> write,
        Func<TRequest, CallContext, CancellationToken, ValueTask<TResponse>> handle)
    {
        table.MapJson("AmazonSQS." + action, request, response, handle);
        table.MapQuery(
            QueryNamespaces.Sqs,
            action,
            async (parameters, call, cancellationToken) => write(await handle(read(parameters, call), call, cancellationToken)));
    }
}
