using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace StandIns.Aws;

/// <summary>The step of the SDK's pipeline that says how a request is signed: always with Signature Version 4.</summary>
internal sealed class SignatureVersion4 : BaseAuthResolverHandler
{
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
        [new AuthSchemeOption { SchemeId = "aws.auth#sigv4" }];
}
