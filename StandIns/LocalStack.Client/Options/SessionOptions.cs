namespace LocalStack.Client.Options;

/// <summary>Section <c>LocalStack:Session</c>: who calls the emulator, and in which Region.</summary>
public class SessionOptions
{
    /// <summary>The access key's id. Default accessKey.</summary>
    public string AwsAccessKeyId { get; private set; } = "accessKey";

    /// <summary>The access key's secret. Default secretKey.</summary>
    public string AwsAccessKey { get; private set; } = "secretKey";

    /// <summary>The session's token. Default token.</summary>
    public string AwsSessionToken { get; private set; } = "token";

    /// <summary>The Region that requests are signed for. Default us-east-1.</summary>
    public string RegionName { get; private set; } = "us-east-1";
}
