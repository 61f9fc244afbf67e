using LocalAws.Protocol;

namespace LocalAws.Tests.Protocol;

public sealed class CredentialScopeTests
{
    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/sqs/aws4_request, SignedHeaders=host, Signature=0", "eu-west-1")]
    [InlineData("AWS4-HMAC-SHA256 SignedHeaders=host,Credential=AKID/20260101/us-east-2/ssm/aws4_request", "us-east-2")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20260101//ssm/aws4_request", null)]
    [InlineData("Bearer x", null)]
    [InlineData("", null)]
    public void Region_OfAnAuthorizationHeader_IsThatOfItsScope(string header, string? expected) =>
        CredentialScope.Region(header).ShouldBe(expected);
}
