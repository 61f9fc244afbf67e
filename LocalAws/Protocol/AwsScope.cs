namespace LocalAws.Protocol;

/// <summary>The account and Region that a resource belongs to.</summary>
internal readonly record struct AwsScope(string Account, string Region)
{
    /// <summary>The ARN of a resource here, <c>arn:aws:{service}:{region}:{account}:{resource}</c>.</summary>
    public string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";
}
