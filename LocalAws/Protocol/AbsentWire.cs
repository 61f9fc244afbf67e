using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace LocalAws.Protocol;

/// <summary>The shape of an error in the protocol of a service that is not here.</summary>
internal abstract record AbsentWire
{
    /// <summary>The sender's fault, as AWS answers an unknown operation; a client would take a 5xx for a server that is ill.</summary>
    private const int Status = StatusCodes.Status400BadRequest;

    /// <summary>The protocol that a service's clients speak, as far as the call tells it.</summary>
    public static AbsentWire Of(string service, HttpRequest request, string target) => service switch
    {
        _ when target.Length > 0 => new Json(),
        "s3" or "s3express" or "s3-outposts" => new S3(request.Path),
        "ec2" => new Ec2(),
        "route53" or "cloudfront" => new Query(),
        _ when request.HasFormContentType || request.Query.ContainsKey("Action") => new Query(),
        _ => new Json(),
    };

    /// <summary>The error.</summary>
    public abstract WireAnswer Refuse(string message, string requestId);

    private static WireAnswer Xml(XElement error) => new("text/xml", Encoding.UTF8.GetBytes(error.ToString(SaveOptions.DisableFormatting)), Status);

    /// <summary>AWS JSON, and JSON of REST services such as Lambda.</summary>
    private sealed record Json : AbsentWire
    {
        private const string Code = "UnknownOperationException";

        public override WireAnswer Refuse(string message, string requestId)
        {
            using var body = new MemoryStream();
            using (var writer = new Utf8JsonWriter(body))
            {
                writer.WriteStartObject();
                writer.WriteString("__type", Code);
                writer.WriteString("message", message);
                writer.WriteEndObject();
            }

            return new WireAnswer("application/json", body.ToArray(), Status)
            {
                Headers = new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { [JsonRefusal.TypeHeader] = Code },
            };
        }
    }

    /// <summary>The Query protocol, and the XML of REST services.</summary>
    private sealed record Query : AbsentWire
    {
        public override WireAnswer Refuse(string message, string requestId) => Xml(new XElement("ErrorResponse",
            new XElement("Error", new XElement("Type", "Sender"), new XElement("Code", "InvalidAction"), new XElement("Message", message)),
            new XElement("RequestId", requestId)));
    }

    /// <summary>Amazon S3: an error without a response around it.</summary>
    private sealed record S3(string? Resource) : AbsentWire
    {
        public override WireAnswer Refuse(string message, string requestId) => Xml(new XElement("Error",
            new XElement("Code", "NotImplemented"),
            new XElement("Message", message),
            new XElement("Resource", XmlText.WithoutForbiddenCharacters(Resource ?? "/")),
            new XElement("RequestId", requestId)));
    }

    /// <summary>Amazon EC2: its own variant of the Query protocol.</summary>
    private sealed record Ec2 : AbsentWire
    {
        public override WireAnswer Refuse(string message, string requestId) => Xml(new XElement("Response",
            new XElement("Errors", new XElement("Error", new XElement("Code", "InvalidAction"), new XElement("Message", message))),
            new XElement("RequestID", requestId)));
    }
}
