using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace StandIns.Aws.Query;

/// <summary>One operation of the AWS Query protocol: a form out, XML in.</summary>
internal sealed class QueryOperation<TRequest, TResponse>(
    AwsApi api,
    string action,
    Action<TRequest, QueryParameters> write,
    Func<XmlNode, TResponse> read)
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse
{
    private readonly QueryRequestMarshaller<TRequest> _marshaller = new(api, action, write);
    private readonly QueryAnswerUnmarshaller<TResponse> _unmarshaller = new(api, action, read);

    /// <summary>What the SDK's pipeline needs for one call.</summary>
    public InvokeOptions Call() => new() { RequestMarshaller = _marshaller, ResponseUnmarshaller = _unmarshaller };
}
