using System.Text.Json.Serialization;

namespace LocalAws.Sqs.Wire;

/// <summary>SQS's requests and answers as JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CreateQueueRequest))]
[JsonSerializable(typeof(QueueUrlResponse))]
[JsonSerializable(typeof(GetQueueUrlRequest))]
[JsonSerializable(typeof(ListQueuesRequest))]
[JsonSerializable(typeof(ListQueuesResponse))]
[JsonSerializable(typeof(ListDeadLetterSourceQueuesRequest))]
[JsonSerializable(typeof(ListDeadLetterSourceQueuesResponse))]
[JsonSerializable(typeof(QueueRequest))]
[JsonSerializable(typeof(GetQueueAttributesRequest))]
[JsonSerializable(typeof(GetQueueAttributesResponse))]
[JsonSerializable(typeof(SetQueueAttributesRequest))]
[JsonSerializable(typeof(TagQueueRequest))]
[JsonSerializable(typeof(UntagQueueRequest))]
[JsonSerializable(typeof(ListQueueTagsResponse))]
[JsonSerializable(typeof(EmptyResponse))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(SendMessageResponse))]
[JsonSerializable(typeof(ReceiveMessageRequest))]
[JsonSerializable(typeof(ReceiveMessageResponse))]
[JsonSerializable(typeof(DeleteMessageRequest))]
[JsonSerializable(typeof(ChangeMessageVisibilityRequest))]
[JsonSerializable(typeof(BatchRequest<SendMessageBatchRequestEntry>), TypeInfoPropertyName = "SendBatchRequest")]
[JsonSerializable(typeof(BatchResponse<SendMessageBatchResultEntry>), TypeInfoPropertyName = "SendBatchResponse")]
[JsonSerializable(typeof(BatchRequest<DeleteMessageBatchRequestEntry>), TypeInfoPropertyName = "DeleteBatchRequest")]
[JsonSerializable(typeof(BatchRequest<ChangeMessageVisibilityBatchRequestEntry>), TypeInfoPropertyName = "VisibilityBatchRequest")]
[JsonSerializable(typeof(BatchResponse<BatchResultEntry>), TypeInfoPropertyName = "BatchResponse")]
internal sealed partial class SqsJson : JsonSerializerContext;
