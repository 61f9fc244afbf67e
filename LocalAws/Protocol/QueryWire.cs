using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.Primitives;

namespace LocalAws.Protocol;

/// <summary>The AWS Query protocol: form parameters, or those of the URL, in; XML out.</summary>
internal sealed class QueryWire(OperationTable operations, string requestId) : Wire
{
    /// <summary>The only kind of body that the protocol has.</summary>
    private const string Form = "application/x-www-form-urlencoded";

    // Carriage returns in a message must outlive the parser.
    private static readonly XmlWriterSettings WriterSettings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    private static readonly byte[] NoOperation = "<UnknownOperationException/>\n"u8.ToArray();

    private string _action = "";
    private XNamespace _xml = "";

    public override string Operation => _action;

    /// <summary>The refusal of an action that there is none of here.</summary>
    public static AwsException UnknownAction(string action) => new("InvalidAction", $"The action {action} is not valid for this endpoint.");

    public override async Task<WireAnswer> RunAsync(HttpRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var parameters = await ReadParametersAsync(request, cancellationToken);
        if (parameters.Find("Action") is not { } action)
        {
            return HttpMethods.IsGet(request.Method)
                ? new WireAnswer("text/xml", NoOperation, StatusCodes.Status404NotFound)
                : throw new AwsException("MissingAction", "The request must contain the parameter Action.");
        }

        _action = action;
        var version = parameters.Find("Version") ?? operations.VersionOf(_action) ?? "";
        _xml = QueryNamespaces.Of(version);
        var operation = operations.FindQuery(version, _action)
            ?? throw UnknownAction(_action);
        var result = await operation.RunAsync(parameters, call, cancellationToken);
        return Write(new XElement(_xml + (_action + "Response"),
            result is null
                ? null
                : new XElement(_xml + (_action + "Result"), result.Select(element => QueryNamespaces.Qualify(element, _xml))),
            new XElement(_xml + "ResponseMetadata", new XElement(_xml + "RequestId", requestId))));
    }

    public override WireAnswer Refuse(AwsException refusal) => Write(
        new XElement(_xml + "ErrorResponse",
            new XElement(_xml + "Error",
                new XElement(_xml + "Type", refusal.Fault),
                new XElement(_xml + "Code", refusal.QueryCode ?? refusal.Code),
                new XElement(_xml + "Message", refusal.QueryMessage ?? refusal.Message)),
            new XElement(_xml + "RequestId", requestId)),
        refusal.Status);

    private static async Task<QueryParameters> ReadParametersAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Query)
        {
            values[name] = value;
        }

        if (request.HasFormContentType && request.ContentType?.StartsWith(Form, StringComparison.OrdinalIgnoreCase) == true)
        {
            foreach (var (name, value) in await request.ReadFormAsync(cancellationToken))
            {
                values[name] = value;
            }
        }

        return new QueryParameters(values);
    }

    private static WireAnswer Write(XElement answer, int status = StatusCodes.Status200OK)
    {
        foreach (var text in answer.DescendantNodes().OfType<XText>())
        {
            text.Value = XmlText.WithoutForbiddenCharacters(text.Value);
        }

        using var body = new MemoryStream();
        using (var writer = XmlWriter.Create(body, WriterSettings))
        {
            answer.Save(writer);
        }

        return new WireAnswer("text/xml", body.GetBuffer().AsMemory(0, (int)body.Length), status);
    }
}
