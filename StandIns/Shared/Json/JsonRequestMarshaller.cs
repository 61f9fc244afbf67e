using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace StandIns.Aws.Json;

/// <summary>Writes a request as JSON.</summary>
internal sealed class JsonRequestMarshaller<TRequest>(AwsApi api, string target, JsonTypeInfo<TRequest> type)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    // Details, templates and patterns are JSON within a string: the default encoder would make six bytes of each quote.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body, Compact))
        {
            JsonSerializer.Serialize(writer, (TRequest)input, type);
        }

        var request = new DefaultRequest(input, api.ServiceId)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = body.ToArray(),
        };
        request.Headers["X-Amz-Target"] = target;
        request.Headers[HeaderKeys.ContentTypeHeader] = "application/x-amz-json-1.1";
        request.Headers[HeaderKeys.XAmzApiVersion] = api.Version;
        return request;
    }
}
