using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace StandIns.Aws.Json;

/// <summary>One operation of the AWS JSON 1.1 protocol, named by <c>X-Amz-Target</c>.</summary>
internal sealed class JsonOperation<TRequest, TResponse>(
    AwsApi api,
    string target,
    JsonTypeInfo<TRequest> request,
    JsonTypeInfo<TResponse> response)
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly JsonRequestMarshaller<TRequest> _marshaller = new(api, target, request);
    private readonly JsonAnswerUnmarshaller<TResponse> _unmarshaller = new(api, response);

    /// <summary>What the SDK's pipeline needs for one call.</summary>
    public InvokeOptions Call() => new() { RequestMarshaller = _marshaller, ResponseUnmarshaller = _unmarshaller };
}
