using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Sqs;

/// <summary>Refusals, in AWS's own codes and words.</summary>
public sealed class SqsErrorTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    [Theory]
    [InlineData(
        "GetQueueUrl", """{"QueueName":"none"}""", "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue;Sender",
        "The specified queue does not exist.")]
    [InlineData(
        "GetQueueUrl", "{}", "MissingRequiredParameterException", "MissingParameter;Sender",
        "The request must contain the parameter QueueName.")]
    [InlineData(
        "SendMessage", """{"MessageBody":"x"}""", "MissingRequiredParameterException", "MissingParameter;Sender",
        "The request must contain the parameter QueueUrl.")]
    [InlineData(
        "SendMessage", """{"QueueUrl":"$"}""", "MissingRequiredParameterException", "MissingParameter;Sender",
        "The request must contain the parameter MessageBody.")]
    [InlineData(
        "SendMessage", """{"QueueUrl":"$","MessageBody":""}""", "MissingRequiredParameterException", "MissingParameter;Sender",
        "The request must contain the parameter MessageBody.")]
    [InlineData(
        "SendMessage", """{"QueueUrl":"$","MessageBody":"a\u0001"}""", "InvalidMessageContents", null,
        "The message contains characters outside the allowed set.")]
    [InlineData(
        "SendMessage", """{"QueueUrl":"$","MessageBody":"a\ufffe"}""", "InvalidMessageContents", null,
        "The message contains characters outside the allowed set.")]
    [InlineData(
        "SendMessage", """{"QueueUrl":"$","MessageBody":"a","DelaySeconds":-1}""", "InvalidParameterValueException",
        "InvalidParameterValue;Sender",
        "Value -1 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.")]
    [InlineData(
        "SendMessage", """{"QueueUrl":"$","MessageBody":"a","MessageGroupId":"group 123"}""", "InvalidParameterValueException",
        "InvalidParameterValue;Sender",
        "Value group 123 for parameter MessageGroupId is invalid. Reason: MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length.")]
    [InlineData(
        "SendMessage",
        """{"QueueUrl":"$","MessageBody":"a","MessageAttributes":{"ErrorDetails":{"DataType":"String","StringValue":""}}}""",
        "InvalidParameterValueException", "InvalidParameterValue;Sender",
        "Message (user) attribute 'ErrorDetails' must contain a non-empty value of type 'String'.")]
    [InlineData(
        "ReceiveMessage", """{"QueueUrl":"$","WaitTimeSeconds":21}""", "InvalidParameterValueException",
        "InvalidParameterValue;Sender",
        "Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.")]
    [InlineData(
        "ReceiveMessage", """{"QueueUrl":"$","WaitTimeSeconds":-1}""", "InvalidParameterValueException",
        "InvalidParameterValue;Sender",
        "Value -1 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.")]
    [InlineData(
        "ReceiveMessage", """{"QueueUrl":"$","MaxNumberOfMessages":11}""", "InvalidParameterValueException",
        "InvalidParameterValue;Sender",
        "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.")]
    [InlineData("ReceiveMessage", """{"QueueUrl":"$","AttributeNames":["Foo"]}""", "InvalidAttributeName", null, "Unknown Attribute Foo.")]
    [InlineData(
        "GetQueueAttributes", """{"QueueUrl":"$","AttributeNames":["Foo"]}""", "InvalidAttributeName", null, "Unknown Attribute Foo.")]
    [InlineData(
        "SetQueueAttributes", """{"QueueUrl":"$","Attributes":{"FifoQueue":"false"}}""", "InvalidAttributeName", null,
        "Unknown Attribute FifoQueue.")]
    [InlineData(
        "SetQueueAttributes", """{"QueueUrl":"$","Attributes":{"ContentBasedDeduplication":"false"}}""", "InvalidAttributeName", null,
        "Unknown Attribute ContentBasedDeduplication.")]
    [InlineData(
        "SetQueueAttributes", """{"QueueUrl":"$","Attributes":{"VisibilityTimeout":"43201"}}""", "InvalidAttributeValue", null,
        "Invalid value for the parameter VisibilityTimeout.")]
    [InlineData(
        "SetQueueAttributes", """{"QueueUrl":"$","Attributes":{"DelaySeconds":null}}""", "InvalidParameterValueException",
        "InvalidParameterValue;Sender", "Value null for parameter Attributes is invalid. Reason: DelaySeconds must have a value.")]
    [InlineData(
        "SetQueueAttributes", """{"QueueUrl":"$","Attributes":{"KmsMasterKeyId":"k","SqsManagedSseEnabled":"true"}}""",
        "InvalidAttributeName", null,
        "You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.")]
    [InlineData(
        "CreateQueue", """{"QueueName":"a/b"}""", "InvalidParameterValueException", "InvalidParameterValue;Sender",
        "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length")]
    [InlineData(
        "CreateQueue", """{"QueueName":"a","Attributes":{"FifoQueue":"true"}}""", "InvalidParameterValueException",
        "InvalidParameterValue;Sender",
        "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.")]
    [InlineData(
        "CreateQueue", """{"QueueName":"a.fifo"}""", "InvalidParameterValueException", "InvalidParameterValue;Sender",
        "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length")]
    [InlineData(
        "CreateQueue", """{"QueueName":"a","Attributes":{"FifoThroughputLimit":"perQueue"}}""", "InvalidAttributeName", null,
        "You can specify the FifoThroughputLimit only when FifoQueue is set to true.")]
    [InlineData(
        "CreateQueue", """{"QueueName":"a","Attributes":{"RedrivePolicy":"{}"}}""", "InvalidParameterValueException",
        "InvalidParameterValue;Sender",
        "Value {} for parameter RedrivePolicy is invalid. Reason: Redrive policy does not contain mandatory attribute: deadLetterTargetArn.")]
    [InlineData(
        "CreateQueue",
        """{"QueueName":"a","Attributes":{"RedrivePolicy":"{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:none\",\"maxReceiveCount\":3}"}}""",
        "InvalidParameterValueException", "InvalidParameterValue;Sender",
        "Value {\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:none\",\"maxReceiveCount\":3} for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.")]
    [InlineData(
        "DeleteMessage", """{"QueueUrl":"$","ReceiptHandle":"bad"}""", "ReceiptHandleIsInvalid", null,
        "The input receipt handle \"bad\" is not a valid receipt handle.")]
    [InlineData(
        "SendMessageBatch", """{"QueueUrl":"$","Entries":[]}""", "EmptyBatchRequest",
        "AWS.SimpleQueueService.EmptyBatchRequest;Sender",
        "There should be at least one SendMessageBatchRequestEntry in the request.")]
    [InlineData(
        "SendMessageBatch", """{"QueueUrl":"$","Entries":[{"Id":"a","MessageBody":"1"},{"Id":"a","MessageBody":"2"}]}""",
        "BatchEntryIdsNotDistinct", "AWS.SimpleQueueService.BatchEntryIdsNotDistinct;Sender", "Id a repeated.")]
    [InlineData(
        "SendMessageBatch", """{"QueueUrl":"$","Entries":[{"Id":"a:b","MessageBody":"1"}]}""", "InvalidBatchEntryId",
        "AWS.SimpleQueueService.InvalidBatchEntryId;Sender",
        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.")]
    [InlineData("SendMessage", """{"QueueUrl":7}""", "SerializationException", null, "The request body cannot be read at $.QueueUrl.")]
    [InlineData("SendMessage", """[]""", "SerializationException", null, "The request body cannot be read at $.")]
    [InlineData("SendMessage", """null""", "SerializationException", null, "The request body must be a JSON object.")]
    [InlineData("Nothing", "{}", "UnknownOperationException", null, "The operation AmazonSQS.Nothing is not known here.")]
    public async Task Json_ThatIsRefused_SaysWhy(string action, string body, string code, string? queryError, string message)
    {
        await server.JsonAsync("AmazonSQS.CreateQueue", """{"QueueName":"errors"}""");

        var answer = await server.JsonAsync("AmazonSQS." + action, body.Replace("$", "http://localhost/000000000000/errors", StringComparison.Ordinal));

        answer.Status.ShouldBe(400);
        var space = code.EndsWith("Exception", StringComparison.Ordinal) ? "com.amazon.coral.service#" : "com.amazonaws.sqs#";
        answer.Body["__type"]!.GetValue<string>().ShouldBe(space + code);
        answer.Body["message"]!.GetValue<string>().ShouldBe(message);
        answer.QueryError.ShouldBe(queryError);
    }

    [Fact]
    public async Task Batch_OfTooManyEntries_IsRefused()
    {
        await server.JsonAsync("AmazonSQS.CreateQueue", """{"QueueName":"errors"}""");
        var entries = string.Join(',', Enumerable.Range(0, 20).Select(entry => $$"""{"Id":"{{entry}}","MessageBody":"x"}"""));

        var (_, body, _) = await server.JsonAsync(
            "AmazonSQS.SendMessageBatch", $$"""{"QueueUrl":"{{server.Address}}000000000000/errors","Entries":[{{entries}}]}""");

        body["message"]!.GetValue<string>().ShouldBe("Maximum number of entries per request are 10. You have sent 20.");
    }

    [Theory]
    [InlineData(1_048_576, 200)]
    [InlineData(1_048_577, 400)]
    public async Task Message_OfAMebibyte_IsTheLongest(int bytes, int expected)
    {
        await server.JsonAsync("AmazonSQS.CreateQueue", """{"QueueName":"errors"}""");

        var (status, body, _) = await server.JsonAsync(
            "AmazonSQS.SendMessage", $$"""{"QueueUrl":"{{server.Address}}000000000000/errors","MessageBody":"{{new string('x', bytes)}}"}""");

        status.ShouldBe(expected);
        if (expected == 400)
        {
            body["message"]!.GetValue<string>().ShouldBe("One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.");
        }
    }

    [Fact]
    public async Task Batch_LongerThanAMebibyte_IsRefused()
    {
        await server.JsonAsync("AmazonSQS.CreateQueue", """{"QueueName":"errors"}""");
        var half = new string('x', 524_288);

        var (_, body, _) = await server.JsonAsync(
            "AmazonSQS.SendMessageBatch",
            $$"""{"QueueUrl":"{{server.Address}}000000000000/errors","Entries":[{"Id":"a","MessageBody":"{{half}}"},{"Id":"b","MessageBody":"{{half}}x"}]}""");

        body["__type"]!.GetValue<string>().ShouldBe("com.amazonaws.sqs#BatchRequestTooLong");
        body["message"]!.GetValue<string>().ShouldBe("Batch requests cannot be longer than 1048576 bytes. You have sent 1048577 bytes.");
    }
}
