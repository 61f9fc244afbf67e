using LocalAws.Protocol;

namespace LocalAws.CloudWatchLogs;

/// <summary>ARNs of log groups, <c>arn:aws:logs:{region}:{account}:log-group:{name}</c>, with or without <c>:*</c> at the end.</summary>
internal static class LogGroupArn
{
    private const string Resource = "log-group:";
    private const string AllStreams = ":*";

    /// <summary>The name in an ARN; what is no ARN is a name.</summary>
    public static string NameOf(string arn)
    {
        if (!Arn.TryParse(arn, out var parsed) || !parsed.Resource.StartsWith(Resource, StringComparison.Ordinal))
        {
            return arn;
        }

        var name = parsed.Resource[Resource.Length..];
        return name.EndsWith(AllStreams, StringComparison.Ordinal) ? name[..^AllStreams.Length] : name;
    }
}
