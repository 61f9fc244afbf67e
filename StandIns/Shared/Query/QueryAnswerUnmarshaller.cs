using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace StandIns.Aws.Query;

/// <summary>Reads <c>{action}Response</c> documents and <c>ErrorResponse</c> documents.</summary>
internal sealed class QueryAnswerUnmarshaller<TResponse>(AwsApi api, string action, Func<XmlNode, TResponse> read) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var document = new XmlNode(XDocument.Load(input.Stream).Root);
        var response = read(document.Child(action + "Result"));
        response.ResponseMetadata = new ResponseMetadata { RequestId = document.Child("ResponseMetadata").Text("RequestId") };
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode)
    {
        var document = Parse(input.Stream);
        var error = document.Child("Error");
        return api.Errors.Create(new ErrorResponse
        {
            Code = error.Text("Code"),
            Message = error.Text("Message") ?? $"The service answered {(int)statusCode} without saying why.",
            RequestId = document.Text("RequestId"),
            Type = error.Text("Type") switch { "Sender" => ErrorType.Sender, "Receiver" => ErrorType.Receiver, _ => ErrorType.Unknown },
            InnerException = innerException,
            StatusCode = statusCode,
        });
    }

    /// <summary>Not every error is AWS's: a proxy may answer with a page of its own, or with nothing.</summary>
    private static XmlNode Parse(Stream body)
    {
        try
        {
            return new XmlNode(XDocument.Load(body).Root);
        }
        catch (XmlException)
        {
            return new XmlNode(null);
        }
    }
}
