using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;

namespace LocalAws.Protocol;

/// <summary>The one HTTP endpoint, <c>POST /</c> (and any path: SDKs post to queue URLs too), that every AWS call arrives at.</summary>
internal sealed partial class AwsEndpoint(OperationTable operations, LocalAwsOptions options, ILogger<AwsEndpoint> logger)
{
    private const string RequestIdHeader = "x-amzn-RequestId";

    public async Task HandleAsync(HttpContext context)
    {
        var requestId = Guid.NewGuid().ToString();
        context.Response.Headers[RequestIdHeader] = requestId;
        if (context.Request.Headers["X-Amz-Target"].ToString() is { Length: > 0 } target)
        {
            await AnswerJsonAsync(context, target);
        }
        else
        {
            await AnswerQueryAsync(context, requestId);
        }
    }

    private async Task AnswerJsonAsync(HttpContext context, string target)
    {
        var response = context.Response;
        response.ContentType = context.Request.ContentType?.Contains("1.0", StringComparison.Ordinal) == true
            ? "application/x-amz-json-1.0"
            : "application/x-amz-json-1.1";
        var body = new ArrayBufferWriter<byte>(512);
        var writer = new Utf8JsonWriter(body);
        try
        {
            var operation = operations.FindJson(target)
                ?? throw new AwsException("UnknownOperationException", $"The operation {target} is not known here.");
            var request = await ReadBodyAsync(context.Request, options.MaximumRequestBytes, context.RequestAborted);
            await operation.RunAsync(request, Describe(context), writer, context.RequestAborted);
            await writer.FlushAsync();
        }
        catch (AwsException refused)
        {
            body.Clear();
            writer.Reset(body);
            WriteError(response, writer, refused);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            LogDefect(logger, target, defect);
            body.Clear();
            writer.Reset(body);
            WriteError(response, writer, new AwsException("InternalFailure", "The request failed because of an internal error.", 500));
        }

        response.ContentLength = body.WrittenCount;
        await response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    private static void WriteError(HttpResponse response, Utf8JsonWriter writer, AwsException error)
    {
        response.StatusCode = error.Status;
        response.Headers["x-amzn-ErrorType"] = error.Code;
        if (error.QueryCode is { } queryCode)
        {
            response.Headers["x-amzn-query-error"] = $"{queryCode};{(error.Status < 500 ? "Sender" : "Receiver")}";
        }

        writer.WriteStartObject();
        writer.WriteString("__type", error.Code);
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
        writer.Flush();
    }

    private async Task AnswerQueryAsync(HttpContext context, string requestId)
    {
        var action = "";
        XNamespace xml = "";
        XElement answer;
        try
        {
            if (!context.Request.HasFormContentType)
            {
                throw new AwsException("MissingAction", "The request has neither an X-Amz-Target header nor an Action parameter.");
            }

            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var parameters = new QueryParameters(form.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
            action = parameters.Find("Action") ?? throw new AwsException("MissingAction", "The request must contain the parameter Action.");
            var version = parameters.Find("Version") ?? "";
            var operation = operations.FindQuery(version, action)
                ?? throw new AwsException("InvalidAction", $"The action {action} is not valid for this web service.");
            xml = QueryNamespaces.Of(version);
            var result = await operation.RunAsync(parameters, Describe(context), context.RequestAborted);
            answer = new XElement(xml + (action + "Response"),
                result is null ? null : new XElement(xml + (action + "Result"), result.Select(element => QueryNamespaces.Qualify(element, xml))),
                new XElement(xml + "ResponseMetadata", new XElement(xml + "RequestId", requestId)));
        }
        catch (AwsException refused)
        {
            answer = DescribeError(context.Response, xml, refused, requestId);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            LogDefect(logger, action, defect);
            answer = DescribeError(
                context.Response, xml, new AwsException("InternalFailure", "The request failed because of an internal error.", 500), requestId);
        }

        context.Response.ContentType = "text/xml";
        await context.Response.WriteAsync(answer.ToString(SaveOptions.DisableFormatting), context.RequestAborted);
    }

    private static XElement DescribeError(HttpResponse response, XNamespace xml, AwsException error, string requestId)
    {
        response.StatusCode = error.Status;
        return new XElement(xml + "ErrorResponse",
            new XElement(xml + "Error",
                new XElement(xml + "Type", error.Status < 500 ? "Sender" : "Receiver"),
                new XElement(xml + "Code", error.QueryCode ?? error.Code),
                new XElement(xml + "Message", error.QueryMessage ?? error.Message)),
            new XElement(xml + "RequestId", requestId));
    }

    private CallContext Describe(HttpContext context) => new(
        options.AccountId,
        CredentialScope.Region(context.Request.Headers.Authorization.ToString()) ?? options.Region,
        $"{context.Request.Scheme}://{context.Request.Host}",
        Activity.Current?.Context ?? default);

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > limit)
            {
                throw new AwsException("RequestEntityTooLarge", $"The request body is longer than {limit} bytes.", StatusCodes.Status413PayloadTooLarge);
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Operation} FAILED because of a defect")]
    private static partial void LogDefect(ILogger logger, string operation, Exception defect);
}
