using System.Text;
using LocalAws.Protocol.Signatures;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.Protocol;

/// <summary>The values of AWS's own test suite for Signature Version 4: its key, its time, its requests.</summary>
public sealed class SignatureVerifierTests
{
    private const string Scope = "AKIDEXAMPLE/20150830/us-east-1/service/aws4_request";
    private const string Vanilla = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("GET", "/", "", "", Vanilla)]
    [InlineData("GET", "/", "Param2=value2&Param1=value1", "", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("POST", "/", "", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("GET", "/./", "", "", Vanilla)]
    [InlineData("GET", "//", "", "", Vanilla)]
    [InlineData("GET", "/example/..", "", "", Vanilla)]
    public void Request_OfTheTestSuite_IsAccepted(string method, string path, string query, string body, string signature) =>
        Verify(Call(method, path, query, body, signature));

    [Fact]
    public void Form_OfTheTestSuite_IsAccepted() => Verify(Call(
        "POST",
        "/",
        "",
        "Param1=value1",
        "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
        "content-type;host;x-amz-date",
        ("content-type", "application/x-www-form-urlencoded")));

    [Fact]
    public void AnythingElseThanWasSigned_IsRefused()
    {
        Refused(Call("POST", "/", "", "", Vanilla)).Code.ShouldBe("SignatureDoesNotMatch");
        Refused(Call("GET", "/other", "", "", Vanilla)).Code.ShouldBe("SignatureDoesNotMatch");
        Refused(Call("GET", "/", "a=b", "", Vanilla)).Code.ShouldBe("SignatureDoesNotMatch");
        Refused(Call("GET", "/", "", "body", Vanilla)).Code.ShouldBe("SignatureDoesNotMatch");
        Refused(Call("GET", "/", "", "", Vanilla[..^1])).Code.ShouldBe("SignatureDoesNotMatch");
        Refused(Call("GET", "/", "", "", Vanilla, "host;x-amz-date", ("x-amz-target", "AmazonSQS.ListQueues"))).Code.ShouldBe("SignatureDoesNotMatch");
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(5.1, "RequestTimeTooSkewed")]
    [InlineData(-5, null)]
    [InlineData(-5.1, "RequestTimeTooSkewed")]
    public void Clock_MayDifferByFiveMinutes(double minutes, string? code)
    {
        _clock.SetUtcNow(new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));
        var clock = new FakeTimeProvider(_clock.GetUtcNow().AddMinutes(minutes));
        var call = Call("GET", "/", "", "", Vanilla);

        if (code is null)
        {
            Verifier(clock).Verify(call);
        }
        else
        {
            Should.Throw<SignatureException>(() => Verifier(clock).Verify(call)).Code.ShouldBe(code);
        }
    }

    [Theory]
    [InlineData("", "MissingAuthenticationToken")]
    [InlineData("Basic abc", "IncompleteSignature")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request", "IncompleteSignature")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE, SignedHeaders=host, Signature=0", "IncompleteSignature")]
    [InlineData("AWS4-HMAC-SHA256 Credential=OTHER/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=0", "InvalidClientTokenId")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150831/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=0", "SignatureDoesNotMatch")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/aws4_request, SignedHeaders=host;x-amz-date, Signature=0", "SignatureDoesNotMatch")]
    public void Authorization_ThatIsNotEnough_IsRefusedByItsCode(string authorization, string code) =>
        Refused(new SignedCall("GET", "/", "", Headers([("authorization", authorization)]), default)).Code.ShouldBe(code);

    [Fact]
    public void PresignedUrl_IsValidForItsLifetime()
    {
        // Signed by hand, with the test suite's key.
        var query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fservice%2Faws4_request"
            + "&X-Amz-Date=20150830T123600Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host";
        var signed = $"{query}&X-Amz-Signature={PresignedSignature}";
        var call = new SignedCall("GET", "/", signed, static name => name == "host" ? "example.amazonaws.com" : null, default);

        Verify(call);
        _clock.Advance(TimeSpan.FromSeconds(60));
        Verify(call);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Refused(call).Code.ShouldBe("RequestTimeTooSkewed");
    }

    private const string PresignedSignature = "ff4f668def1029a233d80421e3457840cfcd816fcbefa7af042f2ca8f117547c";

    private static SignatureVerifier Verifier(TimeProvider clock) =>
        new(new Dictionary<string, string> { ["AKIDEXAMPLE"] = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" }, clock);

    private void Verify(SignedCall call) => Verifier(_clock).Verify(call);

    private SignatureException Refused(SignedCall call) => Should.Throw<SignatureException>(() => Verify(call));

    private static SignedCall Call(
        string method,
        string path,
        string query,
        string body,
        string signature,
        string signedHeaders = "host;x-amz-date",
        params (string Name, string Value)[] headers) => new(
            method,
            path,
            query,
            Headers(
            [
                ("authorization", $"AWS4-HMAC-SHA256 Credential={Scope}, SignedHeaders={signedHeaders}, Signature={signature}"),
                .. headers,
            ]),
            Encoding.UTF8.GetBytes(body));

    private static Func<string, string?> Headers((string Name, string Value)[] headers)
    {
        var all = headers.Append(("host", "example.amazonaws.com")).Append(("x-amz-date", "20150830T123600Z"))
            .ToDictionary(static header => header.Item1, static header => header.Item2, StringComparer.OrdinalIgnoreCase);
        return name => all.GetValueOrDefault(name);
    }
}
