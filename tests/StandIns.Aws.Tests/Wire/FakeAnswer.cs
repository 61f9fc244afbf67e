namespace StandIns.Aws.Tests.Wire;

/// <summary>An answer of <see cref="FakeAws"/>.</summary>
internal sealed record FakeAnswer(int Status, string ContentType, string Body)
{
    public static FakeAnswer Json(string body) => new(200, "application/x-amz-json-1.1", body);

    public static FakeAnswer JsonError(string code, string message, int status = 400) =>
        new(status, "application/x-amz-json-1.1", $$"""{"__type":"com.amazonaws.service#{{code}}","message":"{{message}}"}""");

    public static FakeAnswer Xml(string action, string result) => new(200, "text/xml", $"""
        <{action}Response xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
          <{action}Result>{result}</{action}Result>
          <ResponseMetadata><RequestId>request-xml</RequestId></ResponseMetadata>
        </{action}Response>
        """);

    public static FakeAnswer XmlError(string code, string message, int status = 400) => new(status, "text/xml", $"""
        <ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
          <Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>
          <RequestId>request-xml</RequestId>
        </ErrorResponse>
        """);

    public static FakeAnswer Unavailable { get; } = new(503, "text/plain", "busy");
}
