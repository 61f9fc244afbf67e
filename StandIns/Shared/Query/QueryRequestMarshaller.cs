using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace StandIns.Aws.Query;

/// <summary>Writes a request as a form: <c>Action</c>, <c>Version</c> and a parameter a field.</summary>
internal sealed class QueryRequestMarshaller<TRequest>(AwsApi api, string action, Action<TRequest, QueryParameters> write)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, api.ServiceId);
        request.Parameters["Action"] = action;
        request.Parameters["Version"] = api.Version;
        write((TRequest)input, new QueryParameters(request.Parameters));
        return request;
    }
}
